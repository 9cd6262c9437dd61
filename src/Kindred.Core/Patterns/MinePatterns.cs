using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>A question put to any flat table.</summary>
/// <param name="Table">The table.</param>
/// <param name="TargetField">Outcome column.</param>
/// <param name="TargetValue">Its value that means positive.</param>
/// <param name="Ignore">Columns left alone.</param>
/// <param name="Depth">Longest description, 1 to 4 (3 at most when proving).</param>
/// <param name="Top">Patterns returned.</param>
/// <param name="Quality">wracc, chi2, binom, lift or odds.</param>
/// <param name="IsRich">Intervals, sets and tags; null: only when proving.</param>
/// <param name="MinimumRows">Rows a pattern must cover; 20 by default (when proving, at least 0.5 % of the rows).</param>
/// <param name="Prove">Correct, confirm and fold.</param>
/// <param name="KeepLeaks">Search fields that look like leakage too.</param>
/// <param name="AccountField">Column that says which rows belong together.</param>
/// <param name="DateField">Column with the date of the decision, for the later-deals check.</param>
/// <param name="Seed">Of everything random.</param>
public sealed record MineRequest(
    Table Table,
    string TargetField,
    string TargetValue,
    IReadOnlyList<string>? Ignore = null,
    int Depth = 3,
    int Top = 10,
    SubgroupQualityName Quality = SubgroupQualityName.Wracc,
    bool? IsRich = null,
    int? MinimumRows = null,
    bool Prove = false,
    bool KeepLeaks = false,
    string? AccountField = null,
    string? DateField = null,
    long Seed = 1);

/// <summary>Names of the qualities.</summary>
public enum SubgroupQualityName
{
    /// <summary>Weighted relative accuracy.</summary>
    Wracc,

    /// <summary>Pearson's χ², both directions.</summary>
    Chi2,

    /// <summary>Binomial test quality.</summary>
    Binom,

    /// <summary>Lower Wilson bound over base rate.</summary>
    Lift,

    /// <summary>Lower bound of the log odds ratio.</summary>
    Odds,
}

/// <summary>What a table says about an outcome.</summary>
/// <param name="Rows">Rows of the table.</param>
/// <param name="Positives">Rows with the outcome.</param>
/// <param name="Quality">Quality ranked by.</param>
/// <param name="Verdict">What the data allows one to say; a plain search only yields hypotheses.</param>
/// <param name="Screening">What was (or should be) left out.</param>
/// <param name="Patterns">Best first.</param>
/// <param name="Proof">The proof's other figures; null in a plain search.</param>
/// <param name="Elapsed">Time of the search alone, loading excluded.</param>
public sealed record MineResult(int Rows, int Positives, SubgroupQualityName Quality, Verdict Verdict, FieldScreening Screening, IReadOnlyList<Pattern> Patterns, ProofResult? Proof, TimeSpan Elapsed)
{
    /// <summary>Positives / rows.</summary>
    public double BaseRate => (double)Positives / Rows;
}

/// <summary>Mines one flat table, plainly (exact raw top-k) or with proof.</summary>
public static class MinePatterns
{
    /// <summary>Runs the request.</summary>
    public static Result<MineResult> Run(MineRequest request, TimeProvider clock, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(clock);
        var reasons = PatternChecks.Options(request.Depth, request.Top, request.MinimumRows);
        if (reasons.Count > 0)
        {
            return Result.Refused<MineResult>(reasons);
        }

        return PatternChecks.Target(request.Table, request.TargetField, request.TargetValue)
            .Then(positive => PatternChecks.Fields(request).Then(fields => request.Prove ? Prove(request, positive, fields, clock, progress, cancel) : Plain(request, positive, fields, clock, cancel)));
    }

