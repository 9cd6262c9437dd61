using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>How a row stands to the cut, unknown fields considered.</summary>
public enum ScoreState
{
    /// <summary>The expected score reaches the cut.</summary>
    Over,

    /// <summary>Not yet, but there is one question whose answer can lift the expected score to the cut.</summary>
    OneQuestion,

    /// <summary>The highest possible score reaches the cut, but no single answer does.</summary>
    MoreQuestions,

    /// <summary>Even the highest possible score stays below the cut.</summary>
    Below,
}

/// <summary>Words for the states.</summary>
public static class ScoreStates
{
    /// <summary>The state as scripts and files read it.</summary>
    public static string Code(ScoreState state) => state switch
    {
        ScoreState.Over => "over",
        ScoreState.OneQuestion => "one-question",
        ScoreState.MoreQuestions => "more-questions",
        _ => "below",
    };

    /// <summary>The state for people.</summary>
    public static Wording Label(ScoreState state) => state switch
    {
        ScoreState.Over => new("넘었어요", "over"),
        ScoreState.OneQuestion => new("질문 하나 남았어요", "one question"),
        ScoreState.MoreQuestions => new("질문이 둘 이상 남았어요", "more than one question"),
        _ => new("아래예요", "below"),
    };
}
