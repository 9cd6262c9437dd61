using System.Globalization;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Files;

public sealed class NumberColumnTests
{
    [Theory]
    [InlineData("1234.5", 1234.5, null)]
    [InlineData("-7", -7, null)]
    [InlineData("1,234.56", 1234.56, null)]
    [InlineData("1,234,567", 1234567, null)]
    [InlineData("1.234,56", 1234.56, null)]
    [InlineData("0,5", 0.5, null)]
    [InlineData("1 234,56", 1234.56, null)]
    [InlineData("1'234.50", 1234.5, null)]
    [InlineData("(1,200)", -1200, null)]
    [InlineData("$125,000", 125000, "USD")]
    [InlineData("-$5", -5, "USD")]
    [InlineData("$-5.50", -5.5, "USD")]
    [InlineData("₩1,000", 1000, "KRW")]
    [InlineData("1,000원", 1000, "KRW")]
    [InlineData("€ 1.234,50", 1234.5, "EUR")]
    [InlineData("¥300", 300, "JPY")]
    [InlineData("USD 12.5", 12.5, "USD")]
    [InlineData("12.5 KRW", 12.5, "KRW")]
    [InlineData("100억", 1e10, null)]
    [InlineData("1억 2,000만원", 1.2e8, "KRW")]
    [InlineData("1조 2,300억 원", 1.23e12, "KRW")]
    [InlineData("5천만원", 5e7, "KRW")]
    [InlineData("1,250백만원", 1.25e9, "KRW")]
    [InlineData("3.5만", 35000, null)]
    [InlineData("250k", 250000, null)]
    [InlineData("$1.5M", 1.5e6, "USD")]
    [InlineData("2B", 2e9, null)]
    [InlineData("45%", 45, null)]
    [InlineData("150명", 150, null)]
    [InlineData("△1,200", -1200, null)]
    [InlineData("1.2e3", 1200, null)]
    [InlineData("0.1", 0.1, null)]
    [InlineData("123456789.123456", 123456789.123456, null)]
    public void Read_NumberForm_IsReadAsThatNumber(string cell, double expected, string? currency)
    {
        var (column, _, _) = Reads.Column([cell, "", cell]);
        Assert.Equal([expected, double.NaN, expected], Reads.Numbers(column));
        Assert.Equal(currency, ((NumberColumn)column).Currency);
    }

    [Theory]
    [InlineData("12-34")]
    [InlineData("1,23,45")]
    [InlineData("1.2.3")]
    [InlineData("5 apples")]
    [InlineData("+821012345678")]
    [InlineData("2억 3억")]
    [InlineData("1234567890123456789")]
    [InlineData("001bm00001ZL8U9AAL")]
    public void Read_NoNumber_StaysText(string cell)
    {
        var (column, _, reading) = Reads.Column([cell, cell]);
        Assert.Equal([cell, cell], Reads.Texts(Assert.IsType<TextColumn>(column)));
        Assert.Empty(reading.Rejects);
    }

    [Fact]
    public void Read_LeadingZeros_StayText()
    {
        Assert.Equal(["007", "123"], Reads.Texts(Assert.IsType<TextColumn>(Reads.Column(["007", "123"]).Column)));
        Assert.Equal([0.5, 0], Reads.Numbers(Reads.Column(["0.5", "0"]).Column));
    }

    [Theory]
    [InlineData("사업자등록번호")]
    [InlineData("Account ID")]
    [InlineData("AccountId")]
    [InlineData("Billing Zip/Postal Code")]
    [InlineData("우편번호")]
    [InlineData("Phone")]
    public void Read_FiguresUnderAnIdentifierHeader_StayText(string header) => Assert.IsType<TextColumn>(Reads.Column(["1234567890", "75251"], header).Column);

    [Theory]
    [InlineData("Number of Employees")]
    [InlineData("직원수")]
    [InlineData("paid")]
    [InlineData("NumberOfEmployees")]
    [InlineData("valid")]
    public void Read_FiguresUnderACountHeader_AreNumbers(string header) => Assert.IsType<NumberColumn>(Reads.Column(["120", "75"], header).Column);

