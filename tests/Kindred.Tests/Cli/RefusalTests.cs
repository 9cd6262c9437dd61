using System.Text;
using Kindred.Cli;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>What is refused: exit code 1, the reason with its code on standard error, nothing on standard output.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mine deals.csv --target Colour=Red", "[patterns.no-such-field]")]
    [InlineData("mine deals.csv --target Stage=Gewonnen", "[patterns.no-such-value]")]
    [InlineData("mine deals.csv --target Stage=Won --depth 9", "[patterns.depth]")]
    [InlineData("mine nothing.csv --target A=B", "[files.not-found]")]
    [InlineData("build nothing.csv", "[files.not-found]")]
    [InlineData("build deals.csv --as-of 21.11.2026", "[cli.not-a-date]")]
    [InlineData("build deals.csv --outcome Colour=Red", "Colour")]
    [InlineData("build deals.csv --market X", "[build.market]")]
    [InlineData("build deals.csv --rates nothing.csv", "[build.no-rates]")]
    [InlineData("build deals.csv --won Nope", "[accounts.unknown-answer]")]
    [InlineData("build deals.csv --mapping deals.csv", "[accounts.mapping-json]")]
    [InlineData("customers deals.csv --top 0", "[customers.top]")]
    [InlineData("build", "[build.nothing-imported]")]
    [InlineData("import nothing.csv", "[files.not-found]")]
    [InlineData("import --undo 9", "[storage.no-such-import]")]
    [InlineData("icp show nowhere", "[icp.not-found]")]
    [InlineData("icp show deals.csv", "[profiles.icp-unreadable]")]
    [InlineData("icp sign nowhere --role sales --by Kim", "[icp.not-found]")]
    [InlineData("customers deals.csv --weights love=3", "[customers.weights]")]
    [InlineData("customers nothing.csv", "[files.not-found]")]
    [InlineData("market --employees many", "[market.employees]")]
    [InlineData("market --country KR", "[market.no-statistics-for-country]")]
    [InlineData("worksheet deals.csv", "[worksheet.exists]")]
    [InlineData("sample here --companies 1", "[sample.companies-out-of-range]")]
    [InlineData("sample here --as-of tomorrow", "[cli.not-a-date]")]
    [InlineData("sample deals.csv", "[sample.folder-is-a-file]")]
    public async Task Refusal_ExitsWithOne_AndNamesItsCode(string call, string code)
    {
        _folder.Deals();
        var run = await _folder.RunAsync(call.Split(' '));
        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Out));
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        var korean = await _folder.RunAsync([.. call.Split(' '), "--lang", "ko"]);
        Assert.Equal(ExitCode.Refused, korean.Code);
        Assert.Contains(code, korean.Error, StringComparison.Ordinal);
        Assert.Matches("[가-힣]요\\.", korean.Error);
    }

    [Theory]
    [InlineData("empty.csv", "", "[files.empty]")]
    [InlineData("header.csv", "Company,Industry,Stage\n", "[files.no-rows]")]
    [InlineData("blank.csv", "\n\n \n", "[files.no-table]")]
    [InlineData("scan.csv", "%PDF-1.4\n1 0 obj\n", "[files.is-pdf]")]
    public async Task BadFile_IsRefusedByEveryVerbThatReads(string name, string text, string code)
    {
        _folder.Write(name, text);
        foreach (var call in new[] { $"mine {name} --target Stage=Won", $"build {name}", $"import {name}", $"customers {name}" })
        {
            var run = await _folder.RunAsync(call.Split(' '));
            Assert.Equal((ExitCode.Refused, call), (run.Code, call));
            Assert.Contains(code, run.Error, StringComparison.Ordinal);
            Assert.Contains(name, run.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Path.Combine(_folder.Root, "kindred-data", "icp.json")));
    }

    [Fact]
    public async Task HundredThousandColumns_AreRefusedWithTheLimit()
    {
        var line = new StringBuilder();
        for (var column = 0; column < 100_000; column++)
        {
            line.Append(column == 0 ? "" : ",").Append('c').Append(column);
        }

        _folder.Write("wide.csv", line + "\n" + line.Replace("c", "1") + "\n");
        foreach (var call in new[] { "mine wide.csv --target c1=1", "build wide.csv", "import wide.csv" })
        {
            var run = await _folder.RunAsync(call.Split(' '));
            Assert.Equal(ExitCode.Refused, run.Code);
            Assert.Contains("100000 columns; at most 16384", run.Error, StringComparison.Ordinal);
            Assert.Contains("[files.too-many-columns]", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("build", "[build.no-files]")]
    [InlineData("import", "[import.no-files]")]
    [InlineData("customers", "[build.no-files]")]
    public async Task FolderWithoutData_IsRefused(string verb, string code)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "exports"));
        _folder.Write("exports/notes.md", "nothing to see");
        var run = await _folder.RunAsync(verb, "exports");
        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Out));
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains("'exports'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("import")]
    public async Task UnwritableWorkspace_IsRefused(string verb)
    {
        // A folder below a file can be made by nobody, not even by root.
        _folder.Deals();
        var run = await _folder.RunAsync(verb, "deals.csv", "--workspace", "deals.csv/data");
        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Out));
        Assert.Contains("'deals.csv/data' cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Contains("[storage.not-writable]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorksheetWhereNoFolderIs_TheWorldFailed()
    {
        var run = await _folder.RunAsync("worksheet", "no/such/folder/sheet.xlsx");
        Assert.Equal(ExitCode.WorldFailed, run.Code);
        Assert.Contains("[world.failed]", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneClass_MineIsRefused()
    {
        _folder.Deals(isWon: _ => true);
        var run = await _folder.RunAsync("mine", "deals.csv", "--target", "Stage=Closed Won");
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Contains("Every row has 'Closed Won'", run.Error, StringComparison.Ordinal);
        Assert.Contains("[patterns.one-class]", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 0, 120)]
    [InlineData(true, 120, 0)]
    public async Task OneClass_BuildSaysInsufficientAndStillWrites(bool isWon, int positive, int negative)
    {
        _folder.Deals(isWon: _ => isWon);
        var run = await _folder.RunAsync("build", "deals.csv", "--format", "json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        using var json = System.Text.Json.JsonDocument.Parse(run.Out);
        Assert.Equal("insufficient", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal((positive, negative), (json.RootElement.GetProperty("outcomes").GetProperty("positive").GetInt32(), json.RootElement.GetProperty("outcomes").GetProperty("negative").GetInt32()));
        Assert.True(File.Exists(Path.Combine(_folder.Root, "kindred-data", "report.html")));
    }
}
