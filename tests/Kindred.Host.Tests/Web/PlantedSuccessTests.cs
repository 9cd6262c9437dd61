using System.Net;
using System.Text.RegularExpressions;
using Kindred.Core.Basics;
using Kindred.Core.Success;
using Kindred.Host.Tests.Members;
using Kindred.Product;
using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>What was planted about customers of the invented company stands in the words of the page, in both languages, with amounts and levels as people read them.</summary>
public sealed partial class PlantedSuccessTests(FullSample sample, Chromium chromium) : IClassFixture<FullSample>, IClassFixture<Chromium>
{
    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots")).FullName;

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Page_ShowsWhatWasPlanted(string language)
    {
        var ko = language == "ko";
        var snapshot = await sample.SnapshotAsync();
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        await sample.CopyToAsync(Path.Combine(site.Data, own.Folder));
        using var said = await owner.PostAsync("/account", ("name", "Anna"), ("language", language));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var at = $"/w/{own.Id}/";
        var html = await owner.TextAsync(at + "success");
        var page = Plain(html);
        var nameOf = snapshot.Facts!.Companies.ToDictionary(company => company.Key, company => company.Name, StringComparer.Ordinal);
        var study = SuccessWorkspace.Of(snapshot).Value;

        // A fall in use, and what followed it: 27 % against 4 % over many companies; this one's own counts stand on the page.
        var fall = study.Model.Fall!;
        Assert.True(fall.AfterFall!.Value.Low > fall.Otherwise!.Value.High);
        Assert.Contains(ko ? $"준 달 뒤에는 90일 안에 {Share(fall.FallenLeft, fall.Fallen)} (" : $"in the key feature, {Share(fall.FallenLeft, fall.Fallen)} (", page, StringComparison.Ordinal);
        Assert.Contains(ko ? $"아니면 {Share(fall.OthersLeft, fall.Others)} (" : $"otherwise {Share(fall.OthersLeft, fall.Others)} (", page, StringComparison.Ordinal);

        // Six fell silent, by name; the list stands under its own heading.
        var silent = Between(page, ko ? "조용해진 고객 6곳" : "6 customers fell silent", ko ? "건강이 낮은 고객" : "Poorest health");
        foreach (var key in await sample.PlantedAsync("silent"))
        {
            Assert.Contains(nameOf[key] + ": ", silent, StringComparison.Ordinal);
        }

        // Four stories told, and candidates that are others.
        var stories = Between(page, ko ? "누가 성공 사례가 될까요?" : "Who becomes a success story?", ko ? "떠났지만 다시 볼 고객" : "that left and are worth another look");
        foreach (var key in await sample.PlantedAsync("successStories"))
        {
            Assert.Contains((ko ? "사례 " : "Story ") + nameOf[key] + ": ", stories, StringComparison.Ordinal);
        }

        Assert.Contains(ko ? "다음 후보 " : "Candidate ", stories, StringComparison.Ordinal);

        // Five that left, grew since and adopted HubSpot.
        var back = Between(page, ko ? "떠났지만 다시 볼 고객" : "that left and are worth another look", ko ? "누구를 자동으로 돌볼까요?" : "Who can be automated?");
        foreach (var key in await sample.PlantedAsync("grewAfterLeaving"))
        {
            var line = Between(back, nameOf[key] + ": ", "HubSpot");
            Assert.Contains(ko ? "직원이 늘었어요" : "Has grown since it left", line, StringComparison.Ordinal);
            Assert.True(line.Length < 250, line);
        }

        // Renewals in each of the next three months.
        Assert.All(study.Renewals.Skip(1).Take(3), month => Assert.Matches($"{Format.Date(month.Month)[..7]} {Format.Whole(month.Renewals.Count)} ", page));
        Assert.All(study.Renewals.Skip(1).Take(3), month => Assert.NotEmpty(month.Renewals));

        // Every tier's tasks have a day.
        var tasks = Between(page, ko ? "다음 할 일" : "Next tasks", ko ? "팀마다 가져갈 목록" : "Lists for the teams");
        Assert.All("ABC", tier => Assert.Matches($@"\d{{4}}-\d{{2}}-\d{{2}} \[{tier}\]", tasks));

        // Lists in the reader's language.
        foreach (var (list, header) in new[] { ("sales", ko ? "종류,회사 번호" : "kind,company_id"), ("marketing", ko ? "종류,회사 번호" : "kind,company_id"), ("product", ko ? "회사 번호,회사" : "company_id,company"), ("tasks", ko ? "기한,회사 번호" : "due,company_id") })
        {
            Assert.Contains($"/success/{list}.csv", html, StringComparison.Ordinal);
            Assert.StartsWith(header, (await owner.TextAsync(at + $"success/{list}.csv")).TrimStart('\uFEFF'), StringComparison.Ordinal);
        }

        // Amounts and levels as people read them.
        Assert.Contains(ko ? "만 원" : "₩", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" KRW", page, StringComparison.Ordinal);
        Assert.Contains("title=\"₩", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        foreach (var account in study.AtRisk.Take(3).Select(customer => customer.Account).Append(study.Stories[0].Account))
        {
            var review = Plain(await owner.TextAsync(at + $"success/review/{Format.Whole(account)}"));
            Assert.DoesNotContain(" KRW", review, StringComparison.Ordinal);
            Assert.Contains(ko ? "만 원" : "₩", review, StringComparison.Ordinal);
            foreach (var words in new[] { review, Plain(await owner.TextAsync(at + $"accounts/{Format.Whole(account)}")) })
            {
                Assert.DoesNotMatch(ko ? "(업종|산업):? (software|commerce|fintech|manufacturing|services)" : "(industry|sector):? (software|commerce|fintech|manufacturing|services)", words);
            }
        }

        Assert.DoesNotMatch(ko ? "(업종|산업): (software|commerce|fintech|manufacturing|services)" : "(industry|sector): (software|commerce|fintech|manufacturing|services)", page);
    }

    [Fact]
    public async Task Alerts_OverWeeksAndARestart_StayWithinTheBudget()
    {
        _ = await sample.SnapshotAsync();
        var clock = new TestClock();
        var data = Directory.CreateTempSubdirectory("kindred-alerts-").FullName;
        try
        {
            string folder, at, first, firstDay = "2026-11-22";
            await using (var site = await WebSite.StartAsync(withSample: false, clock: clock, data: data))
            {
                var (owner, _, own) = await site.OwnerAsync();
                folder = Path.Combine(data, own.Folder);
                at = $"/w/{own.Id}/";
                await sample.CopyToAsync(folder);
                File.Delete(Path.Combine(folder, "INVENTED.txt"));
                (WorkspaceSettings.Read(folder).Value with { AlertsPerWeek = 1 }).Write(folder);
                var page = WebUtility.HtmlDecode(await owner.TextAsync(at + "success"));
                Assert.Contains("Alerts raised in the last 7 days: 1 (at most 1 a week)", page, StringComparison.Ordinal);
                Assert.Contains("the next place comes free on 2026-11-29", page, StringComparison.Ordinal);
                first = Assert.Single(AlertLog.Read(folder)).Company;

                // Three days later nothing is new: the same one stands, with its day.
                clock.Pass(TimeSpan.FromDays(3));
                page = WebUtility.HtmlDecode(await (await site.AgainAsync()).Browser.TextAsync(at + "success"));
                Assert.Contains($"<td>{firstDay}</td>", page, StringComparison.Ordinal);
                Assert.Single(AlertLog.Read(folder));
            }

            await using (var site = await WebSite.StartAsync(withSample: false, clock: clock, data: data))
            {
                var owner = await SignInAsync(site);
                Assert.Contains($"<td>{firstDay}</td>", await owner.TextAsync(at + "success"), StringComparison.Ordinal);
                Assert.Single(AlertLog.Read(folder));

                // The week is over: the next in the line, and not the one already told of.
                clock.Pass(TimeSpan.FromDays(5));
                owner = await SignInAsync(site);
                Assert.Contains("<td>2026-11-30</td>", await owner.TextAsync(at + "success"), StringComparison.Ordinal);
                var log = AlertLog.Read(folder);
                Assert.Equal(2, log.Count);
                Assert.NotEqual(first, log[1].Company);
                clock.Pass(TimeSpan.FromDays(7));
                owner = await SignInAsync(site);
                Assert.Contains("<td>2026-12-07</td>", await owner.TextAsync(at + "success"), StringComparison.Ordinal);
                Assert.Equal(3, AlertLog.Read(folder).Select(raised => raised.Company).Distinct().Count());
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }

        static async Task<Browser> SignInAsync(WebSite site)
        {
            var browser = site.Nobody();
            using var answer = await browser.PostAsync("/sign-in", ("email", "anna@example.com"), ("password", WebSite.Password));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return browser;
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task ReviewSheet_IsOneFileOfItsOwn_AndOnePrintedPage(string language)
    {
        var snapshot = await sample.SnapshotAsync();
        var study = SuccessWorkspace.Of(snapshot).Value;
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        await sample.CopyToAsync(Path.Combine(site.Data, own.Folder));
        using var said = await owner.PostAsync("/account", ("name", "Anna"), ("language", language));
        await using var context = await chromium.ContextAsync(language);
        var page = await context.NewPageAsync();
        // The fullest sheets: most tasks, most at risk, a story; and a customer of tier C.
        int[] shown = [.. study.Tasks.CountBy(task => task.Account).OrderByDescending(pair => pair.Value).Take(2).Select(pair => pair.Key), study.AtRisk[0].Account, study.Stories[0].Account, study.Customers.First(customer => customer.Place.Tier == Tier.C).Account];
        foreach (var account in shown.Distinct())
        {
            var at = $"/w/{own.Id}/success/review/{Format.Whole(account)}";
            Assert.Contains(at + ".html", await owner.TextAsync(at), StringComparison.Ordinal);
            using var answer = await owner.GetAsync(at + ".html");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.EndsWith("-2026-11-21.html", answer.Content.Headers.ContentDisposition.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName!.Trim('"'), StringComparison.Ordinal);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
            Assert.Contains(snapshot.Facts!.Companies[account].Name, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
            Assert.DoesNotMatch("<script|<link|<img| src=|href=\"(?!#)|@import|url\\((?!#)", html);
            await page.SetContentAsync(html);
            var pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true, Path = Path.Combine(Pictures, $"qbr-{language}-{Format.Whole(account)}.pdf") });
            Assert.Equal(1, Pages().Count(System.Text.Encoding.Latin1.GetString(pdf)));
        }

        using var nobody = await owner.GetAsync($"/w/{own.Id}/success/review/999999.html");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    private static string Share(int left, int n) => Format.Percent((double)left / n);

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{from}' is not on the page");
        var end = text.IndexOf(to, start, StringComparison.Ordinal);
        Assert.True(end >= 0, $"'{to}' does not follow '{from}'");
        return text[start..end];
    }

    /// <summary>The words of a page: no tags, one space between words.</summary>
    private static string Plain(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Replace(" :", ":", StringComparison.Ordinal);

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Pages();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
