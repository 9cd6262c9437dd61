using System.Net;
using System.Text.RegularExpressions;
using Kindred.Core.Members;
using Kindred.Product;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>People, links, the second step and settings, through the pages.</summary>
public sealed partial class AccountFlowTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invitation_MadeOnThePage_LetsInOnceInItsRole()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        using var made = await owner.PostAsync($"/w/{own.Id}/settings/people/invite", ("email", "bo@example.com"), ("role", "analyst"));
        var link = Link().Match(WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync(Ct))).Value;
        Assert.DoesNotContain("kdi_", await owner.TextAsync($"/w/{own.Id}/settings/people"), StringComparison.Ordinal);
        var guest = site.Nobody();
        var token = new Uri(site.Address, link).Query[3..];
        Assert.Contains("bo@example.com", await guest.TextAsync(link), StringComparison.Ordinal);
        using var weak = await guest.PostAsync("/invitation", ("t", token), ("name", "Bo"), ("password", "short"));
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        using var joined = await guest.PostAsync("/invitation", ("t", token), ("name", "Bo"), ("password", WebSite.Password));
        Assert.Equal("/", joined.Headers.Location?.OriginalString);
        using var data = await guest.GetAsync($"/w/{own.Id}/data/import");
        Assert.Equal(HttpStatusCode.OK, data.StatusCode);
        using var again = await site.Nobody().GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Fact]
    public async Task Reset_ByLink_EndsSessionsAndTakesTheNewPassword()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        var (sam, member, _) = await site.MemberAsync(own, Role.Sales, "sam@example.com");
        using var made = await owner.PostAsync($"/w/{own.Id}/settings/people/{member.Id.Value}/reset");
        var link = Link().Match(WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync(Ct))).Value;
        var guest = site.Nobody();
        using var chosen = await guest.PostAsync("/reset", ("t", new Uri(site.Address, link).Query[3..]), ("password", "quite another phrase"));
        Assert.Equal("/sign-in?done=reset", chosen.Headers.Location?.OriginalString);
        using var ended = await sam.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var old = await guest.PostAsync("/sign-in", ("email", "sam@example.com"), ("password", WebSite.Password));
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var fresh = await guest.PostAsync("/sign-in", ("email", "sam@example.com"), ("password", "quite another phrase"));
        Assert.Equal(HttpStatusCode.Redirect, fresh.StatusCode);
    }

    [Fact]
    public async Task SecondStep_SetUpOnThePage_IsAskedForAndItsSecretsAreShownOnce()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, _) = await site.OwnerAsync();
        using var begun = await owner.PostAsync("/account/totp", ("current-password", WebSite.Password));
        var page = WebUtility.HtmlDecode(await begun.Content.ReadAsStringAsync(Ct));
        Assert.Contains("class=\"qr\"", page, StringComparison.Ordinal);
        var key = new Secret(Key().Match(page).Groups[1].Value);
        using var wrong = await owner.PostAsync("/account/totp/confirm", ("code", "12"));
        Assert.DoesNotContain(key.Reveal(), await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var step = Totp.StepAt(TimeProvider.System.GetUtcNow());
        using var on = await owner.PostAsync("/account/totp/confirm", ("code", Totp.Code(key, step)));
        var codes = Recovery().Matches(await on.Content.ReadAsStringAsync(Ct));
        Assert.Equal(10, codes.Count);
        var guest = site.Nobody();
        using var without = await guest.PostAsync("/sign-in", ("email", "anna@example.com"), ("password", WebSite.Password));
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        using var with = await guest.PostAsync("/sign-in", ("email", "anna@example.com"), ("password", WebSite.Password), ("code", codes[0].Value));
        Assert.Equal(HttpStatusCode.Redirect, with.StatusCode);
        Assert.Contains("9 recovery codes are left", await guest.TextAsync("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_NameLanguageAndSessions_Change()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, _) = await site.OwnerAsync();
        var (elsewhere, _) = await site.AgainAsync();
        using var renamed = await owner.PostAsync("/account", ("name", "안나 <b>"), ("language", "ko"));
        Assert.Equal("/account?done=me", renamed.Headers.Location?.OriginalString);
        var page = await owner.TextAsync("/account");
        Assert.Contains("lang=\"ko\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        using var nameless = await owner.PostAsync("/account", ("name", " "), ("language", "ko"));
        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
        using var ended = await owner.PostAsync("/account/sessions");
        using var gone = await elsewhere.GetAsync("/account");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (ended.StatusCode, gone.StatusCode));
        using var visitor = await (await site.VisitorAsync()).GetAsync("/account");
        Assert.Equal(HttpStatusCode.Forbidden, visitor.StatusCode);
    }

    [Fact]
    public async Task Settings_Saved_AreKeptWrittenDownAndRefusedWithEveryReason()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        var settings = $"/w/{own.Id}/settings";
        (string, string)[] good = [("name", "New name"), ("currency", "usd"), ("rates", "2026-01-02,USD,KRW,1450.5"), ("bands", "crm"), ("review-days", "30"), ("hours-per-lead", "1.5"), ("capacity", "40"), ("keep-days", "0")];
        using var saved = await owner.PostAsync(settings, good);
        Assert.Equal(settings + "?done=saved", saved.Headers.Location?.OriginalString);
        var kept = WorkspaceSettings.Read(Path.Combine(site.Data, own.Folder)).Value;
        Assert.Equal(("USD", "crm", 30, 1.5, 0.4, 0), (kept.Currency, kept.BandScheme, kept.ReviewDays, kept.HoursPerLead, kept.Capacity, kept.KeepUndoneDays));
        Assert.Equal(1450.5m, Assert.Single(kept.ExchangeRates.Rates).Rate);
        using var bad = await owner.PostAsync(settings, ("name", "X"), ("currency", "dollar"), ("rates", "yesterday,USD,KRW,1"), ("bands", "none"), ("review-days", "soon"), ("hours-per-lead", "0"), ("capacity", "900"), ("keep-days", "-1"));
        var text = WebUtility.HtmlDecode(await bad.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.All(new[] { "'DOLLAR' is no currency", "yesterday,USD,KRW,1", "no band scheme 'none'", "'soon' is not a number", "Hours per lead: 0", "900", "'-1' is not a number" }, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Equal(kept, WorkspaceSettings.Read(Path.Combine(site.Data, own.Folder)).Value);
        var trail = await owner.TextAsync(settings + "/audit?what=settings.changed");
        Assert.Contains("currency, rates, bands, review-days, hours-per-lead, capacity, keep-days", trail, StringComparison.Ordinal);
        Assert.DoesNotContain(">renamed the workspace</td>", trail, StringComparison.Ordinal);
        Assert.Contains(">renamed the workspace</td>", await owner.TextAsync(settings + "/audit"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/(invitation|reset)\?t=kd[ir]_\w+")]
    private static partial Regex Link();

    [GeneratedRegex("secret=([A-Z2-7]{32})")]
    private static partial Regex Key();

    [GeneratedRegex("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}")]
    private static partial Regex Recovery();
}
