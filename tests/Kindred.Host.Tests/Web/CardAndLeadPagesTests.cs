using System.Net;
using System.Text.RegularExpressions;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Reviews;
using Kindred.Product;
using Kindred.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Scorecard, companies, leads and CRM files over the real server.</summary>
public sealed partial class CardAndLeadPagesTests
{
    private static async Task<(Browser Owner, WorkspaceEntry Own, string Folder, string At)> OwnerWithDataAsync(WebSite site)
    {
        var (owner, _, own) = await site.OwnerAsync();
        var folder = Path.Combine(site.Data, own.Folder);
        await SmallSample.CopyToAsync(folder);
        return (owner, own, folder, $"/w/{own.Id}/");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LeadCards_ShowTheStoriesLikeThem_OrSayWhyNot()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, folder, at) = await OwnerWithDataAsync(site);
        using var workspace = Kindred.Storage.Workspace.OpenForReading(folder).Value;
        var snapshot = await WorkspaceSnapshot.ReadAsync(workspace, folder, null, TestContext.Current.CancellationToken);
        var lookalikes = SuccessWorkspace.Lookalikes(snapshot).Value;
        Assert.NotEmpty(lookalikes.Stories);
        var leads = snapshot.Leads!.Leads.Where(lead => lead.Account >= 0).ToLookup(lead => lookalikes.Silence(lead.Account) is null);
        Assert.True(leads[true].Count() > 50);
        foreach (var lead in leads[true].Take(3))
        {
            var page = WebUtility.HtmlDecode(await owner.TextAsync(at + "leads/" + lead.Id));
            Assert.Contains("Success stories most like it", page, StringComparison.Ordinal);
            Assert.Contains("Alike does not mean it will succeed", page, StringComparison.Ordinal);
            Assert.All(lookalikes.Of(lead.Account), like => Assert.Contains(snapshot.Facts!.Companies[like.Account].Name, page, StringComparison.Ordinal));
            Assert.Contains(lookalikes.Of(lead.Account)[0].Alike[0].Said.En, page, StringComparison.Ordinal);
            Assert.True(page.IndexOf("alike-h", StringComparison.Ordinal) < page.IndexOf("history-h", StringComparison.Ordinal));
        }

