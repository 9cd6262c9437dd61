using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>The sentences of the lead card.</summary>
public static class LeadSentences
{
    private const int MostAnswers = 3;

    /// <summary>In place of the score of an explored lead.</summary>
    public static Wording Blind { get; } = new("점수 없이 판단해 주세요: 기준 아래에서 무작위로 뽑힌 리드예요. 판단하고 나면 점수를 보여 드려요.", "Judge this one without a score: it was drawn at random from below the cut. The score is shown once you have decided.");

    /// <summary>"68 (50–93 depending on unknowns, cut 70)".</summary>
    public static Wording Score(RowScore score, int cut)
    {
        var shown = Format.Whole(Shown(score));
        var interval = Format.Whole(score.Low) + "–" + Format.Whole(score.High);
        return score.Low == score.High
            ? new Wording($"{shown}점 (기준 {Format.Whole(cut)})", $"{shown} (cut {Format.Whole(cut)})")
            : new Wording($"{shown}점 (모르는 항목에 따라 {interval}, 기준 {Format.Whole(cut)})", $"{shown} ({interval} depending on unknowns, cut {Format.Whole(cut)})");
    }

    /// <summary>The expectation in whole points: what the sentence shows. Rounded down, so that 69.6 never reads as a 70 that is over the cut.</summary>
    public static int Shown(RowScore score) => (int)Math.Floor(score.Expected + 1e-9);

    /// <summary>The question with what its answers lead to: the best, the worst and the one between with the largest share.</summary>
    public static Wording Ask(LeadQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var named = question.Answers;
        var shown = named.Count <= MostAnswers ? named : [named[0], .. named.Skip(1).SkipLast(1).OrderByDescending(answer => answer.Share).Take(MostAnswers - 2), named[^1]];
        return new Wording(
            $"먼저 물어보세요: '{question.Text.Ko}' " + string.Join(", ", shown.Select((answer, i) => $"{answer.Value.Ko}{If(answer.Value.Ko)} {Points(answer)}점" + (i == shown.Count - 1 ? "이에요" : ""))),
            $"Ask first: '{question.Text.En}' " + string.Join(", ", shown.Select(answer => $"{answer.Value.En} → {Points(answer)}")));
    }

    /// <summary>State, interval and question in one line, as a list shows them.</summary>
    public static Wording Line(LeadReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var state = ScoreStates.Label(receipt.Score.State);
        return new Wording($"{state.Ko} · {receipt.Sentence.Ko}", $"{state.En} · {receipt.Sentence.En}");
    }

    private static string Points(LeadAnswer answer) => Format.Whole((int)Math.Floor(answer.Expected + 1e-9));

    /// <summary>이면 after a final consonant, 면 after a vowel.</summary>
    private static string If(string word) => KoreanParticle.HasFinal(word) ? "이면" : "면";
}
