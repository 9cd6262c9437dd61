using Kindred.Core.Basics;

namespace Kindred.Core.Engagement;

/// <summary>One page of a document as its readers used it.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Tag">What it is about, or null.</param>
/// <param name="Reached">Visits that opened it or a later page, of all that count.</param>
/// <param name="Opened">Visits that opened it, of all that count.</param>
/// <param name="Read">Visits that read it rather than skimmed it, of those that opened it.</param>
/// <param name="MedianSeconds">Median active seconds of the visits that opened it; null where nobody did.</param>
/// <param name="EndedHere">Visits that went no further, of those that reached it.</param>
public sealed record PageFigures(int Page, string? Tag, Share Reached, Share Opened, Share Read, double? MedianSeconds, Share EndedHere);

/// <summary>How a document is read.</summary>
/// <param name="Document">Its id.</param>
/// <param name="Title">Title.</param>
/// <param name="Type">What it is for.</param>
/// <param name="PageCount">Pages of the newest reading; 0 when unknown.</param>
/// <param name="Visits">Visits that count.</param>
/// <param name="Readers">People with an address among them.</param>
/// <param name="Anonymous">Visits that count, without an address.</param>
/// <param name="Scanners">Programs.</param>
/// <param name="Unknown">Visits nobody can tell.</param>
/// <param name="Ours">Visits of our own team.</param>
/// <param name="MedianSeconds">Median reading time a visit.</param>
/// <param name="MedianOpenSeconds">Median time it was open, what a naive tool would call reading.</param>
/// <param name="ReadShare">Mean share of its pages a visit read; null without pages.</param>
/// <param name="SkimmedShare">Mean share of its pages a visit opened and did not read; null without pages.</param>
/// <param name="Finished">Visits that opened the last page.</param>
/// <param name="Cta">Visits that followed the call to action, of those that had one.</param>
/// <param name="MayBeForwarded">Visits that may be somebody the link was passed on to.</param>
/// <param name="Pages">The page strip.</param>
/// <param name="IsMeasured">Whether every visit was measured by focus and input; imported times are cut instead.</param>
public sealed record DocumentStudy(
    string Document,
    string Title,
    DocumentType Type,
    int PageCount,
    int Visits,
    int Readers,
    int Anonymous,
    int Scanners,
    int Unknown,
    int Ours,
    double MedianSeconds,
    double MedianOpenSeconds,
    double? ReadShare,
    double? SkimmedShare,
    Share Finished,
    Share Cta,
    int MayBeForwarded,
    IReadOnlyList<PageFigures> Pages,
    bool IsMeasured)
{
    /// <summary>The page most visits ended on before the last one; null where nobody stopped early.</summary>
    public PageFigures? LargestDrop => Pages.SkipLast(1).Where(page => page.EndedHere.Hits > 0).MaxBy(page => page.EndedHere.Hits);

    /// <summary>One sentence about it.</summary>
    public Wording Sentence => Visits == 0
        ? new("사람이 읽은 기록이 아직 없어요.", "No human reading yet.")
        : new($"{Format.Grouped(Visits)}번 열렸고, 한 번에 약 {Minutes(MedianSeconds).Ko} 읽었어요.", $"Opened {Format.Grouped(Visits)} times, read for about {Minutes(MedianSeconds).En} each.");

    /// <summary>"1 min 36 s": seconds as people say them.</summary>
    public static Wording Minutes(double seconds)
    {
        var whole = (long)Math.Round(Math.Max(0, seconds));
        var (hours, minutes, rest) = (whole / 3600, whole % 3600 / 60, whole % 60);
        return hours > 0 ? new($"{Format.Whole(hours)}시간 {Format.Whole(minutes)}분", $"{Format.Whole(hours)} h {Format.Whole(minutes)} min")
            : minutes > 0 ? new($"{Format.Whole(minutes)}분 {Format.Whole(rest)}초", $"{Format.Whole(minutes)} min {Format.Whole(rest)} s")
            : new($"{Format.Whole(rest)}초", $"{Format.Whole(rest)} s");
    }
}
