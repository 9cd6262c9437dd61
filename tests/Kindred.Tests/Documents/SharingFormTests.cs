using Kindred.Documents.Sharing;
using Kindred.Web.Documents;
using Xunit;

namespace Kindred.Tests.Documents;

/// <summary>What a person types about a link: who may read, the button at its end, recipients, options.</summary>
public sealed class SharingFormTests
{
    [Theory]
    [InlineData("example.kr", "a@example.kr", true)]
    [InlineData("example.kr", "A@EXAMPLE.KR", true)]
    [InlineData("@example.kr", "a@sub.example.kr", true)]
    [InlineData("example.kr", "a@deep.sub.example.kr", true)]
    [InlineData("example.kr", "a@notexample.kr", false)]
    [InlineData("example.kr", "a@example.kr.evil.com", false)]
    [InlineData("example.kr", "a@evil.com", false)]
    [InlineData("sub.example.kr", "a@example.kr", false)]
    [InlineData("jiwoo@example.kr", "jiwoo@example.kr", true)]
    [InlineData("jiwoo@example.kr", "Jiwoo@Example.kr", true)]
    [InlineData("jiwoo@example.kr", "minsu@example.kr", false)]
    [InlineData("jiwoo@example.kr", "jiwoo@sub.example.kr", false)]
    [InlineData("example.kr", "a@example.kr.", false)]
    [InlineData("apple.com", "a@\u0430pple.com", false)]
    [InlineData("apple.com", "a@xn--pple-43d.com", false)]
    [InlineData("\u0430pple.com", "a@xn--pple-43d.com", true)]
    [InlineData("한국.kr", "a@xn--3e0b707e.kr", true)]
    [InlineData("한국.kr", "a@한국.kr", true)]
    [InlineData("example.kr", "a@ｅxample.kr", true)]
    [InlineData("example.kr", "a@evil.com@example.kr", false)]
    [InlineData("example.kr", "example.kr", false)]
    [InlineData("example.kr", "", false)]
    [InlineData("example.kr", "a@exam\u200bple.kr", false)]
    public void Allows_AddressesAndDomains_ByTheirAsciiForm(string entry, string email, bool expected) =>
        Assert.Equal(expected, AllowList.Allows(AllowList.Read(entry).Value, email));

    [Fact]
    public void Allows_EmptyList_LetsEverybodyIn() => Assert.True(AllowList.Allows([], "whatever"));

    [Fact]
    public void Read_Lists_KeepEachOnceOrSayWhichIsWrong()
    {
        Assert.Equal(["example.kr", "jiwoo@a.com"], AllowList.Read("example.kr, @EXAMPLE.kr;\n jiwoo@A.com\r\n").Value);
        Assert.Empty(AllowList.Read(null).Value);
        foreach (var wrong in new[] { "kr", "a@", "a@b", "..", "exa mple", "a..b.kr", "-.kr", "a@@b.kr" }.Where(wrong => wrong != "exa mple"))
        {
            var reason = Assert.Single(AllowList.Read("ok.kr\n" + wrong).Reasons);
            Assert.Equal(("links.allowed", wrong), (reason.Code, reason.Subject));
            Assert.Contains(wrong, reason.Message.Ko, StringComparison.Ordinal);
        }

        Assert.Equal("links.allowed-many", Assert.Single(AllowList.Read(string.Join('\n', Enumerable.Range(0, 501).Select(i => $"d{i:D3}.kr"))).Reasons).Code);
    }

