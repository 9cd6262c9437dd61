using System.Net;
using Kindred.Core.Leads;
using Kindred.Product;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Reading, personas and campaigns over the real server: what they show, the one rule, campaigns in and out.</summary>
public sealed class ReadingPagesTests
{
    [Fact]
    public async Task Rule_SwitchedOn_IsKeptAndOtherSettingsKeepIt()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, own) = await site.OwnerAsync();
        var folder = Path.Combine(site.Data, own.Folder);
        await SmallSample.CopyToAsync(folder);
        var at = $"/w/{own.Id}/";
        Assert.Contains("May engagement count?", await owner.TextAsync(at + "reading"), StringComparison.Ordinal);
        using var set = await owner.PostAsync(at + "reading/rule", ("use", "trigger"), ("ignored", "partner.example"));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal((EngagementUse.Trigger, "partner.example"), WorkspaceSettings.Read(folder).Value is var settings ? (settings.Engagement, settings.IgnoredReaders) : default);
        using var wrong = await owner.PostAsync(at + "reading/rule", ("use", "always"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("There is no rule &#x27;always&#x27;", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(EngagementUse.Trigger, WorkspaceSettings.Read(folder).Value.Engagement);

        // Everybody sees the rule; only who may change settings can switch it.
        Assert.Contains("Engagement enters no score", await (await site.VisitorAsync()).TextAsync($"/w/{(await site.SampleAsync()).Id}/reading"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Campaign_Added_IsShownAndRemoved()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, own) = await site.OwnerAsync();
        await SmallSample.CopyToAsync(Path.Combine(site.Data, own.Folder));
        var at = $"/w/{own.Id}/campaigns";
        using var refused = await owner.PostAsync(at, ("name", ""), ("from", "yesterday"), ("to", "2026-03-10"), ("cost", "much"), ("currency", "KRW"), ("members", "nobody"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var text in new[] { "Give the campaign a name", "is not a date", "cannot be read. Write it like 3000000", "There is no e-mail address" })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }

        using var added = await owner.PostAsync(at, ("name", "Spring <b>"), ("channel", "mail"), ("from", "2026-03-01"), ("to", "2026-03-10"), ("cost", "300,000"), ("currency", "KRW"), ("members", "a@x.example\nb@x.example"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var shown = await owner.TextAsync(at);
        Assert.Contains("0 of 2 replied", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Spring <b>", shown, StringComparison.Ordinal);
        using var removed = await owner.PostAsync(at + "/remove", ("name", "Spring <b>"));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Contains("No campaign yet", await owner.TextAsync(at), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_AnswerVisitorsAndSayWhatIsNotThere()
    {
        await using var site = await WebSite.StartAsync();
        var visitor = await site.VisitorAsync();
        var at = $"/w/{(await site.SampleAsync()).Id}/";
        foreach (var page in new[] { "reading", "reading?state=core&sector=software&group=finance-lead", "reading?state=none&group=none", "personas", "campaigns", "campaigns?name=none", "leads?sort=engagement" })
        {
            using var answer = await visitor.GetAsync(at + page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, page + ": " + answer.StatusCode);
        }

        using var missing = await visitor.GetAsync(at + "reading/document?id=none");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
