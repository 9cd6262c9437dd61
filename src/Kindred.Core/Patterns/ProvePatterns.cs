using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>What is proved.</summary>
/// <param name="Table">Features.</param>
/// <param name="Fields">Columns searched.</param>
/// <param name="Positive">Per row 1 or 0.</param>
/// <param name="Accounts">Per row its account; null when every row is its own.</param>
/// <param name="Dates">Per row a day number, or -1; null without dates.</param>
/// <param name="Confounders">Columns (owner, channel) with the rows of the table that may stand behind a pattern; never searched.</param>
public sealed record ProofRequest(Table Table, IReadOnlyList<string> Fields, byte[] Positive, int[]? Accounts = null, int[]? Dates = null, IReadOnlyList<Column>? Confounders = null);

/// <summary>
/// Finds what sets positives apart and says how far it can be believed: exact search, Westfall–Young correction over everything searched with
/// whole accounts permuted, confirmation by five-fold cross-fit, honest (left-out) rates, stability, equivalents, power. See docs/methods/patterns.md.
/// </summary>
public sealed class ProvePatterns
{
    private const int FoldCount = 5;
    private const int FoldsNeeded = 3;

    /// <summary>Positives and negatives a left-out part must hold on average before it can confirm anything: fifty of each in all.</summary>
    private const int FewestInFold = 10;
    private const double Equivalent = 0.9;
    private const double LaterShare = 0.3;

    /// <summary>Share of a condition's difference that must still be there in the last rows.</summary>
    private const double LeastLeft = 1.0 / 3;

    /// <summary>
    /// One-sided level at which each condition of a longer description must show its worth on the left-out rows. The min-p correction holds when nothing is true;
    /// this keeps noise from riding on something that is.
    /// </summary>
    private const double LengthLevel = 0.05;

    /// <summary>A data set is too small to tell when not even tripled odds at 20 % coverage would have been found.</summary>
    private const double TooSmallOdds = 3.0;

    private readonly ProofRequest _request;
    private readonly ProofOptions _options;
    private readonly ulong[] _labels;
    private readonly Clusters _clusters;
    private readonly Totals _totals;
    private readonly int _minimumRows;

    private ProvePatterns(ProofRequest request, ProofOptions options)
    {
        _request = request;
        _options = options;
        var rows = request.Table.RowCount;
        _labels = new ulong[RowBits.WordsFor(rows)];
        for (var row = 0; row < rows; row++)
        {
            if (request.Positive[row] == 1)
            {
                RowBits.Set(_labels, row);
            }
        }

        _totals = new Totals(rows, RowBits.Count(_labels));
        (_clusters, Copies) = CopiedRows.Join(request.Table, request.Positive, request.Accounts);
        _minimumRows = options.MinimumRowsOf(rows);
    }

    private int Copies { get; }

    /// <summary>Runs the proof. Refusals (too few rows, no field) are <see cref="PatternChecks"/>' business.</summary>
    public static ProofResult Run(ProofRequest request, ProofOptions options, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        if (request.Positive.Length != request.Table.RowCount)
        {
            throw new ArgumentException("One outcome a row is needed.", nameof(request));
        }

        var proof = new ProvePatterns(request, options);
        return proof.Run(progress, cancel);
    }