    [Theory]
    [InlineData("매출액 (단위: 백만원)", 1_250e6, "KRW")]
    [InlineData("매출액(억원)", 1_250e8, "KRW")]
    [InlineData("금액[천원]", 1_250e3, "KRW")]
    [InlineData("ARR (USD)", 1_250, "USD")]
    [InlineData("Revenue ($M)", 1_250e6, "USD")]
    [InlineData("Revenue (in thousands)", 1_250e3, null)]
    [InlineData("refund_amount_usd", 1_250, "USD")]
    [InlineData("Lifecycle (Days)", 1_250, null)]
    public void Read_UnitInTheHeader_MultipliesTheCells(string header, double expected, string? currency)
    {
        var (column, evidence, _) = Reads.Column(["1,250"], header);
        Assert.Equal([expected], Reads.Numbers(column));
        Assert.Equal(currency, ((NumberColumn)column).Currency);
        Assert.Equal(expected / 1_250, evidence.UnitFactor);
    }

    [Fact]
    public void Read_SeveralCurrencies_AreNeverOneColumnOfMoney()
    {
        var (column, evidence, reading) = Reads.Column(["$100", "₩5,000", "", "$7"], "amount");
        Assert.Null(Assert.IsType<NumberColumn>(column).Currency);
        Assert.Equal(["USD", "KRW", "", "USD"], Reads.Words(reading, "amount (currency)"));
        Assert.Equal([("USD", 2L), ("KRW", 1L)], evidence.Currencies.Select(found => (found.Word, found.Count)));
    }

    [Fact]
    public void Read_PlaceholdersAmongNumbers_AreMissingAndCounted()
    {
        var (column, evidence, _) = Reads.Column(["10", "N/A", "-", "미정", "20", "N/A", "none"]);
        Assert.Equal([10, double.NaN, double.NaN, double.NaN, 20, double.NaN, double.NaN], Reads.Numbers(column));
        Assert.Equal([("N/A", 2L), ("-", 1L), ("none", 1L), ("미정", 1L)], evidence.Placeholders.Select(found => (found.Word, found.Count)));
    }

    [Fact]
    public void Read_OneWordAmongNumbers_RejectsThatRow()
    {
        var (column, _, reading) = Reads.Column([.. Enumerable.Range(0, 99).Select(i => (i % 40).ToString(CultureInfo.InvariantCulture)), "twelve"], "seats");
        Assert.Equal(99, column.Length);
        var reject = Assert.Single(reading.Rejects);
        Assert.Equal(("files.not-a-number", 101L), (reject.Reason.Code, reject.RowNumber));
        Assert.Contains("Column 'seats': 'twelve' is not a number", reject.Reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NumbersAsKeysWithAFewWords_StayText()
    {
        var cells = Enumerable.Range(0, 99).Select(i => (10_000 + i).ToString(CultureInfo.InvariantCulture)).Append("X-17");
        Assert.IsType<TextColumn>(Reads.Column(cells, "customer").Column);
    }

    [Fact]
    public void Read_OpenThousands_FollowTheOtherColumns()
    {
        var reading = Reads.One("a;b\n1.234;0,5\n2.500;1,25\n");
        Assert.Equal([1234, 2500], Reads.Numbers(reading.Table.Columns[0]));
        Assert.Equal([1.234, 2.5], Reads.Numbers(Reads.Column(["1.234", "2.500"]).Column));
        Assert.Equal([1234, 2500], Reads.Numbers(Reads.Column(["1,234", "2,500"]).Column));
    }

    [Fact]
    public void Read_RandomNumbers_AreExact()
    {
        var random = new Random(11);
        var values = Enumerable.Range(0, 20_000).Select(_ => Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 12)), random.Next(0, 7))).ToArray();
        var (column, _, _) = Reads.Column(values.Select(value => value.ToString("0.######", CultureInfo.InvariantCulture)));
        Assert.Equal(values.Select(value => double.Parse(value.ToString("0.######", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)), Reads.Numbers(column));
    }
}
