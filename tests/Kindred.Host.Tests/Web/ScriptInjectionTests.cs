using System.Text;
using Kindred.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Hostile text in every imported field, on every page, in a real browser: nothing runs, and nothing even tries to (the policy reports no violation).</summary>
public sealed class ScriptInjectionTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Payloads =
    [
        "<script>window.__ran=1</script>", "<img src=x onerror=window.__ran=1>", "\"><svg onload=window.__ran=1>", "'><details open ontoggle=window.__ran=1>", "<iframe srcdoc='<script>parent.__ran=1</script>'>",
        "javascript:window.__ran=1", "<a href=javascript:window.__ran=1>x</a>", "</title><script>window.__ran=1</script>", "</textarea><script>window.__ran=1</script>", "<style>@import'//evil.example'</style>",
        "<base href=//evil.example>", "<meta http-equiv=refresh content='0;url=//evil.example'>", "<form action=//evil.example><button>", "<math><mtext><mglyph><style><img src onerror=window.__ran=1>", "<!--><img src=x onerror=window.__ran=1>-->",
        "{{constructor.constructor('window.__ran=1')()}}", "${window.__ran=1}", "<svg><animate onbegin=window.__ran=1 attributeName=x dur=1s>", "<body onload=window.__ran=1>", "<input autofocus onfocus=window.__ran=1>",
        "&lt;script&gt;window.__ran=1&lt;/script&gt;", "\u202Etpircs\u202C<script>window.__ran=1</script>", "<object data=javascript:window.__ran=1>", "<link rel=stylesheet href=//evil.example>", "<marquee onstart=window.__ran=1>",
    ];

    [Fact]
    public async Task Text_OfEveryField_RunsOnNoPage()
    {
        await using var site = await WebSite.StartAsync();
        var (_, _, own) = await site.OwnerAsync();
        var folder = site.Services.GetRequiredService<WorkspaceDesk>().FolderOf(own);
        await ImportAsync(folder);
        await using var context = await chromium.ContextAsync("en");
        var (page, watch) = await PageWalk.OpenAsync(site, context, "en");
        var paths = await PageWalk.PathsAsync(site, page, own.Id.Value);
        Assert.True(paths.Count >= 8, string.Join('\n', paths));
        var shown = 0;
        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(site.Address, path).AbsoluteUri);
            Assert.False(await page.EvaluateAsync<bool>("'__ran' in window"), path);
            shown += (await page.InnerTextAsync("body")).Contains("__ran", StringComparison.Ordinal) ? 1 : 0;
        }

        // The texts are there to be read: a page that dropped them would prove nothing.
        Assert.True(shown >= 2, "No page shows the hostile text.");
        Assert.True(watch.Seen.Count == 0, string.Join('\n', watch.Seen));
    }

    private static async Task ImportAsync(string folder)
    {
        var exports = Directory.CreateTempSubdirectory("kindred-xss-").FullName;
        try
        {
            string Cell(int i) => '"' + Payloads[i % Payloads.Length].Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
            var deals = new StringBuilder("Deal ID,Deal Name,Company Name,Deal Stage,Pipeline,Create Date,Close Date,Amount,Deal Owner,Lead Source,Industry,Employees\n");
            for (var i = 0; i < 160; i++)
            {
                var day = new DateOnly(2025, 1, 6).AddDays(i * 2);
                deals.Append(System.Globalization.CultureInfo.InvariantCulture, $"D{i},{Cell(i)},{Cell(i)},{(i % 4 == 0 ? "Closed Won" : "Closed Lost")},New Business,{day:yyyy-MM-dd},{day.AddDays(30):yyyy-MM-dd},{1000 + i},{Cell(i + 3)},{Cell(i + 7)},{Cell(i % 3)},{20 + i}\n");
            }

            await File.WriteAllTextAsync(Path.Combine(exports, "deals.csv"), deals.ToString());
            var leads = new StringBuilder("Lead ID,First Name,Last Name,Email,Company,Title,Lead Owner,Created Date\n");
            for (var i = 0; i < Payloads.Length; i++)
            {
                leads.Append(System.Globalization.CultureInfo.InvariantCulture, $"L{i},{Cell(i)},{Cell(i + 1)},p{i}@example.com,{Cell(i)},{Cell(i + 2)},{Cell(i + 3)},2025-11-0{1 + i % 9}\n");
            }

            await File.WriteAllTextAsync(Path.Combine(exports, "leads.csv"), leads.ToString());
            await SmallSample.BuildAsync(folder, exports);
        }
        finally
        {
            Directory.Delete(exports, recursive: true);
        }
    }
}
