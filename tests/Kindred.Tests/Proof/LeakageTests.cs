using Kindred.Core.Patterns;
using Kindred.Files;
using Kindred.Tests.Accounts;
using Xunit;

namespace Kindred.Tests.Proof;

/// <summary>Leakage on real files: exactly the fields that were written after the outcome, and none of the innocent ones.</summary>
public sealed class LeakageTests
{
    [Theory]
    [InlineData("uci-bank-marketing/bank-full.csv", "y", "yes", "duration")]
    [InlineData("ibm-telco-churn/Telco-Customer-Churn.csv", "Churn", "Yes", "")]
    [InlineData("salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv", "Status", "Won", "")]
    public void Of_RealFile_NamesExactlyTheLeaks(string file, string target, string positive, string leaks)
    {
        var table = TableFiles.Read(SharedData.Path(file)).Value[0].Table;
        var column = table.Find(target)!;
        byte[] labels = [.. Enumerable.Range(0, table.RowCount).Select(row => column.TextAt(row) == positive ? (byte)1 : (byte)0)];
        Assert.Contains((byte)1, labels);
        var screening = FieldScreening.Of(table, [.. table.Columns.Select(each => each.Name).Where(name => name != target)], labels, 1);
        Assert.Equal(leaks, string.Join(',', screening.Leakage.Select(leak => leak.Field)));
    }

    [Theory]
    [InlineData("uci-bank-marketing/bank-full.csv", "y", "yes", "poutcome,month")]
    [InlineData("ibm-telco-churn/Telco-Customer-Churn.csv", "Churn", "Yes", "Contract,tenure,MonthlyCharges")]
    [InlineData("salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv", "Status", "Won", "Up_sale,Client,Competitors")]
    public void Of_RealFile_KeepsWhatIsInnocent(string file, string target, string positive, string innocent)
    {
        var table = TableFiles.Read(SharedData.Path(file)).Value[0].Table;
        var column = table.Find(target)!;
        byte[] labels = [.. Enumerable.Range(0, table.RowCount).Select(row => column.TextAt(row) == positive ? (byte)1 : (byte)0)];
        var screening = FieldScreening.Of(table, [.. table.Columns.Select(each => each.Name).Where(name => name != target)], labels, 1);
        Assert.All(innocent.Split(','), field => Assert.Contains(field, screening.Kept));
    }
}
