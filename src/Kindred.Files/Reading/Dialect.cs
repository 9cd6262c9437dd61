namespace Kindred.Files.Reading;

/// <summary>How a delimited file is laid out.</summary>
/// <param name="Delimiter">Separator of cells.</param>
/// <param name="Header">Where the header stands.</param>
/// <param name="Titles">Lines above the header.</param>
internal sealed record Dialect(char Delimiter, PreviewRow? Header, IReadOnlyList<string> Titles)
{
    private const int PreviewRows = 200;

    /// <summary>First line when it is a spreadsheet's hint about the separator (sep=;).</summary>
    internal bool HasHint { get; init; }

    /// <summary>The header's line is there but a quote in it never closes.</summary>
    internal long BrokenHeaderLine { get; init; }

    internal IReadOnlyList<PreviewRow> Preview { get; init; } = [];

    internal static Dialect Find(string path, FileProbe probe, char? chosen, CancellationToken ct)
    {
        var hint = Hint(path, probe, ct);
        char[] candidates = chosen is { } one ? [one] : hint is { } told ? [told] : [',', ';', '\t', '|'];
        Dialect? best = null;
        var bestScore = double.NegativeInfinity;
        var bestWidth = 0;
        foreach (var delimiter in candidates)
        {
            var preview = Read(path, probe, delimiter, ct);
            var (score, width) = Score(preview);
            if (best is null || score > bestScore + 1e-9 || (score > bestScore - 1e-9 && width > bestWidth))
            {
                (bestScore, bestWidth) = (score, width);
                best = Of(delimiter, preview, width) with { HasHint = hint is not null };
            }
        }

        return best!;
    }

    private static Dialect Of(char delimiter, IReadOnlyList<PreviewRow> preview, int width)
    {
        var header = HeaderFinder.Find(preview, width);
        var broken = 0L;
        if (preview.Count > 0 && preview[0].Fault == RecordFault.BrokenQuote && preview[0].Raw.Count(c => c == delimiter) + 1 >= 0.6 * width)
        {
            broken = preview[0].Line;
        }

        var titles = header is null ? [] : preview.Where(row => row.Line < header.Line).Select(row => row.Raw).ToList();
        return new Dialect(delimiter, header, titles) { BrokenHeaderLine = broken, Preview = preview };
    }

    /// <summary>Share of records with the commonest width; a first line of that width counts a little more.</summary>
    private static (double Score, int Width) Score(IReadOnlyList<PreviewRow> preview)
    {
        var widths = preview.Where(row => row.Fault == RecordFault.None).GroupBy(row => row.Cells.Length).Select(group => (Width: group.Key, Count: group.Count())).ToList();
        if (widths.Count == 0)
        {
            return (-1, 1);
        }

        var several = widths.Where(pair => pair.Width > 1).ToList();
        if (several.Count == 0)
        {
            return (-0.5, 1);
        }

        var (width, count) = several.MaxBy(pair => (pair.Count, pair.Width));
        var share = (double)count / preview.Count;
        var ones = widths.Where(pair => pair.Width == 1).Sum(pair => pair.Count);
        if (ones > 4 * count && preview.Count > 10)
        {
            // Prose with a comma here and there: one column.
            return (-0.5, 1);
        }

        return (share + (preview[0].Cells.Length == width ? 0.05 : 0), width);
    }

    private static char? Hint(string path, FileProbe probe, CancellationToken ct)
    {
        using var records = new DelimitedRecords(new Utf8Source(path, probe, ct), '\u0001');
        if (!records.Next())
        {
            return null;
        }

        var raw = records.RawText(16).TrimEnd();
        return raw.Length == 5 && raw.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? raw[4] : raw.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && raw.Length == 4 ? '\t' : null;
    }

    private static List<PreviewRow> Read(string path, FileProbe probe, char delimiter, CancellationToken ct)
    {
        using var records = new DelimitedRecords(new Utf8Source(path, probe, ct), delimiter);
        var rows = new List<PreviewRow>();
        while (rows.Count < PreviewRows && records.Next())
        {
            var row = new PreviewRow(records.Line, records.Fault == RecordFault.None ? records.Texts() : [], records.Fault, records.RawText(4096));
            if (rows.Count == 0 && row.Raw.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && row.Raw.TrimEnd().Length is 4 or 5)
            {
                continue;
            }

            rows.Add(row);
            if (row.Cells.Length > TableFiles.MostColumns)
            {
                break;
            }
        }

        return rows;
    }
}
