using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>How many firms there are.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Firms">Estimate.</param>
/// <param name="Low">Fewest.</param>
/// <param name="High">Most.</param>
/// <param name="Kind">Hue.</param>
public sealed record MarketRow(Wording Label, long Firms, long Low, long High, GroupKind Kind = GroupKind.Core);
