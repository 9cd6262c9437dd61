using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Reviews;

/// <summary>The rows a review counts: what came in, what closed, then and now, and what a lead of the records became.</summary>
internal sealed class ReviewRows
{
    private const int YoungestDays = 30;
    private const int LongestDays = 365;
    private readonly Dictionary<string, int> _accounts = new(StringComparer.Ordinal);

    public ReviewRows(DraftReviewRequest request)
    {
        Request = request;
        Facts = request.Facts;
        Published = request.PublishedOn ?? request.Profile?.AsOf ?? request.Card?.LearnedOn;
        Period = PeriodOf(Facts.AsOf, Published, request.ReviewDays);
        if (AccountsModule.Buys(Facts).TryGet(out var buys, out _) && buys.Deals.All(deal => deal >= 0))
        {
            Buys = buys;
            ClosedThen = Closed(buys, Period.ThenFrom, Period.NowFrom);
            ClosedNow = Closed(buys, Period.NowFrom, Period.NowTo);
        }

        Incoming = FirstDays();
        foreach (var company in Facts.Companies)
        {
            _accounts.TryAdd(company.Key, company.Index);
        }

        foreach (var placed in Facts.Placed.Where(placed => placed.Mapping.Kind is TableKind.Leads or TableKind.Companies))
        {
            if (placed.Mapping.Find(ColumnRole.Key) is { } key && placed.Source.Table.Find(key) is { } keys)
            {
                for (var row = 0; row < placed.Accounts.Length; row++)
                {
                    if (placed.Accounts[row] >= 0)
                    {
                        _accounts.TryAdd(keys.TextAt(row), placed.Accounts[row]);
                    }
                }
            }
        }
    }

    public DraftReviewRequest Request { get; }

    public AccountFacts Facts { get; }

    public DateOnly? Published { get; }

    public ReviewPeriod Period { get; }

    /// <summary>Closed new-business deals as known at their creation; null where there are none.</summary>
    public AsOfView? Buys { get; }

    /// <summary>Rows of <see cref="Buys"/> that closed in the reference.</summary>
    public int[] ClosedThen { get; } = [];

    /// <summary>Rows that closed in the period under review.</summary>
    public int[] ClosedNow { get; } = [];

    /// <summary>Per incoming company its first day, in order of days.</summary>
    public IReadOnlyList<(int Account, DateOnly On)> Incoming { get; }

    /// <summary>New-business deals that closed after the day of publication; those of that day were there when profile and card were made.</summary>
    public int NewOutcomes => Published is not { } since ? 0 : Facts.Deals.Count(deal => deal.IsNewBusiness && deal.Outcome != DealOutcome.Open && deal.ClosedOn > since && deal.ClosedOn <= Facts.AsOf);

    /// <summary>Company of a lead of the records; -1 when unknown.</summary>
    public int AccountOf(string lead) => _accounts.GetValueOrDefault(lead, -1);

    /// <summary>Features of companies as known on a day each.</summary>
    public AsOfTable On(IReadOnlyList<(int Account, DateOnly On)> rows)
    {
        var made = new DecisionRows();
        foreach (var (account, day) in rows)
        {
            made.Add(account, day, positive: false, deal: -1, -1, -1);
        }

        return ViewBuilder.Build(Facts, made, "review", Wording.Same("")).Table;
    }

    private static ReviewPeriod PeriodOf(DateOnly asOf, DateOnly? published, int days)
    {
        var age = published is { } since ? asOf.DayNumber - since.DayNumber : -1;
        var isOfAge = age is >= YoungestDays and <= LongestDays;
        var now = isOfAge ? published!.Value : asOf.AddDays(-days + 1);
        var why = isOfAge
            ? new Wording($"고객상과 점수표를 쓰기 시작한 {Format.Date(now)}부터를 그 전 1년과 견줘요.", $"Since profile and card came into use on {Format.Date(now)}, against the year before.")
            : new Wording($"최근 {Format.Whole(days)}일을 그 전 1년과 견줘요.", $"The last {Format.Whole(days)} days against the year before.");
        return new ReviewPeriod(now.AddDays(-LongestDays), now, asOf.AddDays(1), why);
    }

    private int[] Closed(AsOfView buys, DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(0, buys.Deals.Length).Where(row => Facts.Deals[buys.Deals[row]].ClosedOn is { } closed && closed >= from && closed < to)];

    /// <summary>Rows of lead files, also of leads that became customers since; without such files companies by the day they were first seen.</summary>
    private List<(int Account, DateOnly On)> FirstDays()
    {
        var first = new Dictionary<int, DateOnly>();
        void See(int account, DateOnly? on)
        {
            if (account >= 0 && on is { } day && !(first.TryGetValue(account, out var known) && known <= day))
            {
                first[account] = day;
            }
        }

        foreach (var placed in Facts.Placed.Where(placed => placed.Mapping.Kind == TableKind.Leads))
        {
            if (placed.Mapping.Find(ColumnRole.CreatedOn) is { } name && placed.Source.Table.Find(name) is DateColumn days)
            {
                for (var row = 0; row < placed.Accounts.Length; row++)
                {
                    See(placed.Accounts[row], days.IsMissing(row) ? null : DateOnly.ParseExact(days.TextAt(row)[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                }
            }
        }

        if (first.Count == 0)
        {
            foreach (var company in Facts.Companies)
            {
                See(company.Index, company.CreatedOn);
            }

            foreach (var deal in Facts.Deals.Where(deal => deal.IsNewBusiness))
            {
                See(deal.Account, deal.DecidedFrom);
            }
        }

        // A day in the future is a typing error: nobody came in tomorrow.
        return [.. first.Where(pair => pair.Value <= Facts.AsOf).OrderBy(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
    }
}
