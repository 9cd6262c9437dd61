using System.Globalization;
using System.Text;
using Kindred.Core.Accounts;
using Xunit;

namespace Kindred.Tests.Accounts;

/// <summary>Exports that overlap: whatever the kind and whether or not rows have an id, a record counts once, as the newest file has it.</summary>
public sealed class OverlappingFilesTests
{
    public static TheoryData<string, string, string> Kinds => new()
    {
        { "deals", "Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Associated Company", "#,Deal #,%,1#,2024-01-0#,2024-06-0#,Company #" },
        { "deals without ids", "Deal Name,Deal Stage,Amount,Create Date,Close Date,Associated Company", "Deal #,%,1#,2024-01-0#,2024-06-0#,Company #" },
        { "companies", "Company ID,Company Name,Domain,Industry,Number of Employees", "#,Company #,company#.com,%,5#" },
        { "companies without ids", "Company Name,Domain,Industry,Number of Employees", "Company #,company#.com,%,5#" },
        { "Korean companies", "회사명,사업자등록번호,업종,직원수", "회사 #,%B#,%,5#" },
        { "people", "Contact ID,First Name,Last Name,Email,Job Title,Company Name", "#,Given #,Family #,p#@company#.com,%,Company #" },
        { "people without ids", "First Name,Last Name,Email,Job Title,Company Name", "Given #,Family #,p#@company#.com,%,Company #" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Newest_TwoOverlappingExports_CountEachRecordOnce(string kind, string header, string row)
    {
        var older = TestTables.Read(kind + " 2024-07-01.csv", Text(header, row, 1, 6, "Closed Lost"));
        var newer = TestTables.Read(kind + " 2024-08-01.csv", Text(header, row, 4, 9, "Closed Won"));
        var newest = AccountsModule.Newest([older, newer], ct: TestContext.Current.CancellationToken);
        Assert.Equal([3, 6], newest.Tables.Select(table => table.RowCount));
        Assert.Equal(3, Assert.Single(newest.Replaced).Rows);
    }

    [Fact]
    public void Newest_OverlappingDeals_GiveTheFactsOfTheNewestRows()
    {
        const string Header = "Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Associated Company";
        const string Row = "#,Deal #,%,1#,2024-01-0#,2024-06-0#,Company #";
        SourceTable[] files = [TestTables.Read("deals 1.csv", Text(Header, Row, 1, 6, "Closed Lost")), TestTables.Read("deals 2.csv", Text(Header, Row, 4, 9, "Closed Won"))];
        Assert.Equal(12, AccountsRun.Facts(files).Deals.Count);
        var newest = AccountsModule.Newest(files, ct: TestContext.Current.CancellationToken).Tables;
        var deals = AccountsRun.Facts([.. files.Zip(newest, (file, table) => file with { Table = table })]).Deals;
        Assert.Equal("1 Lost, 2 Lost, 3 Lost, 4 Won, 5 Won, 6 Won, 7 Won, 8 Won, 9 Won", string.Join(", ", deals.Select(deal => deal.Key + " " + deal.Outcome)));
    }

    [Fact]
    public void Newest_ASavedMapping_SaysWhatTheIdIs()
    {
        SourceTable[] files = [.. new[] { "korea 1.csv", "other.csv" }.Select(name => TestTables.Read(name, "ref,what,much\nr1,a,1\nr2,b,2\nr3,c,3\n"))];
        Assert.Equal([3, 3], AccountsModule.Newest(files, ct: TestContext.Current.CancellationToken).Tables.Select(table => table.RowCount));
        var saved = new Mapping([.. files.Select(file => AccountsRun.Mapping(file).Tables[0] with { Kind = TableKind.Deals }).Select(table => table with { Columns = [table.Columns[0] with { Role = ColumnRole.Key }, .. table.Columns.Skip(1)] })], []);
        Assert.Equal([0, 3], AccountsModule.Newest(files, saved, TestContext.Current.CancellationToken).Tables.Select(table => table.RowCount));
    }

    /// <summary>Files as companies have them hold nothing twice: nothing may be taken for an overlap.</summary>
    [Theory]
    [InlineData("ravenstack-saas/ravenstack_accounts.csv")]
    [InlineData("salesforce-sample/Account.csv")]
    public void Newest_RealFolders_LoseNothing(string file)
    {
        var path = Path.GetDirectoryName(SharedData.Path(file))!;
        var files = ReadFiles.Read(Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal));
        Assert.True(files.Length > 1);
        Assert.Empty(AccountsModule.Newest(files, ct: TestContext.Current.CancellationToken).Replaced);
    }

    private static string Text(string header, string row, int from, int to, string state)
    {
        var text = new StringBuilder(header).Append('\n');
        for (var i = from; i <= to; i++)
        {
            text.Append(row.Replace("%B#", BusinessNumber(i), StringComparison.Ordinal).Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("%", state, StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A number with a right check digit.</summary>
    private static string BusinessNumber(int i)
    {
        var digits = "12081" + i.ToString("0000", CultureInfo.InvariantCulture);
        int[] weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
        var sum = digits.Select((digit, at) => (digit - '0') * weights[at]).Sum() + ((digits[8] - '0') * 5 / 10);
        return digits[..3] + "-" + digits[3..5] + "-" + digits[5..] + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
