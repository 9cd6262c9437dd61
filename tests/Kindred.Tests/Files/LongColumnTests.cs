using System.Globalization;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Files;

/// <summary>Columns with so many distinct cells that they are read as they come: whatever follows later must still decide.</summary>
public sealed class LongColumnTests
{
    private const int Rows = 9_000;

    private static string Figure(int i) => (i * 0.25).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Day(int i) => new DateTime(1995, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] Cells(Func<int, string> usual, params (int Row, string Cell)[] others)
    {
        var cells = Enumerable.Range(0, Rows).Select(usual).ToArray();
        foreach (var (row, cell) in others)
        {
            cells[row] = cell;
        }

        return cells;
    }

    [Fact]
    public void Read_FiguresWithOtherForms_AreAllRead()
    {
        var (column, evidence, reading) = Reads.Column(Cells(Figure, (10, "N/A"), (7_000, "1,234.50"), (7_001, ""), (7_002, "-"), (8_000, " 5 "), (8_001, "-0.5"), (8_500, "twelve")));
        Assert.Equal(Rows - 1, column.Length);
        var numbers = Reads.Numbers(column);
        Assert.Equal([double.NaN, 1234.5, double.NaN, double.NaN, 5, -0.5], new[] { numbers[10], numbers[7_000], numbers[7_001], numbers[7_002], numbers[8_000], numbers[8_001] });
        Assert.Equal(6_999 * 0.25, numbers[6_999]);
        Assert.Equal((8_502L, "files.not-a-number"), (Assert.Single(reading.Rejects).RowNumber, reading.Rejects[0].Reason.Code));
        Assert.Equal((1L, 2), (evidence.Empty, evidence.Placeholders.Count));
    }

    [Fact]
    public void Read_FiguresThatTurnOutWords_KeepTheirSpelling()
    {
        var cells = Cells(Figure);
        for (var i = 6_000; i < Rows; i++)
        {
            cells[i] = "word " + i.ToString(CultureInfo.InvariantCulture);
        }

        Assert.Equal(cells, Reads.Texts(Assert.IsType<TextColumn>(Reads.Column(cells).Column)));
    }

    [Fact]
    public void Read_LeadingZerosFarDown_KeepEverySpelling()
    {
        var cells = Cells(i => (10_000 + i).ToString(CultureInfo.InvariantCulture));
        for (var i = 8_000; i < 8_200; i++)
        {
            cells[i] = "0" + cells[i];
        }

        Assert.Equal(cells, Reads.Texts(Assert.IsType<TextColumn>(Reads.Column(cells).Column)));
    }

    [Fact]
    public void Read_CommaFractionsFarDown_DecideTheStyle()
    {
        var cells = Cells(i => (1000 + i).ToString(CultureInfo.InvariantCulture));
        for (var i = 5_000; i < Rows; i++)
        {
            cells[i] += ",5";
        }

        Assert.Equal(Enumerable.Range(0, Rows).Select(i => 1000 + i + (i >= 5_000 ? 0.5 : 0)), Reads.Numbers(Reads.Column(cells).Column));
    }

    [Fact]
    public void Read_OpenThousandsInALongColumn_FollowTheOtherColumns()
    {
        var rows = Enumerable.Range(0, Rows).Select(i => $"{1 + (i / 1000)}.{i % 1000:000};{i},5\n");
        var reading = Reads.One("a;b\n" + string.Concat(rows));
        Assert.Equal(Enumerable.Range(1000, Rows).Select(i => (double)i), Reads.Numbers(reading.Table.Columns[0]));
    }

    [Fact]
    public void Read_HeaderUnitOverALongColumn_Multiplies() =>
        Assert.Equal(Enumerable.Range(0, Rows).Select(i => i * 250_000.0), Reads.Numbers(Reads.Column(Cells(Figure), "매출액(백만원)").Column));

    [Fact]
    public void Read_SeveralCurrenciesInALongColumn_AreTold()
    {
        var (column, _, reading) = Reads.Column(Cells(Figure, (5_000, "$7"), (5_001, "₩9")), "amount");
        Assert.Equal((7, 9), (Reads.Numbers(column)[5_000], Reads.Numbers(column)[5_001]));
        Assert.Equal(["", "USD", "KRW", ""], Reads.Words(reading, "amount (currency)")[4_999..5_003]);
    }

    [Fact]
    public void Read_IsoDatesWithOtherForms_AreAllRead()
    {
        var (column, _, reading) = Reads.Column(Cells(Day, (6_000, "2026. 11. 21."), (6_001, ""), (6_002, "미정"), (6_003, "2026-02-31"), (6_004, "2026-01-02 03:04:05")));
        var texts = Reads.Texts(Assert.IsType<DateColumn>(column));
        Assert.Equal(["2026-11-21", "", "", "2026-01-02T03:04:05"], texts[6_000..6_004]);
        Assert.Equal(6_005, Assert.Single(reading.Rejects).RowNumber);
    }

    [Fact]
    public void Read_IsoDatesThatTurnOutWords_KeepTheirSpelling()
    {
        var cells = Cells(Day);
        for (var i = 5_500; i < Rows; i++)
        {
            cells[i] = $"{Day(i)} to {Day(i + 1)}";
        }

        Assert.Equal(cells, Reads.Texts(Assert.IsType<TextColumn>(Reads.Column(cells).Column)));
    }

    [Fact]
    public void Read_WordsThatMustBeComposed_AreMerged()
    {
        var cells = Cells(i => i % 3 == 0 ? "  상사 " + i : i % 3 == 1 ? "상사 " + (i - 1) : ("상사 " + (i - 2)).Normalize(System.Text.NormalizationForm.FormD));
        var column = Assert.IsType<TextColumn>(Reads.Column(cells).Column);
        Assert.Equal((Rows / 3) + 1, column.Dictionary.Length);
        Assert.Equal("상사 2997", column.TextAt(2_999));
    }
}
