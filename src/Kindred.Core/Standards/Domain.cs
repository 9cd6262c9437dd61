namespace Kindred.Core.Standards;

/// <summary>The registrable domain of a website or an e-mail address: <c>shop.example.co.kr</c> → <c>example.co.kr</c>.</summary>
/// <param name="Name">Lower-case registrable domain.</param>
/// <param name="IsFreeMail">True for hosts that say nothing about a company (gmail.com, naver.com): no key for matching.</param>
public sealed record Domain(string Name, bool IsFreeMail)
{
    private static readonly Lazy<HashSet<string>> Suffixes = new(() => ReferenceFile.Lines("public-suffixes.txt").SelectMany(line => line.Split(' ')).ToHashSet(StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> FreeMail = new(() => ReferenceFile.Lines("free-mail.txt").ToHashSet(StringComparer.Ordinal));

    /// <summary>Reads a URL, a host or an e-mail address; null when there is no registrable domain in it (an IP address, a bare word, a public suffix alone).</summary>
    public static Domain? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var host = HostOf(text);
        var labels = host.Split('.');
        if (labels.Length < 2 || labels.Any(label => label.Length is 0 or > 63) || labels[^1].All(char.IsAsciiDigit) || host.Any(c => !char.IsLetterOrDigit(c) && c is not ('.' or '-')))
        {
            return null;
        }

        var last = labels[^2] + "." + labels[^1];
        var name = !Suffixes.Value.Contains(last) ? last : labels.Length >= 3 ? labels[^3] + "." + last : null;
        return name is null ? null : new Domain(name, FreeMail.Value.Contains(name) || FreeMail.Value.Contains(host));
    }

    private static string HostOf(string text)
    {
        var host = text.Trim().ToLowerInvariant();
        if (host.IndexOf('<', StringComparison.Ordinal) is >= 0 and var bracket)
        {
            host = host[(bracket + 1)..];
        }

        if (host.StartsWith("mailto:", StringComparison.Ordinal))
        {
            host = host["mailto:".Length..];
        }

        if (host.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
        {
            host = host[(scheme + 3)..];
        }

        var end = host.IndexOfAny(['/', '?', '#', '>', ',', ';', ' ']);
        host = end >= 0 ? host[..end] : host;
        host = host[(host.LastIndexOf('@') + 1)..];
        var port = host.IndexOf(':', StringComparison.Ordinal);
        return (port >= 0 ? host[..port] : host).Trim('.', '<', '"', '\'');
    }
}
