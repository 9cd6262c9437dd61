using System.Text.Json;
using Kindred.Cli;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Tests.Scorecards;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>The verbs about leads, as a script sees them.</summary>
public sealed class LeadVerbsTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Leads_FromImportToTheCrm()
    {
        await PrepareAsync();
        using var leads = await JsonAsync("leads", "--top", "2");
        Assert.Equal((3, "L-2", "over"), (leads.RootElement.GetProperty("leads").GetInt32(), Top(leads, 0, "id"), Top(leads, 0, "state")));
        Assert.Equal("Trial: not yet validated", leads.RootElement.GetProperty("card").GetProperty("notice").GetProperty("en").GetString());

        using var lead = await JsonAsync("lead", "explain", "beta.example", "--opened-by", "Kim");
        Assert.Equal(("L-2", 85, 85), (lead.RootElement.GetProperty("id").GetString(), lead.RootElement.GetProperty("score").GetInt32(), lead.RootElement.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("points").GetInt32())));

        using var dry = await JsonAsync("route", "--dry-run", "--explore", "0.5", "--days", "9999");
        using var real = await JsonAsync("route", "--explore", "0.5", "--days", "9999");
        Assert.Equal(dry.RootElement.GetProperty("log").GetRawText(), real.RootElement.GetProperty("log").GetRawText());
        Assert.Equal("Lee", real.RootElement.GetProperty("log").EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == "L-2").GetProperty("owner").GetString());
        Assert.All(real.RootElement.GetProperty("log").EnumerateArray().Where(entry => entry.GetProperty("route").GetString() == "explored"), entry => Assert.Equal(JsonValueKind.Null, entry.GetProperty("score").ValueKind));

        Assert.Equal((ExitCode.Done, ""), Short(await _folder.RunAsync("lead", "pass", "L-1", "--reason", "예산 없음", "--by", "Kim")));
        Assert.Equal((ExitCode.Done, ""), Short(await _folder.RunAsync("lead", "take", "L-2", "--by", "Lee")));

        // Opened before it was taken: the time to the decision is known for one of the two.
        using var decisions = await JsonAsync("lead", "decisions");
        Assert.Equal((2, 1), (decisions.RootElement.GetProperty("decisions").GetInt32(), decisions.RootElement.GetProperty("passReasons").GetProperty("no-budget").GetInt32()));
        Assert.InRange(decisions.RootElement.GetProperty("medianSeconds").GetDouble(), 0, 600);
        Assert.Equal(1, decisions.RootElement.GetProperty("taken").GetInt32() + decisions.RootElement.GetProperty("takenBlind").GetInt32());

        using var crm = await JsonAsync("crm", "export", "--for", "hubspot");
        Assert.Equal((3, 0), (crm.RootElement.GetProperty("rows").GetInt32(), crm.RootElement.GetProperty("leftOut").GetArrayLength()));
        var rows = File.ReadAllLines(Path.Combine(_folder.Root, crm.RootElement.GetProperty("out").GetString()!));
        Assert.StartsWith("Record ID,Kindred score,", rows[0], StringComparison.Ordinal);
        Assert.Contains(rows, row => row.StartsWith("102,85,85,100,over,", StringComparison.Ordinal));
        Assert.Contains("Kindred score", await File.ReadAllTextAsync(Path.Combine(_folder.Root, crm.RootElement.GetProperty("steps").GetString()!), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var salesforce = await JsonAsync("crm", "export", "--for", "salesforce");
        Assert.Equal((0, 0), (salesforce.RootElement.GetProperty("rows").GetInt32(), salesforce.RootElement.GetProperty("leftOut").GetArrayLength()));
        var other = Assert.Single(salesforce.RootElement.GetProperty("others").EnumerateArray());
        Assert.Equal(("by-email", 3), (other.GetProperty("key").GetString(), other.GetProperty("rows").GetInt32()));
        Assert.StartsWith("Email,LastName,Company,Kindred_Score__c,", File.ReadAllLines(Path.Combine(_folder.Root, other.GetProperty("out").GetString()!))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lead_Erased_IsGoneFromTheLogsAndDoctorStillFindsThemWhole()
    {
        await PrepareAsync();
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("lead", "take", "L-1", "--by", "Kim")).Code);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("lead", "take", "L-2", "--by", "Lee")).Code);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("lead", "answer", "L-1", "--field", "budget", "--value", "Yes", "--by", "Kim")).Code);
        var asked = await _folder.RunAsync("lead", "erase", "L-1", "--lang", "en");
        Assert.Equal(ExitCode.Refused, asked.Code);
        Assert.Contains("There are 4 rows about 'L-1'", asked.Error, StringComparison.Ordinal);
        Assert.Contains("[leads.not-confirmed]", asked.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, "4 rows deleted."), (await _folder.RunAsync("lead", "erase", "L-1", "--yes", "--lang", "en")) is var run ? (run.Code, run.Out.Trim()) : default);
        using (var workspace = Kindred.Storage.Workspace.OpenForReading(Path.Combine(_folder.Root, "kindred-data")).Value)
        {
            Assert.Empty(await workspace.Leads.ScoresAsync("L-1", TestContext.Current.CancellationToken));
            Assert.Single(await workspace.Leads.ScoresAsync("L-2", TestContext.Current.CancellationToken));
        }

        Assert.Contains("6 rows are as they were written", (await _folder.RunAsync("doctor", "--lang", "en")).Out, StringComparison.Ordinal);
        Assert.Contains("[leads.", (await _folder.RunAsync("lead", "erase", "nobody", "--yes")).Error, StringComparison.Ordinal);
        Assert.Contains("storage.", (await _folder.RunAsync("lead", "erase", "L-1", "--workspace", "nowhere")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lead_AnAnswer_CountsAtOnceAndCanBeTakenBack()
    {
        await PrepareAsync();
        using var before = await JsonAsync("lead", "explain", "L-1");
        Assert.Equal(10, before.RootElement.GetProperty("score").GetInt32());
        using var answered = await JsonAsync("lead", "answer", "L-1", "--field", "budget", "--value", "예", "--by", "Kim");
        Assert.Equal(25, answered.RootElement.GetProperty("score").GetInt32());
        using var after = await JsonAsync("lead", "explain", "L-1");
        var line = after.RootElement.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("field").GetString() == "budget");
        Assert.Equal((25, 15, true), (after.RootElement.GetProperty("score").GetInt32(), line.GetProperty("points").GetInt32(), line.GetProperty("isKnown").GetBoolean()));
        Assert.StartsWith("Kim, ", line.GetProperty("source").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ""), Short(await _folder.RunAsync("lead", "answer", "L-1", "--field", "예산", "--undo")));
        using var undone = await JsonAsync("lead", "explain", "L-1");
        Assert.Equal(10, undone.RootElement.GetProperty("score").GetInt32());
        var both = await _folder.RunAsync("lead", "answer", "L-1", "--field", "budget", "--value", "yes", "--undo");
        Assert.Equal(ExitCode.WrongUsage, both.Code);
    }

    [Fact]
    public async Task Lead_TakenByOne_CannotBeTakenByAnother()
    {
        await PrepareAsync();
        Assert.Equal((ExitCode.Done, ""), Short(await _folder.RunAsync("lead", "take", "L-1", "--by", "Kim")));
        Assert.Equal((ExitCode.Done, ""), Short(await _folder.RunAsync("lead", "take", "L-1", "--by", "Kim")));
        var second = await _folder.RunAsync("lead", "take", "L-1", "--by", "Lee");
        Assert.Equal(ExitCode.Refused, second.Code);
        Assert.Contains("taken by Kim since", second.Error, StringComparison.Ordinal);
        Assert.Contains("[leads.taken-already]", second.Error, StringComparison.Ordinal);
        using var route = await JsonAsync("route", "--dry-run", "--days", "9999");
        Assert.Equal("decided", route.RootElement.GetProperty("log").EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == "L-1").GetProperty("route").GetString());
        using var decisions = await JsonAsync("lead", "decisions");
        Assert.Equal(1, decisions.RootElement.GetProperty("decisions").GetInt32());
    }

    [Fact]
    public async Task Lead_Explored_ShowsNoScoreUntilJudged()
    {
        await PrepareAsync();

        // Half of those below are drawn; the seed decides which.
        using var route = await JsonAsync("route", "--explore", "0.5", "--days", "9999", "--seed", "3");
        var blind = route.RootElement.GetProperty("log").EnumerateArray().First(entry => entry.GetProperty("route").GetString() == "explored").GetProperty("id").GetString()!;
        using var explained = await JsonAsync("lead", "explain", blind);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null, "explore"), (Kind(explained, "score"), Kind(explained, "expected"), Kind(explained, "high"), explained.RootElement.GetProperty("state").GetString()));
        Assert.All(explained.RootElement.GetProperty("lines").EnumerateArray(), line => Assert.False(line.TryGetProperty("points", out _)));
        using var leads = await JsonAsync("leads");
        Assert.Equal(blind, Top(leads, 2, "id"));
        Assert.Equal((1, JsonValueKind.Null), (leads.RootElement.GetProperty("blind").GetInt32(), leads.RootElement.GetProperty("top")[2].GetProperty("score").ValueKind));
        var text = await _folder.RunAsync("lead", "explain", blind);
        Assert.Contains("Judge this one without a score", text.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("/ 100", text.Out, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d+ points|Ask first", text.Out);

        Assert.Equal((ExitCode.Done, ""), Short(await _folder.RunAsync("lead", "pass", blind, "--reason", "duplicate", "--by", "Kim")));
        using var judged = await JsonAsync("lead", "explain", blind);
        Assert.Equal(JsonValueKind.Number, Kind(judged, "score"));
        Assert.Equal(("passed", "duplicate"), (judged.RootElement.GetProperty("progress").GetProperty("phase").GetString(), judged.RootElement.GetProperty("progress").GetProperty("reason").GetString()));
        using var decisions = await JsonAsync("lead", "decisions");
        Assert.Equal(blind, Assert.Single(decisions.RootElement.GetProperty("duplicates").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(
            ["decisions", "medianSeconds", "withinTwoMinutes", "passReasons", "taken", "scored", "takenBlind", "blind", "clauses", "duplicates", "returning"],
            decisions.RootElement.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Route_CapacitiesByOwner_OverrideTheUsual()
    {
        await PrepareAsync();
        _folder.Write("capacities.csv", "owner,capacity\nLee,0\nKim,1\n");
        using var route = await JsonAsync("route", "--dry-run", "--explore", "0", "--days", "9999", "--capacities", "capacities.csv");
        var lead = route.RootElement.GetProperty("log").EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == "L-2");
        Assert.Equal(("waiting", "Lee"), (lead.GetProperty("route").GetString(), lead.GetProperty("owner").GetString()));
    }

    [Theory]
    [InlineData("lead explain L-9", "[leads.no-such-lead]")]
    [InlineData("lead pass L-1 --reason vibes", "[leads.pass-reason]")]
    [InlineData("leads --top 0", "[leads.top]")]
    [InlineData("route --explore 0.9 --dry-run", "[leads.explore-share]")]
    [InlineData("route --capacity -1 --dry-run", "[leads.capacity]")]
    [InlineData("route --timing-days 0 --dry-run", "[leads.timing-days]")]
    [InlineData("route --capacities exports/leads.csv --dry-run", "[leads.capacities]")]
    [InlineData("route --capacities missing.csv --dry-run", "[files.")]
    [InlineData("lead answer L-1 --field colour --value red", "[leads.unknown-field]")]
    [InlineData("lead answer L-1 --field budget --value maybe", "[leads.answer]")]
    [InlineData("lead answer L-1 --field budget --undo", "[leads.no-answer]")]
    [InlineData("lead answer L-9 --field budget --value yes", "[leads.no-such-lead]")]
    [InlineData("leads --workspace nowhere", "[storage.no-workspace]")]
    [InlineData("lead take L-1 --workspace nowhere", "[storage.no-workspace]")]
    [InlineData("leads --card nothing.json", "[scorecards.not-found]")]
    public async Task Leads_WhatCannotBe_IsRefusedInBothLanguages(string call, string code)
    {
        await PrepareAsync();
        foreach (var language in new[] { "en", "ko" })
        {
            var run = await _folder.RunAsync([.. call.Split(' '), "--lang", language]);
            Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Out));
            Assert.Contains(code, run.Error, StringComparison.Ordinal);
            Assert.Equal(language == "ko", run.Error.Any(letter => letter is >= '가' and <= '힣'));
        }
    }

    /// <summary>Three leads of known companies, and a card of their size and industry.</summary>
    private async Task PrepareAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "exports"));
        _folder.Write("exports/hubspot-companies.csv", "Record ID,Company name,Company Domain Name,Company owner,Create Date,Industry,Number of Employees,Country/Region\n101,Alpha,alpha.example,Kim,2026-01-05,Software,40,US\n102,Beta,beta.example,Lee,2026-02-05,Software,120,US\n103,Gamma,gamma.example,Kim,2026-03-05,Retail,,US\n");
        _folder.Write("exports/leads.csv", "Lead ID,First Name,Last Name,Company,Email,Country,Lead Status,Created Date\nL-1,Ann,One,Alpha,ann@alpha.example,US,New,2026-11-01\nL-2,Bob,Two,Beta,bob@beta.example,US,New,2026-11-02\nL-3,Cho,Three,Gamma,cho@gamma.example,US,New,2026-11-03\n");
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", "exports")).Code);
        var size = TestCards.Employees() with
        {
            Bins = [TestCards.Interval("employees", double.NegativeInfinity, 49, 10, 20, 3), TestCards.Interval("employees", 49, double.PositiveInfinity, 85, 20, 12), new CardBin(CardBinKind.Missing, null, 30, 5, 1)],
            Direction = CardDirection.Rising,
        };
        var ask = new CardAttribute("budget", new Wording("예산", "budget"), null, false, [new CardBin(CardBinKind.Value, Condition.Is("budget", "Yes"), 15), new CardBin(CardBinKind.Missing, null, 0), new CardBin(CardBinKind.Other, null, 0)]);
        var card = TestCards.Small() with { Attributes = [size, ask], Lines = [] };
        _folder.Write("kindred-data/card.json", CardFile.ToJson(card with { Attributes = [size, ask with { Question = new Wording("올해 예산이 있나요?", "Is there budget this year?") }] }));
    }

    private async Task<JsonDocument> JsonAsync(params string[] args)
    {
        var run = await _folder.RunAsync([.. args, "--format", "json"]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return JsonDocument.Parse(run.Out);
    }

    private static JsonValueKind Kind(JsonDocument json, string name) => json.RootElement.GetProperty(name).ValueKind;

    private static string? Top(JsonDocument json, int index, string name) => json.RootElement.GetProperty("top")[index].GetProperty(name).GetString();

    private static (int Code, string Error) Short(CommandRun run) => (run.Code, run.Error);
}
