using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Product;

/// <summary>Sizes of companies in the bands the owner chose. The numbers themselves are kept; what is unknown has no band.</summary>
/// <param name="Employees">Bands of head counts.</param>
/// <param name="Revenue">Bands of annual revenue: those of the same name, else those of the data's currency, else the Korean ones.</param>
/// <param name="Facts">The companies; their rates convert revenue in another currency.</param>
public sealed record AccountBands(BandScheme Employees, BandScheme Revenue, AccountFacts Facts)
{
    private const string Measure = "revenue";

    /// <summary>Of a workspace's settings.</summary>
    public static AccountBands Of(WorkspaceSettings settings, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(facts);
        var schemes = BandScheme.All.Where(scheme => scheme.Measure == Measure).ToArray();
        var currency = settings.Currency ?? facts.Companies.Select(company => company.Revenue?.Currency).OfType<string>().CountBy(code => code, StringComparer.Ordinal).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key).FirstOrDefault();
        return new AccountBands(settings.Employees, Array.Find(schemes, scheme => scheme.Name == settings.BandScheme) ?? Array.Find(schemes, scheme => scheme.Currency == currency) ?? schemes[0], facts);
    }

    /// <summary>Band of a head count; null when it is unknown.</summary>
    public Band? EmployeesOf(Company company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return Employees.Of(company.Employees);
    }

    /// <summary>Band of the revenue; null when it is unknown, or in a currency without a rate.</summary>
    public Band? RevenueOf(Company company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return company.Revenue is { } revenue && Facts.Rates.Convert(revenue, Revenue.Currency, Facts.AsOf).TryGet(out var converted, out _) ? Revenue.Of((double)converted.Major) : null;
    }

    /// <summary>A band in addresses: its lower bound.</summary>
    public static string CodeOf(Band band)
    {
        ArgumentNullException.ThrowIfNull(band);
        return Format.Number(band.From);
    }
}
