using System.Numerics;

namespace Kindred.Statistics.Survival;

/// <summary>
/// Observations from the longest time to the shortest. A row is 1 followed by its covariates, centred and scaled, filled up with zeros to whole vectors; covariates that say nothing new are left out.
/// </summary>
internal sealed class CoxRows
{
    private const double Alias = 1e-9;

    public required double[] Times { get; init; }

    public required byte[] Happened { get; init; }

    /// <summary>Row-major, <see cref="Stride"/> values a row.</summary>
    public required double[] Values { get; init; }

    public required double[] Means { get; init; }

    public required double[] Scales { get; init; }

    /// <summary>Covariates kept, by position among those given.</summary>
    public required int[] Kept { get; init; }

    public int Size => Kept.Length;

    public int Stride => StrideOf(Kept.Length);

    public int Count => Times.Length;

    public required int Events { get; init; }

    /// <summary>Largest |x| of each covariate kept.</summary>
    public required double[] Largest { get; init; }

    public static CoxRows Of(ReadOnlySpan<double> durations, ReadOnlySpan<byte> events, IReadOnlyList<double[]> covariates)
    {
        var n = durations.Length;
        if (covariates.Count == 0 || covariates.Any(column => column.Length != n))
        {
            throw new ArgumentException("At least one covariate is needed, with one value per time.", nameof(covariates));
        }

        var died = 0;
        foreach (var one in events)
        {
            died += one;
        }

        if (died == 0)
        {
            throw new ArgumentException("There is no event.", nameof(events));
        }

        double[] means = new double[covariates.Count], scales = new double[covariates.Count], largest = new double[covariates.Count];
        for (var j = 0; j < means.Length; j++)
        {
            (means[j], scales[j], largest[j]) = Moments(covariates[j]);
        }

        var order = LongestFirst(durations);
        var times = new double[n];
        var happened = new byte[n];
        for (var i = 0; i < n; i++)
        {
            times[i] = durations[order[i]];
            happened[i] = events[order[i]];
        }

        int[] kept = [.. Enumerable.Range(0, covariates.Count).Where(j => scales[j] > 1e-9 * Math.Max(1e-300, Math.Abs(means[j])) && scales[j] > 0)];
        return new CoxRows
        {
            Times = times,
            Happened = happened,
            Values = Filled(covariates, kept, means, scales, order),
            Means = means,
            Scales = scales,
            Kept = kept,
            Events = died,
            Largest = [.. kept.Select(j => largest[j] / scales[j])],
        };
    }

    /// <summary>Order from the longest duration to the shortest, rows of one duration as they came: by the bytes of the durations, which order numbers from 0 on as their values do.</summary>
    private static int[] LongestFirst(ReadOnlySpan<double> durations)
    {
        const int Digits = 256, Bytes = 8;
        var n = durations.Length;
        ulong[] keys = new ulong[n], nextKeys = new ulong[n];
        int[] order = new int[n], nextOrder = new int[n];
        var counts = new int[Bytes * Digits];
        for (var i = 0; i < n; i++)
        {
            // + 0.0 makes the two zeros one.
            var key = ~BitConverter.DoubleToUInt64Bits(durations[i] + 0.0);
            (keys[i], order[i]) = (key, i);
            for (var digit = 0; digit < Bytes; digit++, key >>= 8)
            {
                counts[digit * Digits + (int)(key & 0xFF)]++;
            }
        }

        for (var digit = 0; digit < Bytes; digit++)
        {
            var own = counts.AsSpan(digit * Digits, Digits);
            if (n == 0 || own[(int)((keys[0] >> (8 * digit)) & 0xFF)] == n)
            {
                continue;
            }

            for (int value = 0, sum = 0; value < Digits; value++)
            {
                (own[value], sum) = (sum, sum + own[value]);
            }

            for (var i = 0; i < n; i++)
            {
                var place = own[(int)((keys[i] >> (8 * digit)) & 0xFF)]++;
                (nextKeys[place], nextOrder[place]) = (keys[i], order[i]);
            }

            (keys, nextKeys, order, nextOrder) = (nextKeys, keys, nextOrder, order);
        }

        return order;
    }

    private static int StrideOf(int size) => (size + Vector<double>.Count) / Vector<double>.Count * Vector<double>.Count;

