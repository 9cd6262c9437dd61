namespace Kindred.Core.Standards;

/// <summary>A link from a code of one classification to a code of another.</summary>
/// <param name="From">Code it starts from.</param>
/// <param name="To">Code it leads to.</param>
/// <param name="IsApproximate">True when one of the two is only partly covered by the other: shown with a mark, never silently.</param>
public sealed record IndustryLink(string From, string To, bool IsApproximate);
