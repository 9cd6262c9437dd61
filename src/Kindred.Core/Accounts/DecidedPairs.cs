namespace Kindred.Core.Accounts;

/// <summary>Pairs that only look alike: what a person said about one holds, the others are listed once each.</summary>
internal sealed class DecidedPairs(IReadOnlyList<MatchDecision> decisions)
{
    private readonly Dictionary<MatchPair, bool> _decided = decisions.GroupBy(decision => decision.Pair).ToDictionary(same => same.Key, same => same.Last().IsSame);
    private readonly HashSet<MatchPair> _asked = [];

    /// <summary>Whether a person said that a row is of the company it resembles.</summary>
    /// <param name="book">The companies; a pair nobody spoke about is added to its merges.</param>
    /// <param name="side">The row, as pairs know it.</param>
    /// <param name="merge">The company, and why the row resembles it.</param>
    public bool IsSame(AccountBook book, string side, Merge merge)
    {
        var sides = book.Accounts[merge.Account].Sides;
        MatchPair[] pairs = [.. sides.Select(known => MatchPair.Of(known, side))];
        if (pairs.FirstOrDefault(_decided.ContainsKey) is { } said)
        {
            if (_decided[said] && !sides.Contains(side))
            {
                sides.Add(side); // What resembles either of the two is asked about once.
            }

            return _decided[said];
        }

        if (_asked.Add(pairs[0]))
        {
            book.Merges.Add(merge with { Pair = pairs[0] });
        }

        return false;
    }
}
