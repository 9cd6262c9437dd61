using System.Text.Json;
using Kindred.Cli;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>learn → publish → show → threshold on files and on a workspace.</summary>
public sealed class ScorecardVerbTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string At(string name) => Path.Combine(_folder.Root, name);

    [Fact]
    public async Task Learn_Json_HasTheDocumentedFields()
    {
        _folder.Deals(rows: 240, isWon: row => row % 2 == 0 ? row % 3 != 0 : row % 5 == 0);
        var run = await _folder.RunAsync("scorecard", "learn", "deals.csv", "--target", "Stage=Closed Won", "--mode", "free", "--format", "json", "--oof", "oof.csv", "--card", "card.json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(["rows", "positives", "leakage", "dropped", "leftOut", "modes", "refused", "capsCost", "sufficiency", "card"], document.RootElement.EnumerateObject().Select(each => each.Name));
        var mode = document.RootElement.GetProperty("modes").EnumerateArray().Single();
        Assert.Superset(
            new HashSet<string> { "mode", "attributes", "lines", "auc", "aucLow", "aucHigh", "logLoss", "brier", "calibrationSlope", "ece", "elapsedMs" },
            mode.EnumerateObject().Select(each => each.Name).ToHashSet());
        var lines = await File.ReadAllLinesAsync(At("oof.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("row,fold,score,probability", lines[0]);
        Assert.Equal(Enumerable.Range(0, 240).Select(row => row.ToString(System.Globalization.CultureInfo.InvariantCulture)), lines.Skip(1).Select(line => line.Split(',')[0]));
        Assert.All(lines.Skip(1), line => Assert.InRange(double.Parse(line.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture), 1e-9, 1 - 1e-9));
        var shown = await _folder.RunAsync("scorecard", "show", "card.json", "--format", "json");
        Assert.Equal(await File.ReadAllTextAsync(At("card.json"), TestContext.Current.CancellationToken), shown.Out);
    }

    [Fact]
    public async Task Workspace_LearnPublishThreshold_KeepsVersions()
    {
        _folder.Deals(rows: 240, isWon: row => row % 2 == 0 ? row % 3 != 0 : row % 5 == 0);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", "deals.csv", "--workspace", "ws")).Code);
        var learned = await _folder.RunAsync("scorecard", "learn", "--workspace", "ws", "--format", "json");
        Assert.Equal((ExitCode.Done, ""), (learned.Code, learned.Error));
        var first = await _folder.RunAsync("scorecard", "publish", "ws", "--as", "trial", "--cut", "60", "--lang", "en");
        Assert.Equal(ExitCode.Done, first.Code);
        Assert.Contains("Trial: not yet validated", first.Out, StringComparison.Ordinal);
        var second = await _folder.RunAsync("scorecard", "publish", "ws", "--as", "trial", "--cut", "65", "--format", "json");
        using var json = JsonDocument.Parse(second.Out);
        Assert.Equal((2, "trial", 65), (json.RootElement.GetProperty("version").GetInt32(), json.RootElement.GetProperty("state").GetString(), json.RootElement.GetProperty("cut").GetInt32()));
        Assert.True(File.Exists(At("ws/card-v1.json")) && File.Exists(At("ws/card-v2.json")));
        var threshold = await _folder.RunAsync("scorecard", "threshold", "ws", "--format", "json");
        using var table = JsonDocument.Parse(threshold.Out);
        Assert.Equal((65, 100), (table.RootElement.GetProperty("cut").GetInt32(), table.RootElement.GetProperty("cuts").GetArrayLength()));
        Assert.Contains("시험 운영 중", (await _folder.RunAsync("scorecard", "show", "ws", "--lang", "ko")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackTest_OfDraftAndOfTheCardInUse_HasTheDocumentedFields()
    {
        _folder.Deals(rows: 240, isWon: row => row % 2 == 0 ? row % 3 != 0 : row % 5 == 0);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", "deals.csv", "--workspace", "ws")).Code);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("scorecard", "learn", "--workspace", "ws")).Code);
        var draft = await _folder.RunAsync("scorecard", "backtest", "--workspace", "ws", "--format", "json");
        Assert.Equal((ExitCode.Done, ""), (draft.Code, draft.Error));
        using var document = JsonDocument.Parse(draft.Out);
        var root = document.RootElement;
        Assert.Equal(
            ["card", "basis", "from", "learnedOn", "seed", "rows", "positives", "cut", "share", "rate", "low", "high", "text", "suggestedCut", "sufficiency", "bands", "allRows", "allBands"],
            root.EnumerateObject().Select(each => each.Name));
        Assert.Equal(["from", "to", "rows", "share", "positives", "enough", "winRate", "low", "high", "note", "cycleDays", "daysToValue"], root.GetProperty("bands")[0].EnumerateObject().Select(each => each.Name));
        Assert.Equal(("time", 240), (root.GetProperty("basis").GetString(), root.GetProperty("allRows").GetInt32()));
        Assert.Equal(240, root.GetProperty("allBands").EnumerateArray().Sum(band => band.GetProperty("rows").GetInt32()));
        Assert.Equal(root.GetProperty("rows").GetInt32(), root.GetProperty("bands").EnumerateArray().Sum(band => band.GetProperty("rows").GetInt32()));

        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("scorecard", "publish", "ws", "--as", "trial", "--cut", "60")).Code);
        Assert.True(File.Exists(At("ws/card.backtest.json")) && File.Exists(At("ws/card-v1.backtest.json")));
        var text = await _folder.RunAsync("scorecard", "backtest", "--workspace", "ws", "--lang", "en");
        Assert.Equal((ExitCode.Done, ""), (text.Code, text.Error));
        Assert.Contains("60–69", text.Out, StringComparison.Ordinal);
        Assert.Contains("not enough to say (need 20, have ", text.Out, StringComparison.Ordinal);
        var show = await _folder.RunAsync("scorecard", "show", "ws", "--lang", "ko");
        Assert.Contains("배운 지 0일", show.Out, StringComparison.Ordinal);
        Assert.Contains("자료가", show.Out, StringComparison.Ordinal);
        Assert.Contains("성공률(95% 구간)", show.Out, StringComparison.Ordinal);

        // A card changed by hand was never measured.
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("scorecard", "edit", "ws", "--field", "industry", "--bin", "0", "--points", "12")).Code);
        Assert.Contains("[scorecards.no-back-test]", (await _folder.RunAsync("scorecard", "backtest", "--workspace", "ws", "--draft")).Error, StringComparison.Ordinal);
        await File.WriteAllTextAsync(At("ws/card.backtest.json"), "{", TestContext.Current.CancellationToken);
        Assert.Contains("[scorecards.back-test-unreadable]", (await _folder.RunAsync("scorecard", "backtest", "--workspace", "ws")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_InAnEmptyWorkspace_IsLearnedAndPublishedOnTrial()
    {
        var learned = await _folder.RunAsync("scorecard", "learn", "--workspace", "ws", "--mode", "template", "--format", "json");
        Assert.Equal((ExitCode.Done, ""), (learned.Code, learned.Error));
        using var json = JsonDocument.Parse(learned.Out);
        var meter = json.RootElement.GetProperty("sufficiency");
        Assert.Equal((0.0, 20), (meter.GetProperty("share").GetDouble(), meter.GetProperty("more").GetInt32()));
        var published = await _folder.RunAsync("scorecard", "publish", "ws", "--lang", "en");
        Assert.Contains("Trial: not yet validated", published.Out, StringComparison.Ordinal);
        Assert.Contains("20 more of the rarer kind", (await _folder.RunAsync("scorecard", "show", "ws", "--lang", "en")).Out, StringComparison.Ordinal);
        foreach (var (code, call) in new[] { ("scorecards.no-evidence", "threshold ws"), ("scorecards.no-back-test", "backtest --workspace ws"), ("build.nothing-imported", "learn --workspace ws --mode capped"), ("build.nothing-imported", "learn --workspace ws") })
        {
            var run = await _folder.RunAsync(["scorecard", .. call.Split(' ')]);
            Assert.Equal(ExitCode.Refused, run.Code);
            Assert.Contains($"[{code}]", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Template_WithTwelveDeals_StartsAndSaysHowManyAreMissing()
    {
        _folder.Deals(rows: 12);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", "deals.csv", "--workspace", "ws")).Code);
        var run = await _folder.RunAsync("scorecard", "learn", "--workspace", "ws", "--lang", "en");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("12 rows, 4 with the outcome", run.Out, StringComparison.Ordinal);
        Assert.Contains("With 16 more of the rarer kind a card can be learned.", run.Out, StringComparison.Ordinal);
        Assert.Contains("[scorecards.too-few]", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InventedCompany_ImportedFirst_IsStillLabelled()
    {
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("sample", "exports", "--story", "small")).Code);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", "exports", "--workspace", "ws")).Code);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("build", "--workspace", "ws", "--lang", "en")).Code);
        Assert.Contains("Invented company: every name and number is made up", await File.ReadAllTextAsync(At("ws/report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        _folder.Deals();
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", "deals.csv", "--workspace", "own")).Code);
        Assert.False(File.Exists(At("own/INVENTED.txt")));
    }

    [Theory]
    [InlineData("scorecards.source", ExitCode.WrongUsage, "scorecard", "learn")]
    [InlineData("scorecards.target", ExitCode.WrongUsage, "scorecard", "learn", "deals.csv")]
    [InlineData("scorecards.not-found", ExitCode.Refused, "scorecard", "show", "nowhere")]
    [InlineData("scorecards.no-evidence", ExitCode.Refused, "scorecard", "threshold", "card.json")]
    [InlineData("scorecards.not-found", ExitCode.Refused, "scorecard", "backtest", "--workspace", "nowhere")]
    [InlineData("scorecards.no-back-test", ExitCode.Refused, "scorecard", "backtest", "--workspace", "card.json")]
    [InlineData("usage.value-unknown", ExitCode.WrongUsage, "scorecard", "backtest", "--format", "pdf")]
    [InlineData("scorecards.threshold", ExitCode.Refused, "scorecard", "threshold", "card.json", "--cut", "101")]
    [InlineData("scorecards.columns", ExitCode.Refused, "scorecard", "learn", "deals.csv", "--target", "Stage=Closed Won", "--folds", "deals.csv")]
    [InlineData("scorecards.columns", ExitCode.Refused, "scorecard", "learn", "deals.csv", "--target", "Stage=Closed Won", "--categories", "deals.csv")]
    [InlineData("scorecards.category", ExitCode.Refused, "scorecard", "learn", "deals.csv", "--target", "Stage=Closed Won", "--categories", "wrong.csv")]
    [InlineData("scorecards.direction", ExitCode.Refused, "scorecard", "learn", "deals.csv", "--target", "Stage=Closed Won", "--monotone", "wrong.csv")]
    public async Task Refusals_SayWhatIsWrong(string code, int exit, params string[] call)
    {
        _folder.Deals();
        await File.WriteAllTextAsync(At("wrong.csv"), "field,category,direction\nAmount,colour,sideways\nStage,size,up\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("card.json"), Core.Scorecards.CardFile.ToJson(Scorecards.TestCards.Small()), TestContext.Current.CancellationToken);
        var run = await _folder.RunAsync([.. call, "--lang", "en"]);
        Assert.Equal(exit, run.Code);
        Assert.Contains($"[{code}]", run.Error, StringComparison.Ordinal);
    }
}