    private ProofResult Run(IProgress<double>? progress, CancellationToken cancel)
    {
        if (_totals.Positives < PatternChecks.FewestPositives || _totals.Negatives < PatternChecks.FewestPositives)
        {
            return new ProofResult([], Verdict.Insufficient, [], [], 0, Copies);
        }

        var space = PatternSearchSpace.Build(_request.Table, _request.Fields, _minimumRows, _options.Depth, _options.IsRich, _options.WithPlaceholders);
        if (space.SelectorCount == 0)
        {
            return new ProofResult([], Verdict.Insufficient, [], [], 0, Copies);
        }

        var folds = _clusters.Folds(_request.Positive, FoldCount, new SeededRandom(_options.Seed, 3));
        var everything = ConditionRows.Everything(_totals.Rows);
        var trainings = Enumerable.Range(0, FoldCount).Select(fold => RowsWhere(row => folds[row] != fold)).ToArray();
        var search = new CandidateSearch(space, _labels, _minimumRows, cancel);
        var families = new PermutedMinimumP[space.Families.Count];
        List<Candidate>[] found = [];
        PermutedOutcomes? outcomes = null;

        // The two share nothing but read-only inputs, so two threads give the same bytes as one.
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancel },
            () => outcomes = PermutedOutcomes.Draw(_request.Positive, _clusters, _options.Permutations, _options.Seed),
            () => found = search.Run([everything, .. trainings]));
        for (var depth = 1; depth <= families.Length; depth++)
        {
            families[depth - 1] = PermutedMinimumP.Sweep(space.Families[depth - 1], depth, outcomes!, _minimumRows, space.EstimatedCovers(depth), progress, cancel);
        }

        var evidence = new Evidence(this, space, search, found, trainings, families);
        var patterns = evidence.Patterns();
        var family = Math.Min(2, families.Length);
        var critical = families[family - 1].Critical(0.05 * ProofOptions.FamilyShares[family - 1]);
        FindableUplift[] power = [.. new[] { 0.1, 0.2, 0.4 }.Select(coverage => FindableUplift.At(_totals.Rows, _totals.BaseRate, coverage, critical))];
        return new ProofResult(patterns, VerdictOf(patterns, power), power, [.. families.Select(swept => swept.Covers)], critical, Copies);
    }

    private Verdict VerdictOf(IReadOnlyList<Pattern> patterns, IReadOnlyList<FindableUplift> power)
    {
        if (patterns.Any(pattern => pattern.Proof!.Status == PatternStatus.Proven))
        {
            return Verdict.Proven;
        }

        var isTooSmall = power[1].Rate is not { } rate || rate >= 1 || rate / (1 - rate) / (_totals.BaseRate / (1 - _totals.BaseRate)) > TooSmallOdds;
        return isTooSmall || patterns.Any(pattern => pattern.Proof!.Status == PatternStatus.Promising) ? Verdict.Hypotheses : Verdict.NoPattern;
    }

    private ulong[] RowsWhere(Func<int, bool> holds)
    {
        var rows = new ulong[_labels.Length];
        for (var row = 0; row < _totals.Rows; row++)
        {
            if (holds(row))
            {
                RowBits.Set(rows, row);
            }
        }

        return rows;
    }

    /// <summary>Turns candidates into patterns with their figures.</summary>
    private sealed class Evidence(ProvePatterns proof, PatternSearchSpace space, CandidateSearch search, List<Candidate>[] found, ulong[][] trainings, PermutedMinimumP[] families)
    {
        private readonly BoundaryRefinement _refinement = new(proof._request.Table, proof._labels, proof._minimumRows);
        private readonly HypergeometricMidP _midP = new(proof._totals.Rows, proof._totals.Positives);
        private readonly Totals _totals = proof._totals;

        public IReadOnlyList<Pattern> Patterns()
        {
            var everything = ConditionRows.Everything(_totals.Rows);
            var refined = found[0].Select(candidate => (Candidate: candidate, Refined: Refine(candidate, everything))).ToArray();
            var inFolds = trainings.Select((training, fold) => found[fold + 1].Select(candidate => (candidate, Refine(candidate, training).Rows)).ToArray()).ToArray();
            var pool = Pool();
            var stability = PatternStability.Of([.. refined.Select(entry => (entry.Refined.Rows, entry.Candidate.IsHigher))], pool, proof._labels, proof._clusters, proof._options);
            var patterns = new List<(Pattern Pattern, ulong[] Rows)>();
            for (var i = 0; i < refined.Length; i++)
            {
                var (candidate, (conditions, rows)) = refined[i];
                var p = _midP.TwoSided(RowBits.Count(candidate.Rows), RowBits.CountOfBoth(candidate.Rows, proof._labels));
                var length = candidate.Selectors.Length;
                var adjusted = Math.Min(1, families[length - 1].Adjust(p) / ProofOptions.FamilyShares[length - 1]);
                var (foldsFound, honest, incrementP) = CrossFit(candidate, rows, inFolds);
                var (holdsLater, later) = Later(candidate, rows);
                var excludesBase = honest is not null && (candidate.IsHigher ? honest.Low > _totals.BaseRate : honest.High < _totals.BaseRate);
                var isConfirmed = foldsFound >= FoldsNeeded && excludesBase && holdsLater != false && IsLargeEnough(rows, candidate.IsHigher)
                    && Math.Min(_totals.Positives, _totals.Negatives) >= FoldCount * FewestInFold;
                var earnsItsLength = incrementP < LengthLevel;
                var status = !BeatsKnownOpposite(candidate) ? PatternStatus.Hypothesis
                    : adjusted < 0.05 && isConfirmed && earnsItsLength ? PatternStatus.Proven
                    : adjusted < 0.05 || (adjusted < 0.25 && isConfirmed) ? PatternStatus.Promising : PatternStatus.Hypothesis;
                patterns.Add((new Pattern(
                    conditions,
                    candidate.IsHigher,
                    RateOf(rows),
                    honest,
                    honest is null ? null : honest.Value / _totals.BaseRate,
                    ChiSquared(rows),
                    p,
                    new PatternProof(adjusted, status, foldsFound, holdsLater, later, stability[i], Equivalents(conditions, rows, pool), Periods(rows, candidate.IsHigher), candidate.IsLead, Confounding(rows))), rows));
            }

            return Unfolded([.. patterns.OrderBy(entry => entry.Pattern.Proof!.Status).ThenBy(entry => 5L * entry.Pattern.Raw.Rows > 3L * _totals.Rows).ThenByDescending(entry => entry.Pattern.Quality).ThenBy(entry => entry.Pattern.Conditions.Conditions.Count)]);
        }

        /// <summary>Drops near-duplicates of a better pattern: much the same rows, or much the same rows left over with the opposite direction.</summary>
        private List<Pattern> Unfolded(IReadOnlyList<(Pattern Pattern, ulong[] Rows)> ranked)
        {
            var kept = new List<(Pattern Pattern, ulong[] Rows, ulong[] Others)>();
            foreach (var (pattern, rows) in ranked)
            {
                if (kept.Count == proof._options.Top)
                {
                    break;
                }

                if (kept.Exists(other => RowBits.Jaccard(other.Pattern.IsHigher == pattern.IsHigher ? other.Rows : other.Others, rows) >= CandidateSearch.NearDuplicate))
                {
                    continue;
                }

                kept.Add((pattern, rows, KnownOthers(pattern.Conditions, rows)));
            }

            return [.. kept.Select(entry => entry.Pattern)];
        }

        /// <summary>Rows outside a pattern in which its fields are known.</summary>
        private ulong[] KnownOthers(Conjunction conditions, ulong[] rows)
        {
            var columns = conditions.Conditions.Select(condition => proof._request.Table.Find(condition.Field)!).ToArray();
            return proof.RowsWhere(row => !RowBits.Has(rows, row) && Array.TrueForAll(columns, column => !column.IsMissing(row)));
        }

        private (Conjunction Conditions, ulong[] Rows) Refine(Candidate candidate, ulong[] dataSet) =>
            _refinement.Refine(new Conjunction([.. candidate.Selectors.Select(space.ConditionOf)]), candidate.Rows, dataSet);

        private List<(int[] Selectors, ulong[] Rows)> Pool()
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var pool = new List<(int[], ulong[])>();
            foreach (var selectors in search.Pool.Take(2000))
            {
                if (seen.Add(string.Join(',', selectors)))
                {
                    pool.Add((selectors, space.RowsOf(selectors)));
                }
            }

            return pool;
        }

        private List<Conjunction> Equivalents(Conjunction conditions, ulong[] rows, List<(int[] Selectors, ulong[] Rows)> pool)
        {
            var fields = conditions.Conditions.Select(condition => condition.Field).ToHashSet(StringComparer.Ordinal);
            return [.. pool
                .Select(entry => (entry, Conjunction: new Conjunction([.. entry.Selectors.Select(space.ConditionOf)]), Jaccard: RowBits.Jaccard(entry.Rows, rows)))
                .Where(entry => entry.Jaccard >= Equivalent && !fields.IsSubsetOf(entry.Conjunction.Conditions.Select(condition => condition.Field)))
                .OrderBy(entry => entry.entry.Selectors.Length).ThenByDescending(entry => entry.Jaccard)
                .DistinctBy(entry => string.Join('\u0001', entry.Conjunction.Conditions.Select(condition => condition.Field)))
                .Take(3).Select(entry => entry.Conjunction)];
        }

        /// <summary>The pattern as each fold found it, on the rows that fold did not see; and how clearly each of its conditions is worth its place there.</summary>
        private (int FoldsFound, Rate? Honest, double IncrementP) CrossFit(Candidate candidate, ulong[] rows, (Candidate Candidate, ulong[] Rows)[][] inFolds)
        {
            var pooled = new ulong[rows.Length];
            var dropped = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
            var foldsFound = 0;
            for (var fold = 0; fold < inFolds.Length; fold++)
            {
                (Candidate Candidate, ulong[] Rows)? best = null;
                var bestJaccard = 0.0;
                foreach (var entry in inFolds[fold])
                {
                    if (entry.Candidate.IsHigher == candidate.IsHigher && RowBits.Jaccard(entry.Rows, rows) is var jaccard && jaccard > bestJaccard)
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
                    var parent = match.Candidate.Selectors.Length == 1 ? ConditionRows.Everything(_totals.Rows) : space.RowsOf(match.Candidate.Selectors.Where(other => other != selector).ToArray());
                    for (var word = 0; word < parent.Length; word++)
                    {
                        parent[word] &= ~match.Rows[word];
                    }

                    space.KeepKnown(selector, parent);

                    var field = space.ConditionOf(selector).Field;
                    if (!dropped.TryGetValue(field, out var rest))
                    {
                        dropped.Add(field, rest = new ulong[rows.Length]);
                    }

                    AddLeftOut(rest, parent, trainings[fold]);
                }
            }

            var honest = foldsFound == 0 || RowBits.Count(pooled) == 0 ? null : RateOf(pooled);
            var fields = candidate.Selectors.Select(selector => space.ConditionOf(selector).Field);
            return (foldsFound, honest, honest is null ? 1 : fields.Max(field => dropped.TryGetValue(field, out var rest) ? IncrementP(pooled, rest, candidate.IsHigher) : 1));
        }

        /// <summary>A single condition counts only if it beats its known opposite: where missing values go with the outcome, any value looks good against them.</summary>
        private bool BeatsKnownOpposite(Candidate candidate)
        {
            if (candidate.Selectors.Length > 1)
            {
                return true;
            }

            var others = ConditionRows.Everything(_totals.Rows);
            for (var word = 0; word < others.Length; word++)
            {
                others[word] &= ~candidate.Rows[word];
            }

            space.KeepKnown(candidate.Selectors[0], others);
            return IncrementP(candidate.Rows, others, candidate.IsHigher) < 0.01;
        }

        private static void AddLeftOut(ulong[] pooled, ulong[] rows, ulong[] training)
        {
            for (var word = 0; word < rows.Length; word++)
            {
                pooled[word] |= rows[word] & ~training[word];
            }
        }

        /// <summary>One-sided Fisher p: the left-out rows a condition drops are worse than those it keeps.</summary>
        private double IncrementP(ulong[] kept, ulong[] dropped, bool isHigher)
        {
            int n = RowBits.Count(kept), tp = RowBits.CountOfBoth(kept, proof._labels), m = RowBits.Count(dropped), others = RowBits.CountOfBoth(dropped, proof._labels);
            return m == 0 ? 1 : _midP.FisherWithin(n + m, tp + others, n, tp, isHigher);
        }

        /// <summary>Enough outcomes inside to speak of a rate: 20 positives, or for the worst 10 that would have been expected.</summary>
        private bool IsLargeEnough(ulong[] rows, bool isHigher) => isHigher
            ? RowBits.CountOfBoth(rows, proof._labels) >= PatternChecks.FewestPositives
            : RowBits.Count(rows) * _totals.BaseRate >= PatternChecks.FewestPositives / 2.0;

        /// <summary>Same direction in the last rows by date; and of what each condition adds over the rows it drops, a good part is still there.</summary>
        private (bool? Holds, Rate? Rate) Later(Candidate candidate, ulong[] rows)
        {
            var isHigher = candidate.IsHigher;
            if (proof._request.Dates is not { } dates)
            {
                return (null, null);
            }

            var known = dates.Where(date => date >= 0).Order().ToArray();
            if (known.Length < 2 || known[0] == known[^1])
            {
                return (null, null);
            }

            var cut = known[(int)((1 - LaterShare) * (known.Length - 1))];
            var later = proof.RowsWhere(row => dates[row] > cut);
            var inside = new ulong[rows.Length];
            RowBits.Intersect(rows, later, inside);
            var laterRows = RowBits.Count(later);
            if (laterRows == 0 || RowBits.Count(inside) == 0)
            {
                return (null, null);
            }

            var rate = RateOf(inside);
            var laterBase = (double)RowBits.CountOfBoth(later, proof._labels) / laterRows;
            var sameDirection = isHigher ? rate.Value > laterBase : rate.Value < laterBase;
            return (sameDirection && candidate.Selectors.All(selector => StillAdds(selector, candidate, rows, later)), rate);
        }

        private bool StillAdds(int selector, Candidate candidate, ulong[] rows, ulong[] later)
        {
            if (candidate.Selectors.Length == 1)
            {
                return true;
            }

            var dropped = space.RowsOf(candidate.Selectors.Where(other => other != selector).ToArray());
            for (var word = 0; word < dropped.Length; word++)
            {
                dropped[word] &= ~rows[word];
            }

            space.KeepKnown(selector, dropped);
            var sign = candidate.IsHigher ? 1 : -1;
            var left = sign * Difference(rows, dropped, later);
            var whole = sign * Difference(rows, dropped, ConditionRows.Everything(_totals.Rows));

            // Nothing dropped lately says nothing against the condition.
            return double.IsNaN(left) || left >= LeastLeft * whole;
        }

        /// <summary>Rate of the first rows minus rate of the second, among some.</summary>
        private double Difference(ulong[] first, ulong[] second, ulong[] among)
        {
            double Rate(ulong[] rows)
            {
                var inside = new ulong[rows.Length];
                RowBits.Intersect(rows, among, inside);
                var count = RowBits.Count(inside);
                return count == 0 ? double.NaN : (double)RowBits.CountOfBoth(inside, proof._labels) / count;
            }

            return Rate(first) - Rate(second);
        }

        private (int, int)? Periods(ulong[] rows, bool isHigher)
        {
            if (proof._request.Dates is not { } dates || !dates.Any(date => date >= 0))
            {
                return null;
            }

            int same = 0, of = 0;
            foreach (var quarter in Enumerable.Range(0, _totals.Rows).Where(row => dates[row] >= 0).GroupBy(row => Quarter(dates[row])))
            {
                int n = 0, tp = 0, all = 0, positives = 0;
                foreach (var row in quarter)
                {
                    var inside = RowBits.Has(rows, row) ? 1 : 0;
                    all++;
                    n += inside;
                    positives += proof._request.Positive[row];
                    tp += inside * proof._request.Positive[row];
                }

                if (n < 5 || all - n < 5)
                {
                    continue;
                }

                of++;
                same += ((long)tp * all > (long)n * positives) == isHigher ? 1 : 0;
            }

            return (same, of);
        }

        private List<ConfoundingCheck> Confounding(ulong[] rows) =>
            [.. (proof._request.Confounders ?? []).Select(column => Confounders.Check(column, rows, proof._request.Positive)).OfType<ConfoundingCheck>(),
                .. proof._request.Dates is { } dates && dates.Any(date => date >= 0) ? new[] { Confounders.CheckQuarters(dates, rows, proof._request.Positive) }.OfType<ConfoundingCheck>() : []];

        private double ChiSquared(ulong[] rows)
        {
            int n = RowBits.Count(rows), tp = RowBits.CountOfBoth(rows, proof._labels);
            return ChiSquaredQuality.Of(tp, n - tp, _totals);
        }

        private Rate RateOf(ulong[] rows) => ClusteredRate.Of(rows, proof._labels, proof._clusters);

        private static int Quarter(int day)
        {
            var date = DateOnly.FromDayNumber(day);
            return date.Year * 4 + (date.Month - 1) / 3;
        }
    }
}
