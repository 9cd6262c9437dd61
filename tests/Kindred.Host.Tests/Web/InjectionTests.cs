using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>T36 at the level of HTTP: scripts in every imported name, through the real import, on every page that can be reached. That none runs in a browser is another test's.</summary>
public sealed partial class InjectionTests
{
    private const int MostPages = 400;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_OfAnImportFullOfScripts_ShowThemAsText()
    {
        Assert.True(Payloads.Count >= 60);
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        using var settings = await owner.PostAsync("/account", ("name", Payloads.Of(30, "member")), ("language", "en"));
        using var renamed = await owner.PostAsync($"/w/{own.Id}/settings", ("name", Payloads.Of(35, "workspace")), ("currency", ""), ("rates", ""), ("bands", "worksheet"), ("review-days", "90"), ("hours-per-lead", "2"), ("capacity", ""), ("keep-days", "30"));
        Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);
        using var dropped = await owner.UploadAsync($"/w/{own.Id}/data/import", [.. Payloads.Exports()]);
        Assert.Equal(HttpStatusCode.Redirect, dropped.StatusCode);
        var drop = dropped.Headers.Location!.OriginalString;
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> wrong = [];
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        await LookAsync(drop, await WaitAsync(owner, drop));
        await LookAsync(drop + "/mapping", await WaitAsync(owner, drop + "/mapping"));
        using var go = await owner.PostAsync(drop + "/go");
        var job = go.Headers.Location!.OriginalString;
        for (var i = 0; i < 600 && !(await owner.TextAsync(job + "/state")).Contains("\"ended\":true", StringComparison.Ordinal); i++)
        {
            await Task.Delay(200, Ct);
        }

        Assert.Contains("\"state\":\"done\"", await owner.TextAsync(job + "/state"), StringComparison.Ordinal);

        // Every page that a link leads to, and the rail's; of lists of one kind, some.
        Queue<string> open = new(["/", "/account", $"/w/{own.Id}/today", $"/w/{own.Id}/data", $"/w/{own.Id}/icp", $"/w/{own.Id}/leads", $"/w/{own.Id}/settings/audit", job + "?stay=1", "/nope/" + Uri.EscapeDataString(Payloads.Of(2, "path"))]);
        HashSet<string> known = new(open, StringComparer.Ordinal);
        var pages = 0;
        while (open.TryDequeue(out var path) && pages < MostPages)
        {
            using var answer = await owner.GetAsync(path);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var html = await answer.Content.ReadAsStringAsync(Ct);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
            pages++;
            await LookAsync(path, html);
            foreach (var link in Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(link => link.StartsWith('/') && !link.StartsWith("/assets", StringComparison.Ordinal) && !link.StartsWith("/language", StringComparison.Ordinal)))
            {
                var kind = Digits().Replace(link.Split('?')[0], "#");
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                if (kinds[kind] <= 12 && known.Add(link))
                {
                    open.Enqueue(link);
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(pages >= 12, $"only {pages} pages were reached");
        Assert.True(seen.Count >= 60, $"only {seen.Count} payloads were shown: the test shows little");
        TestContext.Current.TestOutputHelper?.WriteLine($"{pages} pages, {seen.Count} payloads shown");

        Task LookAsync(string path, string html)
        {
            foreach (Match mark in Mark().Matches(html))
            {
                seen.Add(mark.Value);
            }

            // In our own markup every "<" begins one of our elements; a payload's is written &lt;.
            foreach (Match tag in Tag().Matches(html))
            {
                if (Mark().IsMatch(Attribute().Replace(tag.Value, "")) || Handler().IsMatch(Attribute().Replace(tag.Value, "$1")) || Address().IsMatch(tag.Value))
                {
                    wrong.Add($"{path}: {tag.Value}");
                }
            }

            wrong.AddRange(Script().Matches(html).Where(script => !OurScript().IsMatch(script.Value)).Select(script => $"{path}: {script.Value}"));
            return Task.CompletedTask;
        }
    }

    /// <summary>Reading takes a moment; the page says so until it is done.</summary>
    private static async Task<string> WaitAsync(Browser browser, string path)
    {
        var html = await browser.TextAsync(path);
        for (var i = 0; i < 100 && html.Contains("data-reload", StringComparison.Ordinal); i++)
        {
            await Task.Delay(200, Ct);
            html = await browser.TextAsync(path);
        }

        return html;
    }

    [GeneratedRegex("x\\((company|industry|owner|extra|first|last|title|deal|dealowner|lost|lead|source|leadowner|file|head|member|workspace|path)[0-9]+\\)|evil/(company|owner|first|last|title|deal|lead|source|file|head)[0-9]+")]
    private static partial Regex Mark();

    [GeneratedRegex("<[a-zA-Z!/?%][^<>]*>")]
    private static partial Regex Tag();

    /// <summary>Values in double quotes are ours alone: a quote within is written &amp;quot;.</summary>
    [GeneratedRegex("(\\s[a-zA-Z:-]+)=\"[^\"]*\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("\\son[a-z]+", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex("(href|src|action|formaction)=\"\\s*(javascript|data|vbscript):", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("<script[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex("^<script type=\"module\" src=\"/assets/[^\"<>]+\">$")]
    private static partial Regex OurScript();

    [GeneratedRegex("href=\"([^\"#]+)")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
