using System.Text;
using Kindred.Files.Reading;

namespace Kindred.Files.Columns;

/// <summary>Everything the cells of one column say about its type. Cells come one by one or as distinct cells with their counts; memory is constant.</summary>
internal sealed class ColumnProfile
{
    private const int KeptWords = 64;
    private readonly Dictionary<string, long> _placeholders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _others = new(StringComparer.Ordinal);

    private long _otherCount;

    internal ColumnProfile(NumberTally? numbers = null)
    {
        Numbers = numbers ?? new NumberTally();
    }

    internal NumberTally Numbers { get; }

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

    /// <summary>So many values are neither number nor date that the column holds words whatever else comes.</summary>
    /// <param name="rows">Rows of the whole column.</param>
    internal bool IsSurelyText(long rows) => _otherCount - FigurePlaceholders > (rows / 10) + 1;

    /// <summary>Counts cells that were read elsewhere.</summary>
    internal void AddCounts(long empty, long values)
    {
        Rows += empty + values;
        Empty += empty;
        Values += values;
        Distinct += values;
    }

    internal void Add(ReadOnlySpan<byte> raw, long count, bool onlyCount = false)
    {
        Rows += count;
        if (raw.Length > 1 && (uint)(raw[^1] - '0') <= 9 && raw.Length != 8 && Numbers.AddPlain(raw, count))
        {
            Values += count;
            Distinct++;
            return;
        }

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
        if (onlyCount)
        {
            return;
        }

        if (DateCell.IsIso(cell) && Dates.Add(cell, count))
        {
            return;
        }

        var isNumber = Numbers.Add(cell, count);
        var isDate = (!isNumber || cell.Length == 8) && Dates.Add(cell, count);
        if (isNumber || isDate)
        {
            return;
        }

        _otherCount += count;
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
