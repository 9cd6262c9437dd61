using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>The page of long work in a real browser.</summary>
public sealed class JobPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Job_WhoseStateIsAnsweredByAnotherPageOrByNobody_IsAskedAboutAgainAndGoesOnToItsResult()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (_, _, own) = await site.OwnerAsync();
        await SmallSample.CopyToAsync(Path.Combine(site.Data, own.Folder));
        await using var context = await chromium.ContextAsync("en");
        var (page, _) = await PageWalk.OpenAsync(site, context, "en");
        var asked = 0;
        await page.RouteAsync("**/jobs/*/state", route => ++asked switch
        {
            1 => route.FulfillAsync(new RouteFulfillOptions { Status = 202, ContentType = "text/html", Body = "<!DOCTYPE html><title>Opening</title>" }),
            2 => route.AbortAsync(),
            3 => route.FulfillAsync(new RouteFulfillOptions { Status = 200, ContentType = "application/json", Body = "not json" }),
            _ => route.ContinueAsync(),
        });
        await page.GotoAsync(new Uri(site.Address, $"/w/{own.Id}/data").AbsoluteUri);
        await page.ClickAsync("form[action$='/build'] button");
        await page.WaitForURLAsync("**/icp?done=built", new PageWaitForURLOptions { Timeout = 240_000 });
        Assert.True(asked > 3, $"asked {asked} times");
    }
}
