using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Binning;

namespace Kindred.Core.Scorecards;

/// <summary>A column cut into small cells by the rows a card is learned from: at most 100 of a number, a cell a word of a text, of a cell with several words the word that goes best with the outcome. Cell 0 is missing; the last cell of words is for words not seen (or beyond the 253 most frequent).</summary>
internal sealed class FieldCells
{
    private const int NumberCells = 100;
    private const int MostWords = 253;
    private readonly double[] _edges;
    private readonly string[] _words;

    private FieldCells(string field, byte[] cells, int count, double[] edges, string[] words, bool isNumber, bool isTags = false)
    {
        IsTags = isTags;
        Field = field;
        Cells = cells;
        Count = count;
        IsNumber = isNumber;
        _edges = edges;
        _words = words;
    }

    public string Field { get; }

    /// <summary>Per row of the table (all of them) its cell.</summary>
    public byte[] Cells { get; }

    public int Count { get; }

    public bool IsNumber { get; }

    /// <summary>Whether a cell of the column holds several words: then conditions say "has any of", and the first bin that holds counts.</summary>
    public bool IsTags { get; }

    /// <summary>Cuts a column by what stands in the learning rows; null for columns that cannot be an attribute (dates, nothing but one value).</summary>
    public static FieldCells? Of(Column column, int[] learningRows, byte[] positive)
    {
        return column switch
        {
            NumberColumn number => OfNumber(number, learningRows),
            TextColumn { Separator: null } text => OfWords(text, learningRows),
            TextColumn tags => OfTags(tags, learningRows, positive),
            _ => null,
        };
    }

    /// <summary>Condition of a run of cells [from, to], 1-based; null when the run is every number there is.</summary>
    public Condition? Interval(int from, int to)
    {
        var above = from <= 1 ? double.NegativeInfinity : _edges[from - 2];
        var upTo = to > _edges.Length ? double.PositiveInfinity : _edges[to - 1];
        return double.IsInfinity(above) && double.IsInfinity(upTo) ? null : Condition.Between(Field, above, upTo);
    }

    /// <summary>Condition of a set of word cells; the cell of unseen words has none.</summary>
    public Condition? Words(IEnumerable<int> cells)
    {
        string[] words = [.. cells.Where(cell => cell >= 1 && cell <= _words.Length).Select(cell => _words[cell - 1])];
        return words.Length == 0 ? null : IsTags ? Condition.HasAny(Field, words) : Condition.OneOf(Field, words);
    }

    private static FieldCells? OfNumber(NumberColumn column, int[] rows)
    {
        var values = column.ToArray();
        double[] learned = [.. rows.Select(row => values[row])];
        double[] distinct = [.. learned.Where(value => !double.IsNaN(value)).Distinct().Order()];
        if (distinct.Length < 2)
        {
            return null;
        }

        var edges = distinct.Length <= NumberCells ? distinct[..^1] : EqualFrequencyBins.PlainEdges(learned, NumberCells);
        return edges.Length == 0 ? null : new FieldCells(column.Name, EqualFrequencyBins.Assign(values, edges), edges.Length + 2, edges, [], true);
    }

    private static FieldCells? OfWords(TextColumn column, int[] rows)
    {
        var seen = new int[column.Dictionary.Length];
        foreach (var row in rows)
        {
            seen[column.Codes[row]]++;
        }

        int[] kept = [.. Enumerable.Range(1, seen.Length - 1).Where(code => seen[code] > 0).OrderByDescending(code => seen[code]).ThenBy(code => code).Take(MostWords).Order()];
        if (kept.Length + (seen[0] > 0 ? 1 : 0) < 2)
        {
            return null;
        }

        var cellOf = new byte[seen.Length];
        Array.Fill(cellOf, (byte)(kept.Length + 1));
        cellOf[0] = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            cellOf[kept[i]] = (byte)(i + 1);
        }

        var cells = new byte[column.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = cellOf[column.Codes[row]];
        }

        return new FieldCells(column.Name, cells, kept.Length + 2, [], [.. kept.Select(code => column.Dictionary[code])], false);
    }

    // A row stands in the cell of its word with the best shrunken rate, so that "has any of the best words" is one bin, "else any of the next" another.
    private static FieldCells? OfTags(TextColumn column, int[] rows, byte[] positive)
    {
        const double shrink = 10;
        var tagsOf = column.Dictionary.Select((word, code) => code == 0 ? [] : ConditionRows.Tags(column, word).Distinct(StringComparer.Ordinal).ToArray()).ToArray();
        var counts = new Dictionary<string, (int Rows, int Positives)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var tag in tagsOf[column.Codes[row]])
            {
                var (n, y) = counts.GetValueOrDefault(tag);
                counts[tag] = (n + 1, y + positive[row]);
            }
        }

        var average = (double)rows.Sum(row => positive[row]) / Math.Max(1, rows.Length);
        string[] words = [.. counts.OrderByDescending(each => each.Value.Rows).ThenBy(each => each.Key, StringComparer.Ordinal).Take(MostWords)
            .OrderBy(each => (each.Value.Positives + shrink * average) / (each.Value.Rows + shrink)).ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Key)];
        if (words.Length < 2)
        {
            return null;
        }

        var cellOfTag = words.Select((word, i) => (word, i)).ToDictionary(each => each.word, each => each.i + 1, StringComparer.Ordinal);
        byte[] cellOf = [.. tagsOf.Select((tags, code) => (byte)(code == 0 ? 0 : tags.Select(tag => cellOfTag.GetValueOrDefault(tag)).DefaultIfEmpty(0).Max() is var best && best > 0 ? best : words.Length + 1))];
        var cells = new byte[column.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = cellOf[column.Codes[row]];
        }

        return new FieldCells(column.Name, cells, words.Length + 2, [], words, false, isTags: true);
    }
}