    private static Result<MineResult> Plain(MineRequest request, byte[] positive, IReadOnlyList<string> fields, TimeProvider clock, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var table = request.Table;
        var minimumRows = request.MinimumRows ?? 20;
        var labels = Bits(positive);
        var encoded = fields.Select(field => request.IsRich == true
            ? RichSelectors.Encode(table.Find(field)!, minimumRows, SelectorResolution.FinestFirst[0], withPlaceholders: true)
            : EqualitySelectors.Encode(table.Find(field)!, minimumRows)).OfType<EncodedField>().ToArray();
        var wanted = encoded.Sum(field => field.Selectors.Count);
        if (wanted > PatternChecks.MostSelectors)
        {
            return Result.Refused<MineResult>(PatternChecks.TooManySelectors(wanted, minimumRows));
        }

        var pool = SelectorPool.Build(encoded, labels, table.RowCount, minimumRows);
        var best = Search(request.Quality, pool.Bits, request.Top, request.Depth, minimumRows, cancel);
        var elapsed = clock.GetElapsedTime(started);
        var totals = pool.Bits.Totals;
        var midP = new HypergeometricMidP(totals.Rows, totals.Positives);
        var patterns = best.Select(subgroup =>
        {
            var interval = WilsonInterval.Of(subgroup.Positives, subgroup.Rows);
            var rate = (double)subgroup.Positives / subgroup.Rows;
            return new Pattern(pool.Describe(subgroup), rate >= totals.BaseRate, new Rate(subgroup.Rows, subgroup.Positives, rate, interval.Low, interval.High), null, rate / totals.BaseRate, subgroup.Quality, midP.TwoSided(subgroup.Rows, subgroup.Positives), null);
        }).ToArray();
        var screening = FieldScreening.Of(table, fields, positive, request.Seed);
        return Result.Accepted(new MineResult(totals.Rows, totals.Positives, request.Quality, Verdict.Hypotheses, screening, patterns, null, elapsed));
    }

    private static Result<MineResult> Prove(MineRequest request, byte[] positive, IReadOnlyList<string> fields, TimeProvider clock, IProgress<double>? progress, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var table = request.Table;
        var screening = FieldScreening.Of(table, fields, positive, request.Seed);
        var searched = request.KeepLeaks ? [.. screening.Kept, .. screening.Leakage.Select(leak => leak.Field)] : screening.Kept;
        var options = new ProofOptions(Math.Min(3, request.Depth), request.Top, request.MinimumRows, request.IsRich ?? true, Seed: request.Seed);
        var proof = ProvePatterns.Run(
            new ProofRequest(table.Only(fields), searched, positive, Accounts(table, request.AccountField), Dates(table, request.DateField)), options, progress, cancel);
        return Result.Accepted(new MineResult(table.RowCount, positive.Sum(value => value), SubgroupQualityName.Chi2, proof.Verdict, screening, proof.Patterns, proof, clock.GetElapsedTime(started)));
    }

    private static IReadOnlyList<Subgroup> Search(SubgroupQualityName quality, SelectorBits bits, int top, int depth, int minimumRows, CancellationToken cancel) => bits.Count == 0 ? [] : quality switch
    {
        SubgroupQualityName.Wracc => ExactSubgroupSearch<WeightedRelativeAccuracy>.Run(bits, top, depth, minimumRows, cancel),
        SubgroupQualityName.Chi2 => ExactSubgroupSearch<ChiSquaredQuality>.Run(bits, top, depth, minimumRows, cancel),
        SubgroupQualityName.Binom => ExactSubgroupSearch<BinomialQuality>.Run(bits, top, depth, minimumRows, cancel),
        SubgroupQualityName.Lift => ExactSubgroupSearch<LiftLowerBound>.Run(bits, top, depth, minimumRows, cancel),
        _ => ExactSubgroupSearch<OddsLowerBound>.Run(bits, top, depth, minimumRows, cancel),
    };

    private static ulong[] Bits(byte[] positive)
    {
        var labels = new ulong[RowBits.WordsFor(positive.Length)];
        for (var row = 0; row < positive.Length; row++)
        {
            labels[row >> 6] |= (ulong)positive[row] << (row & 63);
        }

        return labels;
    }

    private static int[]? Accounts(Table table, string? field)
    {
        if (field is null)
        {
            return null;
        }

        var column = table.Find(field)!;
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var accounts = new int[table.RowCount];
        for (var row = 0; row < accounts.Length; row++)
        {
            // A row without an account is its own.
            var key = column.TextAt(row) is { Length: > 0 } text ? text : "\u0001" + Format.Whole(row);
            if (!index.TryGetValue(key, out accounts[row]))
            {
                accounts[row] = index.Count;
                index.Add(key, accounts[row]);
            }
        }

        return accounts;
    }

    private static int[]? Dates(Table table, string? field) =>
        field is null || table.Find(field) is not DateColumn column ? null : [.. Enumerable.Range(0, table.RowCount).Select(row => column.DateAt(row)?.DayNumber ?? -1)];
}
