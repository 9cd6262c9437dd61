using Kindred.Core.Basics;
using Kindred.Statistics.Survival;

namespace Kindred.Core.Segments;

/// <summary>How a segment stands to one target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Value">The segment's figure, or null when unknown.</param>
/// <param name="IsMet">Whether the figure meets it; null when unknown.</param>
/// <param name="IsSure">Whether its whole interval lies on one side.</param>
public sealed record TargetCheck(Benchmark Target, double? Value, bool? IsMet, bool IsSure);

/// <summary>One segment, or all customers.</summary>
public sealed record SegmentRow
{
    /// <summary>Values of the fields, in their order; empty for all customers.</summary>
    public required IReadOnlyList<SegmentKey> Keys { get; init; }

    /// <summary>Name for people.</summary>
    public required Wording Name { get; init; }

    /// <summary>Company indices, customers and others.</summary>
    public required IReadOnlyList<int> Accounts { get; init; }

    /// <summary>Customers by row of <see cref="SegmentStudy.Months"/>.</summary>
    public required IReadOnlyList<int> Customers { get; init; }

    /// <summary>Every measure, in order of the enumeration.</summary>
    public required IReadOnlyList<SegmentFigure> Figures { get; init; }

    /// <summary>Survival curve in months; null without customers.</summary>
    public SurvivalCurve? Curve { get; init; }

    /// <summary>Interval to draw around it: beta products below 50 customers, log–log above.</summary>
    public SurvivalInterval CurveInterval { get; init; }

    /// <summary>Last month the curve is drawn to as observed; what lies beyond, up to the horizon, is extrapolated and hatched.</summary>
    public double ObservedMonths { get; init; }

    /// <summary>Extrapolated survival by month 0 … horizon (posterior mean of the pooled lives); empty without customers.</summary>
    public IReadOnlyList<double> ExpectedSurvival { get; init; } = [];

    /// <summary>The observed curve as it is drawn, with its interval; empty without customers. Where an end of the interval is not defined it is 0 or 1.</summary>
    public IReadOnlyList<CurvePoint> Drawn => Curve is null ? [] :
    [
        new CurvePoint(0, 1, 1, 1, Curve.Count),
        .. Curve.Steps.Select((step, at) => (step, at)).Where(entry => entry.step.Events > 0).Select(entry =>
        {
            var interval = Curve.IntervalAt(entry.at, CurveInterval);
            return new CurvePoint(entry.step.Time, entry.step.Survival, double.IsNaN(interval.Low) ? 0 : interval.Low, double.IsNaN(interval.High) ? 1 : interval.High, entry.step.AtRisk);
        }),
    ];

    /// <summary>Whether its curve differs from that of all other customers; null when there are none or no event.</summary>
    public LogRankTest? AgainstRest { get; init; }

    /// <summary>Movements of its revenue by month; they reconcile to the minor unit.</summary>
    public required IReadOnlyList<MrrMovement> Movements { get; init; }

    /// <summary>Against the targets that fit its size.</summary>
    public IReadOnlyList<TargetCheck> Checks { get; init; } = [];

    /// <summary>What to do.</summary>
    public SegmentVerdict Verdict { get; init; }

    /// <summary>Why.</summary>
    public Wording Reason { get; init; } = new("", "");

    /// <summary>What churn and payback imply for the third target, where both are known; else null.</summary>
    public Wording? Consistency { get; init; }

    /// <summary>True when it has fewer than <see cref="SegmentsModule.PooledBelow"/> customers, so that its figures lean on the others.</summary>
    public bool IsPooled { get; init; }

    /// <summary>A figure by what it measures.</summary>
    public SegmentFigure this[SegmentMeasure measure] => Figures[(int)measure];
}
