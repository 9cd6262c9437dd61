using Kindred.Core.Basics;
using Kindred.Core.Notifications;
using Kindred.Core.Reviews;
using Kindred.Storage;
using Kindred.Web.Viewing;
using Xunit;

namespace Kindred.Host.Tests.Notifications;

/// <summary>Mails through a server that others wrote, read by a reader that others wrote.</summary>
public sealed class ForeignSmtpTests : IDisposable
{
    private const int LongestLine = 998;
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-smtp-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task MondayNote_FromTheOutbox_ArrivesOnceForEachWithItsKoreanWhole()
    {
        using var server = await ForeignSmtp.StartAsync(Ct);
        using var workspace = (await Workspace.OpenAsync(_folder, TimeProvider.System, Ct)).Value;
        var note = WriteMondayNote.Run(new MondayNoteRequest(
            new DateOnly(2026, 11, 23),
            [new Wording("새 리드 3곳이 들어왔어요. " + string.Concat(Enumerable.Repeat("아주 긴 줄이에요. ", 120)), "3 new leads")],
            [new NoteLead("L-1", "(주)솜봄데이터\r\n.\r\nQUIT", 86, new Wording("핵심과 1가지 달라요", "one condition from core"))],
            null, new DateOnly(2026, 12, 1), ReviewBook.Empty));
        string[] people = ["kim@example.co.kr", "lee@example.co.kr"];
        var (title, text) = (note.Title.Ko, NoteMails.Text(note, Language.Korean));
        Assert.True(await workspace.Outbox.AddOnceAsync(new ReviewEntry(0, "note:2026-11-23", ReviewEntryKind.Due, ReviewJson.Write(note), null, TimeProvider.System.GetUtcNow()), NoteMails.To("note:2026-11-23", people, title, text), Ct));
        var deliver = new DeliverMail(workspace.Outbox, Post(server), TimeProvider.System);
        Assert.Equal(2, await deliver.RunAsync(Ct));
        Assert.Equal(0, await deliver.RunAsync(Ct));

        ForeignSmtp.Mail[] arrived = [await server.ReadAsync(Ct), await server.ReadAsync(Ct)];
        Assert.Equal(people, arrived.Select(mail => Assert.Single(mail.To)).Order(StringComparer.Ordinal));
        Assert.All(arrived, mail =>
        {
            Assert.Equal(("kindred@example.co.kr", title, "text/plain", "utf-8"), (mail.From, mail.Subject, mail.Type, mail.Charset));
            Assert.Equal(mail.To[0], mail.Receiver);
            Assert.Equal("솜봄 소식 <kindred@example.co.kr>", mail.Sender);
            Assert.Equal(Lines(text), Lines(mail.Text));
            Assert.Contains("(주)솜봄데이터", mail.Text, StringComparison.Ordinal);
            Assert.InRange(mail.Longest, 1, LongestLine);
        });
        var kept = await workspace.Outbox.MailsAsync(10, Ct);
        Assert.Equal(kept.Select(mail => "<" + mail.MessageId + ">").Order(StringComparer.Ordinal), arrived.Select(mail => mail.Id).Order(StringComparer.Ordinal));
        Assert.All(kept, mail => Assert.Equal(MailState.Sent, mail.State));
    }

    [Fact]
    public async Task Code_ToAReader_Arrives()
    {
        using var server = await ForeignSmtp.StartAsync(Ct);
        Assert.True(await new LinkPost(Post(server)).SendCodeAsync("jiwoo@example.kr", "042917", Ct));
        var mail = await server.ReadAsync(Ct);
        Assert.Equal(("042917 · 확인 코드 / Your code", "jiwoo@example.kr"), (mail.Subject, Assert.Single(mail.To)));
        Assert.StartsWith("확인 코드: 042917", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Your code: 042917", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("안녕하세요\r\nBcc: victim@example.com\r\n\r\nnew body")]
    [InlineData("hello\nBcc: victim@example.com")]
    [InlineData("a\rX-Evil: 1\u2028b")]
    [InlineData("=?utf-8?B?QmNjOiB2aWN0aW1AZXhhbXBsZS5jb20=?=\r\nTo: victim@example.com")]
    public async Task Mail_HostileSubjectAndBody_IsOneMailToOneAddress(string title)
    {
        using var server = await ForeignSmtp.StartAsync(Ct);
        const string Body = "first\r\n.\r\nMAIL FROM:<evil@example.com>\r\nRCPT TO:<victim@example.com>\r\nDATA\r\nSubject: second\r\n\r\nx\n.\nRSET\n..two dots";
        var post = Post(server);
        Assert.Equal(MailOutcome.Sent, (await post.HandOverAsync("kim@example.co.kr", title, Body, "a-1@kindred", Ct)).Outcome);
        Assert.Equal(MailOutcome.Refused, (await post.HandOverAsync("kim@example.co.kr>\r\nRCPT TO:<victim@example.com", "x", "y", null, Ct)).Outcome);
        Assert.Equal(MailOutcome.Sent, (await post.HandOverAsync("last@example.co.kr", "last", "y", null, Ct)).Outcome);

        var mail = await server.ReadAsync(Ct);
        Assert.Equal("kim@example.co.kr", Assert.Single(mail.To));
        Assert.DoesNotContain(mail.Names, name => name is "bcc" or "cc" or "x-evil");
        Assert.Equal(mail.Names.Length, mail.Names.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(mail.Subject, letter => char.IsControl(letter));
        Assert.Equal(Lines(Body), Lines(mail.Text));
        Assert.Equal("last@example.co.kr", Assert.Single((await server.ReadAsync(Ct)).To));
    }

    [Fact]
    public async Task Mail_NobodyListens_IsTriedLater()
    {
        int port;
        using (var server = await ForeignSmtp.StartAsync(Ct))
        {
            port = server.Port;
        }

        Assert.Equal(MailOutcome.Later, (await new MailPost(() => Settings(port)).HandOverAsync("kim@example.co.kr", "x", "y", null, Ct)).Outcome);
    }

    private static MailPost Post(ForeignSmtp server) => new(() => Settings(server.Port));

    private static SharingSettings Settings(int port) => new() { MailFrom = "솜봄 소식 <kindred@example.co.kr>", MailHost = "127.0.0.1", MailPort = port };

    /// <summary>Line breaks are the transport's; what stands on the lines is ours.</summary>
    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
