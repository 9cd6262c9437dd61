using Kindred.Core.Conditions;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>A pattern as each fold found it, on the rows that fold did not see.</summary>
/// <param name="FoldsFound">Training parts that gave it again (Jaccard ≥ 0.8).</param>
/// <param name="Honest">Rate on the pooled left-out rows; null when no fold found it.</param>
/// <param name="IncrementP">How clearly the weakest of its conditions is worth its place there: one-sided Fisher p of what it drops; 1 when nothing can be said.</param>
internal sealed record CrossFitting(int FoldsFound, Rate? Honest, double IncrementP)
{
    /// <summary>Looks a candidate up among what the folds found.</summary>
    /// <param name="candidate">As found on all rows.</param>
    /// <param name="covered">Its rows after boundaries moved.</param>
    /// <param name="inFolds">Per fold what was found in its training part, boundaries moved there.</param>
    /// <param name="trainings">Rows of each training part.</param>
    /// <param name="space">The search space.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="rules">For the increments.</param>
    public static CrossFitting Of(Candidate candidate, ulong[] covered, (Candidate Candidate, ulong[] Rows)[][] inFolds, ulong[][] trainings, PatternSearchSpace space, ProofRows rows, ProofRules rules)
    {
        var pooled = new ulong[covered.Length];
        var dropped = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        var foldsFound = 0;
        for (var fold = 0; fold < inFolds.Length; fold++)
        {
            (Candidate Candidate, ulong[] Rows)? best = null;
            var bestJaccard = 0.0;
            foreach (var entry in inFolds[fold])
            {
                if (entry.Candidate.IsHigher == candidate.IsHigher && RowBits.Jaccard(entry.Rows, covered) is var jaccard && jaccard > bestJaccard)
                {
                    (best, bestJaccard) = (entry, jaccard);
                }
            }

            if (best is not { } match || bestJaccard < CandidateSearch.NearDuplicate)
            {
                continue;
            }

            foldsFound++;
            AddLeftOut(pooled, match.Rows, trainings[fold]);
            foreach (var selector in match.Candidate.Selectors)
            {
                var parent = match.Candidate.Selectors.Length == 1 ? ConditionRows.Everything(rows.Totals.Rows) : space.RowsOf(match.Candidate.Selectors.Where(other => other != selector).ToArray());
                for (var word = 0; word < parent.Length; word++)
                {
                    parent[word] &= ~match.Rows[word];
                }

                space.KeepKnown(selector, parent);
                var field = space.ConditionOf(selector).Field;
                if (!dropped.TryGetValue(field, out var rest))
                {
                    dropped.Add(field, rest = new ulong[covered.Length]);
                }

                AddLeftOut(rest, parent, trainings[fold]);
            }
        }

        if (foldsFound == 0 || RowBits.Count(pooled) == 0)
        {
            return new CrossFitting(foldsFound, null, 1);
        }

        var fields = candidate.Selectors.Select(selector => space.ConditionOf(selector).Field);
        return new CrossFitting(foldsFound, rows.RateOf(pooled), fields.Max(field => dropped.TryGetValue(field, out var rest) ? rules.IncrementP(pooled, rest, candidate.IsHigher) : 1));
    }

    private static void AddLeftOut(ulong[] pooled, ulong[] rows, ulong[] training)
    {
        for (var word = 0; word < rows.Length; word++)
        {
            pooled[word] |= rows[word] & ~training[word];
        }
    }
}
