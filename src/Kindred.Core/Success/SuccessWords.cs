using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>Words used by more than one part.</summary>
internal static class SuccessWords
{
    public static Wording Trend(double ratio)
    {
        var change = Format.Percent(Math.Abs(ratio - 1), 0);
        return ratio >= 0.995
            ? new($"핵심 기능 사용이 지난 석 달보다 {change} 늘었어요", $"Key feature used {change} more than in the three months before")
            : new($"핵심 기능 사용이 지난 석 달보다 {change} 줄었어요", $"Key feature used {change} less than in the three months before");
    }

    public static Wording SilentSince(DateOnly? month) => month is { } last
        ? new($"{Format.Whole(last.Year)}년 {Format.Whole(last.Month)}월 뒤로 사용이 없어요", $"No use since {Format.Date(last)[..7]}")
        : new("사용한 적이 없어요", "Never used");
}
