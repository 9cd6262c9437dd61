using Kindred.Cli;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>A wrong call of every verb: exit code 2, nothing on standard output, and the line that helps.</summary>
public sealed class WrongUsageTests
{
    [Theory]
    [InlineData("", "A command is missing. Choose one: build, import", "Usage: kindred --help")]
    [InlineData("nothing", "'nothing'", "Usage: kindred --help")]
    [InlineData("mine --target A=B --lang fr", "'fr'", "Usage: kindred mine --help")]
    [InlineData("mine deals.csv", "'--target' is required", "Usage: kindred mine --help")]
    [InlineData("mine deals.csv --target Stage", "--target 'Stage' has no '='", "[mine.target]")]
    [InlineData("mine deals.csv --target A=B --quality best", "'best'", "Usage: kindred mine --help")]
    [InlineData("mine deals.csv --target A=B --depth many", "'many'", "Usage: kindred mine --help")]
    [InlineData("build --outcome Stage", "--outcome 'Stage' has no '='", "[build.outcome]")]
    [InlineData("build deals.csv --sed 5", "There is no option '--sed'", "Usage: kindred build --help")]
    [InlineData("import deals.csv --dryrun", "There is no option '--dryrun'", "Usage: kindred import --help")]
    [InlineData("customers deals.csv --tops 5", "There is no option '--tops'", "Usage: kindred customers --help")]
    [InlineData("import", "or --list, or --undo N", "[import.nothing-to-do]")]
    [InlineData("icp", "A command is missing. Choose one: show", "Usage: kindred icp --help")]
    [InlineData("icp diff one", "AFTER", "Usage: kindred icp diff --help")]
    [InlineData("icp state . --row colour --text a --by b", "'colour'", "Usage: kindred icp state --help")]
    [InlineData("icp sign . --role king --by a", "'king'", "Usage: kindred icp sign --help")]
    [InlineData("icp export . --form pdf", "'pdf'", "Usage: kindred icp export --help")]
    [InlineData("customers", "PATH", "Usage: kindred customers --help")]
    [InlineData("market --format xml", "'xml'", "Usage: kindred market --help")]
    [InlineData("standards", "A command is missing. Choose one: industry", "Usage: kindred standards --help")]
    [InlineData("standards industry", "TEXT", "Usage: kindred standards industry --help")]
    [InlineData("worksheet", "FILE", "Usage: kindred worksheet --help")]
    [InlineData("worksheet --sheet", "There is no option '--sheet'", "Usage: kindred worksheet --help")]
    [InlineData("sample --seeds", "There is no option '--seeds'", "Usage: kindred sample --help")]
    [InlineData("watch --evry", "There is no option '--evry'", "Usage: kindred watch --help")]
    [InlineData("doctor --format xml", "'xml'", "Usage: kindred doctor --help")]
    [InlineData("sample", "DIR", "Usage: kindred sample --help")]
    [InlineData("sample here --story great", "'great'", "Usage: kindred sample --help")]
    public async Task WrongCall_ExitsWithTwo_AndSaysHow(string call, string found, string help)
    {
        using var folder = new CliFolder();
        var run = await folder.RunAsync(call.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((ExitCode.WrongUsage, ""), (run.Code, run.Out));
        Assert.Contains(found, run.Error, StringComparison.Ordinal);
        Assert.Contains(help, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    [Theory]
    [InlineData("mine deals.csv --target Stage", "열=값으로 써 주세요")]
    [InlineData("build --outcome Stage", "열=값으로 써 주세요")]
    [InlineData("import", "--undo N을 붙여 주세요")]
    [InlineData("build deals.csv --sed 5", "'--sed'라는 옵션은 없어요")]
    [InlineData("sample", "쓰는 법: kindred sample --help")]
    [InlineData("sample", "DIR을(를) 적어 주세요. [usage.argument-missing]")]
    [InlineData("icp", "무엇을 할지 골라 주세요: show, diff")]
    [InlineData("nothing", "'nothing'은(는) 여기에 쓸 수 없어요. [usage.unknown-word]")]
    [InlineData("mine deals.csv", "옵션 '--target'이(가) 꼭 필요해요. [usage.option-missing]")]
    [InlineData("mine deals.csv --target A=B --target C=D", "옵션 '--target'은(는) 한 번만 쓸 수 있어요. [usage.value-twice]")]
    [InlineData("mine deals.csv --target A=B --quality best", "'best'은(는) 쓸 수 없어요. 쓸 수 있는 값: ")]
    [InlineData("mine deals.csv --target A=B --depth many", "'many'을(를) 정수(으)로 읽을 수 없어요. [usage.value-unreadable]")]
    [InlineData("doctor --colour", "'--colour'라는 옵션은 없어요. [usage.unknown-option]")]
    [InlineData("icp diff one", "AFTER을(를) 적어 주세요")]
    public async Task WrongCall_InKorean_IsAnsweredInKorean(string call, string text)
    {
        using var folder = new CliFolder();
        var run = await folder.RunAsync([.. call.Split(' '), "--lang", "ko"]);
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("equired", run.Error, StringComparison.Ordinal);
    }
}
