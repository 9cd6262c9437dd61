using Kindred.Statistics.Binning;

namespace Kindred.Statistics.RiskScores;

/// <summary>How finely a field is cut: chosen by cross-validation inside the training part.</summary>
/// <param name="MinimumShare">Smallest share of rows in a bin.</param>
/// <param name="Bins">Bins wanted.</param>
/// <param name="Gain">Held-out log-likelihood gained over one bin.</param>
public readonly record struct BinningChoice(double MinimumShare, int Bins, double Gain);

/// <summary>Bins of one field: which bin each cell belongs to. After the bins of values come one for missing and one for words never seen.</summary>
/// <param name="BinOfCell">Per cell its bin.</param>
/// <param name="ValueBins">Bins of values, in order.</param>
/// <param name="Rows">Rows of each bin where it was learned.</param>
/// <param name="Positives">Positives of each bin.</param>
public sealed record CellBinning(byte[] BinOfCell, int ValueBins, int[] Rows, int[] Positives)
{
    private static readonly double[] _shares = [0.005, 0.01, 0.02, 0.05];

    /// <summary>Weight, in rows of average rate, that a word's rate is shrunk by when words are put in order.</summary>
    private const double OrderingWeight = 10;

    /// <summary>Positives, and negatives, that a bin of average rate must be expected to hold: then none of either says something.</summary>
    private const double MinimumEach = 5;

    /// <summary>All bins.</summary>
    public int Count => ValueBins + 2;

    /// <summary>Bin of missing values.</summary>
    public int Missing => ValueBins;

    /// <summary>Bin of words never seen.</summary>
    public int Other => ValueBins + 1;

    /// <summary>Smallest bin: 50 rows, on small data down to 10.</summary>
    public static double SmallestBin(int rows) => Math.Clamp(rows / 40.0, 10, 50);

    /// <summary>Learns bins.</summary>
    /// <param name="field">The field.</param>
    /// <param name="n">Rows of each cell.</param>
    /// <param name="y">Positives of each cell.</param>
    /// <param name="choice">How finely.</param>
    /// <param name="maxBins">Most bins.</param>
    public static CellBinning Learn(RiskScoreField field, int[] n, int[] y, BinningChoice choice, int maxBins)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(n);
        ArgumentNullException.ThrowIfNull(y);
        int rows = n.Sum(), positives = y.Sum();
        var order = Order(field, n, y, rows, positives);
        var path = Path(order, n, y, choice.MinimumShare, rows, positives, maxBins, field);
        return From(order, BestUpTo(path, choice.Bins), n, y);
    }

    /// <summary>Chooses how finely by held-out likelihood over folds; a gain ≤ 0 says the field is worth nothing by itself.</summary>
    /// <param name="field">The field.</param>
    /// <param name="n">Per fold the rows of each cell.</param>
    /// <param name="y">Per fold the positives of each cell.</param>
    /// <param name="maxBins">Most bins.</param>
    public static BinningChoice Choose(RiskScoreField field, int[][] n, int[][] y, int maxBins)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(n);
        ArgumentNullException.ThrowIfNull(y);
        var loss = new double[_shares.Length, maxBins];
        var cells = n[0].Length;
        for (var fold = 0; fold < n.Length; fold++)
        {
            var trainN = new int[cells];
            var trainY = new int[cells];
            for (var other = 0; other < n.Length; other++)
            {
                for (var cell = 0; cell < cells && other != fold; cell++)
                {
                    trainN[cell] += n[other][cell];
                    trainY[cell] += y[other][cell];
                }
            }

            int rows = trainN.Sum(), positives = trainY.Sum();
            var order = Order(field, trainN, trainY, rows, positives);
            for (var share = 0; share < _shares.Length; share++)
            {
                var path = Path(order, trainN, trainY, _shares[share], rows, positives, maxBins, field);
                var last = 0.0;
                for (var k = 0; k < maxBins; k++)
                {
                    // Where k bins cannot be had, fewer are what Learn would give.
                    last = path[k] is null ? last : HeldOut(From(order, path[k]!, trainN, trainY), n[fold], y[fold], (double)positives / rows);
                    loss[share, k] += last;
                }
            }
        }

        var best = new BinningChoice(_shares[^1], 1, 0);
        for (var share = _shares.Length - 1; share >= 0; share--)
        {
            for (var k = 1; k < maxBins; k++)
            {
                var gain = loss[0, 0] - loss[share, k];
                best = gain > best.Gain + 1e-9 ? new BinningChoice(_shares[share], k + 1, gain) : best;
            }
        }

        return best;
    }

    private static int[] Order(RiskScoreField field, int[] n, int[] y, int rows, int positives)
    {
        var cells = Enumerable.Range(1, n.Length - 1);
        var average = (positives + 0.5) / (rows + 1.0);
        return field.IsOrdered
            ? [.. cells]
            : [.. cells.Where(cell => n[cell] > 0).OrderBy(cell => (y[cell] + OrderingWeight * average) / (n[cell] + OrderingWeight)).ThenBy(cell => cell)];
    }

    private static int[]?[] Path(int[] order, int[] n, int[] y, double share, int rows, int positives, int maxBins, RiskScoreField field)
    {
        if (order.Length == 0)
        {
            var none = new int[]?[maxBins];
            none[0] = [];
            return none;
        }

        return OptimalBins.Path(
            [.. order.Select(cell => (double)n[cell])], [.. order.Select(cell => (double)y[cell])], maxBins,
            Math.Max(Math.Max(SmallestBin(rows), share * rows), MinimumEach * rows / Math.Max(1, Math.Min(positives, rows - positives))), 0, field.Shape);
    }

    private static int[] BestUpTo(int[]?[] path, int bins)
    {
        var best = path[0]!;
        for (var k = 1; k < Math.Min(bins, path.Length); k++)
        {
            best = path[k] ?? best;
        }

        return best;
    }

    private static CellBinning From(int[] order, int[] ends, int[] n, int[] y)
    {
        var binRows = new int[ends.Length + 2];
        var binPositives = new int[ends.Length + 2];
        var binOf = new byte[n.Length];
        Array.Fill(binOf, (byte)(ends.Length + 1));
        binOf[0] = (byte)ends.Length;
        for (int bin = 0, at = 0; bin < ends.Length; bin++)
        {
            for (; at < ends[bin]; at++)
            {
                binOf[order[at]] = (byte)bin;
            }
        }

        for (var cell = 0; cell < n.Length; cell++)
        {
            binRows[binOf[cell]] += n[cell];
            binPositives[binOf[cell]] += y[cell];
        }

        return new CellBinning(binOf, ends.Length, binRows, binPositives);
    }

    private static double HeldOut(CellBinning bins, int[] n, int[] y, double average)
    {
        double loss = 0;
        for (var cell = 0; cell < n.Length; cell++)
        {
            if (n[cell] > 0)
            {
                var bin = bins.BinOfCell[cell];
                var rate = (bins.Positives[bin] + average) / (bins.Rows[bin] + 1);
                loss -= y[cell] * Math.Log(rate) + (n[cell] - y[cell]) * Math.Log(1 - rate);
            }
        }

        return loss;
    }
}
