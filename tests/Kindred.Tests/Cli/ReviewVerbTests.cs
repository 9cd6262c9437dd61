using System.Text.Json;
using Kindred.Cli;
using Kindred.Core.Basics;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>review and note as a script sees them.</summary>
public sealed class ReviewVerbTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Draft_OfFiles_HasTheDocumentedFields_AndThePageForTheBoard()
    {
        _folder.Deals(rows: 200);
        var run = await _folder.RunAsync("review", "draft", "deals.csv", "--format", "json", "--board", "board.html");
        Assert.Equal(ExitCode.Done, run.Code);
        using var document = JsonDocument.Parse(run.Out);
        var json = document.RootElement;
        Assert.Equal(
            [
                "format", "dueOn", "draftedOn", "asOf", "nextDueOn", "period", "profileVersion", "cardVersion", "seed", "newOutcomes", "headline", "gaps", "bands", "lastDeals", "lastDealsSentence", "lifts", "inputs", "relation",
                "churn", "expansion", "best", "comingBack", "contradictions", "checklist", "experiments", "proposal",
            ],
            Names(json));
        Assert.Equal(["thenFrom", "nowFrom", "nowTo", "why"], Names(json.GetProperty("period")));
        Assert.Equal(["kind", "why", "conditions", "nextProfile", "nextCard"], Names(json.GetProperty("proposal")));
        Assert.All(json.GetProperty("checklist").EnumerateArray(), item => Assert.Equal(["id", "list", "question", "figure"], Names(item)));
        Assert.All(json.GetProperty("gaps").EnumerateArray(), gap => Assert.Equal(["part", "code", "text"], Names(gap)));
        Assert.Contains("</html>", await File.ReadAllTextAsync(Path.Combine(_folder.Root, "board.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var korean = await _folder.RunAsync("review", "draft", "deals.csv", "--board", "board.md", "--lang", "ko");
        Assert.Contains("점검 질문", korean.Out, StringComparison.Ordinal);
        Assert.Contains("## 점검 질문", await File.ReadAllTextAsync(Path.Combine(_folder.Root, "board.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWorkspace_IsDraftedDecidedOnce_AndNoted()
    {
        _folder.Deals(rows: 30);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", "deals.csv", "--workspace", "w")).Code);
        await Refused("review decide keep --why x", "[reviews.none-open]");
        await Refused("review story", "[reviews.not-invented]");
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("review", "draft", "--workspace", "w", "--due", "2026-06-01")).Code);
        await Refused("review decide adjust --why x", "[reviews.too-few-outcomes]");
        await Refused("review decide perhaps --why x", "[reviews.decision]");
        await Refused("review decide keep", "[reviews.no-reason]");
        await Refused("review decide keep --why 900101-1234567", "[reviews.resident-number]");
        var kept = await _folder.RunAsync("review", "decide", "keep", "--why", "nothing changed", "--by", "Kim", "--workspace", "w", "--lang", "en");
        Assert.Equal(ExitCode.Done, kept.Code);
        Assert.Contains("2026-06-01: keep: Kim", kept.Out, StringComparison.Ordinal);
        await Refused("review draft --due 2026-06-01", "[reviews.closed-already]");
        await Refused("review decide sign --role boss", "[profiles.unknown-role]");
        Assert.Contains("keep: Kim", (await _folder.RunAsync("review", "show", "--workspace", "w", "--lang", "en")).Out, StringComparison.Ordinal);
        using var note = JsonDocument.Parse((await _folder.RunAsync("note", "--workspace", "w", "--on", "2026-06-03", "--format", "json")).Out);
        Assert.Equal(["on", "title", "changes", "leads", "question", "questionItem"], Names(note.RootElement));
        Assert.Equal("2026-06-01", note.RootElement.GetProperty("on").GetString());

        async Task Refused(string call, string code)
        {
            var run = await _folder.RunAsync([.. call.Split(' '), "--workspace", "w"]);
            Assert.Equal(ExitCode.Refused, run.Code);
            Assert.Contains(code, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Adjusting_DraftsTheNextVersionsOnce_AndWhatIsInUseStaysUntilItIsSigned()
    {
        string icp = Path.Combine(_folder.Root, "w", "icp.json"), draft = Path.Combine(_folder.Root, "w", "icp-draft.json");
        Sold("deals.csv", 300, new DateOnly(2023, 1, 6), 3, row => row % 2 == 0 ? row / 2 % 2 == 0 : row / 2 % 6 == 0);
        foreach (var call in new[] { "import deals.csv --workspace w", "build --workspace w", "scorecard learn --workspace w", "scorecard publish w --as trial" })
        {
            Assert.Equal(ExitCode.Done, (await _folder.RunAsync(call.Split(' '))).Code);
        }

        // In eighty later deals software buys more often than before.
        Sold("later.csv", 80, new DateOnly(2025, 7, 7), 1, row => row % 2 == 0 ? row / 2 % 5 < 4 : row / 2 % 6 == 0);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", "later.csv", "--workspace", "w")).Code);
        Assert.Equal(ExitCode.Done, (await Review("draft --due 2025-10-01")).Code);
        var (profile, card) = (await File.ReadAllTextAsync(icp, Ct), await File.ReadAllTextAsync(Path.Combine(_folder.Root, "w", "card.json"), Ct));
        var decided = await Review("decide adjust --why changed --by Kim --lang en");
        Assert.Equal(ExitCode.Done, decided.Code);
        Assert.Contains("Profile v2, drafted: ", decided.Out, StringComparison.Ordinal);
        Assert.Contains("win rate +", decided.Out, StringComparison.Ordinal);
        Assert.Contains("the scorecard stays the same, so no new version was drafted", decided.Out, StringComparison.Ordinal);
        Assert.Contains("Sales, Marketing", decided.Out, StringComparison.Ordinal);
        Assert.Equal(profile, await File.ReadAllTextAsync(icp, Ct));
        Assert.Equal(card, await File.ReadAllTextAsync(Path.Combine(_folder.Root, "w", "card.json"), Ct));
        Assert.False(File.Exists(Path.Combine(_folder.Root, "w", "icp-v2.json")));

        // A second time nothing is written again.
        var written = File.GetLastWriteTimeUtc(draft);
        Assert.Equal(decided.Out, (await Review("next --lang en")).Out);
        Assert.Equal(written, File.GetLastWriteTimeUtc(draft));
        using var shown = JsonDocument.Parse((await Review("show --format json")).Out);
        Assert.Equal(2, shown.RootElement.GetProperty("closed")[0].GetProperty("next").GetProperty("profileVersion").GetInt32());
        Assert.Contains("Profile v2, drafted: ", (await Review("show --lang en")).Out, StringComparison.Ordinal);

        Assert.Contains("[reviews.unsigned]", (await Review("next --use")).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Review("decide sign --role sales --by Kim")).Code);
        Assert.Equal(ExitCode.Done, (await Review("decide sign --role marketing --by Lee")).Code);
        var used = await Review("next --use --by Kim --lang en");
        Assert.Equal(ExitCode.Done, used.Code);
        Assert.Contains("Profile v2 is in use.", used.Out, StringComparison.Ordinal);
        using var now = JsonDocument.Parse(await File.ReadAllTextAsync(icp, Ct));
        Assert.Equal(2, now.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(["Kim", "Lee"], now.RootElement.GetProperty("signOffs").EnumerateArray().Select(sign => sign.GetProperty("by").GetString()));
        Assert.Contains("[reviews.in-use-already]", (await Review("next --use")).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(draft));

        Task<CommandRun> Review(string call) => _folder.RunAsync(["review", .. call.Split(' '), "--workspace", "w"]);
    }

    [Fact]
    public async Task Adjusting_WithoutAnythingThatHeldUp_KeepsTheDecision_AndSaysWhy()
    {
        _folder.Deals(rows: 30);
        foreach (var call in new[] { "import deals.csv --workspace w", "build --workspace w" })
        {
            Assert.Equal(ExitCode.Done, (await _folder.RunAsync(call.Split(' '))).Code);
        }

        Sold("later.csv", 60, new DateOnly(2025, 7, 7), 1, row => row % 7 == 0);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", "later.csv", "--workspace", "w")).Code);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("review", "draft", "--due", "2025-10-01", "--workspace", "w")).Code);
        var decided = await _folder.RunAsync("review", "decide", "rebuild", "--why", "changed", "--by", "Kim", "--workspace", "w", "--lang", "en");
        Assert.Equal(ExitCode.Done, decided.Code);
        Assert.Contains("2025-10-01: rebuild: Kim", decided.Out, StringComparison.Ordinal);
        Assert.Contains("No next profile was drafted.", decided.Out, StringComparison.Ordinal);
        Assert.Contains("Scorecard v1 is drafted.", decided.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Root, "w", "icp-draft.json")));
        Assert.Contains("[reviews.no-next-profile]", (await _folder.RunAsync("review", "next", "--use", "--workspace", "w")).Error, StringComparison.Ordinal);
        Assert.Contains("rebuild: Kim", (await _folder.RunAsync("review", "show", "--workspace", "w", "--lang", "en")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatHappensBetweenReviews_IsWrittenDownAndShown()
    {
        Sold("deals.csv", 120, new DateOnly(2025, 1, 6), 3, row => row % 2 == 0 ? row / 2 % 2 == 0 : row / 2 % 6 == 0);
        _folder.Write("leads.csv", "Lead ID,First Name,Last Name,Company,Email,Country,Lead Status,Created Date\nL-1,Ann,One,Newcomer,ann@newcomer.example,US,New,2025-12-20\n");
        foreach (var call in new[] { "import deals.csv leads.csv --workspace w", "build --workspace w", "scorecard learn --workspace w", "scorecard publish w --as trial" })
        {
            Assert.Equal(ExitCode.Done, (await _folder.RunAsync(call.Split(' '))).Code);
        }

        Assert.Contains("[reviews.unknown-item]", (await Review("report", "--question", "sales-feedback.mood", "--text", "x")).Error, StringComparison.Ordinal);
        Assert.Contains("[reviews.resident-number]", (await Review("report", "--question", "sales-feedback.objections", "--text", "900101-1234567")).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Review("report", "--question", "sales-feedback.objections", "--text", "security reviews take long", "--clause", "size", "--stance", "against", "--by", "Kim")).Code);

        Assert.Contains("[reviews.no-such-trial]", (await Review("trial", "stop", "--why", "x")).Error, StringComparison.Ordinal);
        Assert.Contains("[reviews.bounds]", (await Review("trial", "start", "--days", "400")).Error, StringComparison.Ordinal);
        var dry = await Review("trial", "start", "--dry-run");
        Assert.DoesNotContain("has started", dry.Out, StringComparison.Ordinal);
        var started = await Review("trial", "start", "--by", "Kim");
        Assert.Equal((ExitCode.Done, ""), (started.Code, started.Error));
        Assert.StartsWith(dry.Out, started.Out, StringComparison.Ordinal);
        Assert.Contains("Trial 1 has started", started.Out, StringComparison.Ordinal);
        Assert.Contains("[reviews.trial-runs]", (await Review("trial", "start")).Error, StringComparison.Ordinal);
        Assert.Contains("[reviews.no-reason]", (await Review("trial", "stop", "--why", " ")).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Review("trial", "stop", "--why", "too few leads")).Code);
        Assert.Contains("[reviews.no-such-trial]", (await Review("trial", "stop", "--why", "again")).Error, StringComparison.Ordinal);

        Assert.Contains("[reviews.no-reason]", (await Review("early", "--cause", "law", "--why", " ")).Error, StringComparison.Ordinal);
        var early = await Review("early", "--cause", "own-price", "--why", "prices went up", "--as-of", "2026-01-10");
        Assert.Contains("The review of 2026-01-10 is started.", early.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Review("draft", "--due", "2026-01-10", "--as-of", "2026-01-10")).Code);
        var shown = await Review("show", "--due", "2026-01-10");
        Assert.Contains("security reviews take long", shown.Out, StringComparison.Ordinal);
        using var workspace = Kindred.Storage.Workspace.OpenForReading(Path.Combine(_folder.Root, "w")).Value;
        var book = Kindred.Core.Reviews.ReviewBook.Of(await workspace.Reviews.EntriesAsync(null, Ct));
        Assert.Equal("too few leads", Assert.Single(book.Experiments).Stopped?.Why);
        Assert.Equal((Kindred.Core.Reviews.OffCycleCause.OwnPrice, "prices went up"), Assert.Single(book.Open!.OffCycle) is var why ? (why.Reason.Cause, why.Reason.Note) : default);

        Task<CommandRun> Review(params string[] args) => _folder.RunAsync(["review", .. args, "--workspace", "w", "--lang", "en"]);
    }

    [Theory]
    [InlineData("review show --workspace nowhere", "storage.")]
    [InlineData("review decide keep --why x --workspace nowhere", "storage.")]
    [InlineData("note --workspace nowhere", "storage.")]
    [InlineData("review draft deals.csv --as-of tomorrow", "[cli.not-a-date]")]
    [InlineData("review draft deals.csv --card nowhere.json", "[scorecards.not-found]")]
    [InlineData("review draft deals.csv --icp nowhere.json", "[icp.not-found]")]
    public async Task Refusals_HaveTheirCode(string call, string code)
    {
        _folder.Deals();
        var run = await _folder.RunAsync(call.Split(' '));
        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Out));
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A deals file of companies of its own: every second one in software.</summary>
    private void Sold(string name, int rows, DateOnly from, int step, Func<int, bool> isWon)
    {
        var text = new System.Text.StringBuilder("Deal Name,Company,Industry,Employees,Close Date,Stage\n");
        for (var row = 0; row < rows; row++)
        {
            text.Append(name[0]).Append(Format.Whole(row)).Append(" licence,").Append(name[..^4]).Append(' ').Append(Format.Whole(row)).Append(row % 2 == 0 ? ",Software," : ",Retail,").Append(Format.Whole(10 + row * 37 % 400)).Append(',')
                .Append(Format.Date(from.AddDays(row * step))).Append(isWon(row) ? ",Closed Won\n" : ",Closed Lost\n");
        }

        _folder.Write(name, text.ToString());
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
