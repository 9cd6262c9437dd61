using System.Globalization;
using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>Headers of CRMs, billing and support tools (columns.csv): what a header means in a table of some kind, and how much it says about the kind.</summary>
internal static class ColumnLexicon
{
    private static readonly Lazy<Dictionary<TableKind, Dictionary<string, Entry>>> Loaded = new(Load);

    /// <summary>One meaning of a header.</summary>
    /// <param name="Role">Meaning; None for a header that only speaks for the kind.</param>
    /// <param name="Weight">Evidence for the kind.</param>
    /// <param name="Confidence">1 for the header itself, less for a header that had to be cut.</param>
    internal readonly record struct Entry(ColumnRole Role, double Weight, double Confidence);

    /// <summary>What the header means in a table of that kind, or null.</summary>
    public static Entry? Find(TableKind kind, string header) =>
        At(kind, HeaderWords.Key(header)) ?? (HeaderWords.WithoutBrackets(header) is { } cut && cut.Length < header.Length && At(kind, HeaderWords.Key(cut)) is { } found ? found with { Confidence = 0.8 } : null);

    private static Entry? At(TableKind kind, string key) =>
        Loaded.Value.TryGetValue(kind, out var own) && own.TryGetValue(key, out var entry) ? entry
        : Loaded.Value[TableKind.Unknown].TryGetValue(key, out var shared) ? shared
        : null;

    private static Dictionary<TableKind, Dictionary<string, Entry>> Load()
    {
        var lexicon = new Dictionary<TableKind, Dictionary<string, Entry>>();
        foreach (var row in ReferenceFile.Rows("columns.csv"))
        {
            var kind = row[0] == "*" ? TableKind.Unknown : Enum.Parse<TableKind>(row[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            if (!lexicon.TryGetValue(kind, out var words))
            {
                lexicon[kind] = words = new Dictionary<string, Entry>(StringComparer.Ordinal);
            }

            var role = row[1] switch
            {
                "OpenedOn" => ColumnRole.StartedOn,
                "ContractEnd" => ColumnRole.EndedOn,
                _ => Enum.TryParse<ColumnRole>(row[1], out var known) ? known : ColumnRole.None,
            };
            foreach (var term in row[3].Split('|'))
            {
                words.TryAdd(Spelling.Key(term), new Entry(role, double.Parse(row[2], CultureInfo.InvariantCulture), 1.0));
            }
        }

        return lexicon;
    }
}
