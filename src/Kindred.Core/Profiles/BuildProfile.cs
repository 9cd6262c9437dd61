using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.CustomerValue;
using Kindred.Core.Market;
using Kindred.Core.Patterns;
using Kindred.Core.Standards;
using Kindred.Core.Tables;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Profiles;

/// <summary>From raw tables to a profile.</summary>
/// <param name="Tables">Tables as read from files.</param>
/// <param name="Saved">A saved mapping that overrides recognition; null otherwise.</param>
/// <param name="Outcome">Column and value to take as outcome; null: won new-business deals.</param>
/// <param name="AsOf">The day the data speaks for; null: the last day in it.</param>
/// <param name="Answers">Answers to the questions; defaults otherwise.</param>
/// <param name="Rates">Exchange rates.</param>
/// <param name="Seed">Of everything random.</param>
/// <param name="Stated">A market figure somebody states.</param>
/// <param name="Currency">ISO currency amounts are compared in; null: the commonest.</param>
/// <param name="Corrections">What people corrected in the reading of the files; null for nothing.</param>
public sealed record BuildRequest(
    IReadOnlyList<SourceTable> Tables,
    Mapping? Saved = null,
    (string Column, string Value)? Outcome = null,
    DateOnly? AsOf = null,
    Answers? Answers = null,
    ExchangeRates? Rates = null,
    long Seed = 1,
    StatedMarket? Stated = null,
    string? Currency = null,
    Corrections? Corrections = null);

/// <summary>Everything a build yields.</summary>
/// <param name="Facts">Facts by company.</param>
/// <param name="Mapping">What tables and columns were taken to be, and what was asked.</param>
/// <param name="Questions">Evidence of who buys and who stays.</param>
/// <param name="Ranking">Customers by value; null when there are none.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Accounts">State of every company.</param>
/// <param name="Companies">Fields of every company as known now, row i = company i.</param>
/// <param name="Market">Market of the core (or of hypothesis 1).</param>
public sealed record BuildResult(
    AccountFacts Facts,
    Mapping Mapping,
    TwoQuestions Questions,
    CustomerRanking? Ranking,
    IdealCustomerProfile Profile,
    IReadOnlyList<ClassifiedAccount> Accounts,
    Table Companies,
    Result<MarketEstimate> Market);

/// <summary>What a build is doing.</summary>
/// <param name="Step">Step in words.</param>
/// <param name="Share">0–1 over the whole build.</param>
public sealed record BuildProgress(Wording Step, double Share);

