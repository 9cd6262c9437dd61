using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>How many companies are in one group.</summary>
/// <param name="Kind">The group.</param>
/// <param name="Companies">Companies.</param>
/// <param name="Detail">What the group is, in a few words, or null.</param>
public sealed record GroupCount(GroupKind Kind, long Companies, Wording? Detail = null);
