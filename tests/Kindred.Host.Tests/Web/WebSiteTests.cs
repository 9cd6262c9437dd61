using System.Net;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>The harness itself: a server that answers, with people of every kind.</summary>
public sealed class WebSiteTests
{
    [Fact]
    public async Task Start_WithTheSample_ShowsItToVisitorOwnerAndNobodyAsTheyMay()
    {
        await using var site = await WebSite.StartAsync();
        var today = $"/w/{(await site.SampleAsync()).Id}/today";
        using var nobody = await site.Nobody().GetAsync(today);
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?back=" + Uri.EscapeDataString(today)), (nobody.StatusCode, nobody.Headers.Location?.OriginalString));
        using var visitor = await (await site.VisitorAsync()).GetAsync(today);
        Assert.Equal(HttpStatusCode.OK, visitor.StatusCode);
        Assert.Contains("Invented company", await visitor.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var (owner, _, own) = await site.OwnerAsync();
        using var data = await owner.GetAsync($"/w/{own.Id}/data");
        Assert.Equal(HttpStatusCode.OK, data.StatusCode);
    }
}
