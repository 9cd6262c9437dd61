using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Reports;
using Kindred.Reports.Charts;

namespace Kindred.Web.Reading;

/// <summary>Figures about reading as people read them.</summary>
internal static class ReadingWords
{
    /// <summary>"43 of 100 (33–54)": a share with its interval; a dash without any.</summary>
    public static Wording Of100(Share share) => share.Rate is not { } rate ? Wording.Same("–")
        : new($"100명 중 {Format.Fixed(100 * rate, 0)}명 ({Span(share)})", $"{Format.Fixed(100 * rate, 0)} of 100 ({Span(share)})");

    /// <summary>"43 % (33–54)".</summary>
    public static string Percent(Share share) => share.Rate is not { } rate ? "–" : $"{Format.Percent(rate, 0)} ({Span(share)})";

    /// <summary>The ends of the interval, in percent.</summary>
    public static string Span(Share share) => $"{Format.Fixed(100 * share.Low, 0)}–{Format.Fixed(100 * share.High, 0)}";

    /// <summary>A share with its interval and a line to compare with, for a row of a table.</summary>
    public static Markup Drawn(Share share, double? line, Language language) =>
        new ScoreSpan(100 * (share.Rate ?? 0), (int)Math.Floor(100 * share.Low), (int)Math.Ceiling(100 * share.High), (int)Math.Round(100 * (line ?? 0))).Render(language, isSmall: true);

    /// <summary>Shape and hue of a verdict, never colour alone.</summary>
    public static (string Mark, string? Hue) Chip(CellVerdict verdict) => verdict switch
    {
        CellVerdict.More => ("▲", "s-over"),
        CellVerdict.Less => ("▼", "s-below"),
        CellVerdict.NoDifference => ("=", null),
        _ => ("?", null),
    };

    /// <summary>Class of a visit, in words that promise no more than is known.</summary>
    public static Wording Class(ReadingVisit visit) => visit.IsOurs ? new("우리 팀", "our team") : visit.Class switch
    {
        VisitClass.Human => new("사람으로 보여요", "looks human"),
        VisitClass.Scanner => new("프로그램", "scanner"),
        _ => new("알 수 없어요", "unknown"),
    };

    /// <summary>"Open for 7 h 42 min. Read for about 1 min 36 s."; a visit that does not count was only open.</summary>
    public static Wording Times(ReadingVisit visit)
    {
        var (open, read) = (DocumentStudy.Minutes(visit.OpenSeconds), DocumentStudy.Minutes(visit.ActiveSeconds));
        return !visit.Counts ? new($"{open.Ko} 열려 있었어요.", $"Open for {open.En}.") : new($"{open.Ko} 열려 있었고, 읽은 시간은 약 {read.Ko}{(read.Ko.EndsWith('초') ? "예요" : "이에요")}.", $"Open for {open.En}. Read for about {read.En}.");
    }
}
