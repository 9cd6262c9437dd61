namespace Kindred.Core.Accounts;

/// <summary>How many rows of a table found their company.</summary>
/// <param name="Table">Table.</param>
/// <param name="Rows">All rows.</param>
/// <param name="ByKey">Rows per way of matching; <see cref="MatchKey.None"/> counts rows that stand for themselves or have no company.</param>
public sealed record MatchRate(string Table, int Rows, IReadOnlyDictionary<MatchKey, int> ByKey)
{
    /// <summary>Share of rows that found a company, 0–1.</summary>
    public double Share => Rows == 0 ? 0 : 1.0 - ((double)ByKey.GetValueOrDefault(MatchKey.None) / Rows);
}
