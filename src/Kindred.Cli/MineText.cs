using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;

namespace Kindred.Cli;

/// <summary>What <c>kindred mine</c> prints for people.</summary>
internal static class MineText
{
    public static void Write(TextWriter text, MineResult mined, Language language)
    {
        var ko = language == Language.Korean;
        text.WriteLine(ko
            ? $"{Format.Grouped(mined.Rows)}행 중 {Format.Grouped(mined.Positives)}행 ({Format.Percent(mined.BaseRate)}). 판정: {MineJson.Name(mined.Verdict)}"
            : $"{Format.Grouped(mined.Positives)} of {Format.Grouped(mined.Rows)} rows ({Format.Percent(mined.BaseRate)}). Verdict: {MineJson.Name(mined.Verdict)}");
        if (mined.Proof is null)
        {
            text.WriteLine(ko
                ? "찾은 그대로의 순위예요. 우연을 걸러 내지 않았어요. --prove를 붙이면 다시 확인해요."
                : "A raw ranking: nothing was corrected for chance. Add --prove to check what holds up.");
        }

        foreach (var field in mined.Screening.Leakage.Concat(mined.Screening.Dropped))
        {
            text.WriteLine((ko ? "  뺀 열: " : "  left out: ") + field.Field + " — " + field.Reason.Message.In(language) + $" [{field.Reason.Code}]");
        }

        var rank = 0;
        foreach (var pattern in mined.Patterns)
        {
            var rate = pattern.Honest ?? pattern.Raw;
            text.WriteLine($"{Format.Whole(++rank),3}. {ConditionWording.Of(pattern.Conditions, language)}");
            text.WriteLine(ko
                ? $"     {Format.Grouped(pattern.Raw.Rows)}행 중 {Format.Grouped(pattern.Raw.Positives)}행, {(pattern.Honest is null ? "찾은 그대로 " : "")}{Format.Percent(rate.Value)} ({Format.Percent(rate.Low)}–{Format.Percent(rate.High)}), p {P(pattern.P)}{(pattern.Proof is { } proof ? $", 보정 p {P(proof.AdjustedP)}, {Status(proof.Status, language)}" : "")}"
                : $"     {Format.Grouped(pattern.Raw.Positives)} of {Format.Grouped(pattern.Raw.Rows)} rows, {(pattern.Honest is null ? "raw " : "")}{Format.Percent(rate.Value)} ({Format.Percent(rate.Low)}–{Format.Percent(rate.High)}), p {P(pattern.P)}{(pattern.Proof is { } proven ? $", adjusted p {P(proven.AdjustedP)}, {Status(proven.Status, language)}" : "")}");
        }
    }

    public static string Status(PatternStatus status, Language language) => (status, language) switch
    {
        (PatternStatus.Proven, Language.Korean) => "다시 확인됨",
        (PatternStatus.Proven, _) => "held up again",
        (PatternStatus.Promising, Language.Korean) => "유망함",
        (PatternStatus.Promising, _) => "promising",
        (_, Language.Korean) => "가설",
        _ => "hypothesis",
    };

    private static string P(double p) => p < 0.0001 ? "< 0.0001" : Format.Fixed(p, 4);
}
