using System.Net;
using System.Text.RegularExpressions;
using Kindred.Core.Jobs;
using Kindred.Core.Members;
using Kindred.Core.Notifications;
using Kindred.Core.Reviews;
using Kindred.Core.Scorecards;
using Kindred.Host.Tests.Members;
using Kindred.Product;
using Kindred.Storage;
using Kindred.Web.Hosting;
using Kindred.Web.Jobs;
using Kindred.Web.Viewing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Reviews in the app: drafted on their day by the scheduler, answered, decided, signed; refused where outcomes are too few; notes mailed once.</summary>
public sealed partial class ReviewPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Review_OnItsDay_DraftsItselfAndIsAnsweredDecidedAndSigned()
    {
        var clock = new TestClock();
        await using var site = await WebSite.StartAsync(clock: clock);
        var (owner, _, _) = await site.OwnerAsync();
        var sample = await site.SampleAsync();
        var path = $"/w/{sample.Id.Value}/review";

        // A preview before the day: nothing can be decided.
        var before = await TextAsync(owner, path);
        Assert.Contains("preview as of today", before, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"kind\"", await TextAsync(owner, path + "/decide"), StringComparison.Ordinal);

        var day = new DateOnly(2026, 11, 20).AddDays(90);
        clock.Pass(new DateTimeOffset(day.ToDateTime(new TimeOnly(0, 0)), TimeSpan.FromHours(9)) - clock.GetUtcNow());
        await LookAsync(site, sample);
        Assert.DoesNotContain(await LinesAsync(site, sample), line => line.Kind == ReviewEntryKind.Draft);
        clock.Pass(TimeSpan.FromHours(7));
        for (var i = 0; i < 3; i++)
        {
            await LookAsync(site, sample);
        }

        // Three months later nobody is signed in any more.
        (owner, _) = await site.AgainAsync();
        var subject = ReviewBook.SubjectOf(day);
        Assert.Single(await LinesAsync(site, sample), line => line.Subject == subject && line.Kind == ReviewEntryKind.Draft);

        var decide = await TextAsync(owner, path + "/decide");
        Assert.Contains("name=\"kind\"", decide, StringComparison.Ordinal);
        var item = ItemPattern().Match(decide).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync(path + "/answers", ("review", subject), ("item", item), ("says", "dont-know"), ("note", "<b>not yet</b>"))).StatusCode);
        Assert.Contains("&lt;b&gt;not yet&lt;/b&gt;", await TextAsync(owner, path + "/decide"), StringComparison.Ordinal);

        // No deal closed since: a change is refused with have and need, what was typed stays.
        using (var refused = await owner.PostAsync(path + "/decision", ("review", subject), ("kind", "rebuild"), ("why", "feeling")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var page = await refused.Content.ReadAsStringAsync(Ct);
            Assert.Matches("need 40, have [0-9]+", page);
            Assert.Contains("feeling", page, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync(path + "/decision", ("review", subject), ("kind", "keep"), ("why", "Nothing changed."))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.PostAsync(path + "/decision", ("review", subject), ("kind", "keep"), ("why", "Again."))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync(path + "/sign", ("review", subject), ("role", "sales"))).StatusCode);
        var review = ReviewBook.Of(await LinesAsync(site, sample)).Find(subject)!;
        Assert.Equal((DecisionKind.Keep, "Anna"), (review.Decision!.Decision.Kind, review.Decision.By?.Split(' ')[0]));
        Assert.Equal("sales", Assert.Single(review.Signatures).Role);
        Assert.Contains("All ", await TextAsync(owner, path + "/log"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(path + "/on/" + day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(path + "/on/2020-01-01")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(path + "/board")).StatusCode);
    }

    [Fact]
    public async Task Adjusting_DraftsTheNextVersionsInAJob_AndTheSignedProfileStaysUntilEveryoneAgreed()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, sample) = await site.OwnerAsync();
        var desk = site.Services.GetRequiredService<WorkspaceDesk>();
        var (folder, path) = (desk.FolderOf(sample), $"/w/{sample.Id.Value}/review");
        var workspace = (await desk.OpenAsync(sample, Ct)).Value;

        // A profile and a card in use, eighty more deals in which software buys more often, and a draft of the card that somebody changed by hand.
        await ImportAsync(workspace, Sold("deals", 300, new DateOnly(2023, 1, 6), 3, row => row % 2 == 0 ? row / 2 % 2 == 0 : row / 2 % 6 == 0));
        var built = (await BuildWorkspace.RunAsync(workspace, folder, Kindred.Core.Basics.Language.Korean, null, Ct)).Value;
        var card = LearnWorkspaceCard.Run(built.Facts, folder, TimeProvider.System, null, Ct).Value;
        await ImportAsync(workspace, Sold("later", 80, new DateOnly(2025, 7, 7), 1, row => row % 2 == 0 ? row / 2 % 5 < 4 : row / 2 % 6 == 0));
        ScorecardFolder.WriteEdited(folder, card with { Attributes = [.. card.Attributes.Select((attribute, i) => i == 0 ? attribute with { Bins = [.. attribute.Bins.Select(bin => bin.Kind == CardBinKind.Missing ? bin with { Points = bin.Points + 1 } : bin)] } : attribute)] });
        desk.Changed(sample.Id);
        var (icp, inUse) = (await File.ReadAllTextAsync(Path.Combine(folder, "icp.json"), Ct), await File.ReadAllTextAsync(Path.Combine(folder, "card.json"), Ct));
        var snapshot = (await desk.SnapshotAsync(sample, Ct)).Value;
        var draft = (await ReviewWorkspace.DraftAsync(workspace, snapshot, new DateOnly(2025, 10, 1), new DateOnly(2025, 10, 1), Ct)).Value;

        // The one that closed on the profile's own day was known to it.
        Assert.Equal(80, draft.NewOutcomes);
        await workspace.Reviews.AddAsync([DecideReview.Draft(draft, null, TimeProvider.System.GetUtcNow())], Ct);
        var subject = ReviewBook.SubjectOf(draft.DueOn);

        string job;
        using (var decided = await owner.PostAsync(path + "/decision", ("review", subject), ("kind", "adjust"), ("why", "Software buys more.")))
        {
            Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
            job = decided.Headers.Location!.OriginalString;
            Assert.Contains("/jobs/", job, StringComparison.Ordinal);
        }

        await EndedAsync(site, sample);
        using (var ended = await owner.GetAsync(job))
        {
            Assert.EndsWith("/review/decide?done=drafted#next-h", ended.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }

        var page = WebUtility.HtmlDecode(await TextAsync(owner, path + "/decide?done=drafted"));
        Assert.Contains("The next versions are drafted.", page, StringComparison.Ordinal);
        Assert.Contains("win rate +", page, StringComparison.Ordinal);
        Assert.Contains("Scorecard v2", page, StringComparison.Ordinal);
        Assert.Contains("See the draft and put it to use", page, StringComparison.Ordinal);
        Assert.Contains("Waiting for sales and marketing", page, StringComparison.Ordinal);
        Assert.Equal((icp, inUse), (await File.ReadAllTextAsync(Path.Combine(folder, "icp.json"), Ct), await File.ReadAllTextAsync(Path.Combine(folder, "card.json"), Ct)));
        Assert.False(File.Exists(Path.Combine(folder, "icp-v2.json")));
        Assert.Contains("not in use yet", WebUtility.HtmlDecode(await TextAsync(owner, $"/w/{sample.Id.Value}/icp/v/2")), StringComparison.Ordinal);

        // Once more writes nothing; before everybody agreed it cannot be used.
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync(path + "/next", ("review", subject))).StatusCode);
        await EndedAsync(site, sample);
        Assert.Single(await LinesAsync(site, sample), line => line.Kind == ReviewEntryKind.NextDrafted);
        using (var early = await owner.PostAsync(path + "/adopt", ("review", subject)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
            Assert.Contains("have not agreed yet", await early.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        foreach (var role in new[] { "sales", "marketing" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync(path + "/sign", ("review", subject), ("role", role))).StatusCode);
        }

        Assert.Contains("Put profile v2 to use", await TextAsync(owner, path + "/decide"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync(path + "/adopt", ("review", subject))).StatusCode);
        var now = ProfileFolder.Read(folder).Value;
        Assert.Equal((2, 2), (now.Version, now.SignOffs.Count));
        Assert.Null(ProfileFolder.ReadDraft(folder));
        Assert.Contains("in use", await TextAsync(owner, path + "/decide"), StringComparison.Ordinal);
        Assert.True((await workspace.Reviews.VerifyAsync(Ct)).IsAccepted);
    }

    [Fact]
    public async Task Adopting_WhereTheProfileMovedOn_IsRefused_AndKeepingDraftsNothing()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, _) = await site.OwnerAsync();
        var sample = await site.SampleAsync();
        var (folder, path) = (Path.Combine(site.Data, KnownFolders.Sample), $"/w/{sample.Id.Value}/review");
        var workspace = (await site.Services.GetRequiredService<WorkspaceDesk>().OpenAsync(sample, Ct)).Value;
        var profile = ProfileFolder.Read(folder).Value;
        var id = ProfileFolder.WriteDraft(folder, profile with { Version = 2 });
        var (changed, kept) = ("review:2026-11-20", "review:2026-11-22");
        var at = TimeProvider.System.GetUtcNow();
        ReviewEntry Line<T>(string subject, ReviewEntryKind kind, T body) => new(0, subject, kind, ReviewJson.Write(body), "Kim", at);
        await workspace.Reviews.AddAsync(
        [
            Line(kept, ReviewEntryKind.Decision, new ReviewDecision(DecisionKind.Keep, "why", 1, 1, null, null, 64)), Line(changed, ReviewEntryKind.Decision, new ReviewDecision(DecisionKind.Adjust, "why", 1, 1, null, null, 64)),
            Line(changed, ReviewEntryKind.NextDrafted, new NextVersions(2, id, null, null, [], [], [])), Line(changed, ReviewEntryKind.Signature, new ReviewSignature("sales")), Line(changed, ReviewEntryKind.Signature, new ReviewSignature("marketing")),
        ], Ct);
        ProfileFolder.Write(folder, profile with { Version = 2, Name = new("다른", "other") });
        using (var moved = await owner.PostAsync(path + "/adopt", ("review", changed)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, moved.StatusCode);
            Assert.Contains("The profile became v2", await moved.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        Assert.Equal("other", ProfileFolder.Read(folder).Value.Name.En);
        ProfileFolder.WriteDraft(folder, profile with { Version = 2, Seed = 99 });
        using (var other = await owner.PostAsync(path + "/adopt", ("review", changed)))
        {
            Assert.Contains("not there as it was", await other.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        using var stays = await owner.PostAsync(path + "/next", ("review", kept));
        Assert.Equal(HttpStatusCode.BadRequest, stays.StatusCode);
        Assert.Contains("decided to stay as it is", await stays.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_OfMondaysWhileTheServerRunsOrNot_AreMailedOnceEach()
    {
        var clock = new TestClock();
        var now = TimeProvider.System.GetUtcNow() is var real && real > clock.GetUtcNow() ? real : clock.GetUtcNow();
        // From a Tuesday on, so that the same Mondays fall into the weeks up and down whatever day the test runs.
        var tuesday = now.UtcDateTime.Date.AddDays(2).AddHours(3);
        tuesday = tuesday.AddDays((DayOfWeek.Tuesday - tuesday.DayOfWeek + 7) % 7);
        clock.Pass(new DateTimeOffset(tuesday, TimeSpan.Zero) - clock.GetUtcNow());
        var data = Directory.CreateTempSubdirectory("kindred-notes-").FullName;
        var mails = Path.Combine(data, "mails");
        try
        {
            for (var start = 0; start < 4; start++)
            {
                await using var site = await WebSite.StartAsync(clock: clock, data: data);
                var sample = await site.SampleAsync();
                if (start == 0)
                {
                    var links = site.Services.GetRequiredService<LinkDesk>();
                    links.Change(links.Settings with { MailFrom = "kindred@example.co.kr", MailFolder = mails });
                    WorkspaceSettings.Defaults.With("kim@example.co.kr, lee@example.co.kr").Write(Path.Combine(data, KnownFolders.Sample));
                }

                // Up for two and a half weeks, then three weeks down.
                for (var day = 0; day < 18; day++)
                {
                    await LookAsync(site, sample);
                    clock.Pass(TimeSpan.FromDays(1));
                }

                await LookAsync(site, sample);
                clock.Pass(TimeSpan.FromDays(21));
            }

            await using var last = await WebSite.StartAsync(clock: clock, data: data);
            var lines = await LinesAsync(last, await last.SampleAsync());
            Assert.Equal(lines.Count, lines.Select(line => (line.Subject, line.Kind)).Distinct().Count());
            var notes = lines.Where(line => line.Subject.StartsWith("note:", StringComparison.Ordinal)).ToArray();

            // Days 6, 13 and the Monday before the start; 41, 48, 55 and 34 made up for; 83, 90 and 76; 118, 125, 132 and 111; 153 only if the last server has already looked.
            Assert.InRange(notes.Length, 14, 15);
            Assert.All(notes, note => Assert.True(ReviewJson.Read<MondayNote>(note).IsAccepted));
            Assert.Equal(2 * lines.Count, Directory.GetFiles(mails, "*.eml").Length);
            Assert.Empty(Directory.GetDirectories(mails));
        }
        finally
        {
            await DeleteAsync(data);
        }
    }

    [Fact]
    public async Task Trial_PlannedStartedAndStopped_StatesItsPowerFirst()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, _) = await site.OwnerAsync();
        var sample = await site.SampleAsync();
        var path = $"/w/{sample.Id.Value}/review/trials";
        Assert.Contains("Before the start", await TextAsync(owner, path + "?cut=60"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync($"/w/{sample.Id.Value}/review/experiment", ("cut", "60"), ("days", "14"), ("share", "20"))).StatusCode);
        Assert.Contains("of 14", await TextAsync(owner, path), StringComparison.Ordinal);
        using var second = await owner.PostAsync($"/w/{sample.Id.Value}/review/experiment", ("cut", "60"), ("days", "7"), ("share", "20"));
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Contains("Stop it first", await second.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.PostAsync($"/w/{sample.Id.Value}/review/experiment/stop", ("number", "7"), ("why", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync($"/w/{sample.Id.Value}/review/experiment/stop", ("number", "1"), ("why", "Too few leads."))).StatusCode);
        Assert.Contains("Too few leads.", await TextAsync(owner, path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync($"/w/{sample.Id.Value}/review/feedback", ("question", "sales-feedback.objections"), ("clause", "size"), ("stance", "Against"), ("text", "Too big for us"))).StatusCode);
        Assert.Contains("Too big for us", await TextAsync(owner, path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_ChangedBehindTheBack_IsSaidOnThePage()
    {
        await using var site = await WebSite.StartAsync();
        var (owner, _, _) = await site.OwnerAsync();
        var sample = await site.SampleAsync();
        var desk = site.Services.GetRequiredService<WorkspaceDesk>();
        var workspace = (await desk.OpenAsync(sample, Ct)).Value;
        await workspace.Reviews.AddAsync([new ReviewEntry(0, "feedback", ReviewEntryKind.Feedback, "{}", "Kim", DateTimeOffset.UnixEpoch)], Ct);
        var path = $"/w/{sample.Id.Value}/review/log";
        var digest = (await workspace.Logs.HeadsAsync(Ct)).Single(head => head.Log == "review").Digest[..16];
        Assert.Contains("It fits", await TextAsync(owner, path + "?digest=" + digest), StringComparison.Ordinal);
        Assert.Contains("No digest here begins with", WebUtility.HtmlDecode(await TextAsync(owner, path + "?digest=0000000000000000")), StringComparison.Ordinal);
        await Storage.SqliteImportStoreTests.ExecuteAsync(Path.Combine(site.Data, KnownFolders.Sample), "DROP TRIGGER review_entry_stays; UPDATE review_entry SET done_by = 'Lee'");
        Assert.Contains("The log is not what it was", await TextAsync(owner, path), StringComparison.Ordinal);
    }

    /// <summary>What a server that was stopped still had under way may write for a moment more.</summary>
    private static async Task DeleteAsync(string folder)
    {
        for (var tries = 0; Directory.Exists(folder); tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (tries < 50)
            {
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }

    private static async Task<string> TextAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Ct);
    }

    /// <summary>What the scheduler does once a minute; its job is done here at once.</summary>
    private static async Task LookAsync(WebSite site, WorkspaceEntry workspace)
    {
        await site.Services.GetRequiredService<ReviewHost>().LookAsync(workspace, Ct);
        using var runner = new JobRunner(site.Services.GetRequiredService<Site>().Jobs, site.Services.GetRequiredService<WorkspaceJobs>().Handlers, site.Services.GetRequiredService<TimeProvider>(), (_, failure) => throw failure);
        while (await runner.RunNextAsync(Ct))
        {
        }

        for (var i = 0; i < 600 && (await site.Services.GetRequiredService<Site>().Jobs.ListAsync(workspace.Id.Value, 50, Ct)).Any(job => !job.HasEnded); i++)
        {
            // The server's own runner may have taken it.
            await Task.Delay(20, Ct);
        }

        await site.Services.GetRequiredService<ReviewHost>().LookAsync(workspace, Ct);
    }

    private static async Task ImportAsync(Workspace workspace, (string Name, string Text) file)
    {
        var folder = Directory.CreateTempSubdirectory("kindred-deals-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, file.Name), file.Text, Ct);
        Assert.True((await ImportDropped.RunAsync(workspace, folder, null, Ct)).IsAccepted);
        await DeleteAsync(folder);
    }

    /// <summary>A deals file of companies of its own: every second one in software.</summary>
    private static (string Name, string Text) Sold(string name, int rows, DateOnly from, int step, Func<int, bool> isWon) => (name + ".csv", "Deal Name,Company,Industry,Employees,Close Date,Stage\n" + string.Concat(Enumerable.Range(0, rows).Select(row =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name[0]}{row} licence,{name} {row},{(row % 2 == 0 ? "Software" : "Retail")},{10 + (row * 37 % 400)},{from.AddDays(row * step):yyyy-MM-dd},{(isWon(row) ? "Closed Won" : "Closed Lost")}\n"))));

    /// <summary>Waits for the server's own runner.</summary>
    private static async Task EndedAsync(WebSite site, WorkspaceEntry workspace)
    {
        for (var i = 0; i < 3000 && (await site.Services.GetRequiredService<Site>().Jobs.ListAsync(workspace.Id.Value, 50, Ct)).Any(job => !job.HasEnded); i++)
        {
            await Task.Delay(40, Ct);
        }

        Assert.All(await site.Services.GetRequiredService<Site>().Jobs.ListAsync(workspace.Id.Value, 50, Ct), job => Assert.Equal(JobState.Done, job.State));
    }

    private static async Task<IReadOnlyList<ReviewEntry>> LinesAsync(WebSite site, WorkspaceEntry workspace) =>
        await (await site.Services.GetRequiredService<WorkspaceDesk>().OpenAsync(workspace, Ct)).Value.Reviews.EntriesAsync(null, Ct);

    [GeneratedRegex("name=\"item\" value=\"([^\"]+)\"")]
    private static partial Regex ItemPattern();
}

/// <summary>Settings of tests.</summary>
internal static class TestSettings
{
    public static WorkspaceSettings With(this WorkspaceSettings settings, string recipients) => settings with { Reviews = settings.Reviews with { Recipients = recipients, Digest = DigestCadence.Off } };
}
