using Kindred.Core.Accounts;

namespace Kindred.Core.Segments;

/// <summary>Where files say different things of the same customers. They are reported, never averaged away: lives follow the paid subscriptions.</summary>
internal static class Contradictions
{
    private static readonly string[] Codes =
    [
        "accounts.churn-labels-disagree", "accounts.usage-before-start", "accounts.usage-after-end", "accounts.usage-repeated", "accounts.subscription-ends-before-start", "accounts.cancellation-before-signup", "accounts.subscription-before-signup",
    ];

    public static IEnumerable<QualityIssue> Of(AccountFacts facts, CustomerMonths months)
    {
        foreach (var issue in facts.Quality.Issues.Where(issue => Codes.Contains(issue.Code)))
        {
            yield return issue;
        }

        if (facts.Cancellations.Count == 0)
        {
            yield break;
        }

        var notes = new List<QualityIssue>();
        var cancelled = facts.Cancellations.Where(one => !(one.On > facts.AsOf)).Select(one => one.Account).ToHashSet();
        var paying = Enumerable.Range(0, months.Lives.Count).Where(months.IsPaying).Select(row => months.Lives[row].Account).ToArray();
        var ended = facts.Subscriptions.Where(one => one.EndedOn <= facts.AsOf).Select(one => one.Account).ToHashSet();
        BuildCustomerMonths.Note(notes, "segments.cancelled-but-paying", "cancellations", paying.Count(cancelled.Contains), paying.Length, "해지 기록이 있는데 아직 돈을 내는 고객이 {0}곳 있어요 ({1}곳 중). 구독을 따랐어요.", "{0} of {1} paying customers have a cancellation on record. The subscriptions were followed.");
        BuildCustomerMonths.Note(notes, "segments.ended-without-cancellation", "subscriptions", ended.Count(account => !cancelled.Contains(account)), ended.Count, "구독이 끝났는데 해지 기록이 없는 회사가 {0}곳 있어요 ({1}곳 중).", "{0} of {1} companies with an ended subscription have no cancellation on record.");
        foreach (var note in notes)
        {
            yield return note;
        }
    }
}
