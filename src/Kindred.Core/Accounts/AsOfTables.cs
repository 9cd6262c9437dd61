using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>The standing questions: who buys, who stays, won and kept.</summary>
internal static class AsOfTables
{
    private const int KeptMonths = 12;
    private const int FirstDays = 30;

    public static Result<AsOfView> Buys(AccountFacts facts)
    {
        var rows = new DecisionRows();
        for (var i = 0; i < facts.Deals.Count; i++)
        {
            var deal = facts.Deals[i];
            if (deal.IsNewBusiness && deal.Outcome != DealOutcome.Open)
            {
                rows.Add(deal.Account, deal.DecidedFrom, deal.Outcome == DealOutcome.Won, i, deal.SourceTable, deal.SourceRow);
            }
        }

        return rows.Count == 0
            ? Result.Refused<AsOfView>("accounts.no-closed-deals", "deals",
                "끝난 새 고객 딜이 없어요 (딜 " + Number(facts.Deals.Count) + "건). 성공·실패가 적힌 딜 파일을 넣거나, 성공 단계를 골라 주세요.",
                "There is no closed new-business deal (" + Number(facts.Deals.Count) + " deals in all). Add a deals file with won and lost deals, or say which stages mean won.")
            : Result.Accepted(ViewBuilder.Build(facts, rows, "who buys", new Wording("계약했어요", "signed")));
    }

    public static Result<AsOfView> Stays(AccountFacts facts)
    {
        var rows = new DecisionRows();
        var paid = Paid(facts);
        if (paid.Count == 0)
        {
            return StaysByColumn(facts);
        }

        var last = facts.AsOf.AddMonths(-KeptMonths);
        foreach (var (account, subscriptions) in paid.OrderBy(pair => pair.Key))
        {
            var start = subscriptions.Min(subscription => subscription.StartedOn);
            if (start <= last)
            {
                rows.Add(account, DecisionRows.Later(start, FirstDays), subscriptions.Exists(subscription => subscription.IsActive(start.AddMonths(KeptMonths))), -1, -1, -1);
            }
        }

        return rows.Count == 0
            ? Result.Refused<AsOfView>("accounts.too-young", "subscriptions",
                "12개월 넘은 고객이 아직 없어요 (고객 " + Number(paid.Count) + "곳, 기준일 " + Day(facts.AsOf) + "). 누가 남는지는 시간이 더 지나야 알 수 있어요.",
                "No customer is 12 months old yet (" + Number(paid.Count) + " customers, as of " + Day(facts.AsOf) + "). Who stays can only be told later.")
            : Result.Accepted(ViewBuilder.Build(facts, rows, "who stays", new Wording("12개월 뒤에도 고객이에요", "still a customer after 12 months")));
    }

    public static Result<AsOfView> WonAndKept(AccountFacts facts)
    {
        var paid = Paid(facts);
        if (paid.Count == 0)
        {
            return NoSubscriptions();
        }

        var rows = new DecisionRows();
        var last = facts.AsOf.AddMonths(-KeptMonths);
        for (var i = 0; i < facts.Deals.Count; i++)
        {
            var deal = facts.Deals[i];
            if (deal.IsNewBusiness && deal.Outcome != DealOutcome.Open && deal.ClosedOn is { } closed && closed <= last)
            {
                var kept = deal.Outcome == DealOutcome.Won && paid.TryGetValue(deal.Account, out var subscriptions) && subscriptions.Exists(subscription => subscription.IsActive(closed.AddMonths(KeptMonths)));
                rows.Add(deal.Account, deal.DecidedFrom, kept, i, deal.SourceTable, deal.SourceRow);
            }
        }

        return rows.Count == 0
            ? Result.Refused<AsOfView>("accounts.no-closed-deals", "deals",
                "12개월 전에 끝난 새 고객 딜이 없어요 (기준일 " + Day(facts.AsOf) + "). 더 오래된 딜을 함께 내려받아 주세요.",
                "No new-business deal closed 12 months before " + Day(facts.AsOf) + ". Export older deals as well.")
            : Result.Accepted(ViewBuilder.Build(facts, rows, "won and kept", new Wording("계약하고 12개월 뒤에도 고객이에요", "signed and still a customer after 12 months")));
    }

    private static Result<AsOfView> StaysByColumn(AccountFacts facts)
    {
        for (var table = 0; table < facts.Placed.Count; table++)
        {
            var placed = facts.Placed[table];
            if (placed.Mapping.Kind is TableKind.Wide or TableKind.Companies && placed.Mapping.Find(ColumnRole.Outcome) is { } name && OutcomeFinder.Find(placed.Source.Table) is { IsChurn: true } outcome && outcome.Column == name)
            {
                return OutcomeRows.Build(facts, table, name, outcome.PositiveWord, new Wording("아직 고객이에요", "still a customer"));
            }
        }

        return NoSubscriptions();
    }

    /// <summary>Subscriptions that are no trials, by account.</summary>
    private static Dictionary<int, List<Subscription>> Paid(AccountFacts facts) =>
        facts.Subscriptions.Where(subscription => !subscription.IsTrial).GroupBy(subscription => subscription.Account).ToDictionary(group => group.Key, group => group.ToList());

    private static Result<AsOfView> NoSubscriptions() => Result.Refused<AsOfView>("accounts.no-subscriptions", "subscriptions",
        "누가 사는지는 알지만 누가 남는지는 알 수 없어요. 시작일과 종료일이 있는 구독 파일을 더해 주세요.",
        "We know who buys, not who stays. Add a subscriptions file with start and end days.");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
