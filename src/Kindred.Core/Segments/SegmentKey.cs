using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>Value of one field that companies are divided by.</summary>
/// <param name="Code">Stable code; empty for unknown.</param>
/// <param name="Label">For people.</param>
/// <param name="Order">Place among the field's values.</param>
public sealed record SegmentKey(string Code, Wording Label, double Order = 0)
{
    /// <summary>Code of the key that stands for all segments too small to be listed.</summary>
    public const string OthersCode = "…";

    /// <summary>Companies of which the value is not known.</summary>
    public static SegmentKey Unknown { get; } = new("", new Wording("모름", "unknown"), double.PositiveInfinity);
}