    private static double[] Filled(IReadOnlyList<double[]> covariates, int[] kept, double[] means, double[] scales, int[] order)
    {
        var stride = StrideOf(kept.Length);
        var values = new double[order.Length * stride];
        double[][] columns = [.. kept.Select(j => covariates[j])];
        double[] centres = [.. kept.Select(j => means[j])], inverse = [.. kept.Select(j => 1 / scales[j])];
        for (int i = 0, at = 0; i < order.Length; i++, at += stride)
        {
            var row = order[i];
            values[at] = 1;
            for (var j = 0; j < columns.Length; j++)
            {
                values[at + j + 1] = (columns[j][row] - centres[j]) * inverse[j];
            }
        }

        return values;
    }

    /// <summary>Mean, spread and range of a covariate, in one pass about its first value.</summary>
    private static (double Mean, double Scale, double Largest) Moments(double[] column)
    {
        var origin = column[0];
        Vector<double> first = Vector<double>.Zero, second = first, low = first, high = first, centre = new(origin);
        var at = 0;
        for (; at <= column.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            var value = new Vector<double>(column, at) - centre;
            first += value;
            second += value * value;
            low = Vector.Min(low, value);
            high = Vector.Max(high, value);
        }

        double sum = Vector.Sum(first), square = Vector.Sum(second), least = 0, most = 0;
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            (least, most) = (Math.Min(least, low[lane]), Math.Max(most, high[lane]));
        }

        for (; at < column.Length; at++)
        {
            var value = column[at] - origin;
            sum += value;
            square += value * value;
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        if (!double.IsFinite(square))
        {
            throw new ArgumentException("Covariates are finite.", nameof(column));
        }

        var mean = sum / column.Length;
        return (origin + mean, Math.Sqrt(Math.Max(0, square / column.Length - mean * mean)), Math.Max(most - mean, mean - least));
    }

    /// <summary>Every so-many-th row, in the same order and on the same scale.</summary>
    public CoxRows Every(int step)
    {
        var count = (Count + step - 1) / step;
        var (times, happened, values) = (new double[count], new byte[count], new double[count * Stride]);
        var events = 0;
        for (var i = 0; i < count; i++)
        {
            (times[i], happened[i]) = (Times[i * step], Happened[i * step]);
            events += happened[i];
            Values.AsSpan(i * step * Stride, Stride).CopyTo(values.AsSpan(i * Stride));
        }

        return new CoxRows { Times = times, Happened = happened, Values = values, Means = Means, Scales = Scales, Kept = Kept, Events = events, Largest = Largest };
    }

    /// <summary>Pivots of a matrix of sums of products from first to last: a covariate whose pivot is all but 0 is a sum of those before it. Null when there is none.</summary>
    /// <param name="sums">Σ z zᵀ over all rows, z = (1, x), from the diagonal on.</param>
    public CoxRows? WithoutAliases(double[] sums)
    {
        var kept = new List<int>();
        var factor = new List<double[]>();
        for (var j = 0; j < Size; j++)
        {
            var row = new double[kept.Count];
            double pivot = 1;
            for (var k = 0; k < row.Length; k++)
            {
                var sum = sums[(kept[k] + 1) * Stride + j + 1] / Count;
                for (var m = 0; m < k; m++)
                {
                    sum -= row[m] * factor[k][m];
                }

                row[k] = sum / factor[k][k];
                pivot -= row[k] * row[k];
            }

            if (pivot > Alias)
            {
                kept.Add(j);
                factor.Add([.. row, Math.Sqrt(pivot)]);
            }
        }

        if (kept.Count == Size)
        {
            return null;
        }

        var stride = StrideOf(kept.Count);
        var values = new double[Count * stride];
        for (var i = 0; i < Count; i++)
        {
            values[i * stride] = 1;
            for (var j = 0; j < kept.Count; j++)
            {
                values[i * stride + j + 1] = Values[i * Stride + kept[j] + 1];
            }
        }

        return new CoxRows { Times = Times, Happened = Happened, Values = values, Means = Means, Scales = Scales, Kept = [.. kept.Select(j => Kept[j])], Events = Events, Largest = [.. kept.Select(j => Largest[j])] };
    }
}
