using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>A field of the churn model: the code of every row, 0 where unknown, and what each code says.</summary>
/// <param name="Id">Stable id: usage-trend, tenure, industry …</param>
/// <param name="Label">In words.</param>
/// <param name="Codes">Per row its code.</param>
/// <param name="Levels">What each code says; entry 0 is "unknown".</param>
/// <param name="IsFixed">True for what a customer does; others are tried one by one and kept where they tell something.</param>
internal sealed record RiskField(string Id, Wording Label, byte[] Codes, Wording[] Levels, bool IsFixed);
