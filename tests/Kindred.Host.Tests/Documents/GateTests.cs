using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Kindred.Documents.Sharing;
using Kindred.Web.Viewing;
using Xunit;

namespace Kindred.Host.Tests.Documents;

/// <summary>What a link asks first, and what outsiders can tell about links that do not open.</summary>
public sealed partial class GateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gate_EmailAndAllowList_LetsInWhoMay()
    {
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync(new ShareOptions { Allowed = ["example.kr", "minsu@other.kr"] });
        Assert.Equal(403, await LinkSite.EnterAsync(links.Site.Nobody(), link));
        foreach (var wrong in new[] { "no address", "a@evil.kr", "a@example.kr.evil.com", "a@notexample.kr", "jiwoo@other.kr", "a@\u0435xample.kr" })
        {
            Assert.Equal((wrong, 403), (wrong, await LinkSite.EnterAsync(links.Site.Nobody(), link, ("email", wrong))));
        }

        foreach (var right in new[] { "Jiwoo@Example.kr", "a@sub.example.kr", "minsu@other.kr" })
        {
            var browser = links.Site.Nobody();
            Assert.Equal((right, 302), (right, await LinkSite.EnterAsync(browser, link, ("email", right))));
            Assert.Contains("data-pages=\"3\"", await browser.TextAsync("/v/" + link.Token), StringComparison.Ordinal);
        }

        Assert.Equal(["a@sub.example.kr", "jiwoo@example.kr", "minsu@other.kr"], (await links.Room.Store.ViewersAsync(Ct)).Select(viewer => viewer.Email!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Gate_ConsentNameAndPassword_AreAllAsked()
    {
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync(new ShareOptions { CaptureLead = true, AskConsent = true }, "열려라 참깨");
        (string, string)[] all = [("email", "jiwoo@example.kr"), ("name", "김지우"), ("company", "예시 <b>회사</b>"), ("consent", "yes"), ("password", "열려라 참깨")];
        foreach (var (missing, _) in all)
        {
            Assert.Equal((missing, 403), (missing, await LinkSite.EnterAsync(links.Site.Nobody(), link, [.. all.Where(field => field.Item1 != missing)])));
        }

        Assert.Equal(302, await LinkSite.EnterAsync(links.Site.Nobody(), link, all));
        var viewer = Assert.Single(await links.Room.Store.ViewersAsync(Ct));
        Assert.Equal(("jiwoo@example.kr", "김지우", "예시 <b>회사</b>", false), (viewer.Email, viewer.Name, viewer.Company, viewer.IsVerified));
        Assert.NotNull(viewer.ConsentAt);
    }

    [Fact]
    public async Task Gate_CodeByMail_ProvesTheAddressOnce()
    {
        await using var links = await LinkSite.StartAsync();
        var folder = Path.Combine(links.Site.Data, "mail");
        var link = await links.LinkAsync(new ShareOptions { VerifyEmail = true });
        Assert.Equal(403, await LinkSite.EnterAsync(links.Site.Nobody(), link, ("email", "jiwoo@example.kr")));
        links.Desk.Change(new SharingSettings { MailFrom = "docs@example.com", MailFolder = folder });
        var browser = links.Site.Nobody();
        Assert.Equal(200, await LinkSite.EnterAsync(browser, link, ("email", "jiwoo@example.kr")));
        var code = Code(await File.ReadAllTextAsync(Assert.Single(Directory.EnumerateFiles(folder, "*.eml")), Ct));

        // A second one is sent only after 30 s; a wrong one, another address and another link do not open.
        Assert.Equal(403, await LinkSite.EnterAsync(browser, link, ("email", "jiwoo@example.kr")));
        Assert.Equal(403, await LinkSite.EnterAsync(browser, link, ("email", "jiwoo@example.kr"), ("code", code == "000000" ? "000001" : "000000")));
        Assert.Equal(403, await LinkSite.EnterAsync(browser, link, ("email", "minsu@example.kr"), ("code", code)));
        Assert.Equal(403, await LinkSite.EnterAsync(browser, await links.LinkAsync(new ShareOptions { VerifyEmail = true }), ("email", "jiwoo@example.kr"), ("code", code)));
        Assert.Equal(302, await LinkSite.EnterAsync(browser, link, ("email", "jiwoo@example.kr"), ("code", code)));
        Assert.Equal(403, await LinkSite.EnterAsync(links.Site.Nobody(), link, ("email", "jiwoo@example.kr"), ("code", code)));
        Assert.True(Assert.Single(await links.Room.Store.ViewersAsync(Ct)).IsVerified);
    }

    /// <summary>One network address cannot have us mail codes to a list of strangers, whatever link it uses.</summary>
    [Fact]
    public async Task Gate_CodesAskedForManyAddresses_StopAtTheLimit()
    {
        await using var links = await LinkSite.StartAsync();
        var folder = Path.Combine(links.Site.Data, "mail");
        links.Desk.Change(new SharingSettings { MailFrom = "docs@example.com", MailFolder = folder });
        ShareLink[] both = [await links.LinkAsync(new ShareOptions { VerifyEmail = true }), await links.LinkAsync(new ShareOptions { VerifyEmail = true })];
        for (var i = 0; i < GuessCount.CodesPerAddress + 10; i++)
        {
            Assert.Equal(i < GuessCount.CodesPerAddress ? 200 : 403, await LinkSite.EnterAsync(links.Site.Nobody(), both[i % 2], ("email", $"person{i}@example.kr")));
        }

        Assert.Equal(GuessCount.CodesPerAddress, Directory.EnumerateFiles(folder, "*.eml").Count());
        links.Clock.Pass(GuessCount.Window);
        Assert.Equal(200, await LinkSite.EnterAsync(links.Site.Nobody(), both[0], ("email", "later@example.kr")));
    }

    /// <summary>A page opened again and again by a program is shown, and not written down for ever.</summary>
    [Fact]
    public async Task Start_AgainAndAgain_StopsAtTheLimitOfAnHour()
    {
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync();
        var browser = links.Site.Nobody();
        Assert.Equal(302, await LinkSite.EnterAsync(browser, link));
        for (var i = 0; i < StartGate.MostAnHour; i++)
        {
            Assert.Equal(200, (await LinkSite.ViewAsync(browser, link)).Status);
        }

        Assert.Equal(429, (await LinkSite.ViewAsync(browser, link)).Status);
        Assert.Equal(StartGate.MostAnHour, (await links.Room.Store.ViewsAsync(null, Ct)).Count);
        Assert.Contains("data-pages", await browser.TextAsync("/v/" + link.Token), StringComparison.Ordinal);
        links.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(200, (await LinkSite.ViewAsync(browser, link)).Status);
    }

    /// <summary>T26, T29: an outsider cannot tell a link that was closed, has expired or is used up from one that never was.</summary>
    [Fact]
    public async Task Closed_HoweverALinkIs_OutsidersGetOneAnswer()
    {
        await using var links = await LinkSite.StartAsync();
        var revoked = await links.LinkAsync(password: "secret");
        await links.CloseAsync(revoked);
        var expired = await links.LinkAsync(new ShareOptions { ExpiresAt = links.Clock.GetUtcNow().AddSeconds(-1), AskEmail = true });
        var usedUp = await links.LinkAsync(new ShareOptions { MaxOpens = 1 });
        Assert.Equal(302, await LinkSite.EnterAsync(links.Site.Nobody(), usedUp));
        var missing = PublicTokens.New(Kindred.Core.Members.Randomness.System);
        string[] tokens = [missing, revoked.Token, expired.Token, usedUp.Token];
        foreach (var path in new[] { "", "/pages", "/text/1", "/file", "/go", "/p/1-1-960.jpg?e=1&s=x" })
        {
            var answers = new List<string>();
            foreach (var token in tokens)
            {
                using var answer = await links.Site.Nobody().GetAsync("/v/" + token + path);
                answers.Add((int)answer.StatusCode + Shown(answer) + await BodyAsync(answer, token));
            }

            Assert.True(answers.TrueForAll(answer => answer == answers[0]), path + ": " + string.Join(" | ", answers.Select(answer => answer[..3])));
            Assert.StartsWith("404", answers[0], StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/start", "/beat" })
        {
            var answers = new List<(int, string)>();
            foreach (var token in tokens)
            {
                foreach (var body in new[] { "", "{}", """{"v":"x","q":1,"t":1,"p":[],"n":0,"e":0}""" })
                {
                    answers.Add(await LinkSite.SendAsync(links.Site.Nobody(), "/v/" + token + path, body));
                }
            }

            Assert.True(answers.Chunk(3).All(chunk => chunk.SequenceEqual(answers.Take(3))), path + ": " + string.Join(' ', answers));
        }

        // Forms: one answer, released at one beat of 400 ms, whether the slow hash ran or not.
        var wrong = await links.LinkAsync(password: "secret");
        foreach (var token in tokens.Append(wrong.Token))
        {
            var times = new List<double>();
            for (var i = 0; i < 3; i++)
            {
                var from = System.Diagnostics.Stopwatch.GetTimestamp();
                using var answer = await links.Site.Nobody().PostPlainAsync("/v/" + token, ("password", "guess"), ("email", "a@b.kr"));
                times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                Assert.Equal(token == wrong.Token ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, answer.StatusCode);
            }

            Assert.True(times.Min() >= 390, $"{times.Min():F0} ms");
            TestContext.Current.TestOutputHelper?.WriteLine($"{times.Min():F0} ms");
        }
    }

    /// <summary>T30 over HTTP.</summary>
    [Fact]
    public async Task MaxOpens_TwoHundredAtOnce_TenGetIn()
    {
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync(new ShareOptions { MaxOpens = 10 });
        var entered = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => LinkSite.EnterAsync(links.Site.Nobody(), link)));
        Assert.Equal(10, entered.Count(status => status == 302));
        Assert.All(entered.Where(status => status != 302), status => Assert.True(status is 404 or 429, status.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(10, links.Room.Link(link.Id)!.Opens);
    }

    /// <summary>T27: of a thousand guesses from a hundred addresses at most thirty are checked; an address that tries too often is refused without shutting the link for others.</summary>
    [Fact]
    public async Task Password_ThousandGuesses_FewReachTheHasher()
    {
        await using var links = await LinkSite.StartAsync(options => options with { Proxies = [IPAddress.Loopback] });
        var link = await links.LinkAsync(password: "secret");
        var inside = links.Site.Nobody();
        Assert.Equal(302, await GuessAsync(inside, link, "198.51.100.1", "secret"));
        var before = links.Site.Members.Hasher.Computed;

        // One address alone uses up only its own tries.
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => GuessAsync(links.Site.Nobody(), link, "198.51.100.2", "guess"))), status => Assert.True(status is 403 or 429));
        Assert.Equal(5, links.Site.Members.Hasher.Computed - before);
        Assert.Equal(302, await GuessAsync(links.Site.Nobody(), link, "198.51.100.3", "secret"));
        using var turn = new SemaphoreSlim(100);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(async i =>
        {
            await turn.WaitAsync(Ct);
            try
            {
                return await GuessAsync(links.Site.Nobody(), link, $"203.0.113.{(i % 100) + 1:D1}", "guess" + i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            finally
            {
                turn.Release();
            }
        }));
        var computed = links.Site.Members.Hasher.Computed - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{computed} of 1,042 reached the hasher");
        Assert.InRange(computed, 5, 30);
        Assert.DoesNotContain(302, statuses);

        // Whoever is inside reads on.
        Assert.Contains("data-pages", await inside.TextAsync("/v/" + link.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forwarded_WithoutAProxy_ChangesNothing()
    {
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync(password: "secret");
        var before = links.Site.Members.Hasher.Computed;
        for (var i = 0; i < 12; i++)
        {
            await GuessAsync(links.Site.Nobody(), link, "203.0.113." + i.ToString(System.Globalization.CultureInfo.InvariantCulture), "guess");
        }

        Assert.Equal(GuessCount.PerAddress, links.Site.Members.Hasher.Computed - before);
    }

    /// <summary>T34: nothing of who reads by a link without identity is in any file of the workspace.</summary>
    [Fact]
    public async Task Anonymous_ReadersOfIt_LeaveNoTrace()
    {
        await using var links = await LinkSite.StartAsync(options => options with { Proxies = [IPAddress.Loopback] });
        var anonymous = await links.LinkAsync(new ShareOptions { IsAnonymous = true, Allowed = ["planted-domain.kr"], AskConsent = true });
        var browser = links.Site.Nobody();
        using (var request = new HttpRequestMessage(HttpMethod.Post, new Uri(browser.Address, "/v/" + anonymous.Token)))
        {
            request.Headers.Add("X-Forwarded-For", "203.0.113.77");
            request.Headers.TryAddWithoutValidation("User-Agent", "PlantedAgent/77 Chrome/131 Windows NT 10.0");
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("email", "planted-reader@planted-domain.kr"), KeyValuePair.Create("consent", "yes"), KeyValuePair.Create("name", "PlantedName"), KeyValuePair.Create("company", "PlantedCompany")]);
            using var answer = await browser.SendAsync(request);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        var (status, view) = await LinkSite.ViewAsync(browser, anonymous);
        Assert.Equal(200, status);
        Assert.Equal(204, await LinkSite.BeatAsync(browser, anonymous, view, 1, 2.5));
        Assert.Single(await links.VisitsAsync());
        foreach (var file in Directory.EnumerateFiles(links.Site.Data, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, Ct);
            foreach (var planted in new[] { "planted-reader", "203.0", "PlantedAgent", "PlantedName", "PlantedCompany", "Windows" })
            {
                Assert.True(copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(planted)) < 0, $"{Path.GetFileName(file)} holds '{planted}'");
            }
        }
    }

    private static async Task<int> GuessAsync(Web.Browser browser, ShareLink link, string address, string password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(browser.Address, "/v/" + link.Token)) { Content = new FormUrlEncodedContent([KeyValuePair.Create("password", password)]) };
        request.Headers.Add("X-Forwarded-For", address);
        using var answer = await browser.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static string Shown(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => header.Key + ": " + string.Join(',', header.Value)));

    private static async Task<string> BodyAsync(HttpResponseMessage answer, string token) => (await answer.Content.ReadAsStringAsync(Ct)).Replace(token, "T", StringComparison.Ordinal);

    /// <summary>The code in a mail: its text is written in base64.</summary>
    private static string Code(string mail)
    {
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(mail.ReplaceLineEndings("\n").Split("\n\n", 2)[1].Split('\n').Select(line => line.Trim()))));
        return Digits().Match(text).Value;
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Digits();
}