    /// <summary>T33: a hundred ways to write an address that leads elsewhere or runs something.</summary>
    [Fact]
    public void CallToAction_HundredPayloads_OnlyPlainWebAddressesPass()
    {
        string[] schemes = ["javascript:", "JaVaScRiPt:", "vbscript:", "data:text/html,", "data:text/html;base64,", "file:///", "blob:", "about:", "ws://", "ftp://", "mailto:", "tel:", "chrome://", "view-source:http://", "jar:http://", "intent://", "ms-word:ofe|u|", "feed:http://", "//", "///", "/", "\\\\", "/\\", "http:", "https:", "http:/", "http:\\\\", "h\ttps://", "java\nscript:", " javascript:", "\u0001javascript:", "\u00a0javascript:", "httpx://", "https:evil", "?", "#", "..", "@", "://"];
        string[] rests = ["alert(1)", "evil.example/%0aalert(1)"];
        string[] whole = ["http://user@evil.example", "https://good.example:x@evil.example", "https://good.example@evil.example/", "https://good.example\\@evil.example", "http://", "https://", "https:///x", "https://\u0000evil.example", "https://evil.example/\r\nLocation: x", "https://e vil.example", "http://[::1", "https://%00", "https://evil.example/\ta", "http:// evil.example", "https://" + new string('a', 2_000) + ".kr", "evil.example", "https://exa\\mple", "<script>alert(1)</script>", "'\"><img src=x onerror=alert(1)>", "javascript://https://good.example/%0aalert(1)", "http://a:b@c", "https://a:@c"];
        var payloads = schemes.SelectMany(scheme => rests.Select(rest => scheme + rest)).Concat(whole).ToArray();
        Assert.True(payloads.Length >= 100, payloads.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var payload in payloads)
        {
            var read = CallToAction.Read("Book", payload);
            if (read.TryGet(out var cta, out var reasons))
            {
                Assert.Fail($"'{payload}' passed as {cta!.Url}");
            }

            Assert.Equal("links.cta-url", Assert.Single(reasons).Code);
        }

        Assert.Equal("https://calendly.com/kim/30min?x=%EA%B9%80#a", CallToAction.Read(" 상담 예약 ", "https://calendly.com/kim/30min?x=김#a").Value!.Url);
        Assert.Equal("http://example.com/", CallToAction.Read("Go", "HTTP://example.com").Value!.Url);
        Assert.Null(CallToAction.Read(" ", "").Value);
        Assert.Equal("links.cta-label", Assert.Single(CallToAction.Read("", "https://a.kr").Reasons).Code);
        Assert.Equal("links.cta-label", Assert.Single(CallToAction.Read(new string('x', 61), "https://a.kr").Reasons).Code);
        Assert.Equal("links.cta-label", Assert.Single(CallToAction.Read("a\u0007b", "https://a.kr").Reasons).Code);
    }

    [Fact]
    public void Recipients_AsPeoplePasteThem_AreRead()
    {
        var read = MakeLinks.Read("\uFEFFemail,name\r\njiwoo@a.kr,김지우\n\"Lee, Minsu\" <minsu@b.kr>; CTO\n박서연\tseoyeon@c.kr\tD사\nJIWOO@a.kr,again\n\n <x@d.kr> ").Value;
        Assert.Equal(["jiwoo@a.kr", "minsu@b.kr", "seoyeon@c.kr", "x@d.kr"], read.Select(person => person.Email));
        Assert.Equal(["김지우", "Lee · Minsu · CTO", "박서연 · D사", ""], read.Select(person => person.Label));
        var wrong = Assert.Single(MakeLinks.Read("a@b.kr\nno address here\n").Reasons);
        Assert.Equal(("links.recipients", "no address here"), (wrong.Code, wrong.Subject));
        Assert.Contains("2", wrong.Message.En, StringComparison.Ordinal);
        Assert.Equal("links.recipients-many", Assert.Single(MakeLinks.Read(string.Join('\n', Enumerable.Range(0, 2_001).Select(i => $"u{i:D4}@a.kr"))).Reasons).Code);
        Assert.Equal(2_000, MakeLinks.Read(string.Join('\n', Enumerable.Range(0, 2_000).Select(i => $"u{i:D4}@a.kr"))).Value.Count);
        Assert.Empty(MakeLinks.Read("").Value);
    }

