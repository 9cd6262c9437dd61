using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>The pages of corrections with something to correct, in a real browser: answered by mouse, nothing sticks out, axe passes. Pictures lie in artifacts/screenshots.</summary>
public sealed class CorrectionPicturesTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("ko", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task Corrections_ByMouse_FitAndPassAxe(string language, ColorScheme scheme)
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (_, _, own) = await CorrectionPagesTests.SmallFilesAsync(site);
        await using var context = await chromium.ContextAsync(language);
        var (page, watch) = await PageWalk.OpenAsync(site, context, language);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        var at = new Uri(site.Address, $"/w/{own.Id}/").AbsoluteUri;

        await page.GotoAsync(at + "data/matching");
        await LookAsync(page, "matching-waiting-" + language);
        await page.CheckAsync("#same-0");
        await page.ClickAsync("form[action$='/data/matching'] button");
        await page.WaitForURLAsync("**/data/matching?done=decided");
        await LookAsync(page, "matching-decided-" + language);

        await page.GotoAsync(at + "data/standards");
        await page.ClickAsync(".titles summary >> nth=0");
        await LookAsync(page, "titles-" + language);
        await page.SelectOptionAsync(".titles select[name=function] >> nth=0", "Finance");
        await page.ClickAsync(".titles form button >> nth=0");
        await page.WaitForURLAsync("**/data/standards?done=title*");
        await LookAsync(page, "titles-said-" + language);

        await page.GotoAsync(at + "data/fields");
        await page.SelectOptionAsync("select[name='level.4'] >> nth=0", "AfterOutcome");
        await page.ClickAsync("form[action$='/data/fields'] button >> nth=0");
        await page.WaitForURLAsync("**/data/fields?done=levels");
        await LookAsync(page, "fields-" + language);
        Assert.Empty(watch.Seen);
    }

    private static Task LookAsync(IPage page, string name) => PictureLook.AtAsync(page, "corrections-" + name);
}
