using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Web.Today;

/// <summary>What a time of "what changed" is.</summary>
public enum SinceKind
{
    /// <summary>The reader's last look.</summary>
    Look,

    /// <summary>The last import.</summary>
    Import,

    /// <summary>A number of days ago.</summary>
    Days,
}

/// <summary>Since when things are new to the reader.</summary>
/// <param name="Kind">What happened then.</param>
/// <param name="At">When, in the time of this computer.</param>
public sealed record Since(SinceKind Kind, DateTimeOffset At)
{
    private const int Week = 6;
    private static readonly string[] Days = ["일", "월", "화", "수", "목", "금", "토"];

    /// <summary>"Since your last look, Tuesday 10:12".</summary>
    public Wording Words(DateTimeOffset now)
    {
        var (ko, en) = When(now);
        return Kind switch
        {
            SinceKind.Look => new($"지난번에 보신 {ko} 뒤로", $"Since your last look, {en}"),
            SinceKind.Import => new($"마지막으로 가져온 {ko}부터", $"Since the last import, {en}"),
            _ => new($"지난 {Format.Whole(Product.WhatChanged.Days)}일 동안", $"In the last {Format.Whole(Product.WhatChanged.Days)} days"),
        };
    }

    private (string Ko, string En) When(DateTimeOffset now)
    {
        var time = At.ToString("HH:mm", CultureInfo.InvariantCulture);
        var days = DateOnly.FromDateTime(now.ToOffset(At.Offset).DateTime).DayNumber - DateOnly.FromDateTime(At.DateTime).DayNumber;
        return days switch
        {
            0 => ($"오늘 {time}", $"today {time}"),
            1 => ($"어제 {time}", $"yesterday {time}"),
            <= Week => ($"{Days[(int)At.DayOfWeek]}요일 {time}", $"{At.DayOfWeek} {time}"),
            _ => (At.ToString("yyyy'년' M'월' d'일' HH:mm", CultureInfo.InvariantCulture), At.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture)),
        };
    }
}
