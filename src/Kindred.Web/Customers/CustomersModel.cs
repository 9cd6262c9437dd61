using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.CustomerValue;
using Kindred.Core.Profiles;
using Kindred.Core.Segments;
using Kindred.Product;
using Kindred.Web.Segments;
using Kindred.Web.Shell;

namespace Kindred.Web.Customers;

/// <summary>What the customers page shows, all of it in the address.</summary>
/// <param name="View">best, worst or left.</param>
/// <param name="Weights">Weights that differ from the defaults, by criterion.</param>
/// <param name="Page">Page of the list, 1 is the first.</param>
public sealed record CustomersFilter(string View, IReadOnlyDictionary<string, double> Weights, int Page)
{
    /// <summary>Customers on a page.</summary>
    public const int Size = 25;

    /// <summary>Largest weight.</summary>
    public const double MostWeight = 10;

    /// <summary>From a query: view, page, and w-ID for each weight. What is no number from 0 to 10 keeps its default.</summary>
    public static CustomersFilter Of(IQueryCollection query, int page)
    {
        ArgumentNullException.ThrowIfNull(query);
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var criterion in CustomerCriterion.Defaults)
        {
            if (double.TryParse(query["w-" + criterion.Id], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and <= MostWeight && weight != criterion.Weight)
            {
                weights.Add(criterion.Id, Math.Round(weight, 2));
            }
        }

        return new CustomersFilter(query["view"].ToString() is "worst" or "left" ? query["view"].ToString() : "best", weights, page);
    }

    /// <summary>Segment; null: any.</summary>
    public FoundSegment? Segment { get; init; }

    /// <summary>Weights for ranking; null where nobody changed any, or where all are 0 and nothing could be ranked by them.</summary>
    public IReadOnlyDictionary<string, double>? ForRanking => Weights.Count == 0 || AllZero ? null : Weights;

    /// <summary>Every weight is 0.</summary>
    public bool AllZero => CustomerCriterion.Defaults.All(criterion => Weights.GetValueOrDefault(criterion.Id, criterion.Weight) == 0);

    /// <summary>Address of the page.</summary>
    public string Url(string path) => Urls.With(path, [.. Scope.Query(Segment), ("view", View == "best" ? null : View), ("page", Page > 1 ? Format.Whole(Page) : null), .. Weights.Select(weight => ("w-" + weight.Key, (string?)Format.Number(weight.Value)))]);
}

/// <summary>The customers page.</summary>
/// <param name="Snapshot">The workspace.</param>
/// <param name="Ranking">Customers by value.</param>
/// <param name="Filter">What is shown.</param>
/// <param name="Rows">Customers of this page.</param>
/// <param name="Found">Customers in this view.</param>
/// <param name="Picks">What people picked.</param>
public sealed record CustomersModel(WorkspaceSnapshot Snapshot, CustomerRanking Ranking, CustomersFilter Filter, IReadOnlyList<RankedCustomer> Rows, int Found, BestPicks Picks)
{
    /// <summary>What was just done; null when nothing was.</summary>
    public Wording? Done { get; init; }

    /// <summary>Why a form was not taken.</summary>
    public Reason? Refusal { get; init; }

    /// <summary>Names as typed into a refused form.</summary>
    public IReadOnlyList<string> Typed { get; init; } = [];

    /// <summary>Sizes in the bands the owner chose.</summary>
    public AccountBands Bands { get; } = AccountBands.Of(Snapshot.Settings, Snapshot.Facts!);

    /// <summary>Customers of the segment, or all; those who left among them.</summary>
    public required IReadOnlyList<RankedCustomer> Customers { get; init; }

    /// <summary>Customers who left.</summary>
    public int Left => Customers.Count(customer => !customer.IsActive);

    /// <summary>Builds the page: the view's customers in its order, and the slice of one page.</summary>
    public static CustomersModel Of(WorkspaceSnapshot snapshot, CustomerRanking ranking, CustomersFilter filter)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(filter);
        RankedCustomer[] customers = [.. ranking.Customers.Where(customer => filter.Segment?.Has(customer.Account) ?? true)];
        var left = customers.Where(customer => !customer.IsActive);
        RankedCustomer[] shown = filter.View switch
        {
            "worst" => [.. customers.Where(customer => customer.Rank > 0).Reverse()],
            "left" => [.. left.OrderBy(customer => StateOf(snapshot, customer) == AccountState.Regret ? 0 : 1).ThenBy(customer => customer.Value)],
            _ => customers,
        };
        return new CustomersModel(snapshot, ranking, filter, [.. shown.Skip((filter.Page - 1) * CustomersFilter.Size).Take(CustomersFilter.Size)], shown.Length, BestPicks.Read(snapshot.Folder)) { Customers = customers };
    }

    /// <summary>How a customer stands to the profile; null without one.</summary>
    public static AccountState? StateOf(WorkspaceSnapshot snapshot, RankedCustomer customer)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(customer);
        return customer.Account < snapshot.Standing.Count ? snapshot.Standing[customer.Account].State : null;
    }
}
