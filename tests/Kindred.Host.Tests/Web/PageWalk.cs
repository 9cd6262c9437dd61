using Microsoft.Playwright;

namespace Kindred.Host.Tests.Web;

/// <summary>Walks the app as its owner: every page that the links of a workspace lead to.</summary>
internal static class PageWalk
{
    /// <summary>The owner's browser, so that forms show too.</summary>
    internal static async Task<(IPage Page, PageWatch Watch)> OpenAsync(WebSite site, IBrowserContext context, string language)
    {
        await site.OwnerAsync();
        var page = await context.NewPageAsync();
        var watch = new PageWatch(page, site.Address);
        await page.GotoAsync(new Uri(site.Address, "/sign-in").AbsoluteUri);
        await page.FillAsync("#email", "anna@example.com");
        await page.FillAsync("#password", WebSite.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.GotoAsync(new Uri(site.Address, $"/language?to={language}&back=/").AbsoluteUri);
        return (page, watch);
    }

    /// <summary>Every page the links of the workspace lead to, one of each shape.</summary>
    internal static async Task<IReadOnlyList<string>> PathsAsync(WebSite site, IPage page, string? workspace = null)
    {
        var prefix = $"/w/{workspace ?? (await site.SampleAsync()).Id.Value}/";
        var shapes = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([prefix + "today"]);
        while (open.TryDequeue(out var path) && shapes.Count < 80)
        {
            if (!shapes.TryAdd(Shape(path), path))
            {
                continue;
            }

            await page.GotoAsync(new Uri(site.Address, path).AbsoluteUri);
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]:not([download])')].map(a => a.getAttribute('href'))"))
            {
                var target = link.Split('#')[0];
                if (target.StartsWith(prefix, StringComparison.Ordinal) && !IsFile(target) && !shapes.ContainsKey(Shape(target)))
                {
                    open.Enqueue(target);
                }
            }
        }

        return [.. shapes.Values.Order(StringComparer.Ordinal)];
    }

    private static bool IsFile(string path) => Path.GetExtension(path.Split('?')[0]).Length is > 1 and < 6 || path.Contains("download", StringComparison.Ordinal) || path.Contains("export", StringComparison.Ordinal);

    /// <summary>Two leads are one shape; two filters of one list are one shape.</summary>
    private static string Shape(string path)
    {
        var parts = path.Split('?')[0].Split('/');
        return string.Join('/', parts.Take(4)) + (parts.Length <= 4 ? "" : parts[3] is "leads" or "accounts" or "jobs" ? "/*" + string.Join('/', parts.Skip(5)) : "/" + string.Join('/', parts.Skip(4).Select(part => part.All(char.IsAsciiDigit) ? "*" : part)));
    }
}
