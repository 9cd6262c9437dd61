using System.Globalization;
using Kindred.Core.Engagement;
using Kindred.Documents.Sharing;
using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Documents;

/// <summary>T32: people's sessions in a real browser whose truth is known, with the browser's clock and the server's moved together. KINDRED_SESSIONS sets how many.</summary>
public sealed class ReadingTimeTests
{
    private const string Agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly DateTime Start = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sessions_OfKnownTruth_AreMeasuredWithinTheirBound()
    {
        var sessions = int.Parse(Environment.GetEnvironmentVariable("KINDRED_SESSIONS") ?? "8", CultureInfo.InvariantCulture);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var (worst, human) = (0.0, 0);
        for (var seed = 0; seed < sessions; seed++)
        {
            await using var links = await LinkSite.StartAsync(pages: 6);
            var (truth, story) = await PlayAsync(browser, links, new Random(seed));
            var visits = await links.VisitsAsync();
            Assert.True(visits.Count == 1, $"session {seed} ({story}): {visits.Count} visits");
            human += visits[0].Class == VisitClass.Human ? 1 : 0;
            foreach (var (page, seconds) in truth)
            {
                var found = visits[0].Pages.FirstOrDefault(entry => entry.Page == page)?.ActiveSeconds ?? 0;
                var error = Math.Abs(found - seconds);
                worst = Math.Max(worst, error);
                Assert.True(error <= Math.Max(1.5, seconds * 0.05), $"session {seed} ({story}): page {page} has {found:F2} s, truth {seconds:F2} s");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{sessions} sessions, worst error {worst:F2} s, {human} human");
        Assert.Equal(sessions, human);
    }

    [Fact]
    public async Task Overnight_ATabLeftOpen_CreditsHalfAMinute()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        await using var links = await LinkSite.StartAsync(pages: 6);
        var (page, context) = await OpenAsync(browser, links, await links.LinkAsync());
        await using var owned = context;
        for (var hour = 0; hour < 8; hour++)
        {
            // The machine sleeps, wakes, and nobody touches it.
            links.Clock.Pass(TimeSpan.FromHours(1));
            await page.Clock.FastForwardAsync(3_600_000);
            await StepAsync(links, page, 10);
        }

        await page.CloseAsync();
        var visit = Assert.Single(await links.VisitsAsync());
        Assert.InRange(visit.ActiveSeconds, 0, 30);
        Assert.NotEqual(VisitClass.Human, visit.Class);
    }

    [Fact]
    public async Task Opening_InRealTime_ShowsThePageSoonAndMeasuresIt()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        await using var links = await LinkSite.StartAsync(pages: 6);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { UserAgent = Agent, Locale = "ko-KR" });
        var page = await context.NewPageAsync();
        var link = await links.LinkAsync();
        await page.GotoAsync(new Uri(links.Site.Address, "/v/" + link.Token).AbsoluteUri);
        await page.WaitForSelectorAsync("[data-view]");
        var paint = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1");
        TestContext.Current.TestOutputHelper?.WriteLine($"first page visible after {paint:F0} ms");
        for (var i = 0; i < 6; i++)
        {
            await page.Mouse.MoveAsync(200 + i, 200 + i);
            await Task.Delay(1_000, Ct);
        }

        await page.GotoAsync("about:blank");
        for (var i = 0; i < 50 && (await links.VisitsAsync()).Count == 0; i++)
        {
            await Task.Delay(100, Ct);
        }

