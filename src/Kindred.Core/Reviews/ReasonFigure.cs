using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>A reason customers left, or what those who expanded share, in one segment.</summary>
/// <param name="Segment">Segment.</param>
/// <param name="Reason">As written in the files, or what grew: seats, plan, price.</param>
/// <param name="Of">Cases with this reason, of those of the segment with any reason.</param>
public sealed record ReasonFigure(Wording Segment, Wording Reason, RateFigure Of);
