namespace Kindred.Statistics.Binning;

/// <summary>
/// The most likely bins of ordered cells by dynamic programming: for every number of bins up to a limit, the cuts whose binomial likelihood is largest
/// (Fisher 1958 for least squares; here −Σ y ln(y/n) + (n−y) ln(1−y/n)). A shape is kept by cutting only between the blocks of the shape's own best fit
/// (Haiminen, Gionis and Laasonen 2008). O(cells² · bins).
/// </summary>
public static class OptimalBins
{
    /// <summary>Entry k − 1 holds the ends (exclusive) of the best k bins, or null where k bins cannot be had under the limits.</summary>
    /// <param name="rows">Rows of each cell, in order.</param>
    /// <param name="positives">Positives of each cell.</param>
    /// <param name="maxBins">Most bins, 1 to 64.</param>
    /// <param name="minRows">Fewest rows of a bin.</param>
    /// <param name="minEach">Fewest positives and fewest negatives of a bin.</param>
    /// <param name="shape">Shape of the rates along the cells.</param>
    public static int[]?[] Path(ReadOnlySpan<double> rows, ReadOnlySpan<double> positives, int maxBins, double minRows, double minEach, BinShape shape = BinShape.Any)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBins, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxBins, 64);
        if (shape != BinShape.Peaked)
        {
            return Between(rows, positives, Blocks(rows, positives, shape), maxBins, minRows, minEach);
        }

        // The best peak depends on the number of bins: every one is tried.
        var best = new int[]?[maxBins];
        for (var peak = 1; peak <= rows.Length; peak++)
        {
            int[] both = [.. IsotonicRates.Blocks(rows[..peak], positives[..peak]), .. IsotonicRates.Blocks(rows[peak..], positives[peak..], isRising: false).Select(end => end + peak)];
            var path = Between(rows, positives, both, maxBins, minRows, minEach);
            for (var k = 0; k < maxBins; k++)
            {
                if (path[k] is { } ends && (best[k] is null || Total(rows, positives, ends) < Total(rows, positives, best[k]!) - 1e-12))
                {
                    best[k] = ends;
                }
            }
        }

        return best;
    }

    /// <summary>Negative log-likelihood of a bin at its own rate.</summary>
    public static double Deviance(double rows, double positives) =>
        rows <= 0 ? 0 : -Entropy(positives, rows) - Entropy(rows - positives, rows);

    private static double Entropy(double part, double whole) => part <= 0 ? 0 : part * Math.Log(part / whole);

    private static int[]?[] Best(double[] n, double[] y, int maxBins, double minRows, double minEach)
    {
        var cells = n.Length - 1;
        var cost = new double[(cells + 1) * (cells + 1)];
        for (var from = 0; from < cells; from++)
        {
            for (var to = from + 1; to <= cells; to++)
            {
                double rows = n[to] - n[from], positives = y[to] - y[from];
                cost[from * (cells + 1) + to] = rows >= minRows && positives >= minEach && rows - positives >= minEach
                    ? Deviance(rows, positives)
                    : double.PositiveInfinity;
            }
        }

        // One bin is always allowed: with fewer rows than a bin needs there is nothing to tell apart.
        var path = new int[]?[maxBins];
        path[0] = [cells];
        var best = new double[cells + 1];
        var next = new double[cells + 1];
        var cameFrom = new int[maxBins, cells + 1];
        for (var to = 1; to <= cells; to++)
        {
            best[to] = cost[to];
        }

        best[0] = double.PositiveInfinity;
        for (var k = 1; k < maxBins; k++)
        {
            Array.Fill(next, double.PositiveInfinity);
            for (var to = k + 1; to <= cells; to++)
            {
                for (var from = k; from < to; from++)
                {
                    var total = best[from] + cost[from * (cells + 1) + to];
                    if (total < next[to])
                    {
                        next[to] = total;
                        cameFrom[k, to] = from;
                    }
                }
            }

            (best, next) = (next, best);
            if (double.IsPositiveInfinity(best[cells]))
            {
                continue;
            }

            var ends = new int[k + 1];
            for (int at = k, end = cells; at >= 0; at--)
            {
                ends[at] = end;
                end = cameFrom[at, end];
            }

            path[k] = ends;
        }

        return path;
    }

    private static int[] Blocks(ReadOnlySpan<double> rows, ReadOnlySpan<double> positives, BinShape shape) => shape switch
    {
        BinShape.Rising => IsotonicRates.Blocks(rows, positives),
        BinShape.Falling => IsotonicRates.Blocks(rows, positives, isRising: false),
        _ => [.. Enumerable.Range(1, rows.Length)],
    };

    private static int[]?[] Between(ReadOnlySpan<double> rows, ReadOnlySpan<double> positives, int[] blocks, int maxBins, double minRows, double minEach)
    {
        var n = new double[blocks.Length + 1];
        var y = new double[blocks.Length + 1];
        for (int block = 0, cell = 0; block < blocks.Length; block++)
        {
            (n[block + 1], y[block + 1]) = (n[block], y[block]);
            for (; cell < blocks[block]; cell++)
            {
                n[block + 1] += rows[cell];
                y[block + 1] += positives[cell];
            }
        }

        var path = Best(n, y, Math.Min(maxBins, blocks.Length), minRows, minEach);
        var result = new int[]?[maxBins];
        for (var k = 0; k < path.Length; k++)
        {
            result[k] = path[k] is { } ends ? [.. ends.Select(end => blocks[end - 1])] : null;
        }

        return result;
    }

    private static double Total(ReadOnlySpan<double> rows, ReadOnlySpan<double> positives, int[] ends)
    {
        double total = 0;
        for (int i = 0, cell = 0; i < ends.Length; i++)
        {
            double n = 0, y = 0;
            for (; cell < ends[i]; cell++)
            {
                n += rows[cell];
                y += positives[cell];
            }

            total += Deviance(n, y);
        }

        return total;
    }
}
