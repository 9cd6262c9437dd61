namespace Kindred.Statistics.Survival;

/// <summary>Observations from the longest time to the shortest, covariates centred and scaled row by row; covariates that say nothing new are left out.</summary>
internal sealed class CoxRows
{
    private const double Alias = 1e-9;

    public required double[] Times { get; init; }

    public required byte[] Happened { get; init; }

    /// <summary>Row-major, <see cref="Size"/> values a row.</summary>
    public required double[] Values { get; init; }

    public required double[] Means { get; init; }

    public required double[] Scales { get; init; }

    /// <summary>Covariates kept, by position among those given.</summary>
    public required int[] Kept { get; init; }

    public int Size => Kept.Length;

    public int Count => Times.Length;

    public int Events { get; private init; }

    public static CoxRows Of(ReadOnlySpan<double> durations, ReadOnlySpan<byte> events, IReadOnlyList<double[]> covariates)
    {
        var n = durations.Length;
        if (covariates.Count == 0 || covariates.Any(column => column.Length != n))
        {
            throw new ArgumentException("At least one covariate is needed, with one value per time.", nameof(covariates));
        }

        if (covariates.Any(column => !Array.TrueForAll(column, double.IsFinite)))
        {
            throw new ArgumentException("Covariates are finite.", nameof(covariates));
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

        var (means, scales) = Moments(covariates);
        var kept = Independent(covariates, means, scales);
        var negative = new double[n];
        var order = new int[n];
        for (var i = 0; i < n; i++)
        {
            negative[i] = -durations[i];
            order[i] = i;
        }

        Array.Sort(negative, order);
        var values = new double[n * kept.Length];
        var times = new double[n];
        var happened = new byte[n];
        for (var i = 0; i < n; i++)
        {
            times[i] = -negative[i];
            happened[i] = events[order[i]];
        }

        for (var j = 0; j < kept.Length; j++)
        {
            var column = covariates[kept[j]];
            var (mean, scale) = (means[kept[j]], 1 / scales[kept[j]]);
            for (var i = 0; i < n; i++)
            {
                values[i * kept.Length + j] = (column[order[i]] - mean) * scale;
            }
        }

        return new CoxRows { Times = times, Happened = happened, Values = values, Means = means, Scales = scales, Kept = kept, Events = died };
    }

    private static (double[] Means, double[] Scales) Moments(IReadOnlyList<double[]> covariates)
    {
        double[] means = new double[covariates.Count], scales = new double[covariates.Count];
        for (var j = 0; j < means.Length; j++)
        {
            double sum = 0, square = 0;
            foreach (var value in covariates[j])
            {
                sum += value;
            }

            means[j] = sum / covariates[j].Length;
            foreach (var value in covariates[j])
            {
                square += (value - means[j]) * (value - means[j]);
            }

            scales[j] = Math.Sqrt(square / covariates[j].Length);
        }

        return (means, scales);
    }

    /// <summary>Pivots of the correlation matrix from first to last: a covariate whose pivot is all but 0 is a sum of those before it, or constant.</summary>
    private static int[] Independent(IReadOnlyList<double[]> covariates, double[] means, double[] scales)
    {
        var kept = new List<int>();
        var factor = new List<double[]>();
        for (var j = 0; j < covariates.Count; j++)
        {
            if (!(scales[j] > 1e-12 * Math.Max(1, Math.Abs(means[j]))))
            {
                continue;
            }

            var row = new double[kept.Count];
            double pivot = 1;
            for (var k = 0; k < row.Length; k++)
            {
                double sum = 0;
                var (a, b) = (covariates[j], covariates[kept[k]]);
                for (var i = 0; i < a.Length; i++)
                {
                    sum += (a[i] - means[j]) * (b[i] - means[kept[k]]);
                }

                sum /= a.Length * scales[j] * scales[kept[k]];
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

        return [.. kept];
    }
}
