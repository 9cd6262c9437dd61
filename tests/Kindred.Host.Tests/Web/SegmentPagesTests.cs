using System.Net;
using System.Text.RegularExpressions;
using Kindred.Core.Segments;
using Kindred.Product;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Segments over the real server: a segment is taken to the other pages, its movements and moved budget are shown.</summary>
public sealed partial class SegmentPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Segment_NarrowsTheOtherPages_AndLeadsOutAgain()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        await SmallSample.CopyToAsync(Path.Combine(site.Data, own.Folder));
        var at = $"/w/{own.Id}/";
        var segments = await owner.TextAsync(at + "segments?by=industry&by=country&row=1");
        Assert.Contains("Only this segment:", segments, StringComparison.Ordinal);
        var query = Scope().Match(segments).Groups[1].Value;
        Assert.Contains("segment=industry%3A", query, StringComparison.Ordinal);
        Assert.Contains("segment=country%3A", query, StringComparison.Ordinal);
        var parts = WebUtility.UrlDecode(query.Replace("&amp;", "&", StringComparison.Ordinal)).Split('&').Select(part => part["segment=".Length..].Split(':')[1]).ToArray();
        query = query.Replace("&amp;", "&", StringComparison.Ordinal);

        // The list by segment is the list by its two fields.
        var csv = await owner.TextAsync(at + "accounts.csv?" + query);
        Assert.Equal(await owner.TextAsync(at + $"accounts.csv?industry={parts[0]}&country={parts[1]}"), csv);
        var companies = csv.Trim().Split('\n').Length - 1;
        Assert.InRange(companies, 2, 400);
        Assert.True(companies < (await owner.TextAsync(at + "accounts.csv")).Trim().Split('\n').Length - 1);
        var accounts = await owner.TextAsync(at + "accounts?" + query);
        Assert.Contains($"{companies} companies", accounts, StringComparison.Ordinal);
        Assert.Contains("type=\"hidden\" name=\"segment\"", accounts, StringComparison.Ordinal);
        Assert.Contains($"href=\"{at}accounts\">Show all", accounts, StringComparison.Ordinal);

        foreach (var page in new[] { "leads", "customers", "reading", "success" })
        {
            var all = Rows(await owner.TextAsync(at + page));
            var text = await owner.TextAsync(at + page + "?" + query);
            Assert.Contains("Segment: ", text, StringComparison.Ordinal);
            Assert.True(Rows(text) < all, page);
        }

        var ranked = await owner.TextAsync(at + "customers.csv?" + query);
        Assert.All(ranked.Trim().Split('\n').Skip(1), line => Assert.Contains(line.Split(',')[1], csv, StringComparison.Ordinal));
        Assert.Contains("aria-current=\"true\"", await owner.TextAsync(at + "segments?" + query), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accounts")]
    [InlineData("accounts.csv")]
    [InlineData("leads")]
    [InlineData("customers")]
    [InlineData("customers.csv")]
    [InlineData("reading")]
    [InlineData("success")]
    [InlineData("segments")]
    public async Task WhatIsNoSegment_IsRefusedWithTheReason(string page)
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        await SmallSample.CopyToAsync(Path.Combine(site.Data, own.Folder));
        var at = $"/w/{own.Id}/";
        foreach (var (query, words) in new[] { ("segment=software", "is no segment"), ("segment=mood:good", "cannot be divided by"), ("segment=industry:a&segment=industry:b", "one to three different fields") })
        {
            using var answer = await owner.GetAsync(at + page + "?" + query);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("NaN", await owner.TextAsync(at + page + "?segment=industry:nobody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budget_IsMovedOnAnAssumptionThatIsSaid()
    {
        await using var site = await WebSite.StartAsync();
        var visitor = await site.VisitorAsync();
        var at = $"/w/{(await site.SampleAsync()).Id}/segments?by=size";
        var page = await visitor.TextAsync(at);
        Assert.Contains("How did recurring revenue move?", page, StringComparison.Ordinal);
        Assert.Contains("If the cost to acquire and the win rate stayed the same (assumption)", page, StringComparison.Ordinal);
        var choices = Option().Matches(page[page.IndexOf("id=\"from\"", StringComparison.Ordinal)..page.IndexOf("id=\"to\"", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value).ToArray();
        Assert.InRange(choices.Length, 2, 20);
        Assert.Contains("Choose two different segments", await visitor.TextAsync($"{at}&from={choices[0]}&to={choices[0]}&amount=1000"), StringComparison.Ordinal);
        Assert.Contains("is no amount", await visitor.TextAsync($"{at}&from={choices[0]}&to={choices[1]}&amount=lots"), StringComparison.Ordinal);
        Assert.Contains("above 0", await visitor.TextAsync($"{at}&from={choices[0]}&to={choices[1]}&amount=0"), StringComparison.Ordinal);
        Assert.Contains("customers more", await visitor.TextAsync($"{at}&from={choices[0]}&to={choices[1]}&amount=20,000,000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assumptions_AreSet_Refused_AndTakenBack()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        var folder = Path.Combine(site.Data, own.Folder);
        await SmallSample.CopyToAsync(folder);
        var at = $"/w/{own.Id}/segments";
        var first = await owner.TextAsync(at);
        Assert.Contains("Tunguz (2013)", first, StringComparison.Ordinal);
        var table = Benchmark.Header + "\nown,payback,,,,18,yes,2026,회수는 18개월 안에,Won back within 18 months,Our board";
        using var set = await owner.PostAsync(at + "/settings", [("margin", "60"), ("discount", "12.5%"), ("horizon", "36"), ("benchmarks", table)]);
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        var kept = WorkspaceSettings.Read(folder).Value.Segments;
        Assert.Equal((0.6, 0.125, 36, table), (kept.Margin, kept.DiscountPerYear, kept.HorizonMonths, kept.Benchmarks));
        var changed = await owner.TextAsync(at);
        Assert.Contains("Our board (2026)", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("Tunguz (2013)", changed, StringComparison.Ordinal);
        Assert.Equal(0.6, (await StudyWorkspace.ReadAsync(folder, request => request, Ct)).Value.Request.Margin);

        using var wrong = await owner.PostAsync(at + "/settings", [("margin", "160"), ("discount", "ten"), ("horizon", "3"), ("benchmarks", Benchmark.Header + "\nown,mood,,,,18,yes,2026,a,b,c")]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var said = await wrong.Content.ReadAsStringAsync(Ct);
        foreach (var words in new[] { "The margin: 1.6 cannot be used", "&#x27;ten&#x27; is not a number", "12 to 240", "Row 2 of the benchmarks", "own,mood" })
        {
            Assert.Contains(words, said, StringComparison.Ordinal);
        }

        Assert.Equal(kept, WorkspaceSettings.Read(folder).Value.Segments);
        using var reset = await owner.PostAsync(at + "/settings", [("do", "reset")]);
        Assert.Equal(HttpStatusCode.Redirect, reset.StatusCode);
        Assert.Equal(new SegmentSettings(), WorkspaceSettings.Read(folder).Value.Segments);
    }

    private static int Rows(string page) => RowStart().Count(page);

    [GeneratedRegex("href=\"[^\"]*/accounts\\?([^\"]*)\"")]
    private static partial Regex Scope();

    [GeneratedRegex("<option value=\"(\\d+)\"")]
    private static partial Regex Option();

    [GeneratedRegex("<tr")]
    private static partial Regex RowStart();
}
