using Kindred.Core.Tables;
using Kindred.Files;
using Xunit;

namespace Kindred.Tests.Files;

public sealed class RealFileTests
{
    [Theory]
    [InlineData("ravenstack_accounts.csv", 500)]
    [InlineData("ravenstack_churn_events.csv", 600)]
    [InlineData("ravenstack_feature_usage.csv", 25_000)]
    [InlineData("ravenstack_subscriptions.csv", 5_000)]
    [InlineData("ravenstack_support_tickets.csv", 2_000)]
    public void Read_RavenStackInBothDateForms_GivesTheSameValues(string file, int rows)
    {
        var iso = Read("ravenstack-saas/" + file);
        var other = Read("ravenstack-saas-ddmmyyyy/" + file);
        Assert.Equal((rows, rows), (iso.Table.RowCount, other.Table.RowCount));
        Assert.Empty(iso.Rejects);
        Assert.Empty(other.Questions);
        Assert.Equal(iso.Table.Columns.Select(column => (column.Name, column.Type)), other.Table.Columns.Select(column => (column.Name, column.Type)));
        Assert.Contains(iso.Table.Columns, column => column.Type == ColumnType.Date);
        for (var i = 0; i < iso.Table.Columns.Count; i++)
        {
            Assert.Equal(Reads.Texts(iso.Table.Columns[i]), Reads.Texts(other.Table.Columns[i]));
        }
    }

    [Fact]
    public void Read_Salvirt_GivesThePublishedCounts()
    {
        var reading = Read("salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv");
        Assert.Equal((448, 23, ';'), (reading.Table.RowCount, reading.Table.Columns.Count, reading.Evidence.Delimiter));
        Assert.Equal((227, 221), (Reads.Words(reading, "Status").Count(word => word == "Won"), Reads.Words(reading, "Status").Count(word => word == "Lost")));
        Assert.Equal("Unknown", Assert.Single(reading.Columns.First(column => column.Name == "Budgt_alloc").Placeholders).Word);
    }

    [Fact]
    public void Read_Telco_GivesThePublishedCounts()
    {
        var reading = Read("ibm-telco-churn/Telco-Customer-Churn.csv");
        Assert.Equal(7_043, reading.Table.RowCount);
        Assert.Equal(1_869, Reads.Words(reading, "Churn").Count(word => word == "Yes"));
        Assert.Equal(11, reading.Columns.First(column => column.Name == "TotalCharges").Empty);
        Assert.Equal(ColumnType.Number, reading.Table.Find("TotalCharges")!.Type);
        Assert.Equal(ColumnType.Text, reading.Table.Find("customerID")!.Type);
    }

    [Fact]
    public void Read_Bank_GivesThePublishedCounts()
    {
        var reading = Read("uci-bank-marketing/bank-full.csv");
        Assert.Equal((45_211, 5_289), (reading.Table.RowCount, Reads.Words(reading, "y").Count(word => word == "yes")));
        Assert.Equal(36_959, Assert.Single(reading.Columns.First(column => column.Name == "poutcome").Placeholders).Count);
        Assert.Equal(ColumnType.Text, reading.Table.Find("month")!.Type);
    }

    [Theory]
    [InlineData("Account.csv", 18)]
    [InlineData("Contact.csv", 25)]
    [InlineData("Lead.csv", 22)]
    [InlineData("Opportunity.csv", 36)]
    [InlineData("OpportunityHistory.csv", 48)]
    public void Read_SalesforceSample_ReadsEveryRow(string file, int rows)
    {
        var reading = Read("salesforce-sample/" + file);
        Assert.Equal((rows, 0, 0), (reading.Table.RowCount, reading.Rejects.Count, reading.Questions.Count));
        var ids = Assert.IsType<TextColumn>(reading.Table.Columns[0]);
        Assert.All(Reads.Texts(ids), id => Assert.Equal(18, id.Length));
        Assert.All(reading.Columns.Where(column => column.Type == ColumnType.Date), column => Assert.Equal(DateOrderFinding.MonthFirst, column.DateOrder));
    }

    [Fact]
    public void Read_Pdf_IsRefused()
    {
        using var folder = new ScratchFolder();
        var bytes = File.ReadAllBytes(ScratchFolder.Shared("pdf/lorem.pdf"));
        Assert.Equal("files.is-pdf", Reads.All(folder.Write("deals.csv", bytes)).Reasons[0].Code);
    }

    private static TableFileReading Read(string name) => Assert.Single(Reads.All(ScratchFolder.Shared(name)).Value);
}
