using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>What is known of a lead beside the files: answers of people, reasons to pass, fresh signals, engagement where the workspace lets it count.</summary>
/// <param name="Answers">At most one a field, by origin: person, pass, signal, engagement.</param>
/// <param name="Notes">What is known and gives no points, for the card asks nothing about it.</param>
public sealed record LeadEvidence(IReadOnlyList<KnownAnswer> Answers, IReadOnlyList<Wording> Notes)
{
    /// <summary>The field of the question for who decides.</summary>
    public const string DecisionMakerAccess = "decision-maker access";

    /// <summary>Nothing.</summary>
    public static LeadEvidence None { get; } = new([], []);

    /// <summary>Collects what is known on a day.</summary>
    /// <param name="card">The card in use.</param>
    /// <param name="lead">Lead id.</param>
    /// <param name="log">Decision log and answers.</param>
    /// <param name="signals">Dated signals of the lead's company.</param>
    /// <param name="day">The day in question: later signals do not count.</param>
    /// <param name="engaged">What <see cref="EngagementRule"/> says; null where the rule is off.</param>
    public static LeadEvidence Of(Scorecard card, string lead, LeadLog log, IEnumerable<LeadSignal> signals, DateOnly day, IEnumerable<KnownAnswer>? engaged = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(log);
        var answers = new List<KnownAnswer>();
        var notes = new List<Wording>();
        foreach (var answer in log.Answers(lead))
        {
            var known = new KnownAnswer(answer.Field, answer.Value!, AnswerOrigin.Person, Said(answer.By, answer.At));
            if (AnswerLead.Fits(card, answer.Field, answer.Value!))
            {
                answers.Add(known);
            }
            else
            {
                notes.Add(new Wording($"이 점수표에 없는 항목의 답: {answer.Field} = {answer.Value} ({known.Source.Ko})", $"answer to a field this card does not have: {answer.Field} = {answer.Value} ({known.Source.En})"));
            }
        }

        foreach (var pass in log.Passes(lead).Reverse().Where(pass => pass.Reason is not null).DistinctBy(pass => pass.Reason, StringComparer.Ordinal))
        {
            if (!PassReasons.Read(pass.Reason!).TryGet(out var reason, out _) || reason is not (PassReason.NoBudget or PassReason.NotTheDecider or PassReason.UsesACompetitor))
            {
                continue;
            }

            var said = Said(pass.By, pass.At);
            var source = new Wording($"넘긴 이유: {PassReasons.Label(reason).Ko}, {said.Ko}", $"passed for: {PassReasons.Label(reason).En}, {said.En}");
            if ((reason == PassReason.NoBudget ? SignalRule.BudgetSignal : reason == PassReason.NotTheDecider ? DecisionMakerAccess : null) is { } field && SignalRule.Asks(card, field))
            {
                Add(answers, new KnownAnswer(field, "No", AnswerOrigin.Pass, source));
            }
            else
            {
                notes.Add(source);
            }
        }

        foreach (var answer in SignalRule.Answers(card, day, signals).Concat(engaged ?? []))
        {
            Add(answers, answer);
        }

        return answers.Count + notes.Count == 0 ? None : new LeadEvidence(answers, notes);
    }

    private static void Add(List<KnownAnswer> answers, KnownAnswer answer)
    {
        if (!answers.Exists(known => known.Field == answer.Field))
        {
            answers.Add(answer);
        }
    }

    private static Wording Said(string? by, DateTimeOffset at) =>
        new($"{by ?? "이름 없음"}, {Format.Date(LeadProgress.Day(at))}", $"{by ?? "unnamed"}, {Format.Date(LeadProgress.Day(at))}");
}
