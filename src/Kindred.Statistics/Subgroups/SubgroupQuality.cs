namespace Kindred.Statistics.Subgroups;

/// <summary>Totals a quality is measured against.</summary>
/// <param name="Rows">All rows, N ≥ 1.</param>
/// <param name="Positives">Rows with the outcome, P.</param>
public readonly record struct Totals(int Rows, int Positives)
{
    /// <summary>Rows without the outcome.</summary>
    public int Negatives => Rows - Positives;

    /// <summary>P / N.</summary>
    public double BaseRate => (double)Positives / Rows;
}

/// <summary>
/// A quality of a subgroup from its positives <c>tp</c> and negatives <c>fp</c>. <see cref="Bound"/> is an optimistic estimate:
/// no subgroup with at most <c>tp</c> positives and between 0 and <c>fpHigh</c> negatives is better than <c>Bound(tp, 0, fpHigh)</c>,
/// and none with exactly <c>tp</c> positives and between <c>fpLow</c> and <c>fpHigh</c> negatives is better than <c>Within(tp, fpLow, fpHigh)</c>.
/// </summary>
public interface ISubgroupQuality
{
    /// <summary>The quality of the subgroup.</summary>
    static abstract double Of(int tp, int fp, in Totals totals);

    /// <summary>Upper bound over all subgroups of a subgroup with these counts.</summary>
    static abstract double Bound(int tp, int fp, in Totals totals);

    /// <summary>Upper bound over subgroups with exactly these positives and a number of negatives in the range.</summary>
    static abstract double Within(int tp, int fpLow, int fpHigh, in Totals totals);
}

/// <summary>Weighted relative accuracy n/N·(p − p₀) (Lavrač, Flach, Zupan 1999); computed from the exact integer tp·N − n·P. Witness: telco_top10.json.</summary>
public readonly struct WeightedRelativeAccuracy : ISubgroupQuality
{
    /// <inheritdoc />
    public static double Of(int tp, int fp, in Totals totals) =>
        ((double)tp * totals.Rows - (double)(tp + fp) * totals.Positives) / ((double)totals.Rows * totals.Rows);

    /// <inheritdoc />
    public static double Bound(int tp, int fp, in Totals totals) => Of(tp, 0, totals);

    /// <inheritdoc />
    public static double Within(int tp, int fpLow, int fpHigh, in Totals totals) => Of(tp, fpLow, totals);
}

/// <summary>Binomial test quality √(n/N)·(p − p₀) (Klösgen 1996, a = ½). Witness: telco_top10.json.</summary>
public readonly struct BinomialQuality : ISubgroupQuality
{
    /// <inheritdoc />
    public static double Of(int tp, int fp, in Totals totals)
    {
        double n = tp + fp;
        return n == 0 ? double.NegativeInfinity : Math.Sqrt(n / totals.Rows) * (tp / n - totals.BaseRate);
    }

    /// <inheritdoc />
    public static double Bound(int tp, int fp, in Totals totals) => Of(tp, 0, totals);

    /// <inheritdoc />
    public static double Within(int tp, int fpLow, int fpHigh, in Totals totals) => Of(tp, fpLow, totals);
}

/// <summary>Pearson's χ² of the 2 × 2 table without continuity correction, both directions. Convex in (tp, fp), so its maximum over a rectangle lies at a corner (Morishita, Sese 2000). Witness: telco_top10.json.</summary>
public readonly struct ChiSquaredQuality : ISubgroupQuality
{
    /// <inheritdoc />
    public static double Of(int tp, int fp, in Totals totals)
    {
        double n = tp + fp;
        double rest = totals.Rows - n;
        if (n == 0 || rest == 0 || totals.Positives == 0 || totals.Negatives == 0)
        {
            return 0;
        }

        var difference = (double)tp * totals.Rows - n * totals.Positives;
        return difference / (n * rest) * (difference / ((double)totals.Positives * totals.Negatives)) * totals.Rows;
    }

    /// <inheritdoc />
    public static double Bound(int tp, int fp, in Totals totals) => Math.Max(Of(tp, 0, totals), Of(0, fp, totals));

    /// <inheritdoc />
    public static double Within(int tp, int fpLow, int fpHigh, in Totals totals) => Math.Max(Of(tp, fpLow, totals), Of(tp, fpHigh, totals));
}

/// <summary>Lower 95 % Wilson bound of the rate over the base rate.</summary>
public readonly struct LiftLowerBound : ISubgroupQuality
{
    /// <inheritdoc />
    public static double Of(int tp, int fp, in Totals totals) =>
        totals.Positives == 0 ? 0 : Intervals.WilsonInterval.Of(tp, tp + fp).Low / totals.BaseRate;

    /// <inheritdoc />
    public static double Bound(int tp, int fp, in Totals totals) => Of(tp, 0, totals);

    /// <inheritdoc />
    public static double Within(int tp, int fpLow, int fpHigh, in Totals totals) => Of(tp, fpLow, totals);
}

/// <summary>Lower 95 % bound of the log odds ratio with ½ added to each cell (Haldane–Anscombe; Woolf's standard error).</summary>
public readonly struct OddsLowerBound : ISubgroupQuality
{
    private const double Z = 1.959963984540054;

    /// <inheritdoc />
    public static double Of(int tp, int fp, in Totals totals)
    {
        double a = tp + 0.5, b = fp + 0.5, c = totals.Positives - tp + 0.5, d = totals.Negatives - fp + 0.5;
        return Math.Log(a * d / (b * c)) - Z * Math.Sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    }

    /// <inheritdoc />
    public static double Bound(int tp, int fp, in Totals totals) => Within(tp, 0, fp, totals);

    /// <summary>The standard error falls while the odds fall, so the two parts are bounded apart: largest odds, smallest error.</summary>
    public static double Within(int tp, int fpLow, int fpHigh, in Totals totals)
    {
        double a = tp + 0.5, b = fpLow + 0.5, c = totals.Positives - tp + 0.5, d = totals.Negatives - fpLow + 0.5;
        var smallestError = Math.Sqrt(1 / a + 1 / (fpHigh + 0.5) + 1 / (totals.Positives + 0.5) + 1 / (totals.Negatives + 0.5));
        return Math.Log(a * d / (b * c)) - Z * smallestError;
    }
}
