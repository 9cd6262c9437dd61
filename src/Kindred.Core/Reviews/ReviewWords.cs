using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>Sentences several figures share.</summary>
public static class ReviewWords
{
    /// <summary>Beside every figure by band after a card was put to use.</summary>
    public static Wording Effort { get; } = new("높은 점수 구간은 더 열심히 연락해서 승률이 높을 수 있어요. 무작위로 섞은 리드와 비교하세요.", "Higher bands got more effort; compare with the random share.");

    /// <summary>"not enough to say (need 20, have 12)".</summary>
    /// <param name="have">Rows there are.</param>
    /// <param name="need">Rows it takes.</param>
    public static Wording NotEnough(int have, int need) => new(
        $"아직 말할 수 없어요 (필요 {Format.Whole(need)}건, 현재 {Format.Whole(have)}건)", $"not enough to say (need {Format.Whole(need)}, have {Format.Whole(have)})");
}
