using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>How many records know a field.</summary>
/// <param name="Label">Field in words.</param>
/// <param name="Known">Records with a value.</param>
/// <param name="Total">Records.</param>
/// <param name="Note">What to know about it, such as "빈칸이 실패한 딜에 많아요 / missing more often in lost deals", or null.</param>
public sealed record CoverageRow(Wording Label, long Known, long Total, Wording? Note = null)
{
    internal double Share => Total == 0 ? 0 : (double)Known / Total;
}
