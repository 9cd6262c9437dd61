using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>What engagement may count as on the card.</summary>
public enum EngagementUse
{
    /// <summary>Nothing: it stands beside the score.</summary>
    Off,

    /// <summary>A trigger: enough engagement answers "did something make them look?" with yes.</summary>
    Trigger,

    /// <summary>Buyability: somebody who signs and read lately answers "can we talk to who decides?" with yes.</summary>
    Buyability,
}

/// <summary>The one rule by which engagement earns points of fit, off unless somebody switches it on. It answers one question of the card, where nobody has answered it and no file says; the two scores are never mixed.</summary>
public static class EngagementRule
{
    /// <summary>Engagement from which it answers the question for an event.</summary>
    public const double LeastScore = 20;

    /// <summary>Days within which somebody who signs must have read.</summary>
    public const int AccessDays = 90;

    /// <summary>The rule in words, with its bounds.</summary>
    public static Wording Words(EngagementUse use) => use switch
    {
        EngagementUse.Trigger => new($"관심 점수가 {Format.Fixed(LeastScore, 0)}점 이상이면 점수표의 '최근 계기'에 '예'로 답해요. 사람이 답했거나 파일에 있으면 그것을 따라요.", $"Engagement of {Format.Fixed(LeastScore, 0)} or more answers the card's \"recent event\" with yes, unless a person or a file says otherwise."),
        EngagementUse.Buyability => new($"돈을 정하는 사람(재무·경영지원 책임자, 대표)이 {Format.Whole(AccessDays)}일 안에 읽었으면 '결정권자와의 접점'에 '예'로 답해요. 사람이 답했거나 파일에 있으면 그것을 따라요.", $"Somebody who decides about money (finance leads, top management) who read within {Format.Whole(AccessDays)} days answers \"decision-maker access\" with yes, unless a person or a file says otherwise."),
        _ => new("관심은 점수에 들어가지 않고 옆에 따로 보여요.", "Engagement enters no score; it is shown beside it."),
    };

    /// <summary>Answers that engagement gives on a card.</summary>
    /// <param name="card">The card in use.</param>
    /// <param name="use">What engagement may count as.</param>
    /// <param name="receipt">Engagement of the lead.</param>
    /// <param name="readers">Readers of the lead's company.</param>
    /// <param name="day">The day in question.</param>
    public static IEnumerable<KnownAnswer> Answers(Scorecard card, EngagementUse use, EngagementReceipt receipt, IEnumerable<Reader> readers, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(readers);
        if (use == EngagementUse.Trigger && receipt.Score >= LeastScore && SignalRule.Asks(card, SignalRule.RecentEvent))
        {
            var points = Format.Fixed(receipt.Score, 1);
            yield return new KnownAnswer(SignalRule.RecentEvent, "Yes", AnswerOrigin.Engagement, new Wording($"관심 점수 {points}점 (마지막 {Format.Date(receipt.Last!.Value)})", $"engagement {points} (last {Format.Date(receipt.Last!.Value)})"));
        }

        if (use == EngagementUse.Buyability && SignalRule.Asks(card, LeadEvidence.DecisionMakerAccess)
            && readers.Where(reader => reader.Group is { Job: JobGroup.Finance, IsLead: true } or { Job: JobGroup.TopManagement })
                .Select(reader => (Reader: reader, Last: reader.Visits.Select(visit => DateOnly.FromDateTime(visit.At.UtcDateTime)).Where(on => on <= day).DefaultIfEmpty(DateOnly.MinValue).Max()))
                .Where(entry => entry.Last >= day.AddDays(-AccessDays)).OrderByDescending(entry => entry.Last).ThenBy(entry => entry.Reader.Email, StringComparer.Ordinal).FirstOrDefault() is { Reader: { } found } hit)
        {
            yield return new KnownAnswer(LeadEvidence.DecisionMakerAccess, "Yes", AnswerOrigin.Engagement, new Wording($"{found.Group.Label.Ko}가 {Format.Date(hit.Last)}에 읽음 ({found.Email})", $"{found.Group.Label.En} read on {Format.Date(hit.Last)} ({found.Email})"));
        }
    }
}
