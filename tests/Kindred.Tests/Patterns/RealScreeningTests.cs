using Kindred.Core.Patterns;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>Leakage on real files: exactly what docs/methods expects, and nothing it calls innocent.</summary>
public sealed class RealScreeningTests
{
    [Fact]
    public void Telco_Contract_Tenure_Charges_AreInnocent()
    {
        var screening = Screen("data/ibm-telco-churn/Telco-Customer-Churn.csv", "Churn", "Yes");
        Assert.Empty(screening.Leakage);
        Assert.Equal(["customerID"], screening.Dropped.Where(dropped => dropped.Reason.Code == "identifier").Select(dropped => dropped.Field));
        Assert.Superset(new HashSet<string> { "Contract", "tenure", "MonthlyCharges" }, screening.Kept.ToHashSet());
    }

    [Fact]
    public void Salvirt_UpSale_Client_Competitors_AreInnocent()
    {
        var screening = Screen("data/salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv", "Status", "Won");
        Assert.Empty(screening.Leakage);
        Assert.Superset(new HashSet<string> { "Up_sale", "Client", "Competitors" }, screening.Kept.ToHashSet());
    }

    [Fact]
    public void Bank_Duration_IsTheOnlyLeak()
    {
        var screening = Screen("data/uci-bank-marketing/bank-full.csv", "y", "yes");
        Assert.Equal([("duration", "leakage.name")], screening.Leakage.Select(leak => (leak.Field, leak.Reason.Code)));
        Assert.Superset(new HashSet<string> { "poutcome", "month" }, screening.Kept.ToHashSet());
    }

    private static FieldScreening Screen(string file, string target, string value)
    {
        var table = Planted.Read(file);
        var positive = PatternChecks.Target(table, target, value).Value;
        return FieldScreening.Of(table, [.. Planted.Fields(table).Where(name => name != target)], positive, 1);
    }
}
