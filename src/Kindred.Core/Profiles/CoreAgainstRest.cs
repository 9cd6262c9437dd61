using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Profiles;

/// <summary>Core against the rest on conversion, retention, cycle and cost; where a figure is missing, which file would give it.</summary>
public static class CoreAgainstRest
{
    /// <summary>Compares.</summary>
    public static IReadOnlyList<Comparison> Run(AccountFacts facts, TwoQuestions questions, ProfilePattern core)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(core);
        var share = new Wording("", "");
        var comparisons = new List<Comparison>
        {
            new("conversion", new("계약한 비율", "Signed"), share, Estimate.Of(core.Pattern.Honest ?? core.Buys), Estimate.Of(core.BuysRest), null),
            core is { Stays: { } stays, StaysRest: { } staysRest }
                ? new("kept", new("12개월 뒤에도 고객", "Still customers after 12 months"), share, Estimate.Of(stays), Estimate.Of(staysRest), null)
                : new("kept", new("12개월 뒤에도 고객", "Still customers after 12 months"), share, null, null, new("구독이나 매출 파일(시작일·종료일)을 더하면 알 수 있어요.", "A subscriptions or billing file (start, end) would tell.")),
        };
        comparisons.Add(Cycle(facts, questions, core));
        comparisons.Add(Cost(facts, questions, core));
        return comparisons;
    }

    private static Comparison Cycle(AccountFacts facts, TwoQuestions questions, ProfilePattern core)
    {
        var label = new Wording("계약까지 걸린 날 (중앙값)", "Days to sign (median)");
        var unit = new Wording("일", "days");
        var (inside, outside) = Split(questions, core, deal => facts.Deals[deal] is { Outcome: DealOutcome.Won, CreatedOn: { } created, ClosedOn: { } closed } && closed >= created ? closed.DayNumber - created.DayNumber : double.NaN);
        return inside.Count > 0 && outside.Count > 0
            ? new Comparison("cycle-days", label, unit, Estimate.Median(inside), Estimate.Median(outside), null)
            : new Comparison("cycle-days", label, unit, null, null, new Wording("딜 파일에 만든 날과 계약한 날이 있으면 알 수 있어요.", "A creation and a closing date in the deals file would tell."));
    }

    /// <summary>Spend of the deal's channel and month over all new customers of that channel and month.</summary>
    private static Comparison Cost(AccountFacts facts, TwoQuestions questions, ProfilePattern core)
    {
        var label = new Wording("고객 한 곳을 얻는 비용 (중앙값)", "Cost to win a customer (median)");
        var currency = facts.Costs.Select(cost => cost.Amount.Currency).FirstOrDefault() ?? "";
        var spend = facts.Costs.Where(cost => cost.Amount.Currency == currency).GroupBy(cost => Key(cost.Channel, cost.Month)).ToDictionary(group => group.Key, group => group.Sum(cost => (double)cost.Amount.Major));
        var won = facts.Deals.Where(deal => deal is { Outcome: DealOutcome.Won, IsNewBusiness: true, ClosedOn: not null, Source: not null }).CountBy(deal => Key(deal.Source!, deal.ClosedOn!.Value)).ToDictionary();
        var (inside, outside) = Split(questions, core, deal => facts.Deals[deal] is { Outcome: DealOutcome.Won, ClosedOn: { } closed, Source: { } source } && spend.TryGetValue(Key(source, closed), out var total) ? total / won[Key(source, closed)] : double.NaN);
        return inside.Count > 0 && outside.Count > 0
            ? new Comparison("cac", label, Wording.Same(currency), Estimate.Median(inside), Estimate.Median(outside), null)
            : new Comparison("cac", label, Wording.Same(currency), null, null, new Wording("월·채널별 영업·마케팅 비용 파일을 더하면 알 수 있어요.", "A file of sales and marketing spend by month and channel would tell."));
    }

    private static (List<double> Inside, List<double> Outside) Split(TwoQuestions questions, ProfilePattern core, Func<int, double> figure)
    {
        var view = questions.Buys.View;
        var rows = ConditionRows.Of(view.Table.Table, core.Pattern.Conditions);
        List<double> inside = [], outside = [];
        for (var row = 0; row < view.Deals.Length; row++)
        {
            var value = view.Deals[row] < 0 ? double.NaN : figure(view.Deals[row]);
            if (!double.IsNaN(value))
            {
                (RowBits.Has(rows, row) ? inside : outside).Add(value);
            }
        }

        return (inside, outside);
    }

    private static (string, int) Key(string channel, DateOnly day) => (channel.Trim().ToLowerInvariant(), day.Year * 12 + day.Month);
}
