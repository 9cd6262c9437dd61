using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Every page in a real browser: in both languages and three widths nothing sticks out, nothing fails, nothing leaves the host; light and dark pass axe. Pictures of all of them lie in artifacts/screenshots.</summary>
public sealed class EveryPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly int[] Widths = [1280, 390, 360];

    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots")).FullName;

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Pages_OfTheSample_FitAndLoadNothingFromOutside(string language)
    {
        await using var site = await WebSite.StartAsync();
        await using var context = await chromium.ContextAsync(language);
        var (page, watch) = await PageWalk.OpenAsync(site, context, language);
        var trouble = new List<string>();
        var paints = new List<double>();
        foreach (var path in await PageWalk.PathsAsync(site, page))
        {
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, width > 600 ? 800 : 844);
                var answer = await page.GotoAsync(new Uri(site.Address, path).AbsoluteUri);
                if (answer!.Status != 200)
                {
                    trouble.Add($"{answer.Status} {path}");
                    break;
                }

                if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                {
                    trouble.Add($"sticks out at {width}: {path}");
                }

                if (await page.Locator("html").GetAttributeAsync("lang") != language)
                {
                    trouble.Add($"wrong language: {path}");
                }

                paints.Add(await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"));
                if (width != 360)
                {
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, Name(site, path, language, width)), FullPage = true });
                }
            }
        }

        paints.Sort();
        await File.WriteAllTextAsync(Path.Combine(Pictures, $"first-contentful-paint-{language}.txt"), $"median {paints[paints.Count / 2]:F0} ms, slowest {paints[^1]:F0} ms over {paints.Count} pages", TestContext.Current.CancellationToken);
        Assert.True(trouble.Count == 0, string.Join('\n', trouble));
        Assert.True(watch.Seen.Count == 0, string.Join('\n', watch.Seen));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_OfTheSample_HaveNoSeriousAxeViolation(ColorScheme scheme)
    {
        await using var site = await WebSite.StartAsync();
        await using var context = await chromium.ContextAsync("ko");
        var (page, _) = await PageWalk.OpenAsync(site, context, "ko");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        var script = new BundledAxeScriptProvider().GetScript();
        var found = new List<string>();
        foreach (var path in (await PageWalk.PathsAsync(site, page)).Append("/").Append("/sign-in"))
        {
            await page.GotoAsync(new Uri(site.Address, path).AbsoluteUri);
            await page.EvaluateAsync(script);
            var result = await page.EvaluateAsync<JsonElement>("axe.run({ resultTypes: ['violations'] })");
            found.AddRange(result.GetProperty("violations").EnumerateArray()
                .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(violation => $"{path}: {violation.GetProperty("id").GetString()} {violation.GetProperty("nodes")[0].GetProperty("html").GetString()}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Pages_WithoutScripts_StillShowAndFilter()
    {
        await using var site = await WebSite.StartAsync();
        await using var context = await chromium.ContextAsync("en", scripts: false);
        var (page, _) = await PageWalk.OpenAsync(site, context, "en");
        var sample = (await site.SampleAsync()).Id.Value;
        await page.GotoAsync(new Uri(site.Address, $"/w/{sample}/leads").AbsoluteUri);
        var all = await page.Locator("table.rows tbody tr").CountAsync();
        await page.FillAsync("#q", await page.InnerTextAsync("table.rows tbody tr >> nth=0 >> a"));
        await page.ClickAsync("form.filters button[type=submit]");
        var found = await page.Locator("table.rows tbody tr").CountAsync();
        Assert.InRange(found, 1, all - 1);
        Assert.Contains("q=", page.Url, StringComparison.Ordinal);
    }

    private static string Name(WebSite site, string path, string language, int width)
    {
        _ = site;
        var name = string.Concat(string.Join('_', path.Split('/').Skip(3)).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' ? letter : '_'));
        return $"{(name.Length > 60 ? name[..60] : name)}-{language}-{width}.png";
    }
}
