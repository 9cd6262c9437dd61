using Kindred.Core.Accounts;
using Kindred.Statistics.Intervals;

namespace Kindred.Core.Segments;

/// <summary>How deals with a segment go, what its customers use and how much support they need.</summary>
internal sealed class SegmentSales
{
    private const int FewestForRatio = 8;
    private const double DaysPerMonth = 30.4375;

    private readonly AccountFacts _facts;
    private readonly CustomerMonths _months;
    private readonly ILookup<int, Deal> _closed;
    private readonly Dictionary<int, double> _seats;
    private readonly Dictionary<int, int> _tickets;
    private readonly int _ticketsOfCustomers;
    private readonly Dictionary<int, DateOnly> _firstUse = [];
    private readonly HashSet<int> _usedLast = [];
    private readonly bool _hasUseDays;

    public SegmentSales(AccountFacts facts, CustomerMonths months, string? keyFeature)
    {
        (_facts, _months) = (facts, months);
        _closed = facts.Deals.Where(deal => deal.IsNewBusiness && deal.Outcome != DealOutcome.Open && deal.Account >= 0 && !(deal.ClosedOn > facts.AsOf)).ToLookup(deal => deal.Account);
        _seats = facts.Subscriptions.Where(one => !one.IsTrial && one.Account >= 0 && one.Seats > 0).GroupBy(one => one.Account).ToDictionary(group => group.Key, group => group.Max(one => one.Seats));
        _tickets = facts.Tickets.Where(ticket => ticket.Account >= 0 && !(ticket.OpenedOn < months.Opening.AddMonths(1)) && !(ticket.OpenedOn > facts.AsOf)).CountBy(ticket => ticket.Account).ToDictionary();
        _ticketsOfCustomers = months.Lives.Sum(life => _tickets.GetValueOrDefault(life.Account));
        KeyFeature = keyFeature ?? MostUsed(facts);
        var lastFull = new DateOnly(facts.AsOf.Year, facts.AsOf.Month, 1).AddMonths(-1);
        foreach (var use in facts.Usage.Where(use => use.Feature == KeyFeature && use.Count > 0))
        {
            _firstUse[use.Account] = _firstUse.TryGetValue(use.Account, out var known) && known < use.FirstOn ? known : use.FirstOn;
            _hasUseDays |= use.FirstOn.Day != 1;
            if (use.Month == lastFull)
            {
                _usedLast.Add(use.Account);
            }
        }
    }

    public string? KeyFeature { get; }

    public IEnumerable<SegmentFigure> Figures(SegmentGroup group)
    {
        var closed = group.Accounts.SelectMany(account => _closed[account]).ToArray();
        var won = closed.Where(deal => deal.Outcome == DealOutcome.Won).ToArray();
        yield return closed.Length == 0
            ? SegmentFigure.None(SegmentMeasure.WinRate, 0, "끝난 새 고객 딜이 없어요.", "There is no closed new-business deal.")
            : Rate(SegmentMeasure.WinRate, won.Length, closed.Length);
        var days = won.Where(deal => deal is { CreatedOn: not null, ClosedOn: not null } && deal.ClosedOn >= deal.CreatedOn).Select(deal => (double)(deal.ClosedOn!.Value.DayNumber - deal.CreatedOn!.Value.DayNumber)).ToArray();
        yield return Median(SegmentMeasure.CycleDays, days, "시작일과 마감일을 모두 아는 성공한 딜이 없어요.", "No won deal has both its first and its closing day.");
        yield return TimeToValue(group);
        yield return Tickets(group);
        yield return SupportShare(SegmentMeasure.SupportShare, group.Rows.Sum(row => _tickets.GetValueOrDefault(_months.Lives[row].Account)));
        yield return KeyUse(group);
    }

    /// <summary>A share of the tickets of all customers.</summary>
    public SegmentFigure SupportShare(SegmentMeasure measure, int tickets) => _ticketsOfCustomers == 0
        ? SegmentFigure.None(measure, 0, "고객 문의 파일이 없거나 이 기간에 문의가 없어요.", "There is no tickets file, or no ticket in this time.")
        : new SegmentFigure(measure, (double)tickets / _ticketsOfCustomers, null, null, _ticketsOfCustomers);

    public int TicketsOf(int account) => _tickets.GetValueOrDefault(account);

