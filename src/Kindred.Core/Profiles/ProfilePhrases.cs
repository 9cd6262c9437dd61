using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Standards;

namespace Kindred.Core.Profiles;

/// <summary>Companies in a natural phrase, Korean and English from the same conditions: "직원 50–200명이고 Salesforce나 HubSpot을 쓰는 소프트웨어·핀테크 회사", "software and fintech companies with 50–200 people on Salesforce or HubSpot".</summary>
public sealed class ProfilePhrases(IReadOnlyDictionary<string, Field> fields)
{
    /// <summary>Industry as a coarse word, where several spellings stand for it.</summary>
    public const string SectorField = "sector";

    /// <summary>Industry, as a coarse word or in the files' own words.</summary>
    public const string IndustryField = "industry";

    /// <summary>Head count.</summary>
    public const string EmployeesField = "employees";

    /// <summary>Technologies in use.</summary>
    public const string TechnologiesField = "technologies";

    /// <summary>Country.</summary>
    public const string CountryField = "country";

    /// <summary>The companies that satisfy some conditions.</summary>
    public Wording Companies(Conjunction conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        var sectors = conditions.Conditions.FirstOrDefault(condition => IsIndustry(condition.Field));
        var others = conditions.Conditions.Where(condition => condition != sectors).OrderBy(Order).ToArray();
        return new Wording(Korean(sectors, others), English(sectors, others));
    }

    /// <summary>One condition as a noun phrase: "50–200 people", "software or fintech".</summary>
    public Wording Value(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new Wording(ValueIn(condition, Language.Korean), ValueIn(condition, Language.English));
    }

    /// <summary>Label of a field.</summary>
    public Wording Label(string field) => fields.GetValueOrDefault(field)?.Label ?? Wording.Same(field);

    /// <summary>Whether a field says the industry.</summary>
    public static bool IsIndustry(string field) => field is SectorField or IndustryField;

    /// <summary>Whether a field says which technologies are in use.</summary>
    public static bool IsTechnology(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field == TechnologiesField || field.StartsWith("technology: ", StringComparison.Ordinal);
    }

    /// <summary>Whether a field says where a company is.</summary>
    public static bool IsPlace(string field) => field is CountryField or "region" or "city";

    private static int Order(Condition condition) => condition.Field == EmployeesField ? 0 : IsTechnology(condition.Field) ? 2 : IsPlace(condition.Field) ? 3 : 1;

    private string Korean(Condition? sectors, Condition[] others)
    {
        var head = (sectors is null ? "" : string.Join("·", sectors.Values.Select(word => SectorLabel(word).Ko)) + " ") + "회사";
        var clauses = others.Select((condition, index) =>
        {
            var last = index == others.Length - 1;
            var value = ValueIn(condition, Language.Korean);
            return condition.Field switch
            {
                EmployeesField => "직원 " + Copula(value, last),
                var field when IsTechnology(field) => value + KoreanParticle.Object(value) + (last ? " 쓰는" : " 쓰고"),
                var field when IsPlace(field) => value + "에 " + (last ? "있는" : "있고"),
                _ => ColumnLabel.Korean(condition.Field, Label(condition.Field)) is var label ? label + KoreanParticle.Subject(label) + " " + Copula(value, last) : value,
            };
        });
        return string.Join(" ", clauses.Append(head));
    }

    private static string Copula(string value, bool isLast) => value.EndsWith("이상", StringComparison.Ordinal) || value.EndsWith("이하", StringComparison.Ordinal) || value.EndsWith("초과", StringComparison.Ordinal)
        ? value + (isLast ? "인" : "이고")
        : value + (isLast ? "인" : KoreanParticle.And(value));

    private string English(Condition? sectors, Condition[] others)
    {
        var text = (sectors is null ? "" : AndJoined([.. sectors.Values.Select(word => SectorLabel(word).En)]) + " ") + "companies";
        foreach (var condition in others)
        {
            var value = ValueIn(condition, Language.English);
            text += condition.Field switch
            {
                EmployeesField => " with " + value,
                var field when IsTechnology(field) => " on " + value,
                var field when IsPlace(field) => " in " + value,
                _ => (text.Contains(" with ", StringComparison.Ordinal) ? " and " : " with ") + Label(condition.Field).En + " " + value,
            };
        }

        return text;
    }

    private static string AndJoined(string[] words) => words.Length == 1 ? words[0] : string.Join(", ", words[..^1]) + " and " + words[^1];

    private string ValueIn(Condition condition, Language language)
    {
        var words = condition.Field switch
        {
            var field when IsIndustry(field) => Condition.OneOf(condition.Field, condition.Values.Select(word => SectorLabel(word).In(language))),
            _ => condition,
        };
        var text = ConditionWording.Of(words, language, fields);
        var label = Label(condition.Field).In(language);
        var plain = text.StartsWith(label, StringComparison.Ordinal) ? text[label.Length..].TrimStart(' ', ':', '=') : text;
        return plain.EndsWith(" 사용", StringComparison.Ordinal) ? plain[..^3] : plain;
    }

    private static Wording SectorLabel(string word) => Sectors.Find(word)?.Label is { } label ? label with { En = LowerFirst(label.En) } : Wording.Same(word);

    /// <summary>Inside a sentence, "Software and IT" starts small; "IT" alone would not.</summary>
    private static string LowerFirst(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
