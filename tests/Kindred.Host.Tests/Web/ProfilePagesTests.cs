using System.Net;
using Kindred.Core.Members;
using Kindred.Product;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Profile, patterns, customers and today over HTTP: who may what, and what forms do.</summary>
public sealed class ProfilePagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stated_ByAnAnalyst_MakesAVersionThatSalesMayNotMake()
    {
        await using var site = await WithDataAsync();
        var (_, _, own) = await site.OwnerAsync();
        var (analyst, _, _) = await site.MemberAsync(own, Role.Analyst, "kim@example.com");
        var (sales, _, _) = await site.MemberAsync(own, Role.Sales, "lee@example.com");
        using var refused = await sales.PostAsync($"/w/{own.Id}/icp/state", ("version", "1"), ("row", "budget"), ("text", "A lot"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var stated = await analyst.PostAsync($"/w/{own.Id}/icp/state", ("version", "1"), ("row", "budget"), ("text", "<b>Team lead</b> decides"));
        Assert.Equal($"/w/{own.Id}/icp?done=stated#profile", stated.Headers.Location?.OriginalString);
        var page = await analyst.TextAsync($"/w/{own.Id}/icp");
        Assert.Contains("&lt;b&gt;Team lead&lt;/b&gt; decides", page, StringComparison.Ordinal);
        Assert.Contains("team's statement · kim", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Profile v2", page, StringComparison.Ordinal);
        Assert.Contains("An earlier version. v2 is in use.", await analyst.TextAsync($"/w/{own.Id}/icp/v/1"), StringComparison.Ordinal);

        // Who looked at version 1 all the while is told, and keeps what was typed.
        using var late = await analyst.PostAsync($"/w/{own.Id}/icp/state", ("version", "1"), ("row", "value"), ("text", "Typed long ago"));
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        var answer = await late.Content.ReadAsStringAsync(Ct);
        Assert.Contains("v2 has come out since", answer, StringComparison.Ordinal);
        Assert.Contains("Typed long ago", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_ByTheOwner_StandsOnThePageAndInTheTrail()
    {
        await using var site = await WithDataAsync();
        var (owner, caller, own) = await site.OwnerAsync();
        using var signed = await owner.PostAsync($"/w/{own.Id}/icp/sign", ("version", "1"), ("role", "sales"));
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        Assert.Contains("Waiting for marketing to agree", await owner.TextAsync($"/w/{own.Id}/icp"), StringComparison.Ordinal);
        var trail = (await site.Members.Audit.ReadAsync(new AuditQuery(own.Id), caller, Ct)).Value;
        Assert.Contains(trail, entry => entry is { Action: "profile.signed", Subject: "v1", Detail: "sales" });
    }

    [Fact]
    public async Task Picks_OfTheOwner_StandBesideTheComputedRanks()
    {
        await using var site = await WithDataAsync();
        var (owner, _, own) = await site.OwnerAsync();
        var text = await owner.TextAsync($"/w/{own.Id}/customers.csv");
        var rows = text.Split("\r\n");
        Assert.StartsWith("rank,company_id,company,", rows[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        var best = rows[1].Split(',')[1].Trim('"');
        using var picked = await owner.PostAsync($"/w/{own.Id}/customers/picks", ("name", best), ("name", ""));
        Assert.Equal($"/w/{own.Id}/customers?done=picked#picks", picked.Headers.Location?.OriginalString);
        Assert.Contains("1 of your 1 picks are in the computed top ten", await owner.TextAsync($"/w/{own.Id}/customers"), StringComparison.Ordinal);
        using var unknown = await owner.PostAsync($"/w/{own.Id}/customers/picks", ("name", "Nobody GmbH"));
        Assert.Contains("&#x27;Nobody GmbH&#x27; is not among the customers", await unknown.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Builder_ConditionsInTheAddress_AreCounted()
    {
        await using var site = await WebSite.StartAsync();
        var sample = (await site.SampleAsync()).Id;
        var visitor = await site.VisitorAsync();
        var page = WebUtility.HtmlDecode(await visitor.TextAsync($"/w/{sample}/patterns/build?f1=sector&w1=software&f2=employees&from2=50&to2=200"));
        Assert.Contains("How often did software companies with 50–200 people sign?", page, StringComparison.Ordinal);
        Assert.Contains("not corrected for the number of tries", page, StringComparison.Ordinal);
        Assert.Contains("cannot be a condition", await visitor.TextAsync($"/w/{sample}/patterns/build?f1=loss-reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tour_FromTheStart_LeadsOverRealPagesToOnesOwnData()
    {
        await using var site = await WebSite.StartAsync();
        var sample = (await site.SampleAsync()).Id;
        var visitor = await site.VisitorAsync();
        var ends = new List<string>();
        for (var step = 1; step <= 4; step++)
        {
            using var to = await visitor.GetAsync($"/w/{sample}/tour/{step}");
            var address = to.Headers.Location!.OriginalString;
            ends.Add(address[(address.IndexOf(sample.Value, StringComparison.Ordinal) + sample.Value.Length + 1)..]);
            var page = await visitor.TextAsync(address);
            Assert.Contains($"<span class=\"step\">{step}/4</span>", page, StringComparison.Ordinal);
            Assert.Contains(step < 4 ? $"/w/{sample}/tour/{step + 1}" : "href=\"/create-owner\"", page, StringComparison.Ordinal);
        }

        Assert.Equal(["icp?tour=1", "customers?view=left&tour=2"], ends[..2]);
        Assert.StartsWith("leads/", ends[2], StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"tour\"", await visitor.TextAsync($"/w/{sample}/icp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_ForWhoMayExport_AreTheProfileInEveryForm()
    {
        await using var site = await WithDataAsync();
        var (owner, _, own) = await site.OwnerAsync();
        var (viewer, _, _) = await site.MemberAsync(own, Role.Viewer, "look@example.com");
        using var refused = await viewer.GetAsync($"/w/{own.Id}/icp/files/icp.json");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(ProfileFolder.Read(Path.Combine(site.Data, own.Folder)).Value.ToJson(), await owner.TextAsync($"/w/{own.Id}/icp/files/icp.json"));
        Assert.StartsWith("<!DOCTYPE html>", await owner.TextAsync($"/w/{own.Id}/icp/files/report.html"), StringComparison.Ordinal);
        Assert.Contains("company_id,company,domain,state", await owner.TextAsync($"/w/{own.Id}/icp/files/targets.csv"), StringComparison.Ordinal);
        using var unknown = await owner.GetAsync($"/w/{own.Id}/icp/files/secrets.txt");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Today_StepTickedByHand_StaysTicked()
    {
        await using var site = await WithDataAsync();
        var (owner, _, own) = await site.OwnerAsync();
        Assert.Contains("value=\"seven-steps.channels\"", await owner.TextAsync($"/w/{own.Id}/today"), StringComparison.Ordinal);
        using var ticked = await owner.PostAsync($"/w/{own.Id}/today/steps", ("step", "seven-steps.channels"), ("mark", "done"));
        Assert.Equal(HttpStatusCode.Redirect, ticked.StatusCode);
        Assert.Equal("seven-steps.channels", Assert.Single(StepMarks.Read(Path.Combine(site.Data, own.Folder))).Step);
        using var refused = await owner.PostAsync($"/w/{own.Id}/today/steps", ("step", "seven-steps.scorecard"), ("mark", "done"));
        Assert.Contains("is not ticked by hand", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    /// <summary>A site whose owner has the small company's data as their own.</summary>
    private static async Task<WebSite> WithDataAsync()
    {
        var site = await WebSite.StartAsync(withSample: false);
        var (_, _, own) = await site.OwnerAsync();
        await SmallSample.CopyToAsync(Path.Combine(site.Data, own.Folder));
        return site;
    }
}
