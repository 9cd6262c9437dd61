using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>A pattern that the search returned in one data set.</summary>
/// <param name="Selectors">Selector numbers in the search space, ascending.</param>
/// <param name="Rows">Rows it covers among all rows, as bits; never modified.</param>
/// <param name="IsHigher">More positives than the base rate, or fewer.</param>
/// <param name="ChiSquared">χ² in its data set and round.</param>
/// <param name="IsLead">First of its round: the rows it covers were then taken out.</param>
internal sealed record Candidate(int[] Selectors, ulong[] Rows, bool IsHigher, double ChiSquared, bool IsLead);

/// <summary>
/// The search that is proved: five rounds of signed χ², both directions. After each round the rows of its best pattern are taken out (sequential covering),
/// so that a second, weaker pattern is not buried under near-duplicates of the first. A longer description counts only if, within each parent,
/// the rows it drops have a worse rate (one-sided Fisher p &lt; 0.01). The same search runs on all rows and on the training part of every fold, in one sweep.
/// </summary>
internal sealed class CandidateSearch(PatternSearchSpace space, ulong[] labels, int minimumRows, CancellationToken cancel)
{
    public const double NearDuplicate = 0.8;
    private const double ParentLevel = 0.01;
    private const double MemberLevel = 0.05;

    /// <summary>A single condition must only be no worse than its known opposite; whether it is better is what the proof is for.</summary>
    private const double OppositeLevel = 0.25;

    private const int Rounds = 5;

    /// <summary>Patterns kept per round of one, two and three conditions: ten together, so that a simple truth is not crowded out by its refinements.</summary>
    private static readonly int[] KeptPerRound = [4, 3, 3];
    private const int Examined = 150;

    /// <summary>Descriptions of each length that were searched.</summary>
    public long[] Covers { get; private set; } = [];

    /// <summary>Every candidate the sweep kept on all rows, near-duplicates included: what else describes the same companies.</summary>
    public List<int[]> Pool { get; } = [];

    /// <summary>Per data set the patterns found, at most 50 in each direction.</summary>
    /// <param name="dataSets">Rows of each data set; the first is all rows. At most 8.</param>
    public List<Candidate>[] Run(IReadOnlyList<ulong[]> dataSets)
    {
        var found = dataSets.Select(_ => new List<Candidate>()).ToArray();
        var lanes = dataSets.SelectMany(rows => new[] { new SearchLane((ulong[])rows.Clone(), true), new SearchLane((ulong[])rows.Clone(), false) }).ToArray();
        var midP = dataSets.Select(rows => new HypergeometricMidP(RowBits.Count(rows), RowBits.CountOfBoth(rows, labels))).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var (best, covers) = ParallelSubgroupSearch.Run(space.Families, labels, space.RowCount, lanes, minimumRows, Examined, cancel);
            Covers = covers;
            for (var lane = 0; lane < lanes.Length; lane++)
            {
                if (lane < 2)
                {
                    Pool.AddRange(best[lane].Select(subgroup => subgroup.Selectors));
                }

                var set = lane / 2;
                var lead = Accept(best[lane], lanes[lane].IsHigher, dataSets[set], midP[set], found[set]);
                if (lead is not null)
                {
                    for (var word = 0; word < lanes[lane].Rows.Length; word++)
                    {
                        lanes[lane].Rows[word] &= ~lead.Rows[word];
                    }
                }
            }
        }

        return found;
    }

    private Candidate? Accept(IReadOnlyList<LaneSubgroup> ranked, bool isHigher, ulong[] dataSet, HypergeometricMidP midP, List<Candidate> found)
    {
        Candidate? lead = null;
        var kept = new int[KeptPerRound.Length];
        foreach (var subgroup in ranked)
        {
            var length = subgroup.Selectors.Length - 1;
            if (kept[length] == KeptPerRound[length])
            {
                continue;
            }

            var rows = space.RowsOf(subgroup.Selectors);
            // A shorter description of much the same rows is kept: the longer one's further condition may not hold up.
            if (found.Exists(other => other.IsHigher == isHigher && other.Selectors.Length <= subgroup.Selectors.Length && RowBits.Jaccard(other.Rows, rows) >= NearDuplicate) || !BeatsParents(subgroup.Selectors, rows, isHigher, dataSet, midP) || !EveryValueBelongs(subgroup.Selectors, isHigher, dataSet, midP))
            {
                continue;
            }

            var candidate = new Candidate(subgroup.Selectors, rows, isHigher, subgroup.ChiSquared, lead is null);
            lead ??= candidate;
            found.Add(candidate);
            kept[length]++;
        }

        return lead;
    }

    /// <summary>Whether each condition earns its place: the rows a parent has and the description drops are worse.</summary>
    private bool BeatsParents(int[] selectors, ulong[] rows, bool isHigher, ulong[] dataSet, HypergeometricMidP all)
    {
        var inside = new ulong[rows.Length];
        RowBits.Intersect(rows, dataSet, inside);
        int n = RowBits.Count(inside), tp = RowBits.CountOfBoth(inside, labels);
        for (var dropped = 0; dropped < selectors.Length; dropped++)
        {
            var parent = selectors.Length == 1 ? (ulong[])dataSet.Clone() : space.RowsOf(selectors.Where((_, index) => index != dropped).ToArray());
            RowBits.Intersect(parent, dataSet, parent);
            space.KeepKnown(selectors[dropped], parent);
            int parentRows = RowBits.Count(parent), parentPositives = RowBits.CountOfBoth(parent, labels);
            var p = all.FisherWithin(parentRows, parentPositives, n, tp, isHigher);
            if (p >= (selectors.Length == 1 ? OppositeLevel : ParentLevel))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether each value of a set goes the same way by itself: a value that came along by chance is not part of the description.</summary>
    private bool EveryValueBelongs(int[] selectors, bool isHigher, ulong[] dataSet, HypergeometricMidP all)
    {
        foreach (var selector in selectors)
        {
            foreach (var member in space.MembersOf(selector))
            {
                var rows = new ulong[member.Length];
                RowBits.Intersect(member, dataSet, rows);
                foreach (var other in selectors)
                {
                    if (other != selector)
                    {
                        RowBits.Intersect(rows, space.RowsOf(other), rows);
                    }
                }

                int n = RowBits.Count(rows), tp = RowBits.CountOfBoth(rows, labels);
                if ((isHigher ? all.FisherUpper(n, tp) : all.FisherLower(n, tp)) >= MemberLevel)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
