using System.Net;
using Kindred.Core.Members;
using Kindred.Product;
using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>The page about running customers over the real server: the four questions, the review sheet, the lists, the settings.</summary>
public sealed class SuccessPagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots")).FullName;

    [Fact]
    public async Task Page_AnswersTheFourQuestions()
    {
        await using var site = await WebSite.StartAsync();
        var visitor = await site.VisitorAsync();
        var at = $"/w/{(await site.SampleAsync()).Id}/";
        var page = await visitor.TextAsync(at + "success");
        foreach (var text in new[] { "Who first?", "Who becomes a success story?", "Who is at risk of leaving?", "Who can be automated?", "renewals in the next three months", "Invented company" })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("How much can you look after?", page, StringComparison.Ordinal);
        using var none = await visitor.GetAsync(at + "success/review/999999");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Settings_AreKeptByBothPages_AndRefusedWithReasons()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, own) = await site.OwnerAsync();
        var folder = Path.Combine(site.Data, own.Folder);
        await SmallSample.CopyToAsync(folder);
        var at = $"/w/{own.Id}/";
        Assert.Contains("How much can you look after?", await owner.TextAsync(at + "success"), StringComparison.Ordinal);
        (string, string)[] points = [("usage-trend", "35"), ("breadth", "15"), ("tickets", "10"), ("payment", "15"), ("sponsor", "15"), ("engagement", "10"), ("survey", "0")];
        using var set = await owner.PostAsync(at + "success/settings", [("tier-a", "3"), ("tier-b", "4"), ("alerts", "1"), .. points]);
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal((3, 4, 1), WorkspaceSettings.Read(folder).Value is var settings ? (settings.TierA, settings.TierB, settings.AlertsPerWeek) : default);
        Assert.Contains("usage-trend=35", WorkspaceSettings.Read(folder).Value.HealthPoints, StringComparison.Ordinal);
        using var wrong = await owner.PostAsync(at + "success/settings", [("tier-a", "many"), ("tier-b", "4"), ("alerts", "5000"), .. points[..6], ("survey", "20")]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var said = await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("is not a number", said, StringComparison.Ordinal);
        Assert.Contains("0 to 1,000", said, StringComparison.Ordinal);
        Assert.Contains("add up to 120", said, StringComparison.Ordinal);
        Assert.Equal(3, WorkspaceSettings.Read(folder).Value.TierA);

        foreach (var list in SuccessLists.Names)
        {
            var text = await owner.TextAsync(at + $"success/{list}.csv");
            Assert.Contains("company_id", text, StringComparison.Ordinal);
        }

        using var nothing = await owner.GetAsync(at + "success/other.csv");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task EmptyWorkspace_SaysWhatToAdd()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        Assert.Contains("Add a file of subscriptions or invoices", await owner.TextAsync($"/w/{own.Id}/success"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Pages_FitBothWidths(string language)
    {
        await using var site = await WebSite.StartAsync();
        await using var context = await chromium.ContextAsync(language);
        var (page, watch) = await PageWalk.OpenAsync(site, context, language);
        var at = $"/w/{(await site.SampleAsync()).Id.Value}/";
        await page.GotoAsync(new Uri(site.Address, at + "success").AbsoluteUri);
        var review = await page.Locator("a[href*='/success/review/']").First.GetAttributeAsync("href");
        foreach (var (name, path) in new[] { ("success", at + "success"), ("success-review", review!) })
        {
            foreach (var width in new[] { 1280, 390 })
            {
                await page.SetViewportSizeAsync(width, width > 600 ? 800 : 844);
                var answer = await page.GotoAsync(new Uri(site.Address, path).AbsoluteUri);
                Assert.Equal(200, answer!.Status);
                Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), name + " sticks out at " + width.ToString(System.Globalization.CultureInfo.InvariantCulture));
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{name}-{language}-{width.ToString(System.Globalization.CultureInfo.InvariantCulture)}.png"), FullPage = true });
            }
        }

        Assert.Empty(watch.Seen);
    }
}
