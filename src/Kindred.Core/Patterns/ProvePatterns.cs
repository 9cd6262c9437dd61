using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Resampling;

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
public static class ProvePatterns
{
    /// <summary>A data set is too small to tell when not even tripled odds at 20 % coverage would have been found.</summary>
    private const double TooSmallOdds = 3.0;

    /// <summary>Runs the proof. Refusals (too few rows, no field) are <see cref="PatternChecks"/>' business.</summary>
    public static ProofResult Run(ProofRequest request, ProofOptions options, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        if (request.Positive.Length != request.Table.RowCount)
        {
            throw new ArgumentException("One outcome a row is needed.", nameof(request));
        }

        var rows = new ProofRows(request, options.MinimumRowsOf(request.Table.RowCount));
        if (Math.Min(rows.Totals.Positives, rows.Totals.Negatives) < PatternChecks.FewestPositives)
        {
            return new ProofResult([], Verdict.Insufficient, [], [], 0, rows.Copies);
        }

        var space = PatternSearchSpace.Build(request.Table, request.Fields, rows.MinimumRows, options.Depth, options.IsRich, options.WithPlaceholders);
        return space.SelectorCount == 0 ? new ProofResult([], Verdict.Insufficient, [], [], 0, rows.Copies) : Prove(rows, space, options, progress, cancel);
    }

    private static ProofResult Prove(ProofRows rows, PatternSearchSpace space, ProofOptions options, IProgress<double>? progress, CancellationToken cancel)
    {
        var totals = rows.Totals;
        var folds = rows.Clusters.Folds(rows.Request.Positive, ProofRules.FoldCount, new SeededRandom(options.Seed, 3));
        var trainings = Enumerable.Range(0, ProofRules.FoldCount).Select(fold => rows.Where(row => folds[row] != fold)).ToArray();
        var search = new CandidateSearch(space, rows.Labels, rows.MinimumRows, cancel);
        List<Candidate>[] found = [];
        PermutedOutcomes? outcomes = null;

        // The two share nothing but read-only inputs, so two threads give the same bytes as one.
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancel },
            () => outcomes = PermutedOutcomes.Draw(rows.Request.Positive, rows.Clusters, options.Permutations, options.Seed),
            () => found = search.Run([ConditionRows.Everything(totals.Rows), .. trainings]));
        var families = new CorrectedFamily[space.Families.Count];
        for (var depth = 1; depth <= families.Length; depth++)
        {
            families[depth - 1] = CorrectedFamily.Sweep(space, depth, outcomes!, rows.MinimumRows, progress, cancel);
        }

        var patterns = new PatternEvidence(rows, space, options, search, families).Patterns(found, trainings);
        var critical = families[Math.Min(2, families.Length) - 1].Critical(0.05);
        FindableUplift[] power = [.. new[] { 0.1, 0.2, 0.4 }.Select(coverage => FindableUplift.At(totals.Rows, totals.BaseRate, coverage, critical))];
        return new ProofResult(patterns, VerdictOf(patterns, power, totals.BaseRate), power, [.. families.Select(family => family.All.Covers)], critical, rows.Copies);
    }

    private static Verdict VerdictOf(IReadOnlyList<Pattern> patterns, IReadOnlyList<FindableUplift> power, double baseRate)
    {
        if (patterns.Any(pattern => pattern.Proof!.Status == PatternStatus.Proven))
        {
            return Verdict.Proven;
        }

        var isTooSmall = power[1].Rate is not { } rate || rate >= 1 || rate / (1 - rate) / (baseRate / (1 - baseRate)) > TooSmallOdds;
        return isTooSmall || patterns.Any(pattern => pattern.Proof!.Status == PatternStatus.Promising) ? Verdict.Hypotheses : Verdict.NoPattern;
    }
}
