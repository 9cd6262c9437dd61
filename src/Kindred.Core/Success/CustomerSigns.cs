using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Core.Personas;
using Kindred.Core.Segments;

namespace Kindred.Core.Success;

/// <summary>What was known of a customer on a day, one figure a factor of health; NaN is unknown. Nothing dated later enters; who is known at a company is not dated and is today's.</summary>
internal sealed class CustomerSigns
{
    private const int RecentDays = 90;
    private const int YearDays = 365;
    private const int FewestLifeDays = 30;

    /// <summary>Below this share of customers with any contact in a year the file is taken to hold deals only.</summary>
    private const double LeastReached = 0.1;
    private readonly ILookup<int, Subscription> _subscriptions;
    private readonly ILookup<int, Ticket> _tickets;
    private readonly ILookup<int, Invoice> _invoices;
    private readonly Dictionary<int, DateOnly[]> _contacts;
    private readonly Dictionary<int, double> _sponsor;
    private readonly Dictionary<DateOnly, bool> _isReached = [];
    private readonly DateOnly? _firstTicket;
    private readonly bool _hasDue;
    private readonly double _scale;

    public CustomerSigns(AccountFacts facts, CustomerMonths months, UseHistory use, ReadingBook? reading)
    {
        (Facts, Months, Use) = (facts, months, use);
        _subscriptions = facts.Subscriptions.Where(one => one is { IsTrial: false, Account: >= 0 }).ToLookup(one => one.Account);
        _tickets = facts.Tickets.Where(ticket => ticket is { Account: >= 0, OpenedOn: not null }).ToLookup(ticket => ticket.Account);
        _invoices = facts.Invoices.Where(invoice => invoice is { Account: >= 0, DueOn: not null } && invoice.Amount.Minor > 0).ToLookup(invoice => invoice.Account);
        _firstTicket = facts.Tickets.Min(ticket => ticket.OpenedOn);
        _hasDue = facts.Invoices.Any(invoice => invoice.PaidOn is not null);
        _scale = Scale(facts.Tickets.Select(ticket => ticket.Satisfaction).Where(value => value >= 0).DefaultIfEmpty(0).Max());
        _contacts = Contacts(facts, reading);
        _sponsor = facts.People.Where(person => person.Account >= 0).GroupBy(person => person.Account).ToDictionary(group => group.Key, group => group.Max(person => BuyingParts.Of(facts, person) switch
        {
            BuyingPart.EconomicBuyer => 1,
            BuyingPart.Champion => 0.5,
            _ => 0,
        }));
    }

    public AccountFacts Facts { get; }

    public CustomerMonths Months { get; }

    public UseHistory Use { get; }

    /// <summary>Best mark of the satisfaction scale found in the file: 1, 5, 10 or 100.</summary>
    public double SatisfactionScale => _scale;

    /// <summary>The figure of a factor.</summary>
    public double Of(HealthFactor factor, CustomerLife life, DateOnly day) => factor switch
    {
        HealthFactor.UsageTrend => Use.IsSilent(life.Account, life.StartedOn, day) ? 0 : Use.Trend(life.Account, life.StartedOn, day),
        HealthFactor.Breadth => Use.Breadth(life.Account, life.StartedOn, day),
        HealthFactor.Tickets => TicketsPerSeat(life, day),
        HealthFactor.Payment => PaidInTime(life.Account, day),
        HealthFactor.Sponsor => _sponsor.TryGetValue(life.Account, out var sponsor) ? sponsor : double.NaN,
        HealthFactor.Engagement => ContactsWithin(life, day),
        _ => Satisfaction(life.Account, day),
    };

    /// <summary>Seats of the subscriptions running on a day; NaN when none names them.</summary>
    public double Seats(int account, DateOnly day)
    {
        var seats = _subscriptions[account].Where(one => one.IsActive(day) && one.Seats > 0).Sum(one => one.Seats);
        return seats > 0 ? seats : double.NaN;
    }

