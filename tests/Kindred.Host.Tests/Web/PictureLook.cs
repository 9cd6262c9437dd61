using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Looks at a page as it stands: nothing sticks out on a screen or a telephone, axe passes, and pictures of it lie in artifacts/screenshots.</summary>
internal static class PictureLook
{
    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots")).FullName;

    /// <summary>Where a picture lies.</summary>
    internal static string PathOf(string file) => Path.Combine(Pictures, file);

    /// <summary>Looks at it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Name of its pictures.</param>
    /// <param name="isFull">Whether the picture shows the page to its end; a page whose parts load when scrolled to is shown as its first screenful.</param>
    internal static async Task AtAsync(IPage page, string name, bool isFull = true)
    {
        foreach (var width in new[] { 1280, 360 })
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{name} sticks out at {width}");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = isFull });
        }

        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var result = await page.EvaluateAsync<JsonElement>("axe.run({ resultTypes: ['violations'] })");
        Assert.Empty(result.GetProperty("violations").EnumerateArray().Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical").Select(violation => $"{name}: {violation.GetProperty("id").GetString()} {violation.GetProperty("nodes")[0].GetProperty("html").GetString()}"));
        await page.SetViewportSizeAsync(1280, 800);
    }
}
