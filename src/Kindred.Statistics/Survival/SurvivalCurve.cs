using Kindred.Statistics.Intervals;

namespace Kindred.Statistics.Survival;

/// <summary>A time by which a share is gone, with its interval; an end is null where the curve never gets there.</summary>
/// <param name="Time">The time, or null.</param>
/// <param name="Low">Lower end, or null.</param>
/// <param name="High">Upper end, or null.</param>
public readonly record struct SurvivalQuantile(double? Time, double? Low, double? High);

/// <summary>Mean time up to a limit.</summary>
/// <param name="Mean">Area under the curve from 0 to the limit.</param>
/// <param name="StandardError">Its standard error.</param>
public readonly record struct RestrictedMean(double Mean, double StandardError);

/// <summary>An estimated survival curve. Witness: R survival 3.5-3 (<c>survfit</c>, <c>quantile</c>, <c>print(rmean)</c>).</summary>
public sealed class SurvivalCurve
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Two values of a curve closer than this are one (R: the root of the machine's precision).</summary>
    private const double Same = 1.4901161193847656e-08;

    private readonly Lazy<Interval[]> _betaProduct;

    internal SurvivalCurve(IReadOnlyList<SurvivalStep> steps, int count, int events)
    {
        Steps = steps;
        Count = count;
        Events = events;
        _betaProduct = new Lazy<Interval[]>(() => BetaProduct.Of(steps));
    }

    /// <summary>Every distinct time in order, also those of censorings only.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; }

    /// <summary>Observations.</summary>
    public int Count { get; }

    /// <summary>Events.</summary>
    public int Events { get; }

    /// <summary>S at a time: 1 before the first, the last value after the last.</summary>
    public double At(double time)
    {
        var step = IndexAt(time);
        return step < 0 ? 1 : Steps[step].Survival;
    }

    /// <summary>Position of the last step at or before a time; −1 before the first. O(log n).</summary>
    public int IndexAt(double time)
    {
        int low = 0, high = Steps.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Steps[middle].Time <= time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    /// <summary>Interval of S after a step.</summary>
    /// <param name="step">Position in <see cref="Steps"/>.</param>
    /// <param name="kind">How; beta products at 95 % only.</param>
    /// <param name="z">Standard normal quantile of the level; 95 % by default.</param>
    /// <returns>The interval; NaN ends where it does not exist (log–log while S is 1; all but beta products once S is 0).</returns>
    public Interval IntervalAt(int step, SurvivalInterval kind, double z = Z95)
    {
        if (kind == SurvivalInterval.BetaProduct)
        {
            return _betaProduct.Value[step];
        }

        var (s, error) = (Steps[step].Survival, Math.Sqrt(Steps[step].Greenwood));
        if (s <= 0)
        {
            return new Interval(double.NaN, double.NaN);
        }

        return kind switch
        {
            SurvivalInterval.Plain => new Interval(Math.Max(0, s - z * s * error), Math.Min(1, s + z * s * error)),
            SurvivalInterval.Log => new Interval(s * Math.Exp(-z * error), Math.Min(1, s * Math.Exp(z * error))),
            _ when s >= 1 => new Interval(double.NaN, double.NaN),
            _ => LogLog(s, z * error / Math.Log(s)),
        };
    }

    /// <summary>The time at which S falls to 1 − share, with the times at which its interval does. Where a curve runs exactly level there, the middle of that stretch.</summary>
    /// <param name="share">0 &lt; share &lt; 1; 0.5 is the median.</param>
    /// <param name="kind">Interval of the curve.</param>
    public SurvivalQuantile Quantile(double share, SurvivalInterval kind = SurvivalInterval.Log)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Shares lie between 0 and 1.");
        }

        return new SurvivalQuantile(
            Falls(1 - share, step => Steps[step].Survival),
            Falls(1 - share, step => Bound(step, kind, isUpper: false)),
            Falls(1 - share, step => Bound(step, kind, isUpper: true)));
    }

    /// <summary>Mean time up to a limit: the area under the curve, with R's variance Σ A² d / (n(n − d)), A the area still to come.</summary>
    /// <param name="limit">&gt; 0; the curve goes on level after its last time.</param>
    public RestrictedMean RestrictedMean(double limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, 0);
        double area = 0, variance = 0, until = limit;
        for (var step = IndexAt(limit); step >= 0; step--)
        {
            var at = Steps[step];
            area += (until - at.Time) * at.Survival;
            variance += at.Events == 0 || at.Events == at.AtRisk ? 0 : area * area * at.Events / ((double)at.AtRisk * (at.AtRisk - at.Events));
            until = at.Time;
        }

        return new RestrictedMean(area + until, Math.Sqrt(variance));
    }

    private static Interval LogLog(double s, double half)
    {
        var log = Math.Log(-Math.Log(s));
        return new Interval(Math.Exp(-Math.Exp(log - half)), Math.Exp(-Math.Exp(log + half)));
    }

    private double Bound(int step, SurvivalInterval kind, bool isUpper)
    {
        var interval = IntervalAt(step, kind);
        return isUpper ? interval.High : interval.Low;
    }

    private double? Falls(double to, Func<int, double> value)
    {
        var first = -1;
        for (var step = 0; step < Steps.Count; step++)
        {
            var s = value(step);
            if (first < 0 && s <= to + Same)
            {
                first = step;
            }

            if (s < to - Same)
            {
                return (Steps[first].Time + Steps[step].Time) / 2;
            }
        }

        return first < 0 ? null : (Steps[first].Time + Steps[^1].Time) / 2;
    }
}
