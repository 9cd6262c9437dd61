using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>Words of decisions, answers, causes and stances.</summary>
public static class ReviewLabels
{
    /// <summary>Of a decision.</summary>
    public static Wording Of(DecisionKind kind) => kind switch
    {
        DecisionKind.Keep => new("그대로 둬요", "keep"),
        DecisionKind.Adjust => new("고쳐요", "adjust"),
        _ => new("다시 만들어요", "rebuild"),
    };

    /// <summary>Of an answer.</summary>
    public static Wording Of(AnswerSays says) => says switch
    {
        AnswerSays.Yes => new("예", "yes"),
        AnswerSays.No => new("아니요", "no"),
        _ => new("모르겠어요", "don't know"),
    };

    /// <summary>Of a reason to start early.</summary>
    public static Wording Of(OffCycleCause cause) => cause switch
    {
        OffCycleCause.OwnPrice => new("우리 가격이 바뀌었어요", "our price changed"),
        OffCycleCause.OwnProduct => new("우리 제품이 바뀌었어요", "our product changed"),
        OffCycleCause.Competitor => new("경쟁사가 달라졌어요", "a competitor changed"),
        OffCycleCause.Law => new("법이 바뀌었어요", "the law changed"),
        _ => new("시장이 달라졌어요", "the market changed"),
    };

    /// <summary>Of a stance.</summary>
    public static Wording Of(FeedbackStance stance) => stance switch
    {
        FeedbackStance.For => new("조건과 맞아요", "for the clause"),
        FeedbackStance.Against => new("조건과 달라요", "against the clause"),
        _ => new("조건과 무관해요", "neither"),
    };

    /// <summary>Of a verdict.</summary>
    public static Wording Of(FigureVerdict verdict) => verdict switch
    {
        FigureVerdict.Found => new("달라졌어요", "changed"),
        FigureVerdict.NoSign => new("달라진 흔적이 없어요", "no sign of change"),
        _ => new("아직 말할 수 없어요", "not enough to say"),
    };
}
