namespace Kindred.Core.Standards;

/// <summary>Spellings of one product come together: 엑셀, MS Excel and excel are Excel. A product the list does not know keeps its own spelling.</summary>
public static class TechnologyName
{
    private static readonly Lazy<Dictionary<string, string>> Names = new(() => ReferenceFile.Rows("technology-names.csv")
        .SelectMany(row => row[1].Split('|').Append(row[0]).Select(term => (Key: Spelling.Key(term), Name: row[0])))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
        .ToDictionary(pair => pair.Key, pair => pair.Name, StringComparer.Ordinal));

    /// <summary>The usual name of the product.</summary>
    public static string Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Names.Value.GetValueOrDefault(Spelling.Key(text), text.Trim());
    }
}
