using System.Text.Json;
using Kindred.Cli;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>The JSON that others script against: exactly the documented fields, and the few beyond them named here.</summary>
public sealed class JsonTests : IDisposable
{
    private static readonly string[] Pattern =
    [
        "conditions", "n", "positives", "rawRate", "rawLow", "rawHigh", "honestRate", "honestLow", "honestHigh", "lift", "quality", "p", "adjustedP", "status", "stability", "equivalents",
        "direction", "foldsFound",
    ];

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mine_Json_HasTheDocumentedFields(bool prove)
    {
        _folder.Deals();
        string[] call = ["mine", "deals.csv", "--target", "Stage=Closed Won", "--format", "json", .. prove ? ["--prove"] : Array.Empty<string>()];
        var run = await _folder.RunAsync(call);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        var json = document.RootElement;
        Assert.Equal(["rows", "positives", "baseRate", "quality", "verdict", "power", "dropped", "leakage", "suspects", "patterns", "elapsedMs"], Names(json));
        Assert.Equal((120, 40), (json.GetProperty("rows").GetInt32(), json.GetProperty("positives").GetInt32()));
        Assert.Equal(prove ? "chi2" : "wracc", json.GetProperty("quality").GetString());
        Assert.Equal(prove ? JsonValueKind.Array : JsonValueKind.Null, json.GetProperty("power").ValueKind);
        Assert.All(json.GetProperty("dropped").EnumerateArray(), dropped => Assert.Equal(["field", "reason", "text"], Names(dropped)));
        Assert.Contains(json.GetProperty("dropped").EnumerateArray(), dropped => dropped.GetProperty("field").GetString() == "Deal Name" && dropped.GetProperty("reason").GetString() == "identifier");
        if (!prove)
        {
            Assert.Equal(10, json.GetProperty("patterns").GetArrayLength());
        }

        foreach (var pattern in json.GetProperty("patterns").EnumerateArray())
        {
            Assert.Equal(Pattern, Names(pattern));
            Assert.All(pattern.GetProperty("conditions").EnumerateArray(), condition => Assert.Equal(["field", "op", "value"], Names(condition)));
            foreach (var name in new[] { "adjustedP", "status", "stability", "foldsFound" })
            {
                Assert.Equal(prove, pattern.GetProperty(name).ValueKind != JsonValueKind.Null);
            }
        }
    }

    [Fact]
    public async Task Mine_SameSeed_SameBytesButForTheTime()
    {
        _folder.Deals();
        var first = await _folder.RunAsync("mine", "deals.csv", "--target", "Stage=Closed Won", "--prove", "--format", "json", "--seed", "5");
        var second = await _folder.RunAsync("mine", "deals.csv", "--target", "Stage=Closed Won", "--prove", "--format", "json", "--seed", "5");
        Assert.Equal(WithoutTime(first.Out), WithoutTime(second.Out));
        Assert.Contains("\"verdict\"", first.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_Json_HasTheDocumentedFields()
    {
        _folder.Deals(rows: 200);
        var run = await _folder.RunAsync("build", "deals.csv", "--format", "json", "--report", "here.html");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        var json = document.RootElement;
        Assert.Equal(["accounts", "accepted", "rejected", "outcomes", "verdict", "why", "power", "dropped", "leakage", "suspects", "patterns", "icp", "market", "questions", "files"], Names(json));
        Assert.Equal(["positive", "negative"], Names(json.GetProperty("outcomes")));
        Assert.Equal(["ko", "en"], Names(json.GetProperty("why")));
        Assert.Superset(new HashSet<string> { "core", "adjacent", "anti", "regret", "sentence" }, Names(json.GetProperty("icp")).ToHashSet());
        Assert.Equal(["ko", "en"], Names(json.GetProperty("icp").GetProperty("sentence")));
        Assert.Equal((200, 200, 0), (json.GetProperty("accounts").GetInt32(), json.GetProperty("accepted").GetInt32(), json.GetProperty("rejected").GetInt32()));
        Assert.Equal((67, 133), (json.GetProperty("outcomes").GetProperty("positive").GetInt32(), json.GetProperty("outcomes").GetProperty("negative").GetInt32()));
        foreach (var file in json.GetProperty("files").EnumerateObject())
        {
            Assert.True(new FileInfo(file.Value.GetString()!).Length > 0, file.Name);
        }

        Assert.Equal(Path.Combine(_folder.Root, "here.html"), Path.GetFullPath(json.GetProperty("files").GetProperty("report").GetString()!));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories), file => file.EndsWith(".new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_ThreeTimesAndUndone_SaysWhatChanged()
    {
        _folder.Deals();
        Assert.Equal((0, true), await ImportAsync("import", "deals.csv", "--dry-run"));
        Assert.Equal((120, false), await ImportAsync("import", "deals.csv"));
        Assert.Equal((120, true), await ImportAsync("import", "deals.csv"));
        Assert.Equal((120, true), await ImportAsync("import", "deals.csv"));
        var build = await _folder.RunAsync("build", "--format", "json");
        Assert.Contains("\"accepted\": 120", build.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", "--undo", "1")).Code);
        var nothing = await _folder.RunAsync("build");
        Assert.Contains("[build.nothing-imported]", nothing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("standards industry Software", "sector")]
    [InlineData("standards title CFO", "functions")]
    [InlineData("standards company Acme", "comparedBy")]
    [InlineData("standards region Texas", "region")]
    [InlineData("market --industry 51", "firms")]
    [InlineData("doctor", "findings")]
    public async Task ReadingVerb_Json_HoldsItsAnswer(string call, string name)
    {
        var run = await _folder.RunAsync([.. call.Split(' '), "--format", "json"]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.NotEqual(JsonValueKind.Null, json.RootElement.GetProperty(name).ValueKind);
    }

    private async Task<(int Accepted, bool ChangedNothing)> ImportAsync(params string[] args)
    {
        var run = await _folder.RunAsync([.. args, "--format", "json"]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        var import = json.RootElement.GetProperty("imports")[0];
        return (json.RootElement.GetProperty("dryRun").GetBoolean() ? 0 : import.GetProperty("accepted").GetInt32(), json.RootElement.GetProperty("dryRun").GetBoolean() || import.GetProperty("changedNothing").GetBoolean());
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static string WithoutTime(string json) => json[..json.IndexOf("\"elapsedMs\"", StringComparison.Ordinal)];
}