    /// <summary>The feature most accounts use; of several the first by name.</summary>
    private static string? MostUsed(AccountFacts facts)
    {
        var users = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var use in facts.Usage.Where(use => use.Feature.Length > 0 && use.Count > 0))
        {
            if (!users.TryGetValue(use.Feature, out var own))
            {
                users[use.Feature] = own = [];
            }

            own.Add(use.Account);
        }

        return users.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).FirstOrDefault();
    }

    private static SegmentFigure Rate(SegmentMeasure measure, int count, int of)
    {
        var interval = WilsonInterval.Of(count, of);
        return new SegmentFigure(measure, (double)count / of, interval.Low, interval.High, of);
    }

    private static SegmentFigure Median(SegmentMeasure measure, double[] values, string ko, string en)
    {
        if (values.Length == 0)
        {
            return SegmentFigure.None(measure, 0, ko, en);
        }

        var (median, interval) = MedianInterval.Of(values);
        return new SegmentFigure(measure, median, interval?.Low, interval?.High, values.Length);
    }

    private SegmentFigure TimeToValue(SegmentGroup group)
    {
        if (KeyFeature is null || !_hasUseDays)
        {
            return SegmentFigure.None(SegmentMeasure.TimeToValue, 0, "기능을 처음 쓴 날짜(달이 아니라 날)가 있어야 셀 수 있어요.", "Days of first use are needed; the usage file has months only, or there is none.");
        }

        var days = group.Rows.Where(row => _firstUse.ContainsKey(_months.Lives[row].Account)).Select(row => (double)Math.Max(0, _firstUse[_months.Lives[row].Account].DayNumber - _months.Lives[row].StartedOn.DayNumber)).ToArray();
        return Median(SegmentMeasure.TimeToValue, days, "핵심 기능을 쓴 고객이 없어요.", "No customer has used the key feature.");
    }

    /// <summary>Tickets over seat-months, a ratio of sums; its interval from the spread between customers on the log scale.</summary>
    private SegmentFigure Tickets(SegmentGroup group)
    {
        if (_tickets.Count == 0)
        {
            return SegmentFigure.None(SegmentMeasure.TicketsPerSeat, 0, "고객 문의 파일이 없거나 이 기간에 문의가 없어요.", "There is no tickets file, or no ticket in this time.");
        }

        var first = _months.Opening.AddMonths(1);
        var pairs = group.Rows.Select(row => _months.Lives[row]).Where(life => _seats.ContainsKey(life.Account)).Select(life =>
        {
            var from = life.StartedOn > first ? life.StartedOn : first;
            var seen = Math.Max(0, ((life.EndedOn ?? _facts.AsOf).DayNumber - from.DayNumber) / DaysPerMonth);
            return (Tickets: (double)_tickets.GetValueOrDefault(life.Account), SeatMonths: _seats[life.Account] * seen);
        }).Where(pair => pair.SeatMonths > 0).ToArray();
        double tickets = pairs.Sum(pair => pair.Tickets), seatMonths = pairs.Sum(pair => pair.SeatMonths);
        if (pairs.Length == 0)
        {
            return SegmentFigure.None(SegmentMeasure.TicketsPerSeat, 0, "좌석 수를 아는 고객이 없어요.", "No customer's seats are known.");
        }

        var ratio = tickets / seatMonths;
        if (pairs.Length < FewestForRatio || tickets == 0)
        {
            return new SegmentFigure(SegmentMeasure.TicketsPerSeat, ratio, null, null, pairs.Length);
        }

        var n = pairs.Length;
        var variance = pairs.Sum(pair => (pair.Tickets - ratio * pair.SeatMonths) * (pair.Tickets - ratio * pair.SeatMonths)) * n / (n - 1.0);
        var spread = Math.Exp(1.959963984540054 * Math.Sqrt(variance) / tickets);
        return new SegmentFigure(SegmentMeasure.TicketsPerSeat, ratio, ratio / spread, ratio * spread, n);
    }

    private SegmentFigure KeyUse(SegmentGroup group)
    {
        if (KeyFeature is null)
        {
            return SegmentFigure.None(SegmentMeasure.KeyFeatureUse, 0, "기능별 사용 기록이 없어요.", "There is no record of use by feature.");
        }

        var paying = group.Rows.Where(_months.IsPaying).ToArray();
        return paying.Length == 0
            ? SegmentFigure.None(SegmentMeasure.KeyFeatureUse, 0, "지금 고객이 없어요.", "Nobody is a customer now.")
            : Rate(SegmentMeasure.KeyFeatureUse, paying.Count(row => _usedLast.Contains(_months.Lives[row].Account)), paying.Length);
    }
}
