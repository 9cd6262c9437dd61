using Kindred.Core.Basics;
using Kindred.Core.Notifications;
using Kindred.Core.Reviews;
using Kindred.Product;
using Xunit;

namespace Kindred.Tests.Notifications;

/// <summary>Notes as mails and chat, in both languages; addresses and settings as people type them.</summary>
public sealed class NoteMailsTests
{
    private static readonly MondayNote Note = new(new DateOnly(2026, 11, 23), new Wording("2026-11-23 월요일 소식", "Monday note, 2026-11-23"),
        [new Wording("파일 2개에서 120행을 가져왔어요.", "120 rows came in from 2 files.")],
        [new NoteLead("L-1", "아리온 *주식회사*\n<!channel>", 76, new Wording("기준을 넘었어요", "over the cut"))],
        new Wording("고객이 무엇을 걱정하나요?", "What do customers worry about?"), "sales-feedback.objections");

    [Fact]
    public void Text_InBothLanguages_HasChangesLeadsAndOneQuestion()
    {
        var ko = NoteMails.Text(Note, Language.Korean);
        Assert.Equal("- 파일 2개에서 120행을 가져왔어요.\n\n이번 주에 먼저 볼 리드\n- 아리온 *주식회사*<!channel> · 76점 · 기준을 넘었어요\n\n이번 주 질문 하나\n고객이 무엇을 걱정하나요?\n\nKindred · 이 메일은 작업 공간 설정에서 끌 수 있어요.", ko);
        var en = NoteMails.Text(Note, Language.English);
        Assert.Contains("76 points · over the cut", en, StringComparison.Ordinal);
        Assert.Contains("One question this week\nWhat do customers worry about?", en, StringComparison.Ordinal);
    }

    [Fact]
    public void Chat_NamesWithMarks_CannotCallTheWholeChannel()
    {
        var chat = NoteMails.Chat(Note, Language.Korean);
        Assert.StartsWith("*2026-11-23 월요일 소식*\n• 파일", chat, StringComparison.Ordinal);
        Assert.Contains("• *아리온 ∗주식회사∗&lt;!channel&gt;* 76점", chat, StringComparison.Ordinal);
        Assert.DoesNotContain("<!", chat, StringComparison.Ordinal);
    }

    [Fact]
    public void Reminder_OneDayAhead_CountsRightInBothLanguages()
    {
        var thing = new DueThing(DueKind.Reminder, new DateOnly(2027, 2, 18), new DateOnly(2027, 2, 17), null, []);
        Assert.Contains("in 1 day (2027-02-18)", NoteMails.Reminder(thing, Language.English).Title, StringComparison.Ordinal);
        Assert.Contains("1일 남았어요 (2027-02-18)", NoteMails.Reminder(thing, Language.Korean).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void To_SameAddressTwice_OneMailEach()
    {
        var mails = NoteMails.To("note:2026-11-23", NoteMails.Addresses(" Kim@Example.co.kr; kim@example.co.kr,\n lee@example.co.kr"), "t", "x");
        Assert.Equal(["note:2026-11-23/kim@example.co.kr", "note:2026-11-23/lee@example.co.kr"], mails.Select(mail => mail.Id));
    }

    [Theory]
    [InlineData("90", "40", "kim@example.co.kr", "ko", "Asia/Seoul", "")]
    [InlineData("x", "40", "", "ko", "", "settings.not-a-number x")]
    [InlineData("5", "40", "", "ko", "", "settings.review-days 5")]
    [InlineData("90", "39", "", "ko", "", "settings.new-outcomes 39")]
    [InlineData("90", "40", "kim@, lee@example.co.kr", "ko", "", "settings.recipient kim@")]
    [InlineData("90", "40", "", "fr", "", "settings.mail-language fr")]
    [InlineData("90", "40", "", "ko", "Mars/Olympus", "settings.zone Mars/Olympus")]
    public void Settings_AsTyped_AreTakenOrRefusedWithTheReason(string days, string outcomes, string recipients, string language, string zone, string refused)
    {
        var read = new ReviewSettingsForm(days, outcomes, true, recipients, "weekly", language, zone).Read(WorkspaceSettings.Defaults);
        Assert.Equal(refused, string.Join(' ', read.IsAccepted ? [] : read.Reasons.Select(reason => reason.Code + " " + reason.Subject)));
        Assert.All(read.IsAccepted ? [] : read.Reasons, reason => Assert.True(reason.Message.Ko.Length > 10 && reason.Message.En.Length > 10));
        if (read.TryGet(out var settings, out _))
        {
            Assert.Equal(DigestCadence.Weekly, settings.Reviews.Digest);
        }
    }

    [Fact]
    public void Settings_TooManyRecipients_AreRefused()
    {
        var many = string.Join(',', Enumerable.Range(0, 51).Select(i => $"p{i}@example.co.kr"));
        Assert.Equal("settings.recipients", Assert.Single(new ReviewSettingsForm("90", "40", true, many, "off", "ko", "").Read(WorkspaceSettings.Defaults).Reasons).Code);
    }

    [Fact]
    public void Zone_OfAServerThatKeepsUniversalTime_IsSeouls()
    {
        Assert.Equal("Asia/Seoul", new ReviewSettings().ZoneOn(TimeZoneInfo.Utc).Id);
        Assert.Equal("America/New_York", new ReviewSettings().ZoneOn(TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Id);
        Assert.Equal("Europe/Berlin", new ReviewSettings { Zone = "Europe/Berlin" }.ZoneOn(TimeZoneInfo.Utc).Id);
    }
}
