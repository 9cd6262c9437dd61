using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.CustomerValue;
using Kindred.Core.Profiles;
using Kindred.Core.Segments;
using Kindred.Files.Writing;

namespace Kindred.Product;

/// <summary>Ranked customers as CSV that no spreadsheet takes for formulas.</summary>
public static class CustomerList
{
    /// <summary>Every customer, best first; those with too thin a record last, without a rank. Ranks are those among all customers.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="ranking">The ranking.</param>
    /// <param name="segment">Segment it is narrowed to; null: none.</param>
    public static string Csv(WorkspaceSnapshot snapshot, CustomerRanking ranking, FoundSegment? segment = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(ranking);
        using var stream = new MemoryStream();
        SafeCsv.Write(stream, ["rank", "company_id", "company", "state", "value", "in_top_share", "coverage", "active", .. ranking.Criteria.Select(criterion => criterion.Id)], ranking.Customers.Where(customer => segment?.Has(customer.Account) ?? true).Select(customer =>
        {
            var company = snapshot.Facts!.Companies[customer.Account];
            return (IReadOnlyList<string?>)[
                customer.Rank > 0 ? Format.Whole(customer.Rank) : "", company.Key, company.Name,
                customer.Account < snapshot.Standing.Count ? WriteProfile.StateCode(snapshot.Standing[customer.Account].State) : "",
                Format.Fixed(customer.Value, 4), Format.Fixed(customer.InTopShare, 3), Format.Fixed(customer.Coverage, 3), customer.IsActive ? "yes" : "no",
                .. customer.Figures.Select(figure => double.IsNaN(figure) ? "" : Format.Number(figure))];
        }));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
