namespace Kindred.Statistics.Calibration;

/// <summary>
/// Area under the ROC curve with ties as one half (Mann–Whitney) and its variance by DeLong, DeLong and Clarke-Pearson 1988, by midranks (Sun and Xu 2014). O(n log n).
/// Witness: R <c>pROC</c>.
/// </summary>
/// <param name="Value">0 to 1.</param>
/// <param name="Variance">DeLong's variance.</param>
/// <param name="Positives">Positives.</param>
/// <param name="Negatives">Negatives.</param>
public readonly record struct AreaUnderCurve(double Value, double Variance, int Positives, int Negatives)
{
    /// <summary>Of scores and outcomes.</summary>
    /// <param name="score">Larger speaks for the outcome.</param>
    /// <param name="positive">Per row 1 or 0; both occur.</param>
    /// <exception cref="ArgumentException">One class is empty.</exception>
    public static AreaUnderCurve Of(ReadOnlySpan<double> score, ReadOnlySpan<byte> positive)
    {
        var x = new List<double>();
        var y = new List<double>();
        for (var row = 0; row < score.Length; row++)
        {
            (positive[row] == 1 ? x : y).Add(score[row]);
        }

        if (x.Count == 0 || y.Count == 0)
        {
            throw new ArgumentException("Both outcomes must occur.", nameof(positive));
        }

        double[] all = [.. x, .. y];
        var rankAll = Midranks(all);
        var rankX = Midranks([.. x]);
        var rankY = Midranks([.. y]);
        double m = x.Count, n = y.Count;
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++)
        {
            sum += rankAll[i];
        }

        var auc = (sum - m * (m + 1) / 2) / (m * n);
        double forX = 0, forY = 0;
        for (var i = 0; i < x.Count; i++)
        {
            var placed = (rankAll[i] - rankX[i]) / n - auc;
            forX += placed * placed;
        }

        for (var j = 0; j < y.Count; j++)
        {
            var placed = 1 - (rankAll[x.Count + j] - rankY[j]) / m - auc;
            forY += placed * placed;
        }

        var variance = (m > 1 ? forX / (m - 1) / m : 0) + (n > 1 ? forY / (n - 1) / n : 0);
        return new AreaUnderCurve(auc, variance, x.Count, y.Count);
    }

    /// <summary>Mean of folds with a 95 % interval from the folds' own variances (stratified DeLong).</summary>
    public static (double Value, double Low, double High) Pooled(IReadOnlyList<AreaUnderCurve> folds)
    {
        ArgumentNullException.ThrowIfNull(folds);
        var mean = folds.Average(fold => fold.Value);
        var error = Math.Sqrt(folds.Sum(fold => fold.Variance)) / folds.Count;
        return (mean, Math.Max(0, mean - 1.959963984540054 * error), Math.Min(1, mean + 1.959963984540054 * error));
    }

    private static double[] Midranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        var ranks = new double[values.Length];
        for (var i = 0; i < order.Length;)
        {
            var j = i;
            while (j < order.Length && values[order[j]].Equals(values[order[i]]))
            {
                j++;
            }

            for (var k = i; k < j; k++)
            {
                ranks[order[k]] = 0.5 * (i + 1 + j);
            }

            i = j;
        }

        return ranks;
    }
}
