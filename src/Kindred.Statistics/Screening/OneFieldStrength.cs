namespace Kindred.Statistics.Screening;

/// <summary>How well one field alone tells positives from negatives, measured on rows it was not fitted on.</summary>
/// <param name="Auc">Area under the ROC curve of out-of-fold rates, ties counted half; 0.5 is chance.</param>
/// <param name="Information">Out-of-fold log-loss saved against the base rate, in nats a row; may be negative.</param>
public sealed record OneFieldStrength(double Auc, double Information)
{
    private const int Folds = 5;

    /// <summary>
    /// Each row is scored by the shrunken rate of its cell in the other folds, (positives + 2·base) / (rows + 2). O(rows · log rows).
    /// Witness: scikit-learn <c>roc_auc_score</c> on the same scores.
    /// </summary>
    /// <param name="cells">Per row its cell 0 … cellCount − 1 (missing is a cell).</param>
    /// <param name="cellCount">Number of cells.</param>
    /// <param name="positive">Per row 1 or 0; both classes present.</param>
    /// <param name="foldOf">Per row its fold 0 … 4.</param>
    public static OneFieldStrength Of(ReadOnlySpan<int> cells, int cellCount, ReadOnlySpan<byte> positive, ReadOnlySpan<byte> foldOf)
    {
        var n = new int[Folds, cellCount];
        var tp = new int[Folds, cellCount];
        var totalN = new int[cellCount];
        var totalTp = new int[cellCount];
        var positives = 0;
        for (var row = 0; row < cells.Length; row++)
        {
            n[foldOf[row], cells[row]]++;
            tp[foldOf[row], cells[row]] += positive[row];
            totalN[cells[row]]++;
            totalTp[cells[row]] += positive[row];
            positives += positive[row];
        }

        var baseRate = (double)positives / cells.Length;
        var scores = new double[cells.Length];
        var labels = new byte[cells.Length];
        double loss = 0, baseLoss = 0;
        for (var row = 0; row < cells.Length; row++)
        {
            var cell = cells[row];
            var fold = foldOf[row];
            var rate = (totalTp[cell] - tp[fold, cell] + 2 * baseRate) / (totalN[cell] - n[fold, cell] + 2);
            scores[row] = rate;
            labels[row] = positive[row];
            loss -= Math.Log(positive[row] == 1 ? rate : 1 - rate);
            baseLoss -= Math.Log(positive[row] == 1 ? baseRate : 1 - baseRate);
        }

        return new OneFieldStrength(AreaUnderCurve(scores, labels), (baseLoss - loss) / cells.Length);
    }

    /// <summary>Probability that a random positive scores above a random negative, ties half (Mann–Whitney). Reorders both arrays.</summary>
    public static double AreaUnderCurve(double[] scores, byte[] labels)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        Array.Sort(scores, labels);
        double rankSum = 0;
        long positives = 0;
        for (var start = 0; start < scores.Length;)
        {
            var end = start;
            var tied = 0;
            while (end < scores.Length && scores[end] == scores[start])
            {
                tied += labels[end++];
            }

            rankSum += tied * ((start + 1 + end) / 2.0);
            positives += tied;
            start = end;
        }

        var negatives = scores.Length - positives;
        return positives == 0 || negatives == 0 ? 0.5 : (rankSum - positives * (positives + 1) / 2.0) / ((double)positives * negatives);
    }
}
