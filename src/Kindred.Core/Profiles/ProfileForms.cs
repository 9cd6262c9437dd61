using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>A line of a form.</summary>
/// <param name="Label">Name of the row.</param>
/// <param name="Text">What is known; for unknown rows the question.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record FormLine(Wording Label, Wording Text, ClauseOrigin Origin);

/// <summary>The same clauses in the forms people use. Unknown rows show the question, never a guess.</summary>
public static class ProfileForms
{
    private static readonly Dictionary<string, Wording> Labels = new(StringComparer.Ordinal)
    {
        ["industry"] = new("업종", "Industry"),
        ["size"] = new("규모", "Size"),
        ["region"] = new("지역", "Region"),
        ["technology"] = new("기술", "Technology"),
        ["funding"] = new("투자 단계", "Funding"),
        ["decision"] = new("결정", "Decision"),
        ["budget"] = new("예산", "Budget"),
        ["value"] = new("가치·문제", "Value and problem"),
        ["trigger"] = new("계기", "Trigger"),
        ["goals"] = new("목표", "Goals"),
        ["other"] = new("그 밖의 조건", "Other conditions"),
    };

    /// <summary>Four rows: industry, size, decision, value.</summary>
    public static IReadOnlyList<FormLine> FourRow(IdealCustomerProfile profile) => Lines(profile, "industry", "size", "decision", "value");

    /// <summary>Nine fields: industry, region, size, funding, budget, decision factor, decision-makers, pain, goals.</summary>
    public static IReadOnlyList<FormLine> NineField(IdealCustomerProfile profile) => Lines(profile, "industry", "region", "size", "funding", "budget", "technology", "decision", "value", "goals");

    /// <summary>Seven rows for customer success: industry, size, region, organisation, technical maturity, awareness, similarity.</summary>
    public static IReadOnlyList<FormLine> SevenRow(IdealCustomerProfile profile) => Lines(profile, "industry", "size", "region", "decision", "technology", "trigger", "value");

    /// <summary>Every condition with its origin.</summary>
    public static IReadOnlyList<FormLine> Table(IdealCustomerProfile profile) => Lines(profile, "industry", "size", "region", "technology", "funding", "other", "decision", "budget", "value", "trigger", "goals");

    /// <summary>One sentence: the companies, without figures.</summary>
    public static Wording Sentence(IdealCustomerProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var basis = profile.Core ?? profile.Hypotheses.FirstOrDefault();
        if (basis is null)
        {
            return profile.Sentence;
        }

        var who = new ProfilePhrases(profile.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal)).Companies(basis.Pattern.Conditions);
        return profile.Core is null
            ? new Wording($"먼저 시험할 대상: {who.Ko}", $"To test first: {who.En}")
            : new Wording($"우리가 집중할 대상: {who.Ko}", $"We focus on {who.En}");
    }

    /// <summary>One paragraph: who, how often, who leaves, who is not for us, what is not known.</summary>
    public static Wording Paragraph(IdealCustomerProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var unknown = profile.Clauses.Where(clause => clause.Origin == ClauseOrigin.Unknown).Select(clause => Labels[clause.Row]).Take(4).ToArray();
        var not = NotForUs(profile);
        return new Wording(
            profile.Sentence.Ko + (not.Count > 0 ? " 우리와 맞지 않는 곳: " + string.Join(" / ", not.Select(line => line.Text.Ko)) + "." : "") + (unknown.Length > 0 ? " 아직 모르는 것: " + string.Join(", ", unknown.Select(label => label.Ko)) + "." : ""),
            profile.Sentence.En + (not.Count > 0 ? " Not for us: " + string.Join("; ", not.Select(line => line.Text.En)) + "." : "") + (unknown.Length > 0 ? " Not known yet: " + string.Join(", ", unknown.Select(label => label.En.ToLowerInvariant())) + "." : ""));
    }

    /// <summary>The core as a filter recipe: what to set where companies are found; null without a core.</summary>
    public static Wording? Recipe(IdealCustomerProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.Core is not { } core)
        {
            return null;
        }

        var phrases = new ProfilePhrases(profile.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal));
        var parts = core.Pattern.Conditions.Conditions.Select(condition => (Label: phrases.Label(condition.Field), Value: phrases.Value(condition))).ToArray();
        return new Wording(
            "이렇게 거르세요: " + string.Join(" 그리고 ", parts.Select(part => $"{part.Label.Ko} = {part.Value.Ko}")),
            "Filter by: " + string.Join(" and ", parts.Select(part => $"{part.Label.En} = {part.Value.En}")));
    }

    /// <summary>Who signs: the decision rows.</summary>
    public static IReadOnlyList<FormLine> WhoSigns(IdealCustomerProfile profile) => Lines(profile, "decision", "budget");

    /// <summary>What is not for us, with the reason.</summary>
    public static IReadOnlyList<FormLine> NotForUs(IdealCustomerProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var phrases = new ProfilePhrases(profile.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal));
        var anti = profile.Anti.Select(pattern => (pattern, Label: new Wording("거의 사지 않아요", "Rarely buy"), Why: (Ko: $"100곳 중 {ProfileSentences.Of100((pattern.Pattern.Honest ?? pattern.Buys).Value)}곳만 계약", En: $"{ProfileSentences.Of100((pattern.Pattern.Honest ?? pattern.Buys).Value)} of 100 sign")));
        var regret = profile.Regret.Select(pattern => (pattern, Label: new Wording("쉽게 사고 금방 떠나요", "Buy easily, leave soon"), Why: (Ko: $"계약한 10곳 중 1년 뒤 {Format.Whole((long)Math.Round(10 * pattern.Stays!.Value))}곳", En: $"{Format.Whole((long)Math.Round(10 * pattern.Stays!.Value))} in 10 are customers a year later")));
        return [.. anti.Concat(regret).Select(entry =>
        {
            var who = phrases.Companies(entry.pattern.Pattern.Conditions);
            return new FormLine(entry.Label, new Wording($"{who.Ko} ({entry.Why.Ko})", $"{who.En} ({entry.Why.En})"), entry.pattern.Pattern.Proof!.Status == Patterns.PatternStatus.Proven ? ClauseOrigin.HeldUp : ClauseOrigin.Hypothesis);
        })];
    }

    /// <summary>Label of a row.</summary>
    public static Wording LabelOf(string row) => Labels[row];

    private static List<FormLine> Lines(IdealCustomerProfile profile, params string[] rows)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return [.. rows.SelectMany(row => profile.Clauses.Where(clause => clause.Row == row).Select(clause => new FormLine(Labels[row], clause.Text, clause.Origin)))];
    }
}