        foreach (var lead in leads[false].Take(2))
        {
            Assert.Contains(lookalikes.Silence(lead.Account)!.En, WebUtility.HtmlDecode(await owner.TextAsync(at + "leads/" + lead.Id)), StringComparison.Ordinal);
        }
    }

    private static string Seen(string html) => SeenField().Match(html).Groups[1].Value;

    [Fact]
    public async Task Pages_OfCardsCompaniesAndCrm_AnswerVisitors()
    {
        await using var site = await WebSite.StartAsync();
        var visitor = await site.VisitorAsync();
        var at = $"/w/{(await site.SampleAsync()).Id}/";
        foreach (var page in new[] { "scorecard", "scorecard?cut=40", "scorecard?version=1", "accounts", "accounts?q=a&sort=value&order=desc", "accounts/0", "leads", "leads?who=free", "leads-crm", "leads-crm?for=salesforce", "leads-feedback" })
        {
            using var answer = await visitor.GetAsync(at + page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, page + ": " + answer.StatusCode);
        }

        foreach (var (page, status) in new[] { ("scorecard/edit?field=employees", HttpStatusCode.Forbidden), ("accounts/999999", HttpStatusCode.NotFound), ("scorecard?version=77", HttpStatusCode.NotFound) })
        {
            using var answer = await visitor.GetAsync(at + page);
            Assert.True(answer.StatusCode == status, page + ": " + answer.StatusCode);
        }
    }

    [Fact]
    public async Task Erase_ByAnOwner_TakesTheRecordAndTheChainsStillFit()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, own, _, at) = await OwnerWithDataAsync(site);
        var (analyst, _, _) = await site.MemberAsync(own, Role.Analyst, "kim@example.com");
        var desk = site.Services.GetRequiredService<WorkspaceDesk>();
        var workspace = (await desk.OpenAsync(own, Ct)).Value;
        var leads = (await desk.SnapshotAsync(own, Ct)).Value.Leads!.Leads;
        var (lead, other) = (leads.First(one => one.Email is not null), leads.Last());
        var page = at + "leads/" + Uri.EscapeDataString(lead.Id);
        foreach (var one in new[] { lead, other })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync(at + "leads/" + Uri.EscapeDataString(one.Id), ("decision", "take"))).StatusCode);
        }

        var note = new MondayNote(new DateOnly(2026, 11, 23), Wording.Same("note"), [], [new NoteLead(lead.Id, lead.Name, 80, Wording.Same("core")), new NoteLead(other.Id, other.Name, 70, Wording.Same("core"))], Wording.Same("?"), null);
        await workspace.Reviews.AddAsync([new ReviewEntry(0, "note:2026-11-23", ReviewEntryKind.Due, ReviewJson.Write(note), null, DateTimeOffset.UnixEpoch)], Ct);

        // Only owners see the link and the page.
        Assert.DoesNotContain("/erase\"", await analyst.TextAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(page + "/erase")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync(page + "/erase")).StatusCode);
        Assert.Contains("/erase\"", await owner.TextAsync(page), StringComparison.Ordinal);
        var ask = WebUtility.HtmlDecode(await owner.TextAsync(page + "/erase"));
        Assert.Contains("This cannot be undone.", ask, StringComparison.Ordinal);
        Assert.Contains(lead.Email!, ask, StringComparison.Ordinal);
        Assert.Contains("Rows of imported files.", ask, StringComparison.Ordinal);

        using var erased = await owner.PostAsync(page + "/erase");
        Assert.Equal(at + "leads?done=erased", erased.Headers.Location?.OriginalString);
        Assert.Contains("The record was deleted.", await owner.TextAsync(at + "leads?done=erased"), StringComparison.Ordinal);
        Assert.Empty(await workspace.Leads.ScoresAsync(lead.Id, Ct));
        Assert.Empty(await workspace.Leads.EventsAsync(lead.Id, Ct));
        Assert.NotEmpty(await workspace.Leads.ScoresAsync(other.Id, Ct));
        Assert.Equal(other.Id, Assert.Single(Assert.Single(ReviewBook.Of(await workspace.Reviews.EntriesAsync(null, Ct)).Notes).Leads).Lead);
        Assert.True((await workspace.Reviews.VerifyAsync(Ct)).IsAccepted);

        // The trail says that it was done, not to whom.
        var trail = await owner.TextAsync(at + "settings/audit");
        Assert.Contains("deleted a person", WebUtility.HtmlDecode(trail), StringComparison.Ordinal);
        Assert.DoesNotContain(lead.Email!, trail, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(at + "leads/nobody/erase")).StatusCode);
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_SecondSeesWhatChangedAndWhatTheyTyped()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, folder, at) = await OwnerWithDataAsync(site);
        var card = ChangeCard.Draft(folder).Value.Card;
        var attribute = card.Attributes.First(one => one.IsNumber && one.Bins.Count > 2);
        var bin = attribute.Bins.ToList().FindIndex(one => one.Points < attribute.MaxPoints);
        var form = await owner.TextAsync(at + "scorecard/edit?field=" + Uri.EscapeDataString(attribute.Field));
        var points = (attribute.Bins[bin].Points + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        (string, string)[] Fields(string value) => [("field", attribute.Field), ("seen", Seen(form)), ("do", $"points.{bin}"), ($"points.{bin}", value)];
        using var first = await owner.PostAsync(at + "scorecard/edit", Fields(points));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var second = await owner.PostAsync(at + "scorecard/edit", Fields("93"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var text = await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("value=\"93\"", text, StringComparison.Ordinal);
        Assert.Contains($"→ {points}", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.Equal(attribute.Bins[bin].Points + 1, ChangeCard.Draft(folder).Value.Card.Attributes.First(one => one.Field == attribute.Field).Bins[bin].Points);
    }

    [Fact]
    public async Task Cut_Set_IsTheCutOfTheLeads()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, folder, at) = await OwnerWithDataAsync(site);
        var seen = Seen(await owner.TextAsync(at + "scorecard?cut=33"));
        using var done = await owner.PostAsync(at + "scorecard/cut", ("seen", seen), ("cut", "33"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(33, ScorecardFolder.Read(folder).Value.Card.Cut);
        using var again = await owner.PostAsync(at + "scorecard/cut", ("seen", seen), ("cut", "44"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Set the cut to 44", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_CountsAtOnceAndCanBeTakenBack()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, folder, at) = await OwnerWithDataAsync(site);
        var asked = ScorecardFolder.Read(folder).Value.Card.Attributes.First(attribute => attribute.IsNumber);
        var lead = LeadLink().Match(await owner.TextAsync(at + "leads")).Groups[1].Value;
        using var kept = await owner.PostAsync(lead + "/answer", ("field", asked.Field), ("value", "25"));
        Assert.Equal(lead + "?done=answered", kept.Headers.Location?.OriginalString);
        Assert.Contains("← Anna, ", WebUtility.HtmlDecode(await owner.TextAsync(lead)), StringComparison.Ordinal);
        using var wrong = await owner.PostAsync(lead + "/answer", ("field", asked.Field), ("value", "purple"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var undone = await owner.PostAsync(lead + "/answer", ("field", asked.Field), ("do", "undo"));
        Assert.Equal(lead + "?done=undone", undone.Headers.Location?.OriginalString);
        Assert.DoesNotContain("← Anna, ", WebUtility.HtmlDecode(await owner.TextAsync(lead)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_OfCardCompaniesAndCrm_AreDownloads()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, _, at) = await OwnerWithDataAsync(site);
        foreach (var (page, begins) in new[] { ("scorecard/export?as=json", "{"), ("scorecard/export?as=postgres", "-- Kindred scorecard"), ("accounts.csv?customer=yes", "company_id,"), ("leads-crm/crm-hubspot.csv", "Record ID,"), ("leads-crm/crm-hubspot.md", "# Bring scores") })
        {
            using var answer = await owner.GetAsync(at + page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, page + ": " + answer.StatusCode);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            Assert.StartsWith(begins, (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF'), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("name=\"seen\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex SeenField();

    [GeneratedRegex("href=\"(/w/[^\"]+/leads/[^\"]+)\"")]
    private static partial Regex LeadLink();
}
