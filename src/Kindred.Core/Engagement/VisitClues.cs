using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Engagement;

/// <summary>What the recorded shape of an imported visit says about who it was: how the pages were spent, by which device, from where, how soon before somebody else.</summary>
/// <remarks>
/// A program: it names itself; or it behaves like one (every page for the same seconds, or a whole document at a glance) and its device or place is a server's, or it came before its reader.
/// Looks human: a device people use, and pages spent unevenly or one of them for longer than a preview takes, with no word for a program. Everything else is unknown.
/// Behaviour or origin alone never make a program: people use Linux, live in Dublin and glance at a page.
/// </remarks>
internal static class VisitClues
{
    private const double EvenWithin = 1;
    private const double Glance = 3;
    private const double LongerThanAPreview = 5;
    private const double UnevenFrom = 3;
    private const int ManyPages = 3;

    private static readonly Lazy<Dictionary<string, string[]>> Words = new(() => ReferenceFile.Rows("visit-clues.csv").ToDictionary(row => row[0] + ":" + row[1], row => row[2].Split('|'), StringComparer.Ordinal));

    /// <summary>Who an opening looks like, and why.</summary>
    /// <param name="seconds">Seconds of the pages that were opened, as recorded.</param>
    /// <param name="pageCount">Pages of the document; 0 when unknown.</param>
    /// <param name="device">Device as written, or null.</param>
    /// <param name="place">Place as written, or null.</param>
    /// <param name="isBeforeReader">Whether another device opened the same link for the same reader soon after.</param>
    public static (VisitClass Class, IReadOnlyList<Wording> Reasons) Of(IReadOnlyList<double> seconds, int pageCount, string? device, string? place, bool isBeforeReader)
    {
        var reasons = new List<Wording>();
        if (Says(device, "agent:scanner"))
        {
            return (VisitClass.Scanner, [new Wording($"기기 '{device}'은(는) 자기가 프로그램이라고 말해요", $"its device '{device}' says it is a program")]);
        }

        var behaves = false;
        if (seconds.Count >= ManyPages && seconds.Count >= pageCount && seconds.Max() - seconds.Min() <= EvenWithin)
        {
            behaves = true;
            reasons.Add(new Wording($"{Format.Whole(seconds.Count)}쪽을 모두 같은 시간({Span(seconds)}초)씩 열었어요", $"opened all {Format.Whole(seconds.Count)} pages for the same {Span(seconds)} s"));
        }
        else if (seconds.Count >= ManyPages && seconds.Count >= pageCount && seconds.Max() <= Glance)
        {
            behaves = true;
            reasons.Add(new Wording($"{Format.Whole(seconds.Count)}쪽을 한 쪽에 {Format.Fixed(Glance, 0)}초 안에 모두 열었어요", $"opened all {Format.Whole(seconds.Count)} pages within {Format.Fixed(Glance, 0)} s each"));
        }

        var origin = 0;
        if (Says(device, "agent:server system") && !Says(device, "agent:phone"))
        {
            origin++;
            reasons.Add(new Wording($"서버에서 많이 쓰는 환경이에요 ({device})", $"a system servers use ({device})"));
        }

        if (Says(place, "place:data centre"))
        {
            origin++;
            reasons.Add(new Wording($"데이터센터가 모인 곳에서 열렸어요 ({place})", $"opened from a town of data centres ({place})"));
        }

        if (isBeforeReader && behaves)
        {
            origin++;
            reasons.Add(new Wording("받은 사람이 열기 얼마 전에 다른 기기가 먼저 열었어요", "another device opened it shortly before its reader did"));
        }

        if (behaves && origin > 0)
        {
            return (VisitClass.Scanner, reasons);
        }

        var isKnownDevice = device is { Length: > 0 } && !device.Equals("unknown", StringComparison.OrdinalIgnoreCase);
        var longest = seconds.Count > 0 ? seconds.Max() : 0;
        var isUneven = seconds.Count >= 2 && longest - seconds.Min() >= UnevenFrom;
        if (!behaves && isKnownDevice && (isUneven || longest >= LongerThanAPreview))
        {
            reasons.Insert(0, isUneven
                ? new Wording($"{Format.Whole(seconds.Count)}쪽을 서로 다른 시간({Span(seconds)}초) 동안 봤어요 ({device})", $"spent {Span(seconds)} s on each of {Format.Whole(seconds.Count)} pages, unevenly ({device})")
                : new Wording($"한 쪽을 {Format.Fixed(longest, 0)}초 봤어요 ({device})", $"stayed {Format.Fixed(longest, 0)} s on a page ({device})"));
            return (VisitClass.Human, reasons);
        }

        if (!isKnownDevice)
        {
            reasons.Add(new Wording("어떤 기기인지 몰라요", "device unknown"));
        }

        if (!behaves)
        {
            reasons.Add(seconds.Count == 0
                ? new Wording("쪽마다 머문 시간이 없어요", "no time on any page")
                : new Wording($"{Format.Whole(seconds.Count)}쪽을 {Format.Fixed(longest, 0)}초까지 봤어요", $"{Format.Whole(seconds.Count)} {(seconds.Count == 1 ? "page" : "pages")}, at most {Format.Fixed(longest, 0)} s"));
        }

        return (VisitClass.Unknown, reasons);
    }

    private static string Span(IReadOnlyList<double> seconds) =>
        Format.Fixed(seconds.Min(), 0) is var low && Format.Fixed(seconds.Max(), 0) is var high && low != high ? low + "–" + high : low;

    private static bool Says(string? text, string kind) => text is { Length: > 0 } && Array.Exists(Words.Value[kind], word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
