using Kindred.Statistics.Resampling;
using Kindred.Statistics.Screening;

namespace Kindred.Statistics.Similarity;

/// <summary>
/// Weights of fields for a distance, learned from an outcome: how far the field alone tells the outcome on rows it was not fitted on (<see cref="OneFieldStrength"/>), less one standard error of chance,
/// √((p + n + 1) / (12 p n)) (Mann and Whitney 1947). A field that does no better than chance weighs nothing; where none does, all weigh the same.
/// </summary>
public static class OutcomeWeights
{
    /// <summary>Learns.</summary>
    /// <param name="cells">Per field the cell of each row; missing is a cell.</param>
    /// <param name="counts">Per field the number of cells.</param>
    /// <param name="positive">Per row 1 or 0; both occur.</param>
    /// <param name="clusters">Rows that belong together.</param>
    /// <param name="seed">Of the folds.</param>
    /// <returns>Weights that add up to 1, per field its area under the curve, and whether anything was learned.</returns>
    public static (double[] Weights, double[] Areas, bool IsLearned) Learn(int[][] cells, int[] counts, byte[] positive, Clusters clusters, long seed)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(clusters);
        double p = positive.Sum(value => value), n = positive.Length - p;
        if (p == 0 || n == 0 || cells.Length == 0)
        {
            throw new ArgumentException("Both outcomes and a field must occur.", nameof(positive));
        }

        var chance = Math.Sqrt((p + n + 1) / (12 * p * n));
        var folds = clusters.Folds(positive, 5, new SeededRandom(seed, 62));
        double[] areas = [.. cells.Select((field, i) => OneFieldStrength.Of(field, counts[i], positive, folds).Auc)];
        double[] weights = [.. areas.Select(area => Math.Max(0, area - 0.5 - chance))];
        var sum = weights.Sum();
        return sum > 0 ? ([.. weights.Select(weight => weight / sum)], areas, true) : ([.. weights.Select(_ => 1.0 / weights.Length)], areas, false);
    }
}