/// <summary>The main job: recognise, assemble, rank, prove both questions, draft, classify, count the market.</summary>
public static class BuildProfile
{
    /// <summary>Runs the build.</summary>
    public static Result<BuildResult> Run(BuildRequest request, IProgress<BuildProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        progress?.Report(new BuildProgress(new("파일의 종류와 열을 알아보는 중", "Recognising files and columns"), 0.05));
        return AccountsModule.Recognise(request.Tables, request.Saved).Then(mapping =>
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new BuildProgress(new("회사와 딜을 맞추는 중", "Matching companies and deals"), 0.15));
            return AccountsModule.Assemble(request.Tables, mapping, new AssemblyOptions(request.AsOf, request.Answers, request.Rates, request.Currency, request.Corrections)).Then(facts => Prove(request, mapping, facts, progress, cancel));
        });
    }

    private static Result<BuildResult> Prove(BuildRequest request, Mapping mapping, AccountFacts facts, IProgress<BuildProgress>? progress, CancellationToken cancel)
    {
        var options = new ProofOptions(Top: 60, Seed: request.Seed);
        var views = ViewsOf(request, facts, cancel);
        if (!views.Buys.TryGet(out var buysView, out var reasons) && (request.Outcome is not null || views.Stays?.TryGet(out buysView, out _) != true))
        {
            // Files of customers alone cannot say who buys, but can say who stays; where neither can be asked, the first reason counts.
            return Result.Refused<BuildResult>(reasons);
        }

        var asksWhoBuys = request.Outcome is null && views.Buys.IsAccepted;

        // What makes a customer good is known before any pattern is looked for.
        progress?.Report(new BuildProgress(new("고객의 순위를 매기는 중", "Ranking customers"), 0.25));
        var ranking = RankCustomers.Run(facts, null, request.Rates, seed: request.Seed).TryGet(out var ranked, out _) ? ranked : null;
        progress?.Report(new BuildProgress(new("누가 사는지 살펴보는 중", "Looking at who buys"), 0.3));
        TwoQuestions? questions = null;
        ProvenView? stays = null;

        // Who stays does not wait for who buys: neither looks at the other's answer.
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancel },
            () =>
            {
                var buys = Proven(buysView!, options, cancel);
                var kept = asksWhoBuys && views.Kept!.TryGet(out var keptView, out _) ? new ProvenView(keptView, buys.Screening, Unasked) : null;
                questions = new TwoQuestions(buys, null, kept);
            },
            () => stays = asksWhoBuys && views.Stays!.TryGet(out var staysView, out _) ? Proven(staysView, options, cancel) : null);
        progress?.Report(new BuildProgress(new("누가 남는지 살펴보는 중", "Looking at who stays"), 0.65));
        questions = questions! with { Stays = stays };
        if (AssignRoles.Core(AssignRoles.OfBuyers(questions)) is { } found)
        {
            progress?.Report(new BuildProgress(new("핵심 밖에서 두드러지는 곳을 살펴보는 중", "Looking at what stands out outside the core"), 0.8));
            questions = questions with { BuysOutsideCore = OutsideCore(questions.Buys, found.Pattern.Conditions, options, cancel) };
        }

        var profile = DraftProfile.Run(facts, questions, request.Seed);
        progress?.Report(new BuildProgress(new("회사를 나누고 시장을 세는 중", "Sorting companies, counting the market"), 0.92));
        var companies = CompaniesNow.Of(facts);
        var core = profile.Core?.Pattern.Conditions ?? Conjunction.Everything;
        var accounts = ClassifyAccounts.Run(
            companies,
            core,
            [.. profile.Regret.Select(pattern => pattern.Pattern.Conditions)],
            [.. profile.Anti.Select(pattern => pattern.Pattern.Conditions)],
            CurrentCustomers.Of(facts));
        var market = CountProfileMarket.Run(profile, companies, request.Stated);
        progress?.Report(new BuildProgress(new("끝났어요", "Done"), 1));
        return Result.Accepted(new BuildResult(facts, mapping, questions, ranking, profile, accounts, companies, market));
    }

    /// <summary>The rows of every question; those of "won and kept" and "who stays" only where an outcome was not given.</summary>
    private static (Result<AsOfView> Buys, Result<AsOfView>? Stays, Result<AsOfView>? Kept) ViewsOf(BuildRequest request, AccountFacts facts, CancellationToken cancel)
    {
        if (request.Outcome is { } outcome)
        {
            return (AccountsModule.ByOutcome(facts, outcome.Column, outcome.Value), null, null);
        }

        Result<AsOfView>? buys = null, stays = null, kept = null;
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancel },
            () => buys = AccountsModule.Buys(facts),
            () => stays = AccountsModule.Stays(facts),
            () => kept = AccountsModule.WonAndKept(facts));
        return (buys!, stays, kept);
    }

    /// <summary>The same question without the core's rows, so that what stands out is more than the core's absence.</summary>
    private static ProvenView OutsideCore(ProvenView buys, Conjunction core, ProofOptions options, CancellationToken cancel)
    {
        var view = buys.View;
        var inside = ConditionRows.Of(view.Table.Table, core);
        var rows = Enumerable.Range(0, view.Table.Table.RowCount).Where(row => !RowBits.Has(inside, row)).ToArray();
        int[] Pick(int[] values) => [.. rows.Select(row => values[row])];
        var table = view.Table with
        {
            Table = view.Table.Table.Take(rows),
            Accounts = Pick(view.Table.Accounts),
            Dates = Pick(view.Table.Dates),
            Positive = [.. rows.Select(row => view.Table.Positive[row])],
        };
        return Proven(new AsOfView(table, view.Confounders.Take(rows), Pick(view.Deals)), options, cancel);
    }

    private static ProofResult Unasked => new([], Verdict.Hypotheses, [], [], 0, 0);

    private static ProvenView Proven(AsOfView view, ProofOptions options, CancellationToken cancel)
    {
        var (screening, proof) = ProveView.Run(view, options, null, cancel);
        return new ProvenView(view, screening, proof);
    }
}
