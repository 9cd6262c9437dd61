using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>One figure with what it rests on. Never NaN or infinite: where there is nothing to say, <paramref name="Value"/> is null and <paramref name="Why"/> says why.</summary>
/// <param name="Measure">What.</param>
/// <param name="Value">The estimate to show, pooled where that is said; null when it cannot be told.</param>
/// <param name="Low">Lower end of the 95 % interval, or null where the figure is a count.</param>
/// <param name="High">Upper end, or null where it is a count or has no upper end.</param>
/// <param name="N">What it rests on: customers, deals, tickets …, as <see cref="SegmentLabels.Of"/> says.</param>
/// <param name="Observed">The plain figure of the data without pooling, where it differs in kind; else null.</param>
/// <param name="IsPooled">True when the group is small and leans on the others.</param>
/// <param name="Need">How many there would have to be, where too few is the reason.</param>
/// <param name="Why">Why there is no value; null when there is one.</param>
public sealed record SegmentFigure(SegmentMeasure Measure, double? Value, double? Low, double? High, int N, double? Observed = null, bool IsPooled = false, int? Need = null, Wording? Why = null)
{
    /// <summary>Name of the measure.</summary>
    public Wording Label => SegmentLabels.Of(Measure).Label;

    /// <summary>How the value reads: count, money, rate, months, days, times, per-seat.</summary>
    public string Unit => SegmentLabels.Of(Measure).Unit;

    /// <summary>A figure that cannot be told, with the reason.</summary>
    internal static SegmentFigure None(SegmentMeasure measure, int n, string ko, string en, int? need = null) => new(measure, null, null, null, n, Need: need, Why: new Wording(ko, en));

    /// <summary>Too few to say.</summary>
    internal static SegmentFigure TooFew(SegmentMeasure measure, int have, int need) =>
        None(measure, have, $"아직 말할 수 없어요. 지금 {Format.Whole(have)}, 필요한 수 {Format.Whole(need)}.", $"Not enough to say: {Format.Whole(have)}, {Format.Whole(need)} needed.", need);
}
