namespace Kindred.Core.Patterns;

/// <summary>How patterns are proved.</summary>
/// <param name="Depth">Longest description: 1 to 3.</param>
/// <param name="Top">Patterns returned.</param>
/// <param name="MinimumRows">Rows a pattern must cover; the default is the larger of 20 and 0.5 % of the rows.</param>
/// <param name="IsRich">Intervals, sets and tags besides equality.</param>
/// <param name="WithPlaceholders">Whether words for "missing" may stand in a pattern.</param>
/// <param name="Permutations">Permuted outcomes, at most 1,024.</param>
/// <param name="Bootstraps">Resamples behind the stability.</param>
/// <param name="Seed">Of folds, permutations and bootstraps; stored with the result.</param>
public sealed record ProofOptions(int Depth = 3, int Top = 10, int? MinimumRows = null, bool IsRich = true, bool WithPlaceholders = true, int Permutations = 1000, int Bootstraps = 200, long Seed = 1)
{
    /// <summary>Shares of the error rate given to singles, pairs and triples, so that a simple truth is not lost to the size of the search.</summary>
    public static IReadOnlyList<double> FamilyShares { get; } = [0.4, 0.3, 0.3];

    /// <summary>Rows a pattern must cover among so many.</summary>
    public int MinimumRowsOf(int rows) => MinimumRows ?? Math.Max(20, (int)Math.Ceiling(0.005 * rows));
}