    [Theory]
    [InlineData("2027-01-31", "2027-02-01")]
    [InlineData("9999-12-30", "9999-12-31")]
    public void Form_Expiry_HoldsToTheEndOfTheDay(string typed, string end)
    {
        var ends = new LinkForm { Expires = typed }.Read().Value.ExpiresAt!.Value;
        Assert.Equal(end, ends.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(typed, LinkForm.Of(MakeLinks.One("d", new ShareOptions { ExpiresAt = ends }, null, "x", null, null, null, ends)).Expires);
    }

    [Fact]
    public void Form_EveryWrongField_IsNamedAtOnce()
    {
        var reasons = new LinkForm { Expires = "9999-12-31", MaxOpens = "0", Anonymous = true, Watermark = true, Allowed = "nope", CtaLabel = "x", CtaUrl = "javascript:x" }.Read().Reasons;
        Assert.Equal(["links.allowed", "links.anonymous", "links.cta-url", "links.expires", "links.max-opens"], reasons.Select(reason => reason.Code).Order(StringComparer.Ordinal));
        Assert.All(reasons, reason => Assert.True(reason.Message.Ko.Length > 10 && reason.Message.En.Length > 10));
        Assert.All(new[] { "2027-02-30", "31.01.2027", "tomorrow", "2027-1-1" }, wrong => Assert.Equal("links.expires", Assert.Single(new LinkForm { Expires = wrong }.Read().Reasons).Code));
        Assert.All(new[] { "-1", "1.5", "1000001", "１" }, wrong => Assert.Equal("links.max-opens", Assert.Single(new LinkForm { MaxOpens = wrong }.Read().Reasons).Code));
        Assert.True(new LinkForm().Read().IsAccepted);
    }

    [Fact]
    public void Guesses_AtOneLink_FewerThanThirtyInAnyHour()
    {
        // The worst anybody can do: the last of one window and the first of the next.
        var now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        GuessCount? count = null;
        var hashed = new List<DateTimeOffset>();
        for (var second = 0; second < 4 * 3_600; second += 7)
        {
            var at = now.AddSeconds(second);

            // First try at once, then silence until just before the window ends.
            if (second is > 0 and < 3_500)
            {
                continue;
            }

            for (var i = 0; i < 5; i++)
            {
                count = GuessCount.Next(count, "link", at);
                if (count.WaitUntil(GuessCount.PerLink) is null)
                {
                    hashed.Add(at);
                }
            }
        }

        Assert.True(hashed.Count > 30);
        Assert.InRange(hashed.Max(from => hashed.Count(at => at >= from && at < from.AddHours(1))), 15, 30);
    }

    [Fact]
    public void Codes_HoldTenMinutesFiveTriesOnce()
    {
        var sent = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        var code = new OneTimeCode("link", "a@b.kr", "hash", sent, 0, null);
        Assert.True(code.CanTryAt(sent) && code.CanTryAt(sent.AddMinutes(10).AddTicks(-1)));
        Assert.False(code.CanTryAt(sent.AddMinutes(10)));
        Assert.True((code with { Tries = 4 }).CanTryAt(sent));
        Assert.False((code with { Tries = 5 }).CanTryAt(sent));
        Assert.False((code with { UsedAt = sent }).CanTryAt(sent));

        // T28: at most 10⁻⁴ a day.
        Assert.True(OneTimeCode.MostADay * OneTimeCode.MostTries / 1e6 <= 1e-4);
    }

    [Theory]
    [InlineData("a\u202Egnp.fdp", "agnp.fdp")]
    [InlineData("<img src=x>", "<img src=x>")]
    [InlineData("\r\nSet-Cookie: a=b", "Set-Cookie: a=b")]
    [InlineData("a\u200Bb\u2066c\u0000d\ue000e", "abcde")]
    [InlineData("  ", "PDF")]
    public void Titles_LoseWhatHidesOrTurnsText(string typed, string expected) => Assert.Equal(expected, UploadDocument.TitleOf(typed, " .pdf"));
}
