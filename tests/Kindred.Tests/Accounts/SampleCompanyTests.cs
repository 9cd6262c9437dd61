using System.Text.Json;
using Kindred.Core.Accounts;
using Kindred.Core.Tables;
using Kindred.Sample;
using Xunit;

namespace Kindred.Tests.Accounts;

/// <summary>The invented company: what was planted must arrive in the facts, through every trap of its files.</summary>
public sealed class SampleCompanyTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "kindred-accounts-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Sample_AllFiles_ArriveWithTheirTruth()
    {
        var sample = SampleCompany.Generate(SampleOptions.Default(new DateOnly(2026, 11, 21)));
        Assert.True(SampleFiles.Write(sample, _folder).IsAccepted);
        var facts = AccountsRun.Facts(new AssemblyOptions(new DateOnly(2026, 11, 21)), ReadFiles.Read(Directory.GetFiles(_folder, "*.csv").Order(StringComparer.Ordinal)));
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, SampleFiles.TruthName)));

        Assert.DoesNotContain(facts.Placed, placed => placed.Mapping.Kind == TableKind.Unknown);
        Assert.Equal(sample.Accounts.Length, facts.Companies.Count(company => company.Key.All(char.IsAsciiDigit) && company.Key.Length == 10 && facts.Placed.First(placed => placed.Mapping.Kind == TableKind.Companies).Accounts.Contains(company.Index)));
        Assert.Equal(sample.Deals.Length + sample.Renewals.Length, facts.Deals.Count);
        Assert.Equal(sample.Renewals.Length, facts.Deals.Count(deal => !deal.IsNewBusiness));
        Assert.Equal(640, facts.Leads.Count);
        foreach (var file in new[] { "hubspot-deals.csv", "stripe-subscriptions.csv", "stripe-invoices.csv", "hometax-sales-invoices.csv", "hubspot-contacts.csv", "support-tickets.csv", "technologies.csv", "signals.csv", "product-usage.csv", "activities.csv", "docsend-visits.csv" })
        {
            Assert.Equal(1.0, facts.MatchRates.Single(rate => rate.Table == file).Share);
        }

        Planted(facts, truth.RootElement.GetProperty("core"));
        foreach (var leak in truth.RootElement.GetProperty("leaks").EnumerateArray())
        {
            var column = leak.GetProperty("column").GetString();
            var mapping = facts.Placed.Single(placed => placed.Source.Name == leak.GetProperty("file").GetString()).Mapping;
            Assert.NotEqual(Core.Conditions.FieldLevel.Company, mapping.Columns.Single(own => own.Column == column).Level);
        }

        Assert.Contains(facts.Quality.Coverage, field => field is { Field: "employees", DiffersByOutcome: true });
    }

    /// <summary>The closed deals that the as-of table puts into the planted core are the planted ones, but for missing head counts.</summary>
    private static void Planted(AccountFacts facts, JsonElement core)
    {
        var view = AccountsModule.Buys(facts).Value;
        var planted = core.GetProperty("deals").EnumerateArray().Select(id => id.GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        var sector = (TextColumn)(view.Table.Table.Find("sector") ?? view.Table.Table.Find("industry")!);
        var employees = (NumberColumn)view.Table.Table.Find("employees")!;
        var crm = (TextColumn)view.Table.Table.Find("technology: CRM")!;
        var found = Enumerable.Range(0, view.Table.Table.RowCount)
            .Where(row => sector.RawAt(row) is "software" or "fintech" && employees[row] is >= 50 and <= 200 && crm.RawAt(row) is "Salesforce" or "HubSpot")
            .Select(row => facts.Deals[view.Deals[row]].Key).ToHashSet();
        Assert.Equal(1200, view.Table.Table.RowCount);
        Assert.Empty(found.Except(planted));
        Assert.True(found.Count >= 0.9 * planted.Count, $"{found.Count} of {planted.Count}");
    }
}
