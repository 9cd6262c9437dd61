using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Profiles;

namespace Kindred.Web.Customers;

/// <summary>Easily won, first to leave: the sentence of such a pattern, in natural frequencies.</summary>
public static class RegretWords
{
    /// <summary>"… 42 of 100 signed; a year later 4 in 10 of those were still customers (the rest: 8 in 10)."</summary>
    public static Wording Of(PatternLine pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var signed = ProfileSentences.Of100((pattern.Honest ?? pattern.Won).Rate);
        var held = pattern.Status == "proven";
        return pattern is { Kept: { } kept, KeptRest: { } rest }
            ? new Wording(
                $"{(held ? "쉽게 팔린 곳이 먼저 떠났어요. " : "")}{pattern.Text.Ko}{KoreanParticle.Topic(pattern.Text.Ko)} 100곳 중 {signed}곳이 계약했지만, 1년 뒤에는 계약한 10곳 중 {Ten(kept.Rate)}곳만 남았어요. (나머지는 10곳 중 {Ten(rest.Rate)}곳, {Format.Grouped(kept.N)}곳 기준)",
                $"{(held ? "The easy wins left first. " : "")}{signed} of 100 {pattern.Text.En} signed; a year later only {Ten(kept.Rate)} in 10 of those were still customers. (The rest: {Ten(rest.Rate)} in 10; {Format.Grouped(kept.N)} customers)")
            : new Wording($"{pattern.Text.Ko}{KoreanParticle.Topic(pattern.Text.Ko)} 100곳 중 {signed}곳이 계약했어요. 남는지는 아직 말할 수 없어요.", $"{signed} of 100 {pattern.Text.En} signed. Whether they stay cannot be said yet.");
    }

    private static string Ten(double share) => Format.Whole((long)Math.Round(share * 10, MidpointRounding.AwayFromZero));

}
