using System.Text.Json;
using Kindred.Cli;
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

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
