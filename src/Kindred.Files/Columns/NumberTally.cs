namespace Kindred.Files.Columns;

/// <summary>What the cells of a column say about being numbers.</summary>
internal sealed class NumberTally
{
    private readonly long[] _currencies = new long[NumberWords.Currencies.Length];
    private readonly long[] _units = new long[NumberWords.Units.Length];

    /// <summary>Cells that are numbers whichever style holds.</summary>
    internal long Either { get; private set; }

    /// <summary>Cells that are numbers only if a point begins the fraction.</summary>
    internal long OnlyPoint { get; private set; }

    /// <summary>Cells that are numbers only if a comma begins the fraction.</summary>
    internal long OnlyComma { get; private set; }

    /// <summary>Cells with a separator that fits both styles with different values (1,234).</summary>
    internal long Open { get; private set; }

    internal long LeadingZeros { get; private set; }

    internal long Long { get; private set; }

    internal long Whole { get; private set; }

    internal bool Add(ReadOnlySpan<byte> cell, long count)
    {
        var point = NumberCell.TryRead(cell, DecimalStyle.Point, 0, out var reading);
        var comma = point;
        var other = reading;
        if (!point || reading.HasSeparator)
        {
            comma = NumberCell.TryRead(cell, DecimalStyle.Comma, 0, out other);
        }

        if (!point && !comma)
        {
            return false;
        }

        if (!point)
        {
            reading = other;
            OnlyComma += count;
        }
        else if (!comma)
        {
            OnlyPoint += count;
        }
        else
        {
            Either += count;
            Open += reading.HasSeparator && reading.Value != other.Value ? count : 0;
        }

        LeadingZeros += reading.HasLeadingZero ? count : 0;
        Long += reading.IsLong ? count : 0;
        Whole += reading.IsWhole ? count : 0;
        if (reading.Currency > 0)
        {
            _currencies[reading.Currency] += count;
        }

        if (reading.Unit > 0)
        {
            _units[reading.Unit - 1] += count;
        }

        return true;
    }

    internal long Parsed(DecimalStyle style) => Either + (style == DecimalStyle.Comma ? OnlyComma : OnlyPoint);

    internal IReadOnlyList<WordCount> Currencies() =>
        [.. _currencies.Select((count, i) => new WordCount(NumberWords.Currencies[i], count)).Where(pair => pair.Count > 0).OrderByDescending(pair => pair.Count)];

    internal string? MainUnit()
    {
        var most = Array.IndexOf(_units, _units.Max());
        return _units[most] > 0 ? NumberWords.Units[most].Word : null;
    }
}
