using Kindred.Core.Basics;
using Kindred.Core.Standards;
using Kindred.Core.Tables;
using Kindred.Core.Workspaces;
using Xunit;

namespace Kindred.Tests.Workspaces;

public sealed class ResidentNumbersOutTests
{
    [Theory]
    [InlineData("Kim,900101-1234567,x", "Kim,******-*******,x")]
    [InlineData("a 9001011234567 b", "a ************* b")]
    [InlineData("900101–1234567;991231 2000000", "******–*******;****** *******")]
    [InlineData("123-45-67890", "123-45-67890")]
    [InlineData("901301-1234567", "901301-1234567")]
    [InlineData("900101-9234567", "900101-9234567")]
    [InlineData("19001011234567", "19001011234567")]
    [InlineData("", "")]
    public void Masked_OfAText_HidesResidentNumbersOnly(string text, string expected) => Assert.Equal(expected, ResidentNumber.Masked(text));

    [Fact]
    public void Of_ABatch_EmptiesTheCellAndMasksTheReject()
    {
        var table = new Table("deals", [
            TextColumn.From("company", ["A", "900101-1234567", "B"]),
            TextColumn.From("barcode", ["8801234567890", "8801234567890", "x"]),
            TextColumn.From("사업자등록번호", ["123-45-67890", "9001011234567", null]),
            new NumberColumn("amount", [1, 2, 3])]);
        var reject = new Reject(5, new Reason("files.not-a-date", "day", new Wording("'900101-1234567'은 날짜가 아니에요.", "'900101-1234567' is not a date.")), "C,900101-1234567,x");
        var clean = ResidentNumbersOut.Of(new TableBatch(table, [2, 3, 4], [reject]));

        string[] Texts(string name) => [.. Enumerable.Range(0, 3).Select(row => clean.Table.Find(name)!.TextAt(row))];
        Assert.Equal(["A", "", "B"], Texts("company"));
        Assert.Equal(["8801234567890", "8801234567890", "x"], Texts("barcode"));
        Assert.Equal(["123-45-67890", "", ""], Texts("사업자등록번호"));
        Assert.Equal(["1", "2", "3"], Texts("amount"));
        Assert.DoesNotContain(clean.Table.Columns.OfType<TextColumn>().SelectMany(column => column.Dictionary), word => word.Contains("900101", StringComparison.Ordinal));
        var masked = Assert.Single(clean.Rejects);
        Assert.Equal(("C,******-*******,x", "'******-*******' is not a date.", "'******-*******'은 날짜가 아니에요."), (masked.RawText, masked.Reason.Message.En, masked.Reason.Message.Ko));
    }

    /// <summary>Wherever in the column it stands: first, last, alone.</summary>
    [Theory]
    [InlineData("900101-1234567")]
    [InlineData("900101-1234567", "A")]
    [InlineData("A", "B", "900101-1234567")]
    public void Of_AnyPlaceInTheColumn_IsEmptied(params string[] cells)
    {
        var clean = ResidentNumbersOut.Of(new TableBatch(new Table("t", [TextColumn.From("note", cells)]), [.. cells.Select((_, i) => i + 2L)], []));
        Assert.Equal(cells.Select(cell => cell.Length > 1 ? "" : cell), Enumerable.Range(0, cells.Length).Select(clean.Table.Columns[0].TextAt));
    }

    [Fact]
    public void Of_ABatchWithout_IsTheSameTable()
    {
        var batch = new TableBatch(new Table("deals", [TextColumn.From("company", ["A", "B"])]), [2, 3], []);
        Assert.Same(batch.Table, ResidentNumbersOut.Of(batch).Table);
    }
}
