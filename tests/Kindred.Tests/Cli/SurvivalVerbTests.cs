using System.Text.Json;
using Kindred.Cli;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>survival, cox and segments as a script sees them.</summary>
public sealed class SurvivalVerbTests : IDisposable
{
    private const string Lives = "months,left,plan,seats\n1,yes,Basic,2\n3,no,Pro,9\n5,yes,Basic,1\n6,yes,Pro,8\n8,no,Basic,3\n9,yes,Basic,6\n12,no,Pro,5\n12,yes,Pro,4\n14,,Pro,4\n";

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Survival_Json_HasTheDocumentedFields()
    {
        _folder.Write("lives.csv", Lives);
        using var json = await JsonAsync("survival lives.csv --duration months --event left=yes --by plan");
        Assert.Equal(["groups", "logRank", "leftOut"], Names(json.RootElement));
        Assert.Equal(["chisq", "df", "p", "logP"], Names(json.RootElement.GetProperty("logRank")));
        Assert.Equal(1, json.RootElement.GetProperty("leftOut").GetInt32());
        var basic = json.RootElement.GetProperty("groups")[0];
        Assert.Equal(["group", "n", "events", "median", "medianLow", "medianHigh", "curve"], Names(basic));
        Assert.Equal(("Basic", 4, 3, 7), (basic.GetProperty("group").GetString(), basic.GetProperty("n").GetInt32(), basic.GetProperty("events").GetInt32(), basic.GetProperty("median").GetInt32()));
        Assert.Equal(["t", "s", "low", "high", "atRisk"], Names(basic.GetProperty("curve")[0]));
        Assert.Equal([1.0, 5, 8, 9], basic.GetProperty("curve").EnumerateArray().Select(step => step.GetProperty("t").GetDouble()));
        Assert.Equal([0.75, 0.5, 0.5, 0], basic.GetProperty("curve").EnumerateArray().Select(step => step.GetProperty("s").GetDouble()));
    }

