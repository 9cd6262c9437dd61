using Kindred.Core.Basics;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>Every refusal: code, subject and text in both languages.</summary>
public sealed class PatternChecksTests
{
    private static readonly Table Deals = new("deals.csv",
    [
        TextColumn.From("size", ["S", "M", "S", "L"]),
        TextColumn.From("status", ["Won", "Lost", "Won", "Open"]),
        TextColumn.From("all", ["x", "x", "x", "x"]),
    ]);

    [Fact]
    public void Target_UnknownColumn_ListsTheColumns() => Refused(Run(new MineRequest(Deals, "Stage", "Won")), "patterns.no-such-field", "Stage", "no column 'Stage'. Columns: size, status, all", "'Stage'라는 열이 없어요");

    [Fact]
    public void Target_UnknownValue_ListsTheValues() => Refused(Run(new MineRequest(Deals, "status", "won")), "patterns.no-such-value", "status", "never holds 'won'. It holds: 'Won', 'Lost', 'Open'", "'won' 값이 없어요");

    [Fact]
    public void Target_OneClass_IsRefused() => Refused(Run(new MineRequest(Deals, "all", "x")), "patterns.one-class", "all", "Every row has 'x'", "모든 행이 'x'라서");

    [Theory]
    [InlineData("nothing", null, null)]
    [InlineData(null, "nothing", null)]
    [InlineData(null, null, "nothing")]
    public void Fields_UnknownName_IsRefused(string? ignored, string? account, string? date) =>
        Refused(Run(new MineRequest(Deals, "status", "Won", ignored is null ? null : [ignored], AccountField: account, DateField: date)), "patterns.no-such-field", "nothing", "no column 'nothing'", "'nothing'라는 열이 없어요");

    [Fact]
    public void Fields_NothingLeft_IsRefused() => Refused(Run(new MineRequest(Deals, "status", "Won", ["size", "all"])), "patterns.no-fields", "deals.csv", "no column besides the outcome", "살펴볼 열이 없어요");

    [Theory]
    [InlineData(0, 10, null, "patterns.depth", "--depth", "1 to 4, not 0")]
    [InlineData(5, 10, null, "patterns.depth", "--depth", "1 to 4, not 5")]
    [InlineData(3, 0, null, "patterns.top", "--top", "1 to 10,000, not 0")]
    [InlineData(3, 10001, null, "patterns.top", "--top", "not 10001")]
    [InlineData(3, 10, 0, "patterns.min-support", "--min-support", "at least 1, not 0")]
    public void Options_OutOfBounds_AreRefused(int depth, int top, int? support, string code, string subject, string text) =>
        Refused(Run(new MineRequest(Deals, "status", "Won", Depth: depth, Top: top, MinimumRows: support)), code, subject, text, subject);

    [Fact]
    public void Options_SeveralWrong_AllAreNamed() =>
        Assert.Equal(["patterns.depth", "patterns.top", "patterns.min-support"], PatternChecks.Options(9, 0, -1).Select(reason => reason.Code));

    [Fact]
    public void Plain_TooManySelectors_IsRefusedWithTheCount()
    {
        const int rows = 10_002;
        var words = TextColumn.From("word", [.. Enumerable.Range(0, rows).Select(row => Format.Whole(row / 2))]);
        var status = TextColumn.From("status", [.. Enumerable.Range(0, rows).Select(row => row % 2 == 0 ? "Won" : "Lost")]);
        Refused(Run(new MineRequest(new Table("t", [words, status]), "status", "Won", MinimumRows: 2)), "patterns.too-many-selectors", "--min-support", "5,001 selectors; at most 4,000", "조건이 5,001개예요");
    }

    [Fact]
    public void Run_MissingRequest_IsMisuse() => Assert.Throws<ArgumentNullException>(() => MinePatterns.Run(null!, TimeProvider.System));

    private static Result<MineResult> Run(MineRequest request) => MinePatterns.Run(request, TimeProvider.System);

    private static void Refused(Result<MineResult> result, string code, string subject, string en, string ko)
    {
        Assert.False(result.IsAccepted);
        Assert.Equal((code, subject), (result.Reasons[0].Code, result.Reasons[0].Subject));
        Assert.Contains(en, result.Reasons[0].Message.En, StringComparison.Ordinal);
        Assert.Contains(ko, result.Reasons[0].Message.Ko, StringComparison.Ordinal);
    }
}
