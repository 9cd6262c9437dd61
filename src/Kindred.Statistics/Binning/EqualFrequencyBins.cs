namespace Kindred.Statistics.Binning;

/// <summary>
/// Bins (a, b] that hold about equally many values; equal values are never split. Edges are quantiles by linear interpolation
/// (type 7 of Hyndman and Fan 1996: R <c>quantile</c>, NumPy <c>percentile</c>, pandas <c>qcut</c>), repeated edges merged.
/// </summary>
public static class EqualFrequencyBins
{
    /// <summary>Inner edges in ascending order: <c>edges.Length + 1</c> bins. A bin that would hold no value is left out.</summary>
    /// <param name="values">Any order; NaN is passed over; not modified.</param>
    /// <param name="bins">Number of bins wanted, 1 to 250.</param>
    public static double[] Edges(ReadOnlySpan<double> values, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, 250);
        var sorted = new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                sorted[count++] = value;
            }
        }

        if (count == 0)
        {
            return [];
        }

        Array.Sort(sorted, 0, count);
        var edges = new List<double>(bins);
        for (var i = 1; i < bins; i++)
        {
            var edge = Quantile(sorted.AsSpan(0, count), (double)i / bins);
            // Values up to the edge lie below it: an edge below the smallest or at the largest value would leave an empty bin.
            if (edge >= sorted[0] && edge < sorted[count - 1] && (edges.Count == 0 || edge > edges[^1]))
            {
                edges.Add(edge);
            }
        }

        return [.. edges];
    }

    /// <summary>The same bins with whole edges where every value is whole: "above 31.8" says no more than "above 31".</summary>
    public static double[] PlainEdges(ReadOnlySpan<double> values, int bins)
    {
        var edges = Edges(values, bins);
        foreach (var value in values)
        {
            if (!double.IsNaN(value) && value != Math.Floor(value))
            {
                return edges;
            }
        }

        return [.. edges.Select(Math.Floor).Distinct()];
    }

    /// <summary>Per value its bin, 1-based; 0 for NaN.</summary>
    public static byte[] Assign(ReadOnlySpan<double> values, ReadOnlySpan<double> edges)
    {
        var cells = new byte[values.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                continue;
            }

            int low = 0, high = edges.Length;
            while (low < high)
            {
                var middle = (low + high) >> 1;
                if (values[i] <= edges[middle])
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }

            cells[i] = (byte)(low + 1);
        }

        return cells;
    }

    /// <summary>Quantile of sorted values by linear interpolation (type 7).</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length);
        var position = (sorted.Length - 1) * share;
        var low = (int)Math.Floor(position);
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
    }
}
