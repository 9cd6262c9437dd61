using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Profiles;

/// <summary>How often a security review stands between the core and a signature, and what it costs in days.</summary>
/// <param name="CoreShare">Share of closed core deals with a security review; null when it cannot be told.</param>
/// <param name="RestShare">The same for the other deals.</param>
/// <param name="CycleWith">Days to sign (median) of won core deals with one.</param>
/// <param name="CycleWithout">Days to sign of won core deals without.</param>
/// <param name="Missing">Which file would tell; null where it is measured.</param>
public sealed record FrictionResult(Rate? CoreShare, Rate? RestShare, Estimate? CycleWith, Estimate? CycleWithout, Wording? Missing);

/// <summary>Reads security reviews from stage names and activities: words for security beside words for a review, in Korean and English.</summary>
public static class BuyingFriction
{
    private static readonly string[] Security = ["security", "infosec", "vendor risk", "보안", "isms"];
    private static readonly string[] Review = ["review", "assessment", "questionnaire", "audit", "check", "검토", "심사", "점검", "평가", "질의", "진단"];

    /// <summary>Measures.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="buys">Who buys: one row a closed deal.</param>
    /// <param name="core">Conditions of the core.</param>
    public static FrictionResult Run(AccountFacts facts, AsOfView buys, Conjunction core)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(buys);
        ArgumentNullException.ThrowIfNull(core);
        if (facts.StageHistory.Count == 0 && facts.Activities.Count == 0)
        {
            return Unmeasured(new Wording("아직 재지 않았어요. 단계 이력이나 활동 파일에 보안 검토가 적혀 있으면 알 수 있어요.", "Not measured yet. A stage history or an activities file that names security reviews would tell."));
        }

        var reviewed = Reviewed(facts);
        if (reviewed.Count == 0)
        {
            return Unmeasured(new Wording("아직 재지 않았어요. 단계와 활동 이름에 '보안 검토'가 하나도 없어요. CRM에서 그 이름으로 남기면 알 수 있어요.", "Not measured yet. No stage and no activity is named like a security review. Record it under such a name in the CRM."));
        }

        var inside = ConditionRows.Of(buys.Table.Table, core);
        int[] rows = [0, 0], with = [0, 0];
        List<double> cycleWith = [], cycleWithout = [];
        for (var row = 0; row < buys.Deals.Length; row++)
        {
            var deal = buys.Deals[row];
            if (deal < 0)
            {
                continue;
            }

            var (side, has) = (RowBits.Has(inside, row) ? 0 : 1, reviewed.Contains(deal));
            rows[side]++;
            with[side] += has ? 1 : 0;
            if (side == 0 && facts.Deals[deal] is { Outcome: DealOutcome.Won, CreatedOn: { } created, ClosedOn: { } closed } && closed >= created)
            {
                (has ? cycleWith : cycleWithout).Add(closed.DayNumber - created.DayNumber);
            }
        }

        return new FrictionResult(Share(with[0], rows[0]), Share(with[1], rows[1]), Estimate.Median(cycleWith), Estimate.Median(cycleWithout), null);
    }

    /// <summary>Deals with a stage of that name, or whose company had such an activity while the deal was open.</summary>
    private static HashSet<int> Reviewed(AccountFacts facts)
    {
        var names = new Dictionary<string, bool>(StringComparer.Ordinal);
        bool Is(string name)
        {
            if (!names.TryGetValue(name, out var known))
            {
                names[name] = known = Security.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) && Review.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
            }

            return known;
        }

        var deals = facts.StageHistory.Where(change => change.Deal >= 0 && Is(change.Stage)).Select(change => change.Deal).ToHashSet();
        var days = facts.Activities.Where(activity => activity is { Account: >= 0, On: not null } && Is(activity.Kind)).ToLookup(activity => activity.Account, activity => activity.On!.Value);
        if (days.Count > 0)
        {
            for (var deal = 0; deal < facts.Deals.Count; deal++)
            {
                if (facts.Deals[deal] is { Account: >= 0, CreatedOn: { } from } one && days[one.Account].Any(on => on >= from && on <= (one.ClosedOn ?? facts.AsOf)))
                {
                    deals.Add(deal);
                }
            }
        }

        return deals;
    }

    private static Rate? Share(int with, int rows)
    {
        if (rows == 0)
        {
            return null;
        }

        var interval = WilsonInterval.Of(with, rows);
        return new Rate(rows, with, (double)with / rows, interval.Low, interval.High);
    }

    private static FrictionResult Unmeasured(Wording missing) => new(null, null, null, null, missing);
}
