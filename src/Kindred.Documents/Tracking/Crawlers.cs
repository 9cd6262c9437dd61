using System.Text.RegularExpressions;

namespace Kindred.Documents.Tracking;

/// <summary>Programs that open links, known by what they write into User-Agent (<c>crawlers.txt</c>: link previews, mail scanners, search engines, tools).</summary>
public static class Crawlers
{
    private const int LongestAgent = 1_000;

    /// <summary>Plain texts first: one search each; the few real expressions after them.</summary>
    private static readonly Lazy<((string Text, string Name)[] Plain, (Regex Pattern, string Name)[] Patterns)> All = new(Load);

    /// <summary>Who it is; null when it is none we know.</summary>
    public static string? Find(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
        {
            return null;
        }

        var agent = userAgent.Length > LongestAgent ? userAgent[..LongestAgent] : userAgent;
        foreach (var (text, name) in All.Value.Plain)
        {
            if (agent.Contains(text, StringComparison.Ordinal))
            {
                return name;
            }
        }

        foreach (var (pattern, name) in All.Value.Patterns)
        {
            if (pattern.IsMatch(agent))
            {
                return name;
            }
        }

        return null;
    }

    private static ((string Text, string Name)[] Plain, (Regex Pattern, string Name)[] Patterns) Load()
    {
        var (plain, patterns) = (new List<(string, string)>(), new List<(Regex, string)>());
        using var reader = new StreamReader(typeof(Crawlers).Assembly.GetManifestResourceStream("crawlers.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split('\t');
            var name = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : parts[0];
            var text = parts[0].Replace("\\/", "/", StringComparison.Ordinal).Replace("\\.", ".", StringComparison.Ordinal).Replace("\\-", "-", StringComparison.Ordinal);
            if (parts[0].Replace("\\.", "", StringComparison.Ordinal).IndexOfAny(['\\', '[', '(', '*', '+', '?', '^', '$', '|', '.', '{']) < 0)
            {
                plain.Add((text, name));
            }
            else
            {
                patterns.Add((new Regex(parts[0], RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), name));
            }
        }

        return ([.. plain], [.. patterns]);
    }
}
