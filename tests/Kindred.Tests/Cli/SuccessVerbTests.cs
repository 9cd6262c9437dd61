using System.Text.Json;
using Kindred.Cli;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>health, tiers and lookalike as a script sees them.</summary>
public sealed class SuccessVerbTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verbs_Json_HaveTheDocumentedFields()
    {
        await ImportAsync();
        using var health = await JsonAsync("health");
        Assert.Equal(["asOf", "currency", "running", "keyFeature", "weights", "model", "customers", "silent", "renewals", "alerts", "notes", "assumptions"], Names(health.RootElement));
        Assert.Equal(["isProbability", "said", "rows", "customers", "departures", "need"], Names(health.RootElement.GetProperty("model")));
        var customer = health.RootElement.GetProperty("customers")[0];
        Assert.Equal(["id", "company", "tier", "startedOn", "monthly", "factors", "renewsOn"], Names(customer));
        Assert.Equal(["factor", "weight", "counted", "said"], Names(customer.GetProperty("factors")[0]));
        Assert.Equal(100, customer.GetProperty("factors").EnumerateArray().Sum(factor => factor.GetProperty("weight").GetInt32()));
        using var tiers = await JsonAsync("tiers", "--capacity-a", "2", "--capacity-b", "3");
        Assert.Equal(["asOf", "currency", "running", "keyFeature", "weights", "capacityA", "capacityB", "customers", "tasks"], Names(tiers.RootElement));
        Assert.Equal("AABBBCCCCCCC", string.Concat(tiers.RootElement.GetProperty("customers").EnumerateArray().Select(one => one.GetProperty("tier").GetString())));
        Assert.Equal(["id", "company", "tier", "task", "what", "dueOn", "why"], Names(tiers.RootElement.GetProperty("tasks")[0]));
        using var alike = await JsonAsync("lookalike", "a1");
        Assert.Equal(["asOf", "currency", "running", "keyFeature", "weights", "isLearned", "kept", "gone", "traits", "company", "silence", "nearest", "stories", "winBack"], Names(alike.RootElement));
    }

    [Fact]
    public async Task Verbs_InBothLanguages_SayWhatIsMissing()
    {
        await ImportAsync();
        foreach (var (language, words) in new[] { ("ko", "확률은 아직 말할 수 없어요"), ("en", "No probability yet") })
        {
            var run = await _folder.RunAsync("health", "--lang", language);
            Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
            Assert.Contains(words, run.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", run.Out, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Done, (await _folder.RunAsync("tiers", "--lang", language)).Code);
            Assert.Equal(ExitCode.Done, (await _folder.RunAsync("lookalike", "--lang", language)).Code);
        }
    }

    [Theory]
    [InlineData("health --top 0", "[success.top]")]
    [InlineData("health --weights mood=1", "[success.weights]")]
    [InlineData("health --weights survey=50", "[success.weights-total]")]
    [InlineData("health subscriptions.csv", "[success.event]")]
    [InlineData("health subscriptions.csv --event gone=yes", "[success.no-such-column]")]
    [InlineData("tiers --capacity-a -1", "[success.capacity]")]
    [InlineData("lookalike nobody", "[success.no-such-company]")]
    public async Task Refusals_NameTheirCode(string call, string code)
    {
        await ImportAsync();
        var run = await _folder.RunAsync(call.Split(' '));
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    private async Task ImportAsync()
    {
        _folder.Write("subscriptions.csv", "subscription_id,account_id,start_date,end_date,mrr_amount,plan\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"s{i},a{i},2024-0{1 + i % 6}-05,{(i % 3 == 0 ? "2025-03-09" : "")},{100 + i},{(i % 2 == 0 ? "Basic" : "Pro")}\n")));
        var run = await _folder.RunAsync("import", "subscriptions.csv");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
    }

    private async Task<JsonDocument> JsonAsync(params string[] call)
    {
        var run = await _folder.RunAsync([.. call, "--format", "json"]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return JsonDocument.Parse(run.Out);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
