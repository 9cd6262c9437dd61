namespace Kindred.Statistics.Binning;

/// <summary>
/// Isotonic regression of rates by pooling adjacent violators (Ayer et al. 1955; the least-squares and the binomial maximum-likelihood solution are the same). O(n).
/// </summary>
public static class IsotonicRates
{
    /// <summary>Per cell the fitted rate; cells of weight 0 take the rate of their block, or of the block before.</summary>
    /// <param name="rows">Weight of each cell, ≥ 0, in order.</param>
    /// <param name="positives">Positives of each cell, 0 … rows.</param>
    /// <param name="isRising">Rates never fall; false: never rise.</param>
    public static double[] Fit(ReadOnlySpan<double> rows, ReadOnlySpan<double> positives, bool isRising = true)
    {
        var ends = Blocks(rows, positives, isRising);
        var fitted = new double[rows.Length];
        var from = 0;
        var before = double.NaN;
        foreach (var end in ends)
        {
            double n = 0, y = 0;
            for (var i = from; i < end; i++)
            {
                n += rows[i];
                y += positives[i];
            }

            before = n > 0 ? y / n : before;
            Array.Fill(fitted, before, from, end - from);
            from = end;
        }

        return fitted;
    }

    /// <summary>Ends (exclusive) of the blocks of equal fitted rate.</summary>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static int[] Blocks(ReadOnlySpan<double> rows, ReadOnlySpan<double> positives, bool isRising = true)
    {
        if (rows.Length != positives.Length)
        {
            throw new ArgumentException("One number of positives per cell.", nameof(positives));
        }

        var sign = isRising ? 1 : -1;
        var n = new double[rows.Length];
        var y = new double[rows.Length];
        var end = new int[rows.Length];
        var top = -1;
        for (var i = 0; i < rows.Length; i++)
        {
            top++;
            (n[top], y[top], end[top]) = (rows[i], positives[i], i + 1);
            // Rates compared without division: a block of weight 0 joins its neighbour.
            while (top > 0 && sign * (y[top - 1] * n[top] - y[top] * n[top - 1]) >= 0)
            {
                n[top - 1] += n[top];
                y[top - 1] += y[top];
                end[top - 1] = end[top];
                top--;
            }
        }

        return end[..(top + 1)];
    }
}
