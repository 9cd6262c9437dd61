using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary>The lead card for people, in the order of the page: who, score, question, reasons, decision; below them the receipt.</summary>
internal static class LeadText
{
    public static void Card(TextWriter text, LeadWorkspace workspace, LeadEntry lead, LeadReceipt receipt, Language language)
    {
        var ko = language == Language.Korean;
        var standing = workspace.StandingWords(lead)?.In(language);
        text.WriteLine(lead.Name + (standing is null ? "" : " · " + standing) + (ko ? " · 리드 " : " · lead ") + lead.Id);
        var progress = workspace.ProgressOf(lead);
        if (progress.Words() is { } decided)
        {
            text.WriteLine(decided.In(language));
        }

        if (progress.IsBlind)
        {
            Blind(text, receipt, language);
            Signals(text, workspace, lead, language);
            Decide(text, lead, ko);
            return;
        }

        text.WriteLine($"{ScoreStates.Label(receipt.Score.State).In(language)} · {receipt.Sentence.In(language)}");
        if (receipt.Ask is { } ask)
        {
            text.WriteLine(ask.In(language));
        }

        foreach (var reason in receipt.For)
        {
            text.WriteLine("  + " + reason.In(language));
        }

        foreach (var reason in receipt.Against)
        {
            text.WriteLine("  − " + reason.In(language));
        }

        foreach (var note in receipt.Notes)
        {
            text.WriteLine("  · " + note.In(language));
        }

        Signals(text, workspace, lead, language);
        Decide(text, lead, ko);
        Receipt(text, receipt, language);
        if (receipt.Change is { } change)
        {
            text.WriteLine((ko ? $"기준을 넘는 가장 작은 변화 ({Format.Fixed(change.Expected, 0)}점): " : $"The smallest change that reaches the cut ({Format.Fixed(change.Expected, 0)}): ") + string.Join("; ", change.Steps.Select(step => step.In(language))));
        }

        if (receipt.Probability is { } probability)
        {
            text.WriteLine(ko
                ? $"이 점수대는 100곳 중 약 {Format.Fixed(probability.Value * 100, 0)}곳 ({Format.Fixed(probability.Low * 100, 0)}–{Format.Fixed(probability.High * 100, 0)}곳)이 {workspace.Card.Outcome.Ko}."
                : $"At this score about {Format.Fixed(probability.Value * 100, 0)} of 100 ({Format.Fixed(probability.Low * 100, 0)}–{Format.Fixed(probability.High * 100, 0)}) {workspace.Card.Outcome.En}.");
        }

        if (CardWords.Notice(workspace.Card.State) is { } notice)
        {
            text.WriteLine(notice.In(language));
        }
    }

    private static void Signals(TextWriter text, LeadWorkspace workspace, LeadEntry lead, Language language)
    {
        foreach (var (signal, strength) in ReadSignals.On(workspace.Facts.AsOf, workspace.Signals[lead.Account]).Signals.Take(3))
        {
            text.WriteLine("  ! " + $"{SignalKinds.Label(signal.Kind).In(language)}: {signal.Text} ({Format.Date(signal.On)}, {signal.Source ?? (language == Language.Korean ? "출처 모름" : "source unknown")}, {Format.Percent(strength, 0)})");
        }
    }

    private static void Decide(TextWriter text, LeadEntry lead, bool ko) => text.WriteLine(ko
        ? $"맡기: kindred lead take {lead.Id} · 넘기기: kindred lead pass {lead.Id} --reason {string.Join('|', PassReasons.Codes)}"
        : $"Take it: kindred lead take {lead.Id} · Pass: kindred lead pass {lead.Id} --reason {string.Join('|', PassReasons.Codes)}");

    /// <summary>What is known, without a word about points.</summary>
    private static void Blind(TextWriter text, LeadReceipt receipt, Language language)
    {
        text.WriteLine(LeadSentences.Blind.In(language));
        foreach (var line in receipt.Lines.Where(line => !line.IsTogether))
        {
            text.WriteLine($"  {line.Label.In(language)}: {line.Value.In(language)}");
        }
    }

    private static void Receipt(TextWriter text, LeadReceipt receipt, Language language)
    {
        var ko = language == Language.Korean;
        text.WriteLine(ko ? "영수증" : "Receipt");
        foreach (var line in receipt.Lines)
        {
            var evidence = line.Rows > 0 ? ko ? $"  {Format.Grouped(line.Rows)}곳 중 {Format.Grouped(line.Positives)}곳" : $"  {Format.Grouped(line.Positives)} of {Format.Grouped(line.Rows)}" : "";
            text.WriteLine($"  {Format.Whole(line.Points),3} / {Format.Whole(line.MaxPoints),-3} {line.Label.In(language)}: {line.Value.In(language)}{evidence}{(line.Source is { } source ? " ← " + source.In(language) : "")}");
        }

        text.WriteLine($"  {Format.Whole(receipt.Total),3} / 100 {(ko ? "합계" : "total")}");
    }
}
