using System.Net;
using System.Text;
using Kindred.Core.Conditions;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>What people correct after an import: which companies are one, what titles mean, what columns describe.</summary>
public sealed class CorrectionPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pairs_Answered_AreJoinedKeptAndCanBeTakenBack()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, caller, own) = await SmallFilesAsync(site);
        var at = $"/w/{own.Id}/data/matching";
        Assert.Contains("2 pairs may be one company each", await owner.TextAsync(at), StringComparison.Ordinal);
        using var answered = await owner.PostAsync(at, ("one.0", "id:1"), ("other.0", "id:2"), ("say.0", "same"), ("one.1", "id:3"), ("other.1", "id:4"), ("say.1", "different"));
        Assert.Equal(at + "?done=decided", answered.Headers.Location?.OriginalString);
        var page = WebUtility.HtmlDecode(await owner.TextAsync(at));
        Assert.Contains("No company waits for a check", page, StringComparison.Ordinal);
        Assert.Contains("Summit Bank · Orchid Foods", page, StringComparison.Ordinal);
        Assert.Contains("<td>Anna</td>", page, StringComparison.Ordinal);
        Assert.Contains("3 companies", await owner.TextAsync($"/w/{own.Id}/data"), StringComparison.Ordinal);
        var trail = (await site.Members.Audit.ReadAsync(new AuditQuery(own.Id), caller, Ct)).Value;
        Assert.Contains(trail, entry => entry is { Action: "match.decided", Subject: "Summit Bank / Orchid Foods", Detail: "same" });

        using var late = await owner.PostAsync(at, ("one.0", "id:1"), ("other.0", "id:2"), ("say.0", "different"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var undone = await owner.PostAsync(at + "/undo", ("one", "id:1"), ("other", "id:2"));
        Assert.Equal(at + "?done=undone", undone.Headers.Location?.OriginalString);
        Assert.Contains("One pair may be one company", await owner.TextAsync(at), StringComparison.Ordinal);
        using var twice = await owner.PostAsync(at + "/undo", ("one", "id:1"), ("other", "id:2"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        using var nothing = await owner.PostAsync(at, ("one.0", "id:1"), ("other.0", "id:2"), ("say.0", ""));
        Assert.Contains("matching.no-answer", await nothing.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairs_Decided_HoldForTheNextFileToo()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await SmallFilesAsync(site);
        using var answered = await owner.PostAsync($"/w/{own.Id}/data/matching", ("one.0", "id:3"), ("other.0", "id:4"), ("say.0", "same"));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        await ImportAsync(site, own, ("companies-2.csv", "Record ID,Company name,Company Domain Name,Industry\n9,New Firm,new.example,Retail\n"));
        Assert.Contains("4 companies", await owner.TextAsync($"/w/{own.Id}/data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Titles_Corrected_AreReadThatWay()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, caller, own) = await SmallFilesAsync(site);
        var at = $"/w/{own.Id}/data/standards";
        Assert.Contains("The titles of 1 of 3 people are understood", await owner.TextAsync(at), StringComparison.Ordinal);
        using var wrong = await owner.PostAsync(at + "/titles", ("title", "Grand Wizard"), ("function", "-"), ("level", "Unknown"));
        Assert.Contains("standards.title-meaning", await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var missing = await owner.PostAsync(at + "/titles", ("title", "Nobody"), ("function", "Finance"), ("level", "Chief"));
        Assert.Equal(HttpStatusCode.Conflict, missing.StatusCode);
        using var said = await owner.PostAsync(at + "/titles", ("title", "Grand Wizard"), ("function", "Finance"), ("level", "Chief"));
        Assert.Equal(at + "?done=title#titles", said.Headers.Location?.OriginalString);
        var page = WebUtility.HtmlDecode(await owner.TextAsync(at));
        Assert.Contains("The titles of 3 of 3 people are understood", page, StringComparison.Ordinal);
        Assert.Contains("set by Anna", page, StringComparison.Ordinal);
        using var undone = await owner.PostAsync(at + "/titles/undo", ("title", "Grand Wizard"));
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Contains("The titles of 1 of 3 people are understood", await owner.TextAsync(at), StringComparison.Ordinal);
        var trail = (await site.Members.Audit.ReadAsync(new AuditQuery(own.Id), caller, Ct)).Value;
        Assert.Contains(trail, entry => entry is { Action: "title.stated", Subject: "Grand Wizard", Detail: "Finance × Chief" });
        Assert.Contains(trail, entry => entry is { Action: "title.taken-back" });
    }

    [Fact]
    public async Task Levels_CorrectedAfterTheImport_HoldAndSayWhoSetThem()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await SmallFilesAsync(site);
        var at = $"/w/{own.Id}/data/fields";
        using var saved = await owner.PostAsync(at, ("table", "companies.csv"), ("column.4", "Mood"), ("level.4", "AfterOutcome"));
        Assert.Equal(at + "?done=levels", saved.Headers.Location?.OriginalString);
        Assert.Contains("set by Anna on", await owner.TextAsync(at), StringComparison.Ordinal);
        var snapshot = (await site.Services.GetRequiredService<WorkspaceDesk>().SnapshotAsync(own, Ct)).Value;
        Assert.Equal(FieldLevel.AfterOutcome, snapshot.Mapping!.Tables.Single(table => table.Table == "companies.csv").Columns[4].Level);
        Assert.DoesNotContain(snapshot.Fields, field => field.Name.Contains("ood", StringComparison.Ordinal));
        using var gone = await owner.PostAsync(at, ("table", "nope.csv"), ("column.4", "Mood"), ("level.4", "Company"));
        Assert.Equal(HttpStatusCode.Conflict, gone.StatusCode);
        using var moved = await owner.PostAsync(at, ("table", "companies.csv"), ("column.4", "Industry"), ("level.4", "Company"));
        Assert.Equal(at, moved.Headers.Location?.OriginalString);
    }

    /// <summary>Two pairs that look alike, and a title nobody understands.</summary>
    internal static async Task<(Browser Owner, Caller Caller, WorkspaceEntry Own)> SmallFilesAsync(WebSite site)
    {
        var (owner, caller, own) = await site.OwnerAsync();
        await ImportAsync(
            site, own,
            ("companies.csv", "Record ID,Company name,Company Domain Name,Industry,Mood\n1,Summit Bank,group.com,Banking,glad\n2,Orchid Foods,group.com,Food,sad\n3,Lake,lake.com,SaaS,glad\n4,Lake,lake.co.kr,Retail,sad\n"),
            ("contacts.csv", "Record ID,First Name,Last Name,Email,Job Title\n1,A,B,a@lake.com,Grand Wizard\n2,C,D,c@lake.com,CEO\n3,E,F,e@lake.com,Grand Wizard\n"));
        return (owner, caller, own);
    }

    private static async Task ImportAsync(WebSite site, WorkspaceEntry own, params (string Name, string Text)[] files)
    {
        var desk = site.Services.GetRequiredService<WorkspaceDesk>();
        var folder = Directory.CreateTempSubdirectory("kindred-drop-");
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text, Encoding.UTF8, Ct);
        }

        Assert.True((await ImportDropped.RunAsync((await desk.OpenAsync(own, Ct)).Value, folder.FullName, null, Ct)).IsAccepted);
        folder.Delete(recursive: true);
        desk.Changed(own.Id);
    }
}
