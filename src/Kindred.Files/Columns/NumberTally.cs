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

    /// <summary>Cells of the plain form -123.45.</summary>
    internal long Plain { get; private set; }

    internal long LeadingZeros { get; private set; }

    internal long Long { get; private set; }

    internal long Whole { get; private set; }

    internal bool Add(ReadOnlySpan<byte> cell, long count)
    {
        if (AddPlain(cell, count))
        {
            return true;
        }

        var point = NumberCell.TryRead(cell, DecimalStyle.Point, 0, out var reading);
        var comma = point;
        var other = reading;
        if (point ? reading.HasSeparator : cell.ContainsAny((byte)',', (byte)'.'))
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

    /// <summary>Counts a number of the plain form that was read elsewhere.</summary>
    /// <param name="whole">Digits before the point.</param>
    /// <param name="decimals">Digits behind it; -1 without a point.</param>
    /// <param name="startsWithZero">The first digit is 0.</param>
    internal void CountPlain(int whole, int decimals, bool startsWithZero)
    {
        Plain++;
        if (startsWithZero && whole > 1)
        {
            LeadingZeros++;
        }

        if (decimals < 0)
        {
            Either++;
            Whole++;
        }
        else if (decimals == 3 && whole <= 3 && !startsWithZero)
        {
            Either++;
            Open++;
        }
        else
        {
            OnlyPoint++;
        }
    }

    /// <summary>The plain form -123.45, whose place between the styles shows without reading it twice.</summary>
    internal bool AddPlain(ReadOnlySpan<byte> cell, long count)
    {
        if (cell.Length is 0 or > 17)
        {
            return false;
        }

        var i = cell[0] == '-' ? 1 : 0;
        var first = i;
        while (i < cell.Length && (uint)(cell[i] - '0') <= 9)
        {
            i++;
        }

        var whole = i - first;
        if (whole is 0 or > 15)
        {
            return false;
        }

        LeadingZeros += whole > 1 && cell[first] == '0' ? count : 0;
        if (i == cell.Length)
        {
            Either += count;
            Whole += count;
            Plain += count;
            return true;
        }

        var fraction = cell[(i + 1)..];
        if (cell[i] != '.' || fraction.IsEmpty || fraction.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            LeadingZeros -= whole > 1 && cell[first] == '0' ? count : 0;
            return false;
        }

        // Three figures behind a short whole part could also be thousands.
        var isOpen = fraction.Length == 3 && whole <= 3 && cell[first] != '0';
        Either += isOpen ? count : 0;
        Open += isOpen ? count : 0;
        OnlyPoint += isOpen ? 0 : count;
        Plain += count;
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