    [Fact]
    public async Task Survival_OneCurve_HasNoLogRank()
    {
        _folder.Write("lives.csv", Lives);
        using var json = await JsonAsync("survival lives.csv --duration months --event left=YES --interval log-log");
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("logRank").ValueKind);
        Assert.Equal("", json.RootElement.GetProperty("groups")[0].GetProperty("group").GetString());
    }

    [Fact]
    public async Task Cox_Json_HasTheDocumentedFields()
    {
        _folder.Write("lives.csv", Lives);
        using var json = await JsonAsync("cox lives.csv --duration months --event left=yes --covariates plan,seats --ties breslow");
        Assert.Equal(["n", "events", "leftOut", "ties", "covariates", "logLikelihoodNull", "logLikelihood", "likelihoodRatio"], Names(json.RootElement));
        Assert.Equal((8, 5, "breslow"), (json.RootElement.GetProperty("n").GetInt32(), json.RootElement.GetProperty("events").GetInt32(), json.RootElement.GetProperty("ties").GetString()));
        var lines = json.RootElement.GetProperty("covariates");
        Assert.Equal(["name", "column", "level", "reference", "coef", "se", "hr", "low", "high", "z", "p", "n", "why"], Names(lines[0]));
        Assert.Equal(["plan=Pro", "seats"], lines.EnumerateArray().Select(line => line.GetProperty("name").GetString()));
        Assert.Equal("Basic", lines[0].GetProperty("reference").GetString());
    }

    [Fact]
    public async Task Segments_Json_HasTheDocumentedFields()
    {
        _folder.Write("subscriptions.csv", "subscription_id,account_id,start_date,end_date,mrr_amount,plan\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"s{i},a{i},2024-0{1 + i % 6}-05,{(i % 3 == 0 ? "2025-03-09" : "")},{100 + i},{(i % 2 == 0 ? "Basic" : "Pro")}\n")) + "s99,a1,2025-06-01,,5,Pro\n");
        using var json = await JsonAsync("segments subscriptions.csv --by plan");
        var root = json.RootElement;
        Assert.Equal(["asOf", "currency", "months", "fromInvoices", "by", "overall", "segments", "movements", "traits", "misfitSupport", "misfitCustomers", "keyFeature", "notes", "assumptions"], Names(root));
        var row = root.GetProperty("segments")[0];
        Assert.Equal(["keys", "name", "pooled", "verdict", "reason", "consistency", "figures", "againstRest", "checks"], Names(row));
        Assert.Equal(25, row.GetProperty("figures").GetArrayLength());
        Assert.Equal(["id", "value", "low", "high", "n", "observed", "pooled", "need", "why"], Names(row.GetProperty("figures")[0]));
        Assert.Equal(12, root.GetProperty("overall").GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("id").GetString() == "customersEver").GetProperty("value").GetInt32());
        var text = await _folder.RunAsync("segments", "subscriptions.csv", "--by", "plan", "--lang", "ko");
        Assert.Equal((ExitCode.Done, ""), (text.Code, text.Error));
        Assert.Contains("월 이탈률", text.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("survival lives.csv --duration years --event left=yes", "[segments.no-such-column]")]
    [InlineData("survival lives.csv --duration months --event left=maybe", "[segments.no-events]")]
    [InlineData("survival lives.csv --duration plan --event left=yes", "[segments.duration-not-a-number]")]
    [InlineData("survival back.csv --duration months --event left=yes", "[segments.negative-duration]")]
    [InlineData("survival same.csv --duration months --event left=yes", "[segments.one-duration]")]
    [InlineData("survival lives.csv --duration months --event months=5", "[segments.one-column-twice]")]
    [InlineData("survival empty.csv --duration months --event left=yes", "[segments.no-durations]")]
    [InlineData("survival many.csv --duration months --event left=yes --by name", "[segments.too-many-groups]")]
    [InlineData("cox lives.csv --duration months --event left=yes --covariates plan,plan", "[segments.covariate-twice]")]
    [InlineData("cox lives.csv --duration months --event left=yes --covariates colour", "[segments.no-such-column]")]
    [InlineData("cox lives.csv --duration months --event left=yes --covariates ,", "[segments.no-covariates]")]
    [InlineData("cox same.csv --duration seats --event left=yes --covariates months", "[segments.one-value]")]
    [InlineData("cox many.csv --duration months --event left=yes --covariates name", "[segments.too-many-values]")]
    [InlineData("segments --by industry", "[storage.")]
    [InlineData("segments lives.csv", "[")]
    [InlineData("segments lives.csv --benchmarks nothing.csv", "[segments.no-benchmarks]")]
    public async Task Refusal_ExitsWithOne_AndNamesItsCode(string call, string code)
    {
        _folder.Write("lives.csv", Lives);
        _folder.Write("back.csv", "months,left\n4,yes\n-2,no\n5,yes\n");
        _folder.Write("same.csv", "months,left,seats\n4,yes,1\n4,no,2\n4,yes,3\n");
        _folder.Write("empty.csv", "months,left\n4,\n5,\n,yes\n");
        _folder.Write("many.csv", "months,left,name\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i + 1},{(i % 2 == 0 ? "yes" : "no")},n{i}\n")));
        foreach (var language in new[] { "en", "ko" })
        {
            var run = await _folder.RunAsync([.. call.Split(' '), "--lang", language]);
            Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Out));
            Assert.Contains(code, run.Error, StringComparison.Ordinal);
            if (language == "ko")
            {
                Assert.Matches("[가-힣]요\\.", run.Error);
            }
        }
    }

    [Fact]
    public async Task Event_WithoutEquals_IsWrongUsage()
    {
        _folder.Write("lives.csv", Lives);
        var run = await _folder.RunAsync("survival", "lives.csv", "--duration", "months", "--event", "left");
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains("[survival.event]", run.Error, StringComparison.Ordinal);
    }

    private async Task<JsonDocument> JsonAsync(string call)
    {
        var run = await _folder.RunAsync([.. call.Split(' '), "--format", "json"]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return JsonDocument.Parse(run.Out);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
