using Kindred.Core.Conditions;
using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>Turns candidates into patterns with their figures.</summary>
internal sealed class PatternEvidence(ProofRows rows, PatternSearchSpace space, ProofOptions options, CandidateSearch search, CorrectedFamily[] families)
{
    private const double Equivalent = 0.9;

    private readonly BoundaryRefinement _refinement = new(rows.Request.Table, rows.Labels, rows.MinimumRows);
    private readonly HypergeometricMidP _midP = new(rows.Totals.Rows, rows.Totals.Positives);
    private readonly ProofRules _rules = new(rows, space);
    private readonly LaterRows _later = new(rows, space);

    /// <summary>Patterns, best first.</summary>
    /// <param name="found">What was found on all rows, then on each training part.</param>
    /// <param name="trainings">Rows of each training part.</param>
    public IReadOnlyList<Pattern> Patterns(List<Candidate>[] found, ulong[][] trainings)
    {
        // Every candidate is worked on by itself and goes to its own place: the order of threads changes nothing.
        ulong[][] dataSets = [ConditionRows.Everything(rows.Totals.Rows), .. trainings];
        var refined = found.Select(list => new (Candidate Candidate, Conjunction Conditions, ulong[] Rows)[list.Count]).ToArray();
        var work = found.SelectMany((list, set) => Enumerable.Range(0, list.Count).Select(index => (Set: set, Index: index))).ToArray();
        Parallel.ForEach(work, item =>
        {
            var candidate = found[item.Set][item.Index];
            var (conditions, covered) = _refinement.Refine(new Conjunction([.. candidate.Selectors.Select(space.ConditionOf)]), candidate.Rows, dataSets[item.Set]);
            refined[item.Set][item.Index] = (candidate, conditions, covered);
        });
        var inFolds = refined[1..].Select(list => Array.ConvertAll(list, entry => (entry.Candidate, entry.Rows))).ToArray();
        var pool = Pool();
        var stability = PatternStability.Of([.. refined[0].Select(entry => (entry.Rows, entry.Candidate.IsHigher))], pool, rows.Labels, rows.Clusters, options);
        var patterns = new (Pattern Pattern, ulong[] Rows)[refined[0].Length];
        Parallel.For(0, patterns.Length, index =>
        {
            var (candidate, conditions, covered) = refined[0][index];
            patterns[index] = (Judge(candidate, conditions, covered, inFolds, trainings, pool, stability[index]), covered);
        });
        return Unfolded([.. patterns.OrderBy(entry => entry.Pattern.Proof!.Status).ThenBy(entry => 5L * entry.Pattern.Raw.Rows > 3L * rows.Totals.Rows).ThenByDescending(entry => entry.Pattern.Quality).ThenBy(entry => entry.Pattern.Conditions.Conditions.Count)]);
    }

    private Pattern Judge(Candidate candidate, Conjunction conditions, ulong[] covered, (Candidate, ulong[])[][] inFolds, ulong[][] trainings, List<(Conjunction Conditions, ulong[] Rows)> pool, double stability)
    {
        var (n, tp) = rows.Count(candidate.Rows);
        var p = _midP.TwoSided(n, tp);
        var adjusted = families[candidate.Selectors.Length - 1].Adjust(p, Array.TrueForAll(candidate.Selectors, selector => space.IsPlain[selector]));
        var crossFit = CrossFitting.Of(candidate, covered, inFolds, trainings, space, rows, _rules);
        var (holdsLater, later) = _later.Of(candidate, covered);
        var status = _rules.StatusOf(candidate, covered, adjusted, crossFit, holdsLater);
        var proof = new PatternProof(adjusted, status, crossFit.FoldsFound, holdsLater, later, stability, Equivalents(conditions, covered, pool), _later.Periods(covered, candidate.IsHigher), candidate.IsLead, Confounding(covered));
        return new Pattern(conditions, candidate.IsHigher, rows.RateOf(covered), crossFit.Honest, crossFit.Honest is null ? null : crossFit.Honest.Value / rows.Totals.BaseRate, rows.ChiSquared(covered), p, proof);
    }

    /// <summary>Drops near-duplicates of a better pattern: much the same rows, or much the same rows left over with the opposite direction.</summary>
    private List<Pattern> Unfolded(IReadOnlyList<(Pattern Pattern, ulong[] Rows)> ranked)
    {
        var kept = new List<(Pattern Pattern, ulong[] Rows, ulong[] Others)>();
        foreach (var (pattern, covered) in ranked)
        {
            if (kept.Count == options.Top)
            {
                break;
            }

            if (!kept.Exists(other => RowBits.Jaccard(other.Pattern.IsHigher == pattern.IsHigher ? other.Rows : other.Others, covered) >= CandidateSearch.NearDuplicate))
            {
                kept.Add((pattern, covered, KnownOthers(pattern.Conditions, covered)));
            }
        }

        return [.. kept.Select(entry => entry.Pattern)];
    }

    /// <summary>Rows outside a pattern in which its fields are known.</summary>
    private ulong[] KnownOthers(Conjunction conditions, ulong[] covered)
    {
        var columns = conditions.Conditions.Select(condition => rows.Request.Table.Find(condition.Field)!).ToArray();
        return rows.Where(row => !RowBits.Has(covered, row) && Array.TrueForAll(columns, column => !column.IsMissing(row)));
    }

    private List<(Conjunction Conditions, ulong[] Rows)> Pool()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. search.Pool.Take(2000).Where(selectors => seen.Add(string.Join(',', selectors))).Select(selectors => (new Conjunction([.. selectors.Select(space.ConditionOf)]), space.RowsOf(selectors)))];
    }

    private List<Conjunction> Equivalents(Conjunction conditions, ulong[] covered, List<(Conjunction Conditions, ulong[] Rows)> pool)
    {
        var fields = conditions.Conditions.Select(condition => condition.Field).ToHashSet(StringComparer.Ordinal);
        return [.. pool
            .Select(entry => (entry.Conditions, Jaccard: RowBits.Jaccard(entry.Rows, covered)))
            .Where(entry => entry.Jaccard >= Equivalent && !fields.IsSubsetOf(entry.Conditions.Conditions.Select(condition => condition.Field)))
            .OrderBy(entry => entry.Conditions.Conditions.Count).ThenByDescending(entry => entry.Jaccard)
            .DistinctBy(entry => string.Join('\u0001', entry.Conditions.Conditions.Select(condition => condition.Field)))
            .Take(3).Select(entry => entry.Conditions)];
    }

    private List<ConfoundingCheck> Confounding(ulong[] covered) =>
        [.. (rows.Request.Confounders ?? []).Select(column => Confounders.Check(column, covered, rows.Request.Positive)).OfType<ConfoundingCheck>(),
            .. rows.Request.Dates is { } dates && dates.Any(date => date >= 0) ? new[] { Confounders.CheckQuarters(dates, covered, rows.Request.Positive) }.OfType<ConfoundingCheck>() : []];
}
