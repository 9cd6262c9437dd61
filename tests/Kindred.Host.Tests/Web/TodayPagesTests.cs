using System.Net;
using Kindred.Core.Members;
using Kindred.Core.Profiles;
using Kindred.Host.Tests.Members;
using Kindred.Product;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>What changed since one's last look, the picks that are offered after a build, what is asked and what is not, sizes in the owner's bands.</summary>
public sealed class TodayPagesTests
{
    [Fact]
    public async Task Changed_SinceTheLastLook_IsEveryPersonsOwn()
    {
        var clock = new TestClock();
        await using var site = await WebSite.StartAsync(withSample: false, clock: clock);
        var (owner, _, own) = await site.OwnerAsync();
        await SmallSample.CopyToAsync(Path.Combine(site.Data, own.Folder));
        var (sales, _, _) = await site.MemberAsync(own, Role.Sales, "lee@example.com");
        var today = $"/w/{own.Id}/today";
        Assert.Contains("In the last 30 days", await owner.TextAsync(today), StringComparison.Ordinal);
        clock.Pass(TimeSpan.FromMinutes(5));
        Assert.Contains("In the last 30 days", await owner.TextAsync(today), StringComparison.Ordinal);
        clock.Pass(TimeSpan.FromDays(2));
        var at = TimeZoneInfo.ConvertTime(clock.GetUtcNow() - TimeSpan.FromDays(2), clock.LocalTimeZone);
        var words = $"Since your last look, {at.DayOfWeek} {at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)}";
        Assert.Contains(words, await owner.TextAsync(today), StringComparison.Ordinal);
        Assert.Contains(words, await owner.TextAsync(today), StringComparison.Ordinal);
        Assert.Contains("In the last 30 days", await sales.TextAsync(today), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_ForTheVisitor_IsSinceTheLastImport()
    {
        await using var site = await WebSite.StartAsync();
        var page = await (await site.VisitorAsync()).TextAsync($"/w/{(await site.SampleAsync()).Id}/today");
        Assert.Contains("Since the last import, ", page, StringComparison.Ordinal);
        Assert.Contains("rows came in from", page, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(site.Data, (await site.SampleAsync()).Folder, "looks.json")));
    }

    [Fact]
    public async Task Changed_LeadsDecidedByOthers_AreCounted()
    {
        await using var site = await WithDataAsync();
        var (owner, _, own) = await site.OwnerAsync();
        var (sales, _, _) = await site.MemberAsync(own, Role.Sales, "lee@example.com");
        var list = await sales.TextAsync($"/w/{own.Id}/leads");
        var start = list.IndexOf($"/w/{own.Id}/leads/", StringComparison.Ordinal);
        using var taken = await sales.PostAsync(list[start..list.IndexOf('"', start)], ("decision", "take"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("Somebody else took or passed one lead.", await owner.TextAsync($"/w/{own.Id}/today"), StringComparison.Ordinal);
        Assert.DoesNotContain("took or passed", await sales.TextAsync($"/w/{own.Id}/today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picks_AreOfferedAfterABuild_UntilSomebodyPicked()
    {
        await using var site = await WithDataAsync();
        var (owner, _, own) = await site.OwnerAsync();
        var (viewer, _, _) = await site.MemberAsync(own, Role.Viewer, "look@example.com");
        const string Offer = "Pick up to ten best customers yourself</a>";
        var link = $"href=\"/w/{own.Id}/customers#picks\"";
        foreach (var path in new[] { "today", "icp?done=built" })
        {
            var page = await owner.TextAsync($"/w/{own.Id}/{path}");
            Assert.Contains(Offer, page, StringComparison.Ordinal);
            Assert.Contains(link, page, StringComparison.Ordinal);
            Assert.DoesNotContain(Offer, await viewer.TextAsync($"/w/{own.Id}/{path}"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Offer, await owner.TextAsync($"/w/{own.Id}/icp"), StringComparison.Ordinal);
        var best = (await owner.TextAsync($"/w/{own.Id}/customers.csv")).Split("\r\n")[1].Split(',')[1];
        using var picked = await owner.PostAsync($"/w/{own.Id}/customers/picks", ("name", best));
        Assert.Equal(HttpStatusCode.Redirect, picked.StatusCode);
        Assert.DoesNotContain(Offer, await owner.TextAsync($"/w/{own.Id}/today"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-pattern", false)]
    [InlineData("insufficient", false)]
    [InlineData("hypotheses", true)]
    public async Task SignOff_IsAskedOnlyWhereThereIsSomethingToAgreeWith(string verdict, bool isAsked)
    {
        await using var site = await WithDataAsync();
        var (owner, _, own) = await site.OwnerAsync();
        var folder = Path.Combine(site.Data, own.Folder);
        ProfileFolder.Write(folder, ProfileFolder.Read(folder).Value with { Verdict = verdict });
        var page = await owner.TextAsync($"/w/{own.Id}/icp");
        Assert.Equal(isAsked, page.Contains("action=\"/w/" + own.Id + "/icp/sign\"", StringComparison.Ordinal));
        Assert.Equal(!isAsked, page.Contains("There is nothing to agree with yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Icp_WithACore_HasTheQuestionsBehindADisclosure()
    {
        await using var site = await WithDataAsync();
        var (owner, _, own) = await site.OwnerAsync();
        var folder = Path.Combine(site.Data, own.Folder);
        var profile = ProfileFolder.Read(folder).Value;
        var open = await owner.TextAsync($"/w/{own.Id}/icp");
        Assert.Contains("id=\"questions\"", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Show 10 questions", open, StringComparison.Ordinal);
        ProfileFolder.Write(folder, profile with { Verdict = "proven", Core = profile.Hypotheses[0], Hypotheses = [] });
        var page = WebUtility.HtmlDecode(await owner.TextAsync($"/w/{own.Id}/icp"));
        Assert.Contains("<summary>Show 10 questions</summary>", page, StringComparison.Ordinal);
        Assert.Contains(Banks.Shipped["decision-maker-interview"].Items[0].Text.En, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bands_OfTheSettings_AreTheColumnsAndTheFilter()
    {
        await using var site = await WithDataAsync();
        var (owner, _, own) = await site.OwnerAsync();
        var at = $"/w/{own.Id}/";
        Assert.Contains("<option value=\"200\">200–999 (", WebUtility.HtmlDecode(await owner.TextAsync(at + "accounts")), StringComparison.Ordinal);
        using var saved = await owner.PostAsync(at + "settings", ("name", "Anna & Co"), ("currency", ""), ("rates", ""), ("bands", "crm"), ("review-days", "90"), ("hours-per-lead", "2"), ("capacity", ""), ("keep-days", "30"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = WebUtility.HtmlDecode(await owner.TextAsync(at + "accounts?size=201"));
        Assert.Contains("<option value=\"201\" selected", page, StringComparison.Ordinal);
        Assert.Contains("<td>201-500</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>51-200</td>", page, StringComparison.Ordinal);
        Assert.Contains("51-200", await owner.TextAsync(at + "customers"), StringComparison.Ordinal);
        var csv = await owner.TextAsync(at + "accounts.csv?size=201");
        Assert.All(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.Contains(",201-500,", line, StringComparison.Ordinal));
    }

    /// <summary>A site whose owner has the small company's data as their own.</summary>
    private static async Task<WebSite> WithDataAsync()
    {
        var site = await WebSite.StartAsync(withSample: false);
        var (_, _, own) = await site.OwnerAsync();
        await SmallSample.CopyToAsync(Path.Combine(site.Data, own.Folder));
        return site;
    }
}
