namespace Kindred.Core.Standards;

/// <summary>A reference file "key, ko, en, terms" looked up by whole spelling first, then by the longest term inside.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, string[]> _byKey = new(StringComparer.Ordinal);
    private readonly (string Words, string[] Row)[] _longest;

    public TermTable(string file)
    {
        Rows = [.. ReferenceFile.Rows(file)];
        foreach (var row in Rows)
        {
            foreach (var term in (string[])[row[0], row[1], row[2], .. row[3].Split('|')])
            {
                _byKey.TryAdd(Spelling.Key(term), row);
            }
        }

        _longest = [.. Rows.SelectMany(row => row[3].Split('|').Select(term => (Spelling.Words(term), row))).Where(pair => pair.Item1.Length > 2 || pair.Item1.Any(Spelling.IsRunOn)).OrderByDescending(pair => pair.Item1.Length)];
    }

    public IReadOnlyList<string[]> Rows { get; }

    public string[]? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_byKey.TryGetValue(Spelling.Key(text), out var row))
        {
            return row;
        }

        var words = Spelling.Words(text);
        return _longest.FirstOrDefault(pair => Spelling.IndexOfTerm(words, pair.Words) >= 0).Row;
    }
}
