using Kindred.Statistics.Binning;
using Kindred.Statistics.Regression;

namespace Kindred.Statistics.Calibration;

/// <summary>A straight line in log-odds (Platt 1999). A slope that is not positive becomes the smallest one: calibration never turns a score around.</summary>
public sealed class PlattCalibrator : Calibrator
{
    private const double SmallestSlope = 1e-3;
    private readonly double _intercept;
    private readonly double _slope;

    private PlattCalibrator(double intercept, double slope) => (_intercept, _slope) = (intercept, slope);

    /// <inheritdoc />
    public override string Method => "platt";

    /// <summary>Fits.</summary>
    public static PlattCalibrator Fit(CalibrationRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var fit = SmallLogistic.Fit([rows.Claimed], rows.Rows, rows.Positives);
        return fit[1] >= SmallestSlope
            ? new PlattCalibrator(fit[0], fit[1])
            : new PlattCalibrator(CodedLogistic.Logit((rows.Positives.Sum() + 0.5) / (rows.Rows.Sum() + 1)), SmallestSlope);
    }

    /// <inheritdoc />
    public override double LogOdds(double claimed) => _intercept + _slope * claimed;
}

/// <summary>Beta calibration: logit p = c + a ln q − b ln(1 − q) with a, b ≥ 0 (Kull, Silva Filho and Flach 2017).</summary>
public sealed class BetaCalibrator : Calibrator
{
    private readonly double _c;
    private readonly double _a;
    private readonly double _b;

    private BetaCalibrator(double c, double a, double b) => (_c, _a, _b) = (c, a, b);

    /// <inheritdoc />
    public override string Method => "beta";

    /// <summary>Fits; null where neither slope is positive.</summary>
    public static BetaCalibrator? Fit(CalibrationRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[] forPositive = [.. rows.Claimed.Select(x => -CodedLogistic.Loss(x, true))];
        double[] forNegative = [.. rows.Claimed.Select(x => CodedLogistic.Loss(x, false))];
        var fit = SmallLogistic.Fit([forPositive, forNegative], rows.Rows, rows.Positives);
        if (fit[1] < 0)
        {
            var only = SmallLogistic.Fit([forNegative], rows.Rows, rows.Positives);
            fit = [only[0], 0, only[1]];
        }
        else if (fit[2] < 0)
        {
            var only = SmallLogistic.Fit([forPositive], rows.Rows, rows.Positives);
            fit = [only[0], only[1], 0];
        }

        return fit[1] + fit[2] > 1e-3 && fit[1] >= 0 && fit[2] >= 0 ? new BetaCalibrator(fit[0], fit[1], fit[2]) : null;
    }

    /// <inheritdoc />
    public override double LogOdds(double claimed) => _c - _a * CodedLogistic.Loss(claimed, true) + _b * CodedLogistic.Loss(claimed, false);
}

/// <summary>A natural cubic spline of log-odds with four knots at the 5th, 35th, 65th and 95th percentile (Harrell 2015, table 2.3); only where it rises everywhere.</summary>
public sealed class SplineCalibrator : Calibrator
{
    private readonly double[] _knots;
    private readonly double[] _beta;

    private SplineCalibrator(double[] knots, double[] beta) => (_knots, _beta) = (knots, beta);

    /// <inheritdoc />
    public override string Method => "spline";

    /// <summary>Fits; null where the curve would fall somewhere, or where the claims have too few distinct values.</summary>
    public static SplineCalibrator? Fit(CalibrationRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var knots = new[] { 0.05, 0.35, 0.65, 0.95 }.Select(rows.Quantile).ToArray();
        if (knots.Distinct().Count() < 4)
        {
            return null;
        }

        var beta = SmallLogistic.Fit([rows.Claimed, [.. rows.Claimed.Select(x => Basis(knots, 0, x))], [.. rows.Claimed.Select(x => Basis(knots, 1, x))]], rows.Rows, rows.Positives);
        var spline = new SplineCalibrator(knots, beta);
        double from = Math.Min(rows.Claimed[0], knots[0]) - 1, to = Math.Max(rows.Claimed[^1], knots[3]) + 1;
        var before = spline.LogOdds(from);
        for (var i = 1; i <= 400; i++)
        {
            var now = spline.LogOdds(from + (to - from) * i / 400);
            if (now <= before)
            {
                return null;
            }

            before = now;
        }

        return spline;
    }

    /// <inheritdoc />
    public override double LogOdds(double claimed) => _beta[0] + _beta[1] * claimed + _beta[2] * Basis(_knots, 0, claimed) + _beta[3] * Basis(_knots, 1, claimed);

    // Restricted cubic spline term j (Devlin and Weeks 1986): linear beyond the outer knots.
    private static double Basis(double[] t, int j, double x)
    {
        double span = t[3] - t[0], last = t[3] - t[2];
        return (Cube(x - t[j]) - Cube(x - t[2]) * (t[3] - t[j]) / last + Cube(x - t[3]) * (t[2] - t[j]) / last) / (span * span);
    }

    private static double Cube(double x) => x > 0 ? x * x * x : 0;
}

/// <summary>Isotonic regression averaged with Platt's line on the log-odds scale: strictly increasing, without isotonic steps of 0 and 1.</summary>
public sealed class IsotonicPlattCalibrator : Calibrator
{
    private readonly double[] _at;
    private readonly double[] _odds;
    private readonly PlattCalibrator _platt;

    private IsotonicPlattCalibrator(double[] at, double[] odds, PlattCalibrator platt) => (_at, _odds, _platt) = (at, odds, platt);

    /// <inheritdoc />
    public override string Method => "isotonic-platt";

    /// <summary>Fits.</summary>
    public static IsotonicPlattCalibrator Fit(CalibrationRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var ends = IsotonicRates.Blocks(rows.Rows, rows.Positives);
        var at = new double[ends.Length];
        var odds = new double[ends.Length];
        for (int block = 0, from = 0; block < ends.Length; from = ends[block++])
        {
            double n = 0, y = 0, x = 0;
            for (var i = from; i < ends[block]; i++)
            {
                n += rows.Rows[i];
                y += rows.Positives[i];
                x += rows.Rows[i] * rows.Claimed[i];
            }

            (at[block], odds[block]) = (x / n, Math.Log((y + 0.5) / (n - y + 0.5)));
            odds[block] = block > 0 ? Math.Max(odds[block], odds[block - 1]) : odds[block];
        }

        return new IsotonicPlattCalibrator(at, odds, PlattCalibrator.Fit(rows));
    }

    /// <inheritdoc />
    public override double LogOdds(double claimed) => 0.5 * (Isotonic(claimed) + _platt.LogOdds(claimed));

    private double Isotonic(double x)
    {
        var index = Array.BinarySearch(_at, x);
        if (index >= 0)
        {
            return _odds[index];
        }

        index = ~index;
        return index == 0 ? _odds[0]
            : index == _at.Length ? _odds[^1]
            : _odds[index - 1] + (x - _at[index - 1]) / (_at[index] - _at[index - 1]) * (_odds[index] - _odds[index - 1]);
    }
}
