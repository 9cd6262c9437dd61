namespace Kindred.Core.Accounts;

/// <summary>A row was joined to a company: the lineage of a match.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Table">Table the row stands in.</param>
/// <param name="Row">Row in that table, from 0.</param>
/// <param name="By">By what.</param>
/// <param name="Value">The value that agreed.</param>
/// <param name="Score">1 for equal keys, the similarity for names.</param>
/// <param name="IsReview">True when it was <em>not</em> joined and waits for a person.</param>
public sealed record Merge(int Account, string Table, int Row, MatchKey By, string Value, double Score, bool IsReview)
{
    /// <summary>The two companies a person is asked about; null for rows that were joined.</summary>
    public MatchPair? Pair { get; init; }
}
