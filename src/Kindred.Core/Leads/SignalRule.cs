using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Kindred.Core.Standards;

namespace Kindred.Core.Leads;

/// <summary>The one rule by which signals earn points: where the card asks for a trigger and nobody has answered, signals that together still count half or more answer it.
/// A funding round answers "is there budget this year?" with yes and a budget cut with no; every other kind answers "did something make them look?" with yes. No signal is no answer.</summary>
/// <remarks>A card that learned a field of signals from the data gives its points by that field alone; it does not ask, so nothing counts twice.</remarks>
public static class SignalRule
{
    /// <summary>Strength from which signals answer: one signal until its half-life, or several older ones.</summary>
    public const double LeastStrength = 0.5;

    /// <summary>The field of the question for an event.</summary>
    public const string RecentEvent = "recent event";

    /// <summary>The field of the question for a budget.</summary>
    public const string BudgetSignal = "budget signal";

    /// <summary>Answers that the signals of one company give on a day; nothing after the day counts.</summary>
    public static IEnumerable<KnownAnswer> Answers(Scorecard card, DateOnly day, IEnumerable<LeadSignal> ofCompany)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(ofCompany);
        var all = ofCompany.ToArray();
        if (Asks(card, RecentEvent) && Enough(day, all, kind => kind is not (SignalKind.FundingRound or SignalKind.BudgetCut)) is { } happened)
        {
            yield return new KnownAnswer(RecentEvent, "Yes", AnswerOrigin.Signal, Words(happened));
        }

        if (Asks(card, BudgetSignal))
        {
            var funded = Enough(day, all, kind => kind == SignalKind.FundingRound);
            var cut = Enough(day, all, kind => kind == SignalKind.BudgetCut);

            // Both at once: the stronger one counts, and of equals neither.
            if (funded is not null && funded.Strength > (cut?.Strength ?? 0))
            {
                yield return new KnownAnswer(BudgetSignal, "Yes", AnswerOrigin.Signal, Words(funded));
            }
            else if (cut is not null && cut.Strength > (funded?.Strength ?? 0))
            {
                yield return new KnownAnswer(BudgetSignal, "No", AnswerOrigin.Signal, Words(cut));
            }
        }
    }

    /// <summary>"audit 2026-10-01 (news, 71 %)": the signals behind a number, strongest first.</summary>
    public static Wording Words(TriggerEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new Wording(string.Join("; ", evidence.Signals.Select(entry => One(entry, Language.Korean))), string.Join("; ", evidence.Signals.Select(entry => One(entry, Language.English))));
    }

    /// <summary>Whether the card asks for a field that no data has.</summary>
    internal static bool Asks(Scorecard card, string field) => card.Attributes.Any(attribute => attribute.Field == field && attribute.Question is not null && attribute.Bins.All(bin => bin.Rows == 0));

    private static TriggerEvidence? Enough(DateOnly day, LeadSignal[] all, Func<SignalKind, bool> isMeant) =>
        ReadSignals.On(day, all.Where(signal => signal.Kind != SignalKind.Other && isMeant(signal.Kind))) is { Strength: >= LeastStrength } evidence ? evidence : null;

    private static string One((LeadSignal Signal, double Strength) entry, Language language)
    {
        var amount = entry.Signal.Amount is { } money ? ", " + MoneyText.Short(money, language) : "";
        var source = entry.Signal.Source ?? (language == Language.Korean ? "출처 모름" : "source unknown");
        return $"{SignalKinds.Label(entry.Signal.Kind).In(language)} {Format.Date(entry.Signal.On)} ({source}{amount}, {Format.Percent(entry.Strength, 0)})";
    }
}
