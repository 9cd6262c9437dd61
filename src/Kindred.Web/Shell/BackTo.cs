namespace Kindred.Web.Shell;

/// <summary>Addresses to go back to, as they come in a query: only paths of this site are followed.</summary>
public static class BackTo
{
    /// <summary>Whether it is a path of this site: one slash first, no second, no backslash, nothing but printable ASCII (browsers drop control characters, headers cannot hold others).</summary>
    public static bool IsOurs(string? address) =>
        address is { Length: > 0 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && address.All(letter => letter is > ' ' and < '\x7f' and not '\\');

    /// <summary>The address, or the start page.</summary>
    public static string Or(string? address, string otherwise) => IsOurs(address) ? address! : otherwise;
}
