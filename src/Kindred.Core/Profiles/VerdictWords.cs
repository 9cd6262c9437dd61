using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>Verdicts as people read them: <c>proven</c> is a code, people read "held up again".</summary>
public static class VerdictWords
{
    /// <summary>A verdict's code in words.</summary>
    public static Wording Of(string code) => code switch
    {
        "proven" => new("다시 확인됨", "held up again"),
        "hypotheses" => new("시험할 가설이 있어요", "hypotheses to test"),
        "insufficient" => new("아직 데이터가 적어요", "too little data yet"),
        _ => new("갈리는 조건이 없어요", "no pattern found"),
    };
}
