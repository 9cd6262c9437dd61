using System.Text.Json;
using Kindred.Cli;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>A newer export of the same deals beside the older one.</summary>
public sealed class OverlapTests
{
    [Fact]
    public async Task Build_TwoExportsOfTheSameDeals_CountsThemOnceAndSaysSo()
    {
        using var folder = new CliFolder();
        folder.Deals("deals 2025-01-01.csv", 80);
        folder.Deals("deals 2025-06-01.csv", 120);
        var run = await folder.RunAsync("build", "deals 2025-01-01.csv", "deals 2025-06-01.csv", "--format", "json");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("Rows of 'deals 2025-06-01.csv' replace 80 rows of 'deals 2025-01-01.csv' (same Deal Name + Company).", run.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(run.Out);
        var outcomes = json.RootElement.GetProperty("outcomes");
        Assert.Equal((40, 80, 200), (outcomes.GetProperty("positive").GetInt32(), outcomes.GetProperty("negative").GetInt32(), json.RootElement.GetProperty("accepted").GetInt32()));
    }

    [Fact]
    public async Task Build_AnOverlappingImportUndone_CountsAsBefore()
    {
        using var folder = new CliFolder();
        folder.Deals("deals 2025-01-01.csv", 80);
        folder.Deals("deals 2025-06-01.csv", 120);
        await folder.RunAsync("import", "deals 2025-01-01.csv");
        await folder.RunAsync("import", "deals 2025-06-01.csv");
        var both = await folder.RunAsync("build", "--workspace", "kindred-data", "--lang", "ko");
        Assert.Contains("대신해요", both.Error, StringComparison.Ordinal);
        await folder.RunAsync("import", "--undo", "2");
        var one = await folder.RunAsync("build", "--workspace", "kindred-data", "--format", "json");
        Assert.DoesNotContain("replace", one.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(one.Out);
        Assert.Equal(27, json.RootElement.GetProperty("outcomes").GetProperty("positive").GetInt32());
    }
}
