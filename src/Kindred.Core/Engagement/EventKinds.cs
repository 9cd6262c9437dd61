using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Engagement;

/// <summary>Kinds of events with their words, points and half-lives. Stated, not learned: no file of a young company could teach them.</summary>
public static class EventKinds
{
    private static readonly (EventKind Kind, Wording Label, double Points, double HalfLife, string[] Words)[] All =
    [
        (EventKind.Ours, new("우리가 한 일", "something we did"), 0, 1, ["email sent", "mail sent", "follow-up", "follow up", "outbound", "발송", "후속 연락"]),
        (EventKind.Demo, new("데모", "demo"), 20, 30, ["demo", "데모", "시연"]),
        (EventKind.Meeting, new("미팅", "meeting"), 25, 30, ["meeting", "met", "미팅", "회의", "상담", "방문"]),
        (EventKind.Reply, new("회신", "reply"), 10, 14, ["reply", "replied", "response", "responded", "answered", "회신", "답장", "응답"]),
        (EventKind.Webinar, new("웨비나·행사", "webinar or event"), 8, 21, ["webinar", "event", "seminar", "conference", "attended", "웨비나", "세미나", "행사", "참석"]),
        (EventKind.Download, new("내려받기", "download"), 6, 21, ["download", "downloaded", "content", "내려받기", "다운로드"]),
        (EventKind.Click, new("클릭", "click"), 3, 7, ["click", "clicked", "ad", "visit", "클릭", "광고"]),
        (EventKind.Reading, new("자료 읽기", "reading"), 0, 14, []),
    ];

    /// <summary>The kind in words.</summary>
    public static Wording Label(EventKind kind) => Entry(kind).Label;

    /// <summary>Points of one event on its day; reading is worth what was read.</summary>
    public static double Points(EventKind kind) => Entry(kind).Points;

    /// <summary>Days after which an event counts half.</summary>
    public static double HalfLifeDays(EventKind kind) => Entry(kind).HalfLife;

    /// <summary>Whether a person of theirs did something, so that it can count as an answer to a campaign.</summary>
    public static bool IsTheirs(EventKind kind) => kind != EventKind.Ours;

    /// <summary>The kind of an activity as written; <see cref="EventKind.Ours"/> where it says nothing of theirs.</summary>
    public static EventKind Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Spelling.Words(text);
        return Array.Find(All, entry => Array.Exists(entry.Words, word => Spelling.IndexOfTerm(words, word) >= 0)).Kind;
    }

    private static (EventKind Kind, Wording Label, double Points, double HalfLife, string[] Words) Entry(EventKind kind) => Array.Find(All, entry => entry.Kind == kind);
}
