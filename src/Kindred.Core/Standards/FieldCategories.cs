namespace Kindred.Core.Standards;

/// <summary>Which category of a scorecard a field belongs to, by words of its name (card-categories.csv): the rows of Standards for firmographic, technology, trigger and buyability.</summary>
public static class FieldCategories
{
    private static readonly Lazy<(string Category, string[] Terms)[]> Lexicon = new(() => [.. ReferenceFile.Rows("card-categories.csv").Select(row => (row[0], row[1].Split('|')))]);

    /// <summary>firmographic, technology, trigger, buyability as written there, or null when no word says so. The longest term that occurs decides.</summary>
    public static string? Of(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var words = Spelling.Words(field);
        string? found = null;
        var longest = 0;
        foreach (var (category, terms) in Lexicon.Value)
        {
            foreach (var term in terms)
            {
                if (term.Length > longest && Spelling.IndexOfTerm(words, term) >= 0)
                {
                    (found, longest) = (category, term.Length);
                }
            }
        }

        return found;
    }
}
