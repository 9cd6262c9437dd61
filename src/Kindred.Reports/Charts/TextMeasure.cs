namespace Kindred.Reports.Charts;

/// <summary>Estimates how wide a text will be, and breaks it between words. Korean and other wide letters take a full em.</summary>
internal static class TextMeasure
{
    public static double Width(string text, double size)
    {
        var ems = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            ems += rune.Value switch
            {
                >= 0x1100 and (<= 0x11FF or >= 0x2E80) => 0.93,
                ' ' or '.' or ',' or 'i' or 'l' or 'j' or '\'' or '|' or '·' => 0.28,
                'm' or 'w' or 'M' or 'W' or '%' => 0.88,
                >= 'A' and <= 'Z' or '×' => 0.66,
                _ => 0.56,
            };
        }

        return ems * size;
    }

    /// <summary>Lines no wider than the limit, at most <paramref name="most"/>; what does not fit ends in an ellipsis. A single word is broken only when it alone is too wide.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double limit, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (Width(longer, size) <= limit || line.Length == 0)
            {
                line = longer;
                continue;
            }

            lines.Add(line);
            line = word;
        }

        lines.Add(line);
        if (lines.Count > most)
        {
            lines[most - 1] = lines[most - 1] + " …";
            lines.RemoveRange(most, lines.Count - most);
        }

        return [.. lines.Select(one => Width(one, size) <= limit ? one : Cut(one, size, limit))];
    }

    private static string Cut(string line, double size, double limit)
    {
        var runes = line.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        while (runes.Count > 1 && Width(string.Concat(runes) + "…", size) > limit)
        {
            runes.RemoveAt(runes.Count - 1);
        }

        return string.Concat(runes) + "…";
    }
}