    /// <summary>A known day in the future on which a running contract ends; null where none is known.</summary>
    public DateOnly? ContractEnd(int account) => _subscriptions[account].Where(one => one.IsActive(Facts.AsOf) && one.EndedOn > Facts.AsOf && one.EndedOn < Facts.AsOf.AddYears(5)).Min(one => one.EndedOn);

    /// <summary>Days the oldest unpaid invoice is over its due day; 0 without one.</summary>
    public int DaysOverdue(int account, DateOnly day) => !_hasDue ? 0 : _invoices[account].Where(invoice => invoice.DueOn < day && invoice.PaidOn is null && invoice.DueOn > day.AddDays(-YearDays)).Select(invoice => day.DayNumber - invoice.DueOn!.Value.DayNumber).DefaultIfEmpty(0).Max();

    /// <summary>Monthly amount on a day in minor units of the panel's currency.</summary>
    public long Mrr(int row, DateOnly day)
    {
        var month = ((day.Year - Months.Opening.Year) * 12) + day.Month - Months.Opening.Month;
        return month < 0 ? 0 : Months.At(row, Math.Min(month, Months.Months));
    }

    private double TicketsPerSeat(CustomerLife life, DateOnly day)
    {
        var days = Math.Min(RecentDays, day.DayNumber - life.StartedOn.DayNumber + 1);
        if (_firstTicket is null || days < FewestLifeDays || _firstTicket > day.AddDays(-FewestLifeDays))
        {
            return double.NaN;
        }

        var seats = Seats(life.Account, day);
        return _tickets[life.Account].Count(ticket => ticket.OpenedOn <= day && ticket.OpenedOn > day.AddDays(-days)) * 30.4375 / days / (double.IsNaN(seats) ? 1 : seats);
    }

    private double PaidInTime(int account, DateOnly day)
    {
        var due = _invoices[account].Where(invoice => invoice.DueOn <= day && invoice.DueOn > day.AddDays(-YearDays)).ToArray();
        return !_hasDue || due.Length == 0 ? double.NaN : (double)due.Count(invoice => invoice.PaidOn <= invoice.DueOn) / due.Length;
    }

    private double ContactsWithin(CustomerLife life, DateOnly day)
    {
        if (!IsReached(day) || day.DayNumber - life.StartedOn.DayNumber < FewestLifeDays)
        {
            return double.NaN;
        }

        return Count(life, day, RecentDays);
    }

    private int Count(CustomerLife life, DateOnly day, int days) =>
        _contacts.TryGetValue(life.Account, out var on) ? on.Count(one => one <= day && one > day.AddDays(-days) && one >= life.StartedOn) : 0;

    private bool IsReached(DateOnly day)
    {
        if (!_isReached.TryGetValue(day, out var reached))
        {
            var running = Months.Lives.Where(life => life.StartedOn <= day && !(life.EndedOn <= day)).ToArray();
            _isReached[day] = reached = running.Length > 0 && running.Count(life => Count(life, day, YearDays) > 0) >= LeastReached * running.Length;
        }

        return reached;
    }

    private double Satisfaction(int account, DateOnly day)
    {
        var marks = _tickets[account].Where(ticket => ticket.Satisfaction >= 0 && ticket.OpenedOn <= day && ticket.OpenedOn > day.AddDays(-YearDays)).Select(ticket => ticket.Satisfaction).ToArray();
        return marks.Length == 0 || _scale <= 0 ? double.NaN : marks.Average();
    }

    private static double Scale(double most) => most <= 0 ? 0 : most <= 1 ? 1 : most <= 5 ? 5 : most <= 10 ? 10 : 100;

    private static Dictionary<int, DateOnly[]> Contacts(AccountFacts facts, ReadingBook? reading)
    {
        var visits = reading is null
            ? []
            : reading.Visits.Where(visit => visit.Counts && visit.Account >= 0).Select(visit => (visit.Account, DateOnly.FromDateTime(visit.At.UtcDateTime)));
        return facts.Activities.Where(activity => activity is { Account: >= 0, On: not null }).Select(activity => (activity.Account, activity.On!.Value)).Concat(visits)
            .GroupBy(pair => pair.Item1, pair => pair.Item2).ToDictionary(group => group.Key, group => group.ToArray());
    }
}
