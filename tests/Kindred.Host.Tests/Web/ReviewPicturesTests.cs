using System.Text.RegularExpressions;
using Kindred.Core.Basics;
using Kindred.Host.Tests.Members;
using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>An open review with all its forms in a real browser, then the same one decided; and the sheet for the board on paper: one page of A4. Pictures lie in artifacts/screenshots.</summary>
public sealed partial class ReviewPicturesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly TimeSpan ToTheReview = TimeSpan.FromDays(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ko", ColorScheme.Light)]
    [InlineData("ko", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task Review_OpenAndDecided_FitsAndPassesAxe(string language, ColorScheme scheme)
    {
        var clock = new TestClock();
        clock.Pass(ToTheReview);
        await using var site = await WebSite.StartAsync(clock: clock);
        var (workspace, entry, open) = await ReviewStory.WriteAsync(site);
        await using var context = await chromium.ContextAsync(language);
        var (page, watch) = await PageWalk.OpenAsync(site, context, language);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        var at = new Uri(site.Address, $"/w/{entry.Id}/review").AbsoluteUri;
        foreach (var part in new[] { "", "/decide", "/trials", "/trials?ask=sales-feedback.objections&cut=60", "/note", "/log", "/board", "/on/" + Format.Date(open.DueOn.AddDays(-90)) })
        {
            Assert.Equal(200, (await page.GotoAsync(at + part))!.Status);
            await LookAsync(page, "open" + Name(part), language, scheme);
        }

        // The forms of an open review are there, and a change on too few outcomes is refused in place.
        await page.GotoAsync(at + "/decide");
        Assert.Equal(open.Draft!.Checklist.Count, await page.Locator("form[action$='/review/answers']").CountAsync());
        await page.CheckAsync("#kind-adjust");
        await page.FillAsync("#why", "현장의 느낌이에요.");
        await page.ClickAsync("form[action$='/review/decision'] button");
        Assert.Equal(language == "ko" ? 1 : 0, await page.GetByText("필요 40건").CountAsync() > 0 ? 1 : 0);
        Assert.Equal("현장의 느낌이에요.", await page.InputValueAsync("#why"));
        await LookAsync(page, "refused", language, scheme);

        await ReviewStory.DecideAsync(workspace, open);
        foreach (var part in new[] { "", "/decide", "/log", "/on/" + Format.Date(open.DueOn) })
        {
            Assert.Equal(200, (await page.GotoAsync(at + part))!.Status);
            await LookAsync(page, "decided" + Name(part), language, scheme);
        }

        Assert.DoesNotContain(watch.Seen, line => !line.Contains("400", StringComparison.Ordinal));
    }

    /// <summary>What the board decides by is on it: the verdict, the bands, drift, the trial, the decision with its reason, and who signed.</summary>
    [Theory]
    [InlineData("ko", "점수가 높을수록 더 계약했나요?", "들어오는 회사", "성공률", "시험", "고쳐요: 김도현", "영업: 김도현", "마케팅: 동의를 기다려요")]
    [InlineData("en", "Do higher scores win more?", "What comes in", "Win rates", "Trials", "adjust: 김도현", "Sales: 김도현", "Marketing: waiting")]
    public async Task Board_OnPaper_IsOnePageOfA4(string language, params string[] essential)
    {
        var clock = new TestClock();
        clock.Pass(ToTheReview);
        await using var site = await WebSite.StartAsync(clock: clock);
        var (workspace, entry, open) = await ReviewStory.WriteAsync(site);
        await using var context = await chromium.ContextAsync(language);
        var (page, _) = await PageWalk.OpenAsync(site, context, language);
        var at = new Uri(site.Address, $"/w/{entry.Id}/review/board").AbsoluteUri;
        await OnPaperAsync(page, at, "open-" + language);
        await ReviewStory.DecideAsync(workspace, open);
        var text = await OnPaperAsync(page, at + "?on=" + Format.Date(open.DueOn), "decided-" + language);
        Assert.All([open.Draft!.Headline.In(language == "ko" ? Language.Korean : Language.English), .. essential], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("작은 회사도 잘 남아서", text, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".sheet figure").CountAsync());

        // A review with more of everything that has no bound of its own fits too, and says how much more there is.
        await ReviewStory.CrowdAsync(workspace, open);
        text = await OnPaperAsync(page, at + "?on=" + Format.Date(open.DueOn), "crowded-" + language);
        Assert.Contains(language == "ko" ? "점검 화면에 9개가 더 있어요." : "9 more on the review page.", text, StringComparison.Ordinal);
    }

    /// <summary>Prints it; one page of 210 × 297 mm.</summary>
    /// <returns>What it says.</returns>
    private static async Task<string> OnPaperAsync(IPage page, string at, string name)
    {
        Assert.Equal(200, (await page.GotoAsync(at))!.Status);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Light });
        var pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true, Path = PictureLook.PathOf($"review-board-{name}.pdf") });
        var objects = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Single(PageObject().Matches(objects));
        var box = MediaBox().Match(objects);
        Assert.InRange(double.Parse(box.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 594, 596);
        Assert.InRange(double.Parse(box.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), 841, 843);
        return await page.InnerTextAsync("main");
    }

    private static Task LookAsync(IPage page, string name, string language, ColorScheme scheme) => PictureLook.AtAsync(page, $"review-{name}-{language}-{(scheme == ColorScheme.Dark ? "dark" : "light")}");

    private static string Name(string part) => NotAName().Replace(part, "-").TrimEnd('-');

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();

    [GeneratedRegex(@"/MediaBox\s*\[0 0 ([0-9.]+) ([0-9.]+)\]")]
    private static partial Regex MediaBox();

    [GeneratedRegex("[^a-z]+")]
    private static partial Regex NotAName();
}
