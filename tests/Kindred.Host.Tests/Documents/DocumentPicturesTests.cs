using Kindred.Documents.Rendering;
using Kindred.Documents.Sharing;
using Kindred.Host.Tests.Web;
using Kindred.Web.Viewing;
using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Documents;

/// <summary>Documents in a real browser from both sides: the team's pages with links, people and news, and what a stranger sees at a gate, while reading and after the link was closed.</summary>
public sealed class DocumentPicturesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Refusals = ["403", "404", "410"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ko", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task Documents_FromBothSides_FitAndPassAxe(string language, ColorScheme scheme)
    {
        Assert.SkipUnless(PdfIntake.IsPossible, "poppler is not installed (Debian: apt-get install poppler-utils poppler-data)");
        await using var links = await LinkSite.StartAsync(withData: true);
        links.Desk.Change(new SharingSettings { MailFrom = "docs@example.com", MailFolder = Path.Combine(links.Site.Data, "mail") });
        var everything = await links.LinkAsync(new ShareOptions { CaptureLead = true, AskConsent = true, HasWatermark = true, AllowDownload = true, Cta = CallToAction.Read("상담 예약하기", "https://example.com/book").Value }, "열려라");
        var code = await links.LinkAsync(new ShareOptions { VerifyEmail = true });

        // A stranger: the gate, a wrong password, the pages, the code, and the closed link.
        await using var strangers = await chromium.ContextAsync(language);
        var reader = await strangers.NewPageAsync();
        var watch = new PageWatch(reader, links.Site.Address);
        await reader.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await reader.GotoAsync(new Uri(links.Site.Address, "/v/" + everything.Token).AbsoluteUri);
        await PictureLook.AtAsync(reader, "gate-" + language);
        await reader.FillAsync("#email", "jiwoo@saebom-new.example");
        await reader.FillAsync("#name", "김지우");
        await reader.FillAsync("#company", "새봄테크");
        await reader.FillAsync("#password", "닫혀라");
        await reader.CheckAsync("#consent");
        await reader.ClickAsync("main button[type=submit]");
        await PictureLook.AtAsync(reader, "gate-wrong-" + language);
        Assert.Equal("김지우", await reader.InputValueAsync("#name"));
        await reader.FillAsync("#password", "열려라");
        await reader.ClickAsync("main button[type=submit]");
        await reader.WaitForSelectorAsync("[data-page] image");
        await reader.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await PictureLook.AtAsync(reader, "viewer-" + language, isFull: false);
        for (var i = 0; i < 12; i++)
        {
            await reader.Mouse.MoveAsync(200 + i, 300);
            await Task.Delay(500, Ct);
        }

        await reader.GotoAsync(new Uri(links.Site.Address, "/v/" + code.Token).AbsoluteUri);
        await reader.FillAsync("#email", "minsu@example.kr");
        await reader.ClickAsync("main button[type=submit]");
        await PictureLook.AtAsync(reader, "gate-code-" + language);
        await links.CloseAsync(code);
        await reader.GotoAsync(new Uri(links.Site.Address, "/v/" + code.Token).AbsoluteUri);
        await PictureLook.AtAsync(reader, "link-closed-" + language);

        // The team: the list, the document with people of a segment, the link with who left a name, settings.
        await using var team = await chromium.ContextAsync(language);
        var page = await team.NewPageAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await page.GotoAsync(new Uri(links.Site.Address, "/sign-in").AbsoluteUri);
        await page.FillAsync("#email", "anna@example.com");
        await page.FillAsync("#password", WebSite.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.GotoAsync(new Uri(links.Site.Address, $"/language?to={language}&back=/").AbsoluteUri);
        var at = new Uri(links.Site.Address, $"/w/{links.Room.Workspace.Id}/").AbsoluteUri;
        foreach (var (path, name) in new[]
        {
            ("documents", "documents"), ($"documents/{links.Document.Id}?people=1&country=US&job=Finance", "document"), ("links/" + everything.Id, "link"), ("settings/sharing", "sharing"), ("today", "today-with-news"),
        })
        {
            Assert.Equal(200, (await page.GotoAsync(at + path))!.Status);
            await PictureLook.AtAsync(page, name + "-full-" + language);
        }

        await page.GotoAsync(at + "links/" + everything.Id);
        Assert.Contains("새봄테크", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        // The browser itself says that a password was refused and a link closed; nothing else.
        Assert.DoesNotContain(watch.Seen, line => !Refusals.Any(status => line.Contains(status, StringComparison.Ordinal)));
    }
}
