using System.Globalization;
using System.Net;
using Kindred.Bench;
using Kindred.Core.Engagement;
using Kindred.Core.Members;
using Kindred.Documents.Rendering;
using Kindred.Documents.Sharing;
using Kindred.Host.Tests.Web;
using Xunit;

namespace Kindred.Host.Tests.Documents;

/// <summary>What readers get after they were let in, for how long, and what counts as reading. KINDRED_GUESSES sets how many links are guessed.</summary>
public sealed class ViewingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>T7.</summary>
    [Fact]
    public async Task Pages_OfAnotherReaderPageOrTime_AreRefused()
    {
        Assert.SkipUnless(PdfIntake.IsPossible, "poppler is not installed (Debian: apt-get install poppler-utils poppler-data)");
        await using var links = await LinkSite.StartAsync();
        var (a, b) = (await links.LinkAsync(), await links.LinkAsync(new ShareOptions { HasWatermark = true, AskEmail = true }));
        var (reader, other) = (links.Site.Nobody(), links.Site.Nobody());
        Assert.Equal((302, 302, 302), (await LinkSite.EnterAsync(reader, a), await LinkSite.EnterAsync(other, a), await LinkSite.EnterAsync(reader, b, ("email", "jiwoo@example.kr"))));
        var (pages, marked) = (await LinkSite.PagesAsync(reader, a), await LinkSite.PagesAsync(reader, b));
        var (plain, withMark) = (await PictureAsync(reader, pages["1"]), await PictureAsync(reader, marked["1"]));
        Assert.Equal((200, 200), (plain.Status, withMark.Status));
        Assert.True(plain.Bytes is [0xFF, 0xD8, ..] && !plain.Bytes.SequenceEqual(withMark.Bytes));
        Assert.Equal(403, (await PictureAsync(other, pages["1"])).Status);
        Assert.Equal(403, (await PictureAsync(links.Site.Nobody(), pages["1"])).Status);
        Assert.Equal(403, (await PictureAsync(reader, pages["1"].Replace("1-1-960", "1-2-960", StringComparison.Ordinal))).Status);
        Assert.Equal(403, (await PictureAsync(reader, pages["1"].Replace("1-1-960", "1-1-1920", StringComparison.Ordinal))).Status);
        Assert.Equal(403, (await PictureAsync(reader, pages["1"].Replace("/v/" + a.Token, "/v/" + b.Token, StringComparison.Ordinal))).Status);
        foreach (var name in new[] { "1-0-960.jpg", "1-4-960.jpg", "2-1-960.jpg", "1-1-961.jpg", "..%2f..%2fmembers.db", "1-1-960.png", "-1-1-960.jpg", "1-1-99999999999.jpg" })
        {
            Assert.True((await PictureAsync(reader, pages["1"].Replace("1-1-960.jpg", name, StringComparison.Ordinal))).Status is 403 or 404, name);
        }

        links.Clock.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(403, (await PictureAsync(reader, pages["1"])).Status);
        Assert.Equal(200, (await PictureAsync(reader, (await LinkSite.PagesAsync(reader, a))["1"])).Status);
        links.Clock.Pass(Viewer.Lasts);
        Assert.Equal(403, (await PictureAsync(reader, pages["1"])).Status);
    }

    /// <summary>T1: of a PDF with scripts, launch actions and attachments a reader gets pictures and words.</summary>
    [Fact]
    public async Task Pages_OfAMaliciousPdf_CarryNothingOfIt()
    {
        Assert.SkipUnless(PdfIntake.IsPossible, "poppler is not installed (Debian: apt-get install poppler-utils poppler-data)");
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync();
        var reader = links.Site.Nobody();
        await LinkSite.EnterAsync(reader, link);
        var answers = new List<byte[]> { System.Text.Encoding.UTF8.GetBytes(await reader.TextAsync("/v/" + link.Token)), System.Text.Encoding.UTF8.GetBytes(await reader.TextAsync($"/v/{link.Token}/text/1")) };
        foreach (var address in (await LinkSite.PagesAsync(reader, link)).Values)
        {
            answers.Add((await PictureAsync(reader, address)).Bytes);
        }

        Assert.Equal(5, answers.Count);
        Assert.All(answers, bytes => Assert.True(bytes.AsSpan().IndexOf("canary"u8) < 0));
        Assert.Contains("Page 1", System.Text.Encoding.UTF8.GetString(answers[1]), StringComparison.Ordinal);
        using var file = await reader.GetAsync($"/v/{link.Token}/file");
        Assert.Equal(HttpStatusCode.Forbidden, file.StatusCode);
    }

    [Fact]
    public async Task Download_WhereAllowed_IsAFileAndNeverAPage()
    {
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync(new ShareOptions { AllowDownload = true });
        var reader = links.Site.Nobody();
        await LinkSite.EnterAsync(reader, link);
        using var file = await reader.GetAsync($"/v/{link.Token}/file");
        Assert.Equal((HttpStatusCode.OK, "attachment", "sandbox; default-src 'none'", "nosniff"), (file.StatusCode, file.Content.Headers.ContentDisposition?.DispositionType, file.Headers.GetValues("Content-Security-Policy").Single(), file.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal("제안서 & deck.pdf", file.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(DeckPdf.Of(3), await file.Content.ReadAsByteArrayAsync(Ct));
    }

    /// <summary>T29: at every address, at once.</summary>
    [Theory]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("changed")]
    public async Task Closed_WhileSomebodyReads_EveryAddressStopsAtOnce(string how)
    {
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync(new ShareOptions { AllowDownload = true, ExpiresAt = links.Clock.GetUtcNow().AddHours(1), Cta = new CallToAction("Go", "https://example.com/") });
        var reader = links.Site.Nobody();
        Assert.Equal(302, await LinkSite.EnterAsync(reader, link));
        var (_, view) = await LinkSite.ViewAsync(reader, link);
        var page = (await LinkSite.PagesAsync(reader, link))["1"];
        Assert.Equal(204, await LinkSite.BeatAsync(reader, link, view, 1, 2.5));
        switch (how)
        {
            case "revoked":
                await links.CloseAsync(link);
                break;
            case "expired":
                links.Clock.Pass(TimeSpan.FromMinutes(62));
                break;
            default:
                Assert.True(await links.Desk.ChangeAsync(links.Room, links.Room.Link(link.Id)! with { Revision = 2, Password = await links.Site.Members.Hasher.HashAsync(new Secret("new"), Ct) }, Ct));
                break;
        }

        foreach (var path in new[] { $"/v/{link.Token}/pages", page, $"/v/{link.Token}/text/1", $"/v/{link.Token}/file", $"/v/{link.Token}/go" })
        {
            using var answer = await reader.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.Gone or HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        }

        Assert.Equal(403, (await LinkSite.ViewAsync(reader, link)).Status);
        Assert.DoesNotContain("data-pages", await reader.TextAsync("/v/" + link.Token), StringComparison.Ordinal);
        if (how != "changed")
        {
            Assert.Equal(410, await LinkSite.BeatAsync(reader, link, view, 2, 5));
        }
    }

    /// <summary>T27: a link that is closed while somebody downloads gives not the file: the download ends within a second, whatever was still on its way.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Download_LinkClosedOrExpiredMeanwhile_EndsAtOnce(bool expires)
    {
        await using var links = await LinkSite.StartAsync();
        await using (var large = new FileStream(links.Room.Pictures.FileOf(links.Document.Id, 1), FileMode.Open, FileAccess.Write))
        {
            large.SetLength(150 << 20);
        }

        await links.Room.Store.AddVersionAsync(links.Document.Id, links.Document.Current with { Number = 2, Bytes = 150 << 20 }, Ct);
        await links.Room.RefreshAsync(Ct);
        File.Copy(links.Room.Pictures.FileOf(links.Document.Id, 1), links.Room.Pictures.FileOf(links.Document.Id, 2));
        var link = await links.LinkAsync(new ShareOptions { AllowDownload = true, ExpiresAt = links.Clock.GetUtcNow().AddHours(1) });
        var reader = links.Site.Nobody();
        Assert.Equal(302, await LinkSite.EnterAsync(reader, link));
        using var answer = await reader.BeginAsync($"/v/{link.Token}/file");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var body = await answer.Content.ReadAsStreamAsync(Ct);
        var buffer = new byte[1 << 16];
        await body.ReadExactlyAsync(buffer, Ct);
        if (expires)
        {
            links.Clock.Pass(TimeSpan.FromHours(1));
        }
        else
        {
            await links.CloseAsync(link);
        }

        var (watch, got) = (System.Diagnostics.Stopwatch.StartNew(), 0L);
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await body.ReadAsync(buffer, Ct) is > 0 and var read)
            {
                got += read;
            }
        });
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1);
        Assert.InRange(got, 0, 32 << 20);
    }

    /// <summary>T22 over HTTP.</summary>
    [Fact]
    public async Task Beats_OfAnotherLinkRepeatedOrTooMany_CreditNoMoreThanPassed()
    {
        await using var links = await LinkSite.StartAsync();
        var (a, b) = (await links.LinkAsync(), await links.LinkAsync());
        var reader = links.Site.Nobody();
        await LinkSite.EnterAsync(reader, a);
        await LinkSite.EnterAsync(reader, b);
        var (_, view) = await LinkSite.ViewAsync(reader, a);
        Assert.Equal(403, await LinkSite.BeatAsync(reader, b, view, 1, 2.5));
        Assert.Equal(403, await LinkSite.BeatAsync(reader, a, view[..^1] + (view[^1] == 'A' ? 'B' : 'A'), 1, 2.5));
        Assert.Equal(400, (await LinkSite.SendAsync(reader, $"/v/{a.Token}/beat", new string('x', 5_000))).Status);
        links.Clock.Pass(TimeSpan.FromSeconds(20));
        for (var i = 1; i <= 300; i++)
        {
            var status = await LinkSite.BeatAsync(reader, a, view, i % 100 + 1, i * 60.0, 60);
            Assert.True(status is 204 or 429, status.ToString(CultureInfo.InvariantCulture));
        }

        var visit = Assert.Single(await links.VisitsAsync());
        Assert.InRange(visit.Pages.Sum(page => page.VisibleSeconds + page.UncertainSeconds), 15, visit.OpenSeconds + 5);
        Assert.Equal(429, await LinkSite.BeatAsync(reader, a, view, 900_000, 60));
        links.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Equal(410, await LinkSite.BeatAsync(reader, a, view, 101, 60));
    }

    /// <summary>T31: programs that check, preview and fetch links count as nobody, also those that run scripts.</summary>
    [Fact]
    public async Task Scanners_OfEveryShape_CountNothing()
    {
        string[] agents =
        [
            "facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "Twitterbot/1.0", "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com", "Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)",
            "curl/8.5.0", "python-requests/2.32.3", "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)", "Mozilla/5.0 (compatible; proofpoint url defense)", "WhatsApp/2.23.20.0", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36", "",
        ];
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync();
        var sent = 0;
        foreach (var agent in agents)
        {
            var browser = links.Site.Nobody();
            foreach (var (method, path, header, body) in new (HttpMethod, string, string, string?)[]
            {
                (HttpMethod.Head, "", "", null), (HttpMethod.Get, "", "", null), (HttpMethod.Get, "", "Purpose", null), (HttpMethod.Get, "?utm_source=mail", "Sec-Purpose", null), (HttpMethod.Get, "/pages", "", null), (HttpMethod.Get, "/go", "", null), (HttpMethod.Get, "/file", "", null), (HttpMethod.Get, "/start", "", null), (HttpMethod.Head, "/beat", "", null), (HttpMethod.Options, "", "", null),
                (HttpMethod.Get, "/p/1-1-960.jpg?e=9&s=x", "", null), (HttpMethod.Get, "/text/1", "", null), (HttpMethod.Post, "/start", "", """{"driven":false,"width":1,"height":1,"languages":1}"""), (HttpMethod.Post, "/beat", "", "{}"), (HttpMethod.Get, "/favicon.ico", "", null), (HttpMethod.Get, "/../robots.txt", "", null),
                (HttpMethod.Get, "", "X-Moz", null), (HttpMethod.Get, "#p2", "", null), (HttpMethod.Get, "?page=2", "X-Purpose", null), (HttpMethod.Head, "?page=3", "", null), (HttpMethod.Get, "/", "", null), (HttpMethod.Put, "", "", "x"), (HttpMethod.Delete, "", "", null), (HttpMethod.Get, "?v=x", "", null), (HttpMethod.Get, "/P/1", "", null),
            })
            {
                using var request = new HttpRequestMessage(method, new Uri(browser.Address, "/v/" + link.Token + path));
                request.Headers.UserAgent.Clear();
                request.Headers.TryAddWithoutValidation("User-Agent", agent);
                if (header.Length > 0)
                {
                    request.Headers.TryAddWithoutValidation(header, header == "X-Purpose" ? "preview" : "prefetch");
                }

                request.Content = body is null ? null : new StringContent(body);
                using var answer = await browser.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{method} {path}: {answer.StatusCode}");
                sent++;
            }
        }

        Assert.True(sent >= 300, sent.ToString(CultureInfo.InvariantCulture));
        Assert.Empty(await links.VisitsAsync());
        Assert.Empty(await links.Room.Store.ViewsAsync(null, Ct));
        Assert.Equal(0, links.Room.Link(link.Id)!.Opens);

        // One that runs our script, enters and sends beats: kept, named, counted nowhere. One with a browser's name that moves nothing is nobody's.
        foreach (var (agent, expected) in new[] { ("Mozilla/5.0 (compatible; proofpoint url defense)", VisitClass.Scanner), (WebSite.UserAgent, VisitClass.Unknown) })
        {
            var browser = links.Site.Nobody();
            await LinkSite.EnterAsync(browser, link);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(browser.Address, $"/v/{link.Token}/start")) { Content = new StringContent("""{"driven":false,"width":1280,"height":800,"languages":1}""") };
            request.Headers.TryAddWithoutValidation("User-Agent", agent);
            using var answer = await browser.SendAsync(request);
            var view = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("v").GetString()!;
            Assert.Equal(204, await LinkSite.BeatAsync(browser, link, view, 1, 2, 2, inputs: expected == VisitClass.Scanner ? 50 : 0, isEnd: true));
            Assert.Equal(expected, (await links.VisitsAsync())[^1].Class);
        }

        Assert.DoesNotContain(await links.VisitsAsync(), visit => visit.Counts);
    }

    /// <summary>T26.</summary>
    [Fact]
    public async Task Guesses_OfLinks_FindNone()
    {
        var guesses = int.Parse(Environment.GetEnvironmentVariable("KINDRED_GUESSES") ?? "20000", CultureInfo.InvariantCulture);
        await using var links = await LinkSite.StartAsync(options => options with { Proxies = [IPAddress.Loopback] });
        for (var i = 0; i < 20; i++)
        {
            await links.LinkAsync();
        }

        var (hits, next) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            using var connection = await RawConnection.OpenAsync(links.Site.Address);
            while (Interlocked.Increment(ref next) is var i && i <= guesses)
            {
                var status = await connection.SendAsync(connection.Request("GET", "/v/" + PublicTokens.New(Randomness.System), "", $"X-Forwarded-For: 10.{(i >> 16) & 255}.{(i >> 8) & 255}.{i & 255}\r\n"));
                if (status != 404)
                {
                    Interlocked.Increment(ref hits);
                }
            }
        }, Ct)));
        Assert.Equal(0, hits);

        // From one address, guessing ends soon.
        using var one = await RawConnection.OpenAsync(links.Site.Address);
        var last = 0;
        for (var i = 0; i < 200; i++)
        {
            last = await one.SendAsync(one.Request("GET", "/v/" + PublicTokens.New(Randomness.System)));
        }

        Assert.Equal(429, last);
    }

    [Fact]
    public async Task PublicPort_ServesLinksAndNothingOfTheTeam()
    {
        await using var links = await LinkSite.StartAsync(options => options with { PublicPort = 0 });
        Assert.NotEqual(links.Site.Address, links.Site.PublicAddress);
        var link = await links.LinkAsync();
        var (_, _, own) = await links.Site.OwnerAsync();
        using var stranger = new Browser(links.Site.PublicAddress);
        var missing = await stranger.TextAsync("/v/" + PublicTokens.New(Randomness.System));
        foreach (var route in SiteRoute.Of(links.Site).Where(route => route.Method != "*"))
        {
            using var answer = route.IsUnsafe ? await stranger.PostPlainAsync(route.In(own.Id.Value)) : await stranger.GetAsync(route.In(own.Id.Value));
            var isPublic = route.Needs!.IsPublic;
            Assert.True(isPublic || answer.StatusCode == HttpStatusCode.NotFound, $"{route.Method} {route.Pattern}: {answer.StatusCode}");
            Assert.True((int)answer.StatusCode < 500, route.Pattern);
            Assert.True(isPublic || await answer.Content.ReadAsStringAsync(Ct) == missing, route.Pattern);
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }

        Assert.Equal(302, await LinkSite.EnterAsync(stranger, link));
        var page = await stranger.TextAsync("/v/" + link.Token);
        Assert.Contains("data-pages=\"3\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/w/", page, StringComparison.Ordinal);
        using var signIn = await stranger.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.NotFound, signIn.StatusCode);
    }

    private static async Task<(int Status, byte[] Bytes)> PictureAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(Ct));
    }
}
