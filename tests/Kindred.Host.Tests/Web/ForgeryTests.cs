using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Kindred.Web.Hosting;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>T37 and T42: forms of other sites, framing, cookies, other names for this host, forwarded headers, open redirects, and the headers of every answer.</summary>
public sealed class ForgeryTests
{
    /// <summary>As docs/architecture.md and the brief have it; written out, so that a change of the policy has to be made twice.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forms_WithoutATokenOrWithAnothersToken_AreRefusedAndChangeNothing()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, own) = await site.OwnerAsync();
        await owner.TokenAsync();
        var strangers = await site.Nobody().TokenAsync();
        var forms = SiteRoute.Of(site).Where(route => route is { IsUnsafe: true, Needs.IsPublic: false }).ToArray();
        Assert.True(forms.Length >= 20, $"only {forms.Length} forms were found");
        foreach (var form in forms)
        {
            foreach (var token in new string?[] { null, "", "x", strangers })
            {
                using var answer = await owner.PostPlainAsync(form.In(own.Id.Value), token is null ? [("email", "a@b.co")] : [("__token", token), ("email", "a@b.co")]);
                Assert.Equal((form.Pattern, token, HttpStatusCode.BadRequest), (form.Pattern, token, answer.StatusCode));
                Assert.Contains("web.form", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
            }
        }

        using var still = await owner.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task Answers_OfEveryKind_CarryEveryHeader()
    {
        await using var site = await WebSite.StartAsync(more: app => app.MapGet("/boom", IResult () => throw new InvalidOperationException("planted-stack-secret")).WithMetadata(RouteNeeds.Nothing));
        var (owner, _, own) = await site.OwnerAsync();
        var sample = (await site.SampleAsync()).Id.Value;
        (string Path, HttpStatusCode Status)[] pages =
        [
            ("/", HttpStatusCode.Redirect), ("/sign-in", HttpStatusCode.OK), ("/health", HttpStatusCode.OK), ("/account", HttpStatusCode.OK), ($"/w/{own.Id}/data", HttpStatusCode.OK), ($"/w/{sample}/today", HttpStatusCode.OK),
            ($"/w/{sample}/settings", HttpStatusCode.OK), ("/nope", HttpStatusCode.NotFound), ("/nope.txt", HttpStatusCode.NotFound), ("/w/x/today", HttpStatusCode.NotFound), ("/open?t=x", HttpStatusCode.Redirect), ("/invitation?t=x", HttpStatusCode.Gone), ("/reset?t=x", HttpStatusCode.Gone),
            ("/boom", HttpStatusCode.InternalServerError),
        ];
        foreach (var (path, status) in pages)
        {
            using var answer = await owner.GetAsync(path);
            Assert.Equal((path, status), (path, answer.StatusCode));
            AssertHeaders(path, answer);
            Assert.DoesNotContain("planted-stack-secret", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        using var refused = await owner.PostPlainAsync("/sign-out");
        AssertHeaders("refused form", refused);
    }

    [Fact]
    public async Task Cookies_Ours_AreOutOfReachOfScriptsAndOtherSites()
    {
        await using var site = await WebSite.StartAsync();
        var browser = site.Nobody();
        using var answer = await browser.GetAsync("/open?t=" + (await site.Members.MakeOpenLink.RunAsync(Ct)).Token.Reveal());
        using var fresh = await site.Nobody().GetAsync("/sign-in");
        using var language = await browser.GetAsync("/language?to=en");
        var cookies = new[] { answer, fresh, language }.SelectMany(one => one.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToArray();
        Assert.Equal(["kindred", "kindred-form", "kindred-lang"], cookies.Select(cookie => cookie.Split('=')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", cookie);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData("evil.example", 400)]
    [InlineData("127.0.0.1.evil.example", 400)]
    [InlineData("localhost.evil.example", 400)]
    [InlineData("evil.example:5170", 400)]
    [InlineData("127.0.0.2", 400)]
    [InlineData("0.0.0.0", 400)]
    [InlineData("2130706433", 400)]
    [InlineData("localhost.", 400)]
    [InlineData("localhost@evil.example", 400)]
    [InlineData("", 400)]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:80", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("[::1]", 200)]
    public async Task Host_OtherThanThisComputer_IsRefused(string host, int expected)
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        Assert.Equal(expected, await StatusAsync(site, $"GET /health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    }

    [Fact]
    public async Task Requests_MalformedOrAmbiguous_AreRefused()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        string[] bad =
        [
            "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\nConnection: close\r\n\r\n0\r\n\r\n",
            "GET /hea lth HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        ];
        foreach (var request in bad)
        {
            Assert.Equal((request, 400), (request, await StatusAsync(site, request)));
        }
    }

    [Fact]
    public async Task ForwardedHeaders_ChangeNothing()
    {
        await using var site = await WebSite.StartAsync();
        using var browser = new Browser(site.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, "/open?t=" + (await site.Members.MakeOpenLink.RunAsync(Ct)).Token.Reveal()));
        foreach (var (name, value) in new[] { ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-For", "203.0.113.9"), ("Forwarded", "host=evil.example;proto=https"), ("X-Original-Host", "evil.example"), ("X-Original-URL", "/account") })
        {
            request.Headers.Add(name, value);
        }

        using var answer = await browser.SendAsync(request);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("kindred=", StringComparison.Ordinal) && !cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("evil.example", answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_ToAnotherSite_IsNeverFollowed()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        await site.OwnerAsync();
        var browser = site.Nobody();
        foreach (var back in ElsewhereForms.All)
        {
            using var language = await browser.GetAsync("/language?to=en&back=" + Uri.EscapeDataString(back));
            AssertOurs(back, language);
            using var signedIn = await browser.PostAsync("/sign-in", ("email", "anna@example.com"), ("password", WebSite.Password), ("back", back), ("kept-action", back));
            if (back.Contains('\0', StringComparison.Ordinal))
            {
                // No browser sends it: the form as a whole is refused.
                Assert.Equal((back, HttpStatusCode.BadRequest), (back, signedIn.StatusCode));
                continue;
            }

            AssertOurs(back, signedIn);
        }

        Assert.True(ElsewhereForms.All.Count >= 50);
        using var ours = await browser.GetAsync("/language?to=en&back=" + Uri.EscapeDataString("/w/x/leads?q=%ED%95%9C&page=2"));
        Assert.Equal("/w/x/leads?q=%ED%95%9C&page=2", ours.Headers.Location?.OriginalString);
    }

    private static void AssertOurs(string back, HttpResponseMessage answer)
    {
        Assert.Equal((back, HttpStatusCode.Redirect), (back, answer.StatusCode));
        var location = answer.Headers.Location!.OriginalString;
        Assert.True(location.StartsWith('/') && !location.StartsWith("//", StringComparison.Ordinal) && !location.Contains('\\', StringComparison.Ordinal) && location.All(letter => letter is > ' ' and < '\x7f'), $"'{back}' leads to '{location}'");
    }

    private static void AssertHeaders(string path, HttpResponseMessage answer)
    {
        Assert.Equal((path, Policy), (path, One(answer, "Content-Security-Policy")));
        Assert.Equal((path, "DENY", "nosniff", "same-origin"), (path, One(answer, "X-Frame-Options"), One(answer, "X-Content-Type-Options"), One(answer, "Referrer-Policy")));
        Assert.True(answer.Headers.CacheControl?.NoStore, path);
        Assert.False(answer.Headers.Contains("Server"), path);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"), path);
    }

    private static string One(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join('|', values) : "";

    /// <summary>Status of a request sent as bytes: clients would not send these.</summary>
    private static async Task<int> StatusAsync(WebSite site, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port, Ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Ct);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var line = await reader.ReadLineAsync(Ct) ?? "";
        return line.Split(' ') is [_, var status, ..] ? int.Parse(status, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }
}
