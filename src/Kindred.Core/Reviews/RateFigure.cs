using System.Text.Json.Serialization;
using Kindred.Core.Basics;
using Kindred.Statistics.Intervals;

namespace Kindred.Core.Reviews;

/// <summary>A rate with its 95 % Wilson interval. Never NaN: without rows there is no rate.</summary>
/// <param name="Count">Rows with the outcome.</param>
/// <param name="Of">Rows.</param>
/// <param name="Rate">Count / Of; null without rows.</param>
/// <param name="Low">Lower end; null likewise.</param>
/// <param name="High">Upper end; null likewise.</param>
public sealed record RateFigure(int Count, int Of, double? Rate, double? Low, double? High)
{
    /// <summary>Fewest rows of which a rate is said.</summary>
    public const int FewestRows = 20;

    /// <summary>Whether there are enough rows to say anything.</summary>
    [JsonIgnore]
    public bool IsEnough => Of >= FewestRows;

    /// <summary>Of counts.</summary>
    /// <param name="count">0 ≤ count ≤ rows.</param>
    /// <param name="rows">Rows.</param>
    public static RateFigure From(int count, int rows)
    {
        var interval = WilsonInterval.Of(count, rows);
        return rows == 0 ? new RateFigure(0, 0, null, null, null) : new RateFigure(count, rows, (double)count / rows, interval.Low, interval.High);
    }

    /// <summary>"52 % (13 of 25, 33–70 %)", or that there is not enough to say with have and need.</summary>
    [JsonIgnore]
    public Wording Words => Rate is not { } rate || !IsEnough ? ReviewWords.NotEnough(Of, FewestRows) : new Wording(
        $"{Format.Percent(rate, 0)} ({Format.Whole(Of)}건 중 {Format.Whole(Count)}건, 95 % 구간 {Format.Percent(Low!.Value, 0)}–{Format.Percent(High!.Value, 0)})",
        $"{Format.Percent(rate, 0)} ({Format.Whole(Count)} of {Format.Whole(Of)}, 95 % interval {Format.Percent(Low!.Value, 0)}–{Format.Percent(High!.Value, 0)})");
}