        var visit = Assert.Single(await links.VisitsAsync());
        Assert.Equal(VisitClass.Human, visit.Class);
        Assert.InRange(visit.ActiveSeconds, 4.5, 9);
    }

    /// <summary>Plays a random story: reading, idling, hiding, leaving the window, losing the network, and an end.</summary>
    private static async Task<(Dictionary<int, double> Truth, string Story)> PlayAsync(IBrowser browser, LinkSite links, Random random)
    {
        var (page, context) = await OpenAsync(browser, links, await links.LinkAsync());
        await using var owned = context;
        var truth = new Dictionary<int, double>();
        var story = new List<string>();
        for (var part = 0; part < 7; part++)
        {
            var seconds = random.Next(4, 20);
            await page.Keyboard.PressAsync(random.Next(3) > 0 ? "ArrowRight" : "ArrowLeft");
            await Task.Delay(250, Ct);
            var shares = await page.EvaluateAsync<double[][]>("(() => { const all = [...document.querySelectorAll('[data-page]')].map(s => { const b = s.getBoundingClientRect(); return [Number(s.dataset.page), Math.max(0, Math.min(innerHeight, b.bottom) - Math.max(0, b.top)) * Math.max(0, Math.min(innerWidth, b.right) - Math.max(0, b.left))]; }).filter(x => x[1] > 0); const sum = all.reduce((a, x) => a + x[1], 0); return all.map(x => [x[0], x[1] / sum]); })()");
            var kind = part == 0 ? 0 : random.Next(5);
            story.Add($"{kind}:{seconds}");
            var active = (double)seconds;
            switch (kind)
            {
                case 1:
                    seconds += 40;
                    active = 30;
                    break;
                case 2:
                    await ShowAsync(page, "hidden");
                    active = 0;
                    break;
                case 3:
                    await page.EvaluateAsync("document.hasFocus = () => false; dispatchEvent(new Event('blur'))");
                    active = 0;
                    break;
                case 4:
                    await context.SetOfflineAsync(true);
                    break;
                default:
                    break;
            }

            await StepAsync(links, page, seconds);
            foreach (var share in shares)
            {
                truth[(int)share[0]] = truth.GetValueOrDefault((int)share[0]) + (active * share[1]);
            }

            await (kind switch
            {
                2 => ShowAsync(page, "visible"),
                3 => page.EvaluateAsync("document.hasFocus = () => true; dispatchEvent(new Event('focus'))"),
                4 => context.SetOfflineAsync(false),
                _ => Task.CompletedTask,
            });
        }

        // The last beats go out; then the tab is closed, in good order or killed.
        if (random.Next(2) == 0)
        {
            await ShowAsync(page, "hidden");
            story.Add("hidden");
        }
        else
        {
            story.Add("killed");
        }

        await Task.Delay(300, Ct);
        await page.CloseAsync();
        await Task.Delay(200, Ct);
        return (truth, string.Join(' ', story));
    }

    private static async Task<(IPage Page, IBrowserContext Context)> OpenAsync(IBrowser browser, LinkSite links, ShareLink link)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { UserAgent = Agent, Locale = "ko-KR", ReducedMotion = ReducedMotion.Reduce, ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync(new ClockInstallOptions { TimeDate = Start });
        var started = page.WaitForResponseAsync(response => response.Url.EndsWith("/start", StringComparison.Ordinal));
        await page.GotoAsync(new Uri(links.Site.Address, "/v/" + link.Token).AbsoluteUri);
        Assert.Equal(200, (await started).Status);
        await Task.Delay(200, Ct);
        await page.Clock.PauseAtAsync(Start.AddMinutes(1));
        links.Clock.Pass(TimeSpan.FromMinutes(1));
        return (page, context);
    }

    /// <summary>Time passes on both sides, a beat's length at a time.</summary>
    private static async Task StepAsync(LinkSite links, IPage page, int seconds)
    {
        for (var left = seconds * 1000; left > 0; left -= 2_500)
        {
            var step = Math.Min(left, 2_500);
            links.Clock.Pass(TimeSpan.FromMilliseconds(step));
            await page.Clock.RunForAsync(step);
            await Task.Delay(20, Ct);
        }
    }

    private static Task ShowAsync(IPage page, string state) => page.EvaluateAsync($"Object.defineProperty(document, 'visibilityState', {{ configurable: true, get: () => '{state}' }}); document.dispatchEvent(new Event('visibilitychange'))");

    private static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "Chromium is not installed (Debian: apt-get install chromium)");
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-blink-features=AutomationControlled"] });
    }
}
