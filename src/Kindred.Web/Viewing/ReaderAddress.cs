using System.Net;
using System.Net.Sockets;

namespace Kindred.Web.Viewing;

/// <summary>Where a reader comes from, as far as it is used: to count guesses, and its first half for the watermark.</summary>
internal static class ReaderAddress
{
    /// <summary>An IPv4 address, or the /64 of an IPv6 address: one household has billions of those.</summary>
    public static string Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    /// <summary>"203.0.x.x": enough to tell offices apart, too little to name a person.</summary>
    public static string Half(HttpContext http)
    {
        var address = Of(http);
        var parts = address.Split('.');
        return parts.Length == 4 ? parts[0] + "." + parts[1] + ".x.x" : address[..Math.Min(8, address.Length)] + "…";
    }
}
