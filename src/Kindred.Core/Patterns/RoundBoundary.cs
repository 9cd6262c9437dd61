namespace Kindred.Core.Patterns;

/// <summary>How round a number is to people: 50 and 200 are rounder than 150, 150 than 45, 45 than 47.</summary>
internal static class RoundBoundary
{
    /// <summary>0 for 1, 2, 5 × 10^k; 1 for one other digit or 15 and 25 × 10^k; 2 for two digits; 3 for anything else.</summary>
    public static int Roughness(double value)
    {
        var size = Math.Abs(value);
        if (size == 0)
        {
            return 0;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(size) + 1e-12));
        var lead = size / power;
        return Is(lead, 1) || Is(lead, 2) || Is(lead, 5) || Is(lead, 10) ? 0
            : Is(lead, Math.Round(lead)) || Is(lead, 1.5) || Is(lead, 2.5) ? 1
            : Is(lead * 10, Math.Round(lead * 10)) ? 2 : 3;
    }

    /// <summary>
    /// Quantile edges moved to the roundest number nearer to them than to their neighbours: 47.3 and 212 become 50 and 200.
    /// Bands of round numbers are what people filter by, and moving edges without looking at the outcome costs the test nothing.
    /// </summary>
    public static double[] Edges(double[] edges)
    {
        var moved = new SortedSet<double>();
        var isWhole = Array.TrueForAll(edges, edge => edge == Math.Floor(edge));
        for (var i = 0; i < edges.Length; i++)
        {
            var from = i == 0 ? edges[i] - (edges.Length > 1 ? (edges[1] - edges[0]) / 2 : 0) : (edges[i - 1] + edges[i]) / 2;
            var to = i == edges.Length - 1 ? edges[i] + (i > 0 ? (edges[i] - edges[i - 1]) / 2 : 0) : (edges[i] + edges[i + 1]) / 2;
            var best = Between(from, to).Where(value => value > 0 && (!isWhole || value == Math.Floor(value))).GroupBy(Roughness).OrderBy(group => group.Key).Select(group => group.MinBy(value => Math.Abs(value - edges[i]))).FirstOrDefault();
            moved.Add(best > 0 ? best : edges[i]);
        }

        return [.. moved];
    }

    /// <summary>
    /// The bands people use for sizes and amounts, 1, 2, 5, 10, 20, 50 … as far as the middle 95 % of the values reach, where that gives five edges or more
    /// (values over several powers of ten); empty elsewhere, such as for years or shares.
    /// </summary>
    public static double[] Series(ReadOnlySpan<double> values)
    {
        var sorted = new List<double>(values.Length);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                sorted.Add(value);
            }
        }

        if (sorted.Count == 0)
        {
            return [];
        }

        sorted.Sort();
        double low = sorted[(int)(0.025 * (sorted.Count - 1))], high = sorted[(int)(0.975 * (sorted.Count - 1))];
        var series = Between(low, high).Where(value => Roughness(value) == 0 && value < sorted[^1]).ToArray();
        return series.Length >= 5 ? series : [];
    }

    /// <summary>Round numbers in an interval (from, to], at most a few dozen, roundest first.</summary>
    public static IEnumerable<double> Between(double from, double to)
    {
        var found = new List<double>();
        for (var k = -3; k <= 12; k++)
        {
            foreach (var lead in (double[])[1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9])
            {
                var value = lead * Math.Pow(10, k);
                if (value > from && value <= to)
                {
                    found.Add(value);
                }
            }
        }

        return found.OrderBy(Roughness).ThenBy(value => value);
    }

    private static bool Is(double value, double wanted) => Math.Abs(value - wanted) < 1e-9;
}
