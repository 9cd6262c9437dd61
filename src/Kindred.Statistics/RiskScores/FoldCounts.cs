namespace Kindred.Statistics.RiskScores;

/// <summary>Rows and positives of every cell in every fold.</summary>
internal static class FoldCounts
{
    /// <summary>Per fold: rows and positives of each cell.</summary>
    public static (int[][] Rows, int[][] Positives) Of(byte[] cells, int count, byte[] positive, byte[] folds, int foldCount)
    {
        var n = new int[foldCount][];
        var y = new int[foldCount][];
        for (var fold = 0; fold < foldCount; fold++)
        {
            n[fold] = new int[count];
            y[fold] = new int[count];
        }

        for (var row = 0; row < cells.Length; row++)
        {
            n[folds[row]][cells[row]]++;
            y[folds[row]][cells[row]] += positive[row];
        }

        return (n, y);
    }
}
