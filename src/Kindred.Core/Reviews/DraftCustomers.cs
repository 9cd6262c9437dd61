using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Profiles;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Reviews;

/// <summary>Best customers of the last twelve months against the profile, and customers that left and match now.</summary>
internal static class DraftCustomers
{
    private const int MostBest = 10;
    private const int MostBack = 20;

    public static Result<BestMatches> Best(ReviewRows rows)
    {
        var (facts, request) = (rows.Facts, rows.Request);
        var since = facts.AsOf.AddYears(-1);
        var young = facts.Deals.Where(deal => deal is { IsNewBusiness: true, Outcome: DealOutcome.Won } && deal.ClosedOn >= since && deal.ClosedOn <= facts.AsOf).Select(deal => deal.Account)
            .Concat(facts.Subscriptions.Where(one => !one.IsTrial && one.Account >= 0).GroupBy(one => one.Account).Where(group => group.Min(one => one.StartedOn) >= since).Select(group => group.Key)).ToHashSet();
        var ranked = (request.Ranking?.Customers ?? []).Where(customer => customer.Rank > 0).ToArray();
        var best = ranked.Where(customer => young.Contains(customer.Account)).OrderBy(customer => customer.Rank).Take(MostBest).ToArray();
        if (best.Length == 0)
        {
            return Result.Refused<BestMatches>(ReviewChecks.NoCustomers());
        }

        AccountState? StateOf(int account) => request.Profile?.Core is not null && request.Standing.Count > account ? request.Standing[account].State : null;
        BestMatch[] lines = [.. best.Select((customer, i) => new BestMatch(customer.Account, facts.Companies[customer.Account].Name, i + 1, StateOf(customer.Account) is { } state ? WriteProfile.StateCode(state) : null,
            StateOf(customer.Account) is null ? [] : [.. request.Standing[customer.Account].Differing, .. request.Standing[customer.Account].Unknown.Select(field => field + "?")]))];
        var core = RateFigure.From(best.Count(customer => StateOf(customer.Account) == AccountState.Core), best.Length);
        var all = RateFigure.From(ranked.Count(customer => StateOf(customer.Account) == AccountState.Core), ranked.Length);
        var (low, high) = (Format.Percent(core.Low!.Value, 0), Format.Percent(core.High!.Value, 0));
        return Result.Accepted(new BestMatches(lines, core, all, request.Profile?.Core is null
            ? new Wording($"최근 12개월의 가장 좋은 고객 {Format.Whole(best.Length)}곳이에요. 견줄 핵심이 없어요.", $"The {Format.Whole(best.Length)} best customers of the last twelve months; there is no core to compare with.")
            : new Wording($"최근 12개월의 가장 좋은 고객 {Format.Whole(best.Length)}곳 가운데 {Format.Whole(core.Count)}곳이 핵심이에요 (95 % 구간 {low}–{high}). 고객 전체는 {Format.Whole(all.Of)}곳 가운데 {Format.Whole(all.Count)}곳이에요.",
                $"{Format.Whole(core.Count)} of the {Format.Whole(best.Length)} best customers of the last twelve months are core (95 % interval {low}–{high}); of all customers {Format.Whole(all.Count)} of {Format.Whole(all.Of)}.")));
    }

    public static IReadOnlyList<ComingBack> Back(ReviewRows rows)
    {
        var (facts, request) = (rows.Facts, rows.Request);
        if (request.Profile?.Core is not { } core || request.Standing.Count < facts.Companies.Count)
        {
            return [];
        }

        var isCustomer = CurrentCustomers.Of(facts);
        var left = facts.Subscriptions.Where(one => !one.IsTrial && one.Account >= 0).GroupBy(one => one.Account)
            .Where(group => !isCustomer[group.Key] && group.All(one => one.EndedOn <= facts.AsOf) && request.Standing[group.Key].State == AccountState.Core)
            .Select(group => (Account: group.Key, From: group.Min(one => one.StartedOn), On: group.Max(one => one.EndedOn))).OrderByDescending(one => one.On).ThenBy(one => one.Account).Take(MostBack).ToArray();
        if (left.Length == 0)
        {
            return [];
        }

        var reasons = facts.Cancellations.Where(one => !string.IsNullOrWhiteSpace(one.Reason)).ToLookup(one => one.Account, one => one.Reason!.Trim());
        var then = rows.On([.. left.Select(one => (one.Account, one.From))]).Table;
        Condition[] conditions = [.. core.Conditions.Select(condition => condition.ToCondition()).OfType<Condition>()];
        var met = conditions.Select(condition => ConditionRows.Of(then, condition)).ToArray();
        return [.. left.Select((one, row) =>
        {
            var anew = conditions.Where((_, i) => !RowBits.Has(met[i], row)).Select(condition => new Conjunction([condition])).ToArray();
            var (ko, en) = (string.Join(", ", anew.Select(each => ConditionWording.Of(each, Language.Korean))), string.Join(", ", anew.Select(each => ConditionWording.Of(each, Language.English))));
            return new ComingBack(one.Account, facts.Companies[one.Account].Name, one.On, reasons[one.Account].LastOrDefault(), anew.Length == 0
                ? new Wording("지금 핵심 조건을 모두 만족해요. 떠난 이유가 사라졌는지 물어보세요.", "Meets every core condition today. Ask whether the reason to leave is gone.")
                : new Wording($"계약할 때는 아니었지만 지금은 만족해요: {ko}.", $"Did not when it signed, does now: {en}."));
        })];
    }
}
