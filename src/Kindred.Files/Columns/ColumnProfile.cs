using System.Text;
using Kindred.Files.Reading;

namespace Kindred.Files.Columns;

/// <summary>Everything the cells of one column say about its type. Cells come one by one or as distinct cells with their counts; memory is constant.</summary>
internal sealed class ColumnProfile
{
    private const int KeptWords = 64;
    private readonly Dictionary<string, long> _placeholders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _others = new(StringComparer.Ordinal);

    internal NumberTally Numbers { get; } = new();

    internal DateTally Dates { get; } = new();

    /// <summary>Rows.</summary>
    internal long Rows { get; private set; }

    internal long Empty { get; private set; }

    /// <summary>Filled cells that are no placeholders.</summary>
    internal long Values { get; private set; }

    /// <summary>Values that stand for "missing" if the column turns out to hold figures.</summary>
    internal long FigurePlaceholders { get; private set; }

    /// <summary>Distinct values seen; what was added cell by cell counts once per cell.</summary>
    internal long Distinct { get; private set; }

    internal IReadOnlyDictionary<string, long> PlaceholderWords => _placeholders;

    /// <summary>Some values that are neither number nor date.</summary>
    internal IReadOnlyDictionary<string, long> Others => _others;

    internal void Add(ReadOnlySpan<byte> raw, long count)
    {
        Rows += count;
        var cell = CellText.Trim(raw);
        if (cell.IsEmpty)
        {
            Empty += count;
            return;
        }

        var first = cell[0];
        if ((first is (byte)'\'' or (byte)'\t') && cell.Length > 1)
        {
            cell = Writing.SafeCsv.WithoutPrefix(cell);
        }

        if (Placeholders.Has(cell))
        {
            var word = Encoding.UTF8.GetString(cell);
            _placeholders[word] = _placeholders.GetValueOrDefault(word) + count;
            return;
        }

        Values += count;
        Distinct++;
        var isNumber = Numbers.Add(cell, count);
        var isDate = (!isNumber || cell.Length == 8) && Dates.Add(cell, count);
        if (isNumber || isDate)
        {
            return;
        }

        if (Placeholders.HasAmongFigures(cell))
        {
            FigurePlaceholders += count;
        }

        if (_others.Count < KeptWords)
        {
            var word = Encoding.UTF8.GetString(cell.Length > 200 ? cell[..200] : cell);
            _others[word] = _others.GetValueOrDefault(word) + count;
        }
    }
}
