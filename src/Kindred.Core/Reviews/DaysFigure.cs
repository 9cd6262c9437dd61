using System.Text.Json.Serialization;
using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>A mean number of days with its 95 % bootstrap interval.</summary>
/// <param name="Count">Values.</param>
/// <param name="Mean">Mean; null below <see cref="RateFigure.FewestRows"/> values.</param>
/// <param name="Low">Lower end; null likewise.</param>
/// <param name="High">Upper end; null likewise.</param>
public sealed record DaysFigure(int Count, double? Mean, double? Low, double? High)
{
    /// <summary>"63 days (48–80, n 31)", or that there is not enough to say.</summary>
    [JsonIgnore]
    public Wording Words => Mean is not { } mean ? ReviewWords.NotEnough(Count, RateFigure.FewestRows) : new Wording(
        $"{Format.Fixed(mean, 0)}일 ({Format.Fixed(Low!.Value, 0)}–{Format.Fixed(High!.Value, 0)}일, {Format.Whole(Count)}건)",
        $"{Format.Fixed(mean, 0)} days ({Format.Fixed(Low!.Value, 0)}–{Format.Fixed(High!.Value, 0)}, n {Format.Whole(Count)})");
}
