using Kindred.Core.Members;
using Kindred.Documents.Sharing;

namespace Kindred.Web.Settings;

/// <summary>Opens the public address as a stranger would: without cookies, without following redirects, within ten seconds. The one connection the server makes, and only to the address an owner typed.</summary>
internal static class SelfTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether this very server answers there.</summary>
    public static async Task<bool> OpensAsync(string address, Seals seals, CancellationToken ct)
    {
        var nonce = Randomness.System.Name();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        using var client = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = 1_024 };
        try
        {
            return seals.Fits(await client.GetStringAsync(new Uri(address + "/v-test/" + nonce), ct), "self-test", nonce);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
