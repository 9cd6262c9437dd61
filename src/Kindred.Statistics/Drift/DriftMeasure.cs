using MathNet.Numerics;

namespace Kindred.Statistics.Drift;

/// <summary>A field made ready to be divided many times.</summary>
internal sealed class DriftMeasure
{
    private const int FewestExpected = 5;
    private const int Bins = 10;
    private readonly int[] _cells;
    private readonly int[] _levels;
    private readonly int[] _totals;
    private readonly int[] _counts;
    private readonly int[]? _sorted;
    private readonly bool[]? _endsTie;
    private readonly int _missing;
    private readonly int _first;
    private readonly int _second;
    private readonly double[] _logs;

    /// <param name="cells">Cell of each row.</param>
    /// <param name="levels">Per cell its level; -1 for the cell of all small ones.</param>
    /// <param name="sorted">Rows with a known number in rising order; null for categories.</param>
    /// <param name="endsTie">Whether the next known number is another one.</param>
    private DriftMeasure(int[] cells, int[] levels, int first, int second, int[]? sorted, bool[]? endsTie)
    {
        (_cells, _levels, _first, _second, _sorted, _endsTie) = (cells, levels, first, second, sorted, endsTie);
        _totals = new int[levels.Length];
        _counts = new int[levels.Length];
        foreach (var cell in cells)
        {
            _totals[cell]++;
        }

        _missing = sorted is null ? 0 : cells.Length - sorted.Length;
        _logs = new double[Math.Max(first, second) + 1];
        for (var count = 0; count < _logs.Length; count++)
        {
            _logs[count] = Math.Log(count + 0.5);
        }
    }

    public static DriftMeasure Of(DriftField field, int first, int second) => field.Codes is { } codes ? OfCodes(codes, field.Levels, first, second) : OfValues(field.Values!, first, second);

    public DriftReading Read(int[] secondRows, bool[] isSecond)
    {
        Array.Clear(_counts);
        foreach (var row in secondRows)
        {
            _counts[_cells[row]]++;
        }

        var psi = Psi();
        if (_sorted is null)
        {
            var (strength, chi, level) = Categories();
            return new DriftReading(strength, chi, level, psi);
        }

        var (distance, known) = Distance(isSecond);
        var missing = _missing == 0 || _sorted.Length == 0 ? 0 : MinusLogTwice(Math.Sqrt(OneCell(_missing, _second - known)));
        var strongest = Math.Max(missing, distance == 0 ? 0 : Math.Max(0, (2 * distance * distance * known * (_sorted.Length - known) / _sorted.Length) - Math.Log(2)));
        return new DriftReading(strongest, distance, -1, psi);
    }

    private static DriftMeasure OfCodes(int[] codes, int levels, int first, int second)
    {
        var totals = new int[levels];
        foreach (var code in codes)
        {
            totals[code]++;
        }

        var share = (double)Math.Min(first, second) / (first + second);
        var large = Enumerable.Range(0, levels).Where(level => totals[level] * share >= FewestExpected).ToArray();
        var hasSmall = large.Sum(level => totals[level]) < codes.Length;
        var cellOf = new int[levels];
        Array.Fill(cellOf, large.Length);
        for (var cell = 0; cell < large.Length; cell++)
        {
            cellOf[large[cell]] = cell;
        }

        return new DriftMeasure([.. codes.Select(code => cellOf[code])], hasSmall ? [.. large, -1] : large, first, second, null, null);
    }

    private static DriftMeasure OfValues(double[] values, int first, int second)
    {
        int[] sorted = [.. Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row])).OrderBy(row => values[row])];
        var endsTie = new bool[sorted.Length];
        var cells = new int[values.Length];
        var bins = new List<int>();
        for (int i = 0, from = 0; i < sorted.Length; i++)
        {
            endsTie[i] = i == sorted.Length - 1 || values[sorted[i]] != values[sorted[i + 1]];
            cells[sorted[i]] = bins.Count;
            if (endsTie[i] && (i == sorted.Length - 1 || i + 1 - from >= (double)sorted.Length / Bins))
            {
                bins.Add(-1);
                from = i + 1;
            }
        }

        if (sorted.Length < values.Length)
        {
            foreach (var row in Enumerable.Range(0, values.Length).Where(row => double.IsNaN(values[row])))
            {
                cells[row] = bins.Count;
            }

            bins.Add(-1);
        }

        return new DriftMeasure(cells, [.. bins], first, second, sorted, endsTie);
    }

    private (double Strength, double Chi, int Level) Categories()
    {
        var cells = _totals.Length;
        if (cells < 2)
        {
            return (0, 0, -1);
        }

        double chi = 0, most = -1;
        var at = -1;
        double scale = (double)_first * _second / (_first + _second);
        for (var cell = 0; cell < cells; cell++)
        {
            double difference = ((double)_counts[cell] / _second) - ((double)(_totals[cell] - _counts[cell]) / _first);
            var pooled = (double)_totals[cell] / (_first + _second);
            chi += scale * difference * difference / pooled;
            var alone = scale * difference * difference / (pooled * (1 - pooled));
            if (_levels[cell] >= 0 && alone > most)
            {
                (most, at) = (alone, _levels[cell]);
            }
        }

        // Wilson and Hilferty: the cube root of χ² over its degrees is about normal.
        var degrees = cells - 1;
        var normal = (Math.Cbrt(chi / degrees) - (1 - (2.0 / (9 * degrees)))) / Math.Sqrt(2.0 / (9 * degrees));
        var together = MinusLogTwice(normal) + Math.Log(2);
        var single = at < 0 || cells == 2 ? 0 : MinusLogTwice(Math.Sqrt(most)) - Math.Log(cells);
        return (Math.Max(0, Math.Max(together, single)), chi, at);
    }

    /// <summary>χ² of one cell against all others.</summary>
    private double OneCell(int total, int count)
    {
        var pooled = (double)total / (_first + _second);
        var difference = ((double)count / _second) - ((double)(total - count) / _first);
        return (double)_first * _second / (_first + _second) * difference * difference / (pooled * (1 - pooled));
    }

    private (double Distance, int Known) Distance(bool[] isSecond)
    {
        var known = 0;
        foreach (var row in _sorted!)
        {
            known += isSecond[row] ? 1 : 0;
        }

        int others = _sorted.Length - known, seen = 0;
        if (known == 0 || others == 0)
        {
            return (0, known);
        }

        var largest = 0.0;
        for (var i = 0; i < _sorted.Length; i++)
        {
            seen += isSecond[_sorted[i]] ? 1 : 0;
            if (_endsTie![i])
            {
                largest = Math.Max(largest, Math.Abs(((double)seen / known) - ((double)(i + 1 - seen) / others)));
            }
        }

        return (largest, known);
    }

    private double Psi()
    {
        var (first, second) = (_first + (0.5 * _totals.Length), _second + (0.5 * _totals.Length));
        var ratio = Math.Log(first / second);
        var sum = 0.0;
        for (var cell = 0; cell < _totals.Length; cell++)
        {
            var (then, now) = (_totals[cell] - _counts[cell], _counts[cell]);
            sum += (((now + 0.5) / second) - ((then + 0.5) / first)) * (_logs[now] - _logs[then] + ratio);
        }

        return sum;
    }

    /// <summary>−ln P(|Z| ≥ z), for a negative z below 0.</summary>
    private static double MinusLogTwice(double z) => z < 25 ? -Math.Log(SpecialFunctions.Erfc(z / Math.Sqrt(2))) : (z * z / 2) + Math.Log(z * Math.Sqrt(Math.PI / 2));
}
