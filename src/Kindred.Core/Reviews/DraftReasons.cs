using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Core.Reviews;

/// <summary>Why customers left and what grew where they expanded, in the last twelve months, by state to the profile (else by sector).</summary>
internal static class DraftReasons
{
    private const int MostSegments = 6;
    private const int MostReasons = 5;

    public static IReadOnlyList<ReasonFigure> Churn(ReviewRows rows, List<ReviewGap> gaps)
    {
        var (facts, since) = (rows.Facts, rows.Facts.AsOf.AddYears(-1));
        var reasons = facts.Cancellations.Where(one => one.Account >= 0 && !string.IsNullOrWhiteSpace(one.Reason) && !(one.On < since) && !(one.On > facts.AsOf)).ToArray();
        if (reasons.Length > 0)
        {
            return By(rows, reasons.Select(one => (one.Account, Wording.Same(one.Reason!.Trim()))));
        }

        var gap = ReviewChecks.NoReasons();
        gaps.Add(new ReviewGap("churn", gap.Code, gap.Message));
        var paid = facts.Subscriptions.Where(one => !one.IsTrial && one.Account >= 0 && one.StartedOn <= facts.AsOf && !(one.EndedOn <= since)).GroupBy(one => one.Account).ToArray();
        return [.. paid.GroupBy(customer => Segment(rows, customer.Key)).OrderByDescending(group => group.Count()).Take(MostSegments)
            .Select(group => new ReasonFigure(group.Key, new Wording("이유 없이 떠남(기록 없음)", "left, reason not recorded"), RateFigure.From(group.Count(customer => customer.All(one => one.EndedOn <= facts.AsOf)), group.Count())))];
    }

    public static IReadOnlyList<ReasonFigure> Expansion(ReviewRows rows)
    {
        var (facts, since) = (rows.Facts, rows.Facts.AsOf.AddYears(-1));
        var grown = new List<(int, Wording)>();
        foreach (var customer in facts.Subscriptions.Where(one => !one.IsTrial && one.Account >= 0 && one.StartedOn <= facts.AsOf).GroupBy(one => one.Account))
        {
            var ordered = customer.OrderBy(one => one.StartedOn).ToArray();
            foreach (var (before, after) in ordered.Zip(ordered.Skip(1)).Where(pair => pair.Second.StartedOn >= since))
            {
                var isBeside = before.IsActive(after.StartedOn);
                var what = isBeside ? new Wording("새 계약을 더함", "another contract beside")
                    : after.Seats > before.Seats ? new Wording("자리를 늘림", "more seats")
                    : after.Plan is not null && before.Plan is not null && after.Plan != before.Plan && Grew(before, after) ? new Wording("요금제를 올림", "a larger plan")
                    : Grew(before, after) ? new Wording("값이 오름", "a higher price") : null;
                if (what is not null)
                {
                    grown.Add((customer.Key, what));
                }
            }
        }

        foreach (var deal in facts.Deals.Where(deal => !deal.IsNewBusiness && deal.Outcome == DealOutcome.Won && deal.Account >= 0 && deal.ClosedOn >= since && deal.ClosedOn <= facts.AsOf && IsExpansion(deal)))
        {
            grown.Add((deal.Account, new Wording("추가 구매 딜", "an expansion deal")));
        }

        return By(rows, grown);
    }

    private static bool IsExpansion(Deal deal) => new[] { deal.Pipeline, deal.Type, deal.Name }.OfType<string>().Any(text => new[] { "expan", "upsell", "add-on", "추가", "확장" }.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static bool Grew(Subscription before, Subscription after) => before.Monthly is { } was && after.Monthly is { } isNow && was.Currency == isNow.Currency && isNow.Minor > was.Minor;

    private static IReadOnlyList<ReasonFigure> By(ReviewRows rows, IEnumerable<(int Account, Wording Reason)> cases) =>
        [.. cases.GroupBy(one => Segment(rows, one.Account)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.En, StringComparer.Ordinal).Take(MostSegments)
            .SelectMany(group => group.GroupBy(one => one.Reason).OrderByDescending(same => same.Count()).ThenBy(same => same.Key.En, StringComparer.Ordinal).Take(MostReasons)
                .Select(same => new ReasonFigure(group.Key, same.Key, RateFigure.From(same.Count(), group.Count()))))];

    private static Wording Segment(ReviewRows rows, int account) =>
        rows.Request.Profile?.Core is not null && rows.Request.Standing.Count > account ? StateWords(rows.Request.Standing[account].State)
        : rows.Facts.Companies[account].Industry?.Sector.Label ?? new Wording("모름", "unknown");

    /// <summary>A state for people.</summary>
    internal static Wording StateWords(AccountState state) => state switch
    {
        AccountState.Core => new("핵심", "core"),
        AccountState.Adjacent => new("인접", "adjacent"),
        AccountState.Regret => new("쉽게 사고 일찍 떠남", "easily won, soon gone"),
        AccountState.Anti => new("거의 사지 않음", "rarely buys"),
        _ => new("그 밖", "outside"),
    };
}
