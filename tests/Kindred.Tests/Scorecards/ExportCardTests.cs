using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Tests.Cli;
using Xunit;

namespace Kindred.Tests.Scorecards;

/// <summary>The texts of exports; that they score the same is proved on databases and in LibreOffice (Kindred.Host.Tests).</summary>
public sealed class ExportCardTests
{
    [Theory]
    [InlineData("clickhouse")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void SqlQuery_OfTheSmallCard_IsAsApproved(string name)
    {
        var dialect = new[] { SqlDialect.ClickHouse, SqlDialect.Sqlite, SqlDialect.Postgres }.Single(one => one.Name == name);
        Approval.Same("card-" + name, ExportCard.SqlQuery(TestCards.Small(), dialect, "leads"));
    }

    [Fact]
    public void Formulas_OfTheSmallCard_AreAsApproved()
    {
        var formulas = ExportCard.Formulas(TestCards.Small());
        Approval.Same("card-formulas", string.Join('\n', formulas.Fields) + "\n" + string.Join('\n', formulas.Parts.Select(part => part.Label + "\t" + part.Formula)) + "\n" + formulas.Total + "\n" + formulas.Whole + "\n");
    }

    [Fact]
    public void Formulas_TooLongForOneCell_LeaveTheWholeOut()
    {
        var words = Enumerable.Range(0, 2000).Select(i => "word " + Format.Whole(i)).ToArray();
        var industry = TestCards.Industry();
        var card = TestCards.Small() with { Attributes = [TestCards.Employees(), industry with { Bins = [industry.Bins[0] with { Condition = Condition.OneOf("industry", words) }, .. industry.Bins.Skip(1)] }, TestCards.Crm()], Lines = [] };
        var formulas = ExportCard.Formulas(card);
        Assert.Null(formulas.Whole);
        Assert.Equal(("=SUM(D2:F2)", 3), (formulas.Total, formulas.Parts.Count));
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Letters_OfAColumn(int column, string expected) => Assert.Equal(expected, CardFormulas.Letters(column));

    [Fact]
    public void SqlQuery_ANameWithALineBreak_StaysInItsComment()
    {
        var query = ExportCard.SqlQuery(TestCards.Small() with { Name = "x\n; DROP TABLE leads" }, SqlDialect.Sqlite, "leads");
        Assert.Equal(["SELECT `leads`.*, ("], query.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)).Take(1));
        Assert.Contains("-- Trial: not yet validated / 시험 운영 중: 아직 검증 전이에요", query, StringComparison.Ordinal);
    }

    [Fact]
    public void SqlExpression_AQuestionWithoutAColumn_CountsAsUnknown()
    {
        var ask = TestCards.Crm() with { Bins = [.. TestCards.Crm().Bins.Select(bin => bin with { Rows = 0, Positives = 0 })] };
        var sql = ExportCard.SqlExpression(TestCards.Small() with { Attributes = [TestCards.Employees(), TestCards.Industry(), ask] }, SqlDialect.Postgres);
        Assert.DoesNotContain("\"crm\"", sql, StringComparison.Ordinal);
        Assert.Contains("\n  + 12\n", sql, StringComparison.Ordinal);
    }
}
