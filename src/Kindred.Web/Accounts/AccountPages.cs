using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Members;
using Kindred.Core.Profiles;
using Kindred.Core.Segments;
using Kindred.Core.Tables;
using Kindred.Product;
using Kindred.Web.Data;
using Kindred.Web.Hosting;
using Kindred.Web.Leads;
using Kindred.Web.Segments;

namespace Kindred.Web.Accounts;

/// <summary>Every company that is known: found by name, domain or number, and what the files say about one of them.</summary>
internal static class AccountPages
{
    private const int MostRows = 30;
    private const int MostColumns = 14;
    private static readonly ConditionalWeakTable<AccountFacts, ILookup<int, Merge>> Merges = [];
    private static readonly ConditionalWeakTable<AccountFacts, ILookup<int, Usage>> Used = [];
    private static readonly ConditionalWeakTable<LeadWorkspace, Dictionary<int, LeadEntry>> Leads = [];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("accounts", Permission.Look, List);
        routes.Page("accounts.csv", Permission.Export, Csv);
        routes.Page("accounts/{account}", Permission.Look, ShowAsync);
    }

    /// <summary>What the address narrows the list to.</summary>
    public static AccountFilter Filter(PageRequest request, FoundSegment? segment) => new(
        request.Query("q"),
        StateOf(request.Query("group")),
        request.Query("customer") switch { "yes" => true, "no" => false, _ => null },
        Word(request, "country"),
        Word(request, "industry"),
        Enum.TryParse<AccountSort>(request.Query("sort"), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : AccountSort.Name,
        request.Query("order") == "desc")
    {
        Size = Word(request, "size"),
        Revenue = Word(request, "revenue"),
        Segment = segment,
    };

    private static string? Word(PageRequest request, string name) => request.Query(name) is { } code ? code == Unknown ? "" : code : null;

    /// <summary>Code of unknown words in addresses.</summary>
    public const string Unknown = "unknown";

    private static AccountState? StateOf(string? code)
    {
        foreach (var state in Enum.GetValues<AccountState>())
        {
            if (WriteProfile.StateCode(state) == code)
            {
                return state;
            }
        }

        return null;
    }

    private static IResult List(PageRequest request)
    {
        if (AccountIndex.Of(request.Snapshot) is not { } index)
        {
            return request.View<NoAccountsPage>();
        }

        if (!Scope.TryRead(request, out var segment, out var reasons))
        {
            return request.Refuse(reasons);
        }

        var filter = Filter(request, segment);
        var found = index.Find(filter);
        var number = request.Query("page", 1, 1, Math.Max(1, ((found.Length - 1) / AccountListModel.Size) + 1));
        return request.View<AccountListPage>(new AccountListModel(request.Snapshot.Facts!, index, filter, found.Length, found.AsSpan((number - 1) * AccountListModel.Size, Math.Min(AccountListModel.Size, found.Length - ((number - 1) * AccountListModel.Size))).ToArray(), number, request.Snapshot.Standing.Count > 0));
    }

    private static IResult Csv(PageRequest request)
    {
        if (AccountIndex.Of(request.Snapshot) is not { } index)
        {
            return request.View<NoAccountsPage>(status: StatusCodes.Status404NotFound);
        }

        return Scope.TryRead(request, out var segment, out var reasons)
            ? PageRequest.File("accounts.csv", "text/csv; charset=utf-8", AccountList.Csv(request.Snapshot, index, index.Find(Filter(request, segment)), request.Page.Language))
            : request.Refuse(reasons);
    }

    private static async Task<IResult> ShowAsync(PageRequest request)
    {
        var snapshot = request.Snapshot;
        if (AccountIndex.Of(snapshot) is not { } index)
        {
            return request.View<NoAccountsPage>();
        }

        var facts = snapshot.Facts!;
        if (!int.TryParse(request.Route("account"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var account) || account >= facts.Companies.Count)
        {
            return request.Refuse([new Reason("web.no-account", request.Route("account"), new Wording("그런 회사가 없어요. 파일을 새로 가져오면 번호가 달라질 수 있어요. 목록에서 찾아 주세요.", "There is no such company. Numbers can change with new imports: look in the list."))], StatusCodes.Status404NotFound);
        }

        var leads = await LeadPages.LeadsNowAsync(request);
        var lead = snapshot.Leads is { } known ? Leads.GetValue(known, one => one.Leads.Where(entry => entry.Account >= 0).DistinctBy(entry => entry.Account).ToDictionary(entry => entry.Account)).GetValueOrDefault(account) : null;
        var standing = snapshot.Standing.Count > 0 ? snapshot.Standing[account] : null;
        return request.View<AccountPage>(new AccountModel(
            facts.Companies[account],
            standing?.State,
            standing is null ? null : LeadStanding.Words(standing, snapshot.Fields.ToDictionary(field => field.Name, field => field.Label, StringComparer.Ordinal)),
            index.IsCustomer(account),
            index.ValueOf(account),
            index.Currency,
            lead,
            lead is not null && leads is not null && !leads.ProgressOf(lead).IsBlind ? leads.Score(lead) : null,
            UsageOf(facts, account),
            [.. Merges.GetValue(facts, one => one.Merges.ToLookup(merge => merge.Account))[account].Take(MostRows)],
            Tables(facts, account),
            facts.AsOf,
            index.Bands) { Success = Success.AccountSuccess.Of(snapshot, account) });
    }

    private static IReadOnlyList<UsageLine> UsageOf(AccountFacts facts, int account) =>
        [.. Used.GetValue(facts, one => one.Usage.ToLookup(usage => usage.Account))[account].GroupBy(usage => usage.Feature, StringComparer.Ordinal)
            .Select(feature => new UsageLine(feature.Key, feature.Sum(usage => usage.Count), feature.Min(usage => usage.FirstOn), feature.Max(usage => usage.Month))).OrderByDescending(line => line.Count).Take(MostRows)];

    private static List<AccountTable> Tables(AccountFacts facts, int account)
    {
        var rows = AccountRows.Of(facts);
        var tables = new List<AccountTable>();
        for (var table = 0; table < facts.Placed.Count; table++)
        {
            var placed = facts.Placed[table];
            var all = rows.Of(table, account);
            if (all.Length == 0)
            {
                continue;
            }

            // The newest rows stand last in most exports.
            var shown = all[Math.Max(0, all.Length - MostRows)..].ToArray();
            tables.Add(new AccountTable(placed, shown, all.Length, [.. placed.Mapping.Columns
                .Where(column => placed.Source.Table.Find(column.Column) is { } values && shown.Any(row => Text(values, row).Length > 0))
                .OrderBy(column => column.Role == ColumnRole.None).Take(MostColumns)
                .Select(column => (column.Column, column.Role == ColumnRole.None ? Wording.Same(column.Column) : RoleNames.Of(column.Role)))]));
        }

        return [.. tables.OrderBy(table => table.Placed.Mapping.Kind)];
    }

    /// <summary>A cell as written.</summary>
    public static string Text(Column column, int row) => column is TextColumn text ? text.RawAt(row) : column.TextAt(row);
}
