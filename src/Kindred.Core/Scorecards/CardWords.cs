using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>The words of card.json for each kind, category, mode and state, and the same for people.</summary>
public static class CardWords
{
    internal static readonly (ScorecardMode Value, string Word)[] Modes = [(ScorecardMode.Template, "template"), (ScorecardMode.Capped, "capped"), (ScorecardMode.Free, "free")];

    internal static readonly (PublishState Value, string Word)[] States = [(PublishState.Draft, "draft"), (PublishState.Trial, "trial"), (PublishState.Validated, "validated")];

    internal static readonly (CardCategory Value, string Word)[] Categories =
        [(CardCategory.Firmographic, "firmographic"), (CardCategory.Technology, "technology"), (CardCategory.Trigger, "trigger"), (CardCategory.Buyability, "buyability")];

    internal static readonly (CardDirection Value, string Word)[] Directions =
        [(CardDirection.Any, "any"), (CardDirection.Rising, "rising"), (CardDirection.Falling, "falling"), (CardDirection.Peaked, "peaked")];

    internal static readonly (CardBinKind Value, string Word)[] Kinds = [(CardBinKind.Value, "value"), (CardBinKind.Missing, "missing"), (CardBinKind.Other, "other")];

    internal static readonly (ConditionOp Value, string Word)[] Ops = [(ConditionOp.Equal, "="), (ConditionOp.OneOf, "in"), (ConditionOp.Interval, "interval"), (ConditionOp.HasAny, "has")];

    /// <summary>The word of card.json for a mode.</summary>
    public static string Of(ScorecardMode mode) => Word(Modes, mode);

    /// <summary>The word of card.json for a state.</summary>
    public static string Of(PublishState state) => Word(States, state);

    /// <summary>The word of card.json for a category.</summary>
    public static string Of(CardCategory category) => Word(Categories, category);

    /// <summary>A category for people.</summary>
    public static Wording Label(CardCategory category) => category switch
    {
        CardCategory.Firmographic => new("회사 정보", "firmographic"),
        CardCategory.Technology => new("기술", "technology"),
        CardCategory.Trigger => new("계기", "trigger"),
        _ => new("구매 가능성", "buyability"),
    };

    /// <summary>What a trial card says wherever it is shown or exported; null for a validated one.</summary>
    public static Wording? Notice(PublishState state) => state switch
    {
        PublishState.Validated => null,
        PublishState.Trial => new("시험 운영 중: 아직 검증 전이에요", "Trial: not yet validated"),
        _ => new("초안: 아직 쓰지 않는 점수표예요", "Draft: not in use"),
    };

    /// <summary>Where the points come from, for people.</summary>
    public static Wording Label(ScorecardMode mode) => mode switch
    {
        ScorecardMode.Template => new("사람이 정한 점수", "points set by people"),
        ScorecardMode.Capped => new("영역 배분을 지킨 학습", "learned within category shares"),
        _ => new("자유 학습", "learned freely"),
    };

    /// <summary>A state for people.</summary>
    public static Wording Label(PublishState state) => state switch
    {
        PublishState.Validated => new("검증됨", "validated"),
        PublishState.Trial => new("시험 운영", "trial"),
        _ => new("초안", "draft"),
    };

    /// <summary>A value nobody knows.</summary>
    public static Wording Unknown { get; } = new("모름", "unknown");

    /// <summary>A line in words.</summary>
    public static Wording Together(Scorecard card, CardLine line)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(line);
        return new("함께: " + Words(card, line, Language.Korean), "together: " + Words(card, line, Language.English));
    }

    /// <summary>A bin in words, without the field's name.</summary>
    public static Wording Value(CardAttribute attribute, CardBin bin)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        ArgumentNullException.ThrowIfNull(bin);
        return bin.Kind switch
        {
            CardBinKind.Missing => Unknown,
            CardBinKind.Other => new Wording("그 밖의 값", "another value"),
            // Answers to questions that no file holds; words of the data stay as they are written.
            _ when bin.Condition!.Values is ["Yes"] && attribute.Bins.All(one => one.Rows == 0) => new Wording("예", "Yes"),
            _ when bin.Condition!.Values is ["No"] && attribute.Bins.All(one => one.Rows == 0) => new Wording("아니요", "No"),
            _ => new Wording(Bare(bin.Condition!, Language.Korean), Bare(bin.Condition!, Language.English)),
        };
    }

    /// <summary>The condition without its field: "50–200", "Salesforce or HubSpot".</summary>
    private static string Bare(Condition condition, Language language)
    {
        if (condition.Op != ConditionOp.Interval)
        {
            return ConditionWording.Either(condition.Values, language == Language.Korean);
        }

        // The wording begins with the field's label and a blank.
        var field = new Field(condition.Field, Wording.Same(condition.Field), FieldLevel.Company, FieldUnits.Of(condition.Field));
        return ConditionWording.Of(condition, language, new Dictionary<string, Field>(StringComparer.Ordinal) { [condition.Field] = field })[(condition.Field.Length + 1)..];
    }

    private static string Words(Scorecard card, CardLine line, Language language)
    {
        var fields = card.Attributes.ToDictionary(attribute => attribute.Field, attribute => new Field(attribute.Field, attribute.Label, FieldLevel.Company, FieldUnits.Of(attribute.Field)), StringComparer.Ordinal);
        var text = ConditionWording.Of(line.Conditions, language, fields);
        return !line.IsAbsence ? text : language == Language.Korean ? text + " (이 조합이 아닐 때)" : text + " (when this is not so)";
    }

    internal static string Word<T>((T Value, string Word)[] words, T value)
        where T : struct, Enum => Array.Find(words, pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;
}
