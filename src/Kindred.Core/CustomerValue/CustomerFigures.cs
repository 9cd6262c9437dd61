using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.CustomerValue;

/// <summary>The raw figures of customers, one array a criterion in the order of <see cref="CustomerCriterion.Defaults"/>; NaN is unknown. Counts that grow with age are rates per month.</summary>
internal sealed class CustomerFigures
{
    private const double DaysPerMonth = 30.4375;
    private readonly AccountFacts _facts;
    private readonly ExchangeRates _rates;
    private readonly Dictionary<int, int> _position = [];

    public CustomerFigures(AccountFacts facts, ExchangeRates? rates)
    {
        _facts = facts;
        _rates = rates ?? facts.Rates;
        var common = MainCurrency(facts);
        Currency = facts.Currency is { } wanted && _rates.Convert(new Money(0, common), wanted, facts.AsOf).IsAccepted ? wanted : common;
        foreach (var account in facts.Subscriptions.Where(s => !s.IsTrial).Select(s => s.Account)
            .Concat(facts.Deals.Where(deal => deal is { Outcome: DealOutcome.Won, IsNewBusiness: true }).Select(deal => deal.Account)).Where(account => account >= 0).Distinct().Order())
        {
            _position.Add(account, _position.Count);
        }

        Accounts = [.. _position.Keys];
        Started = new DateOnly?[Accounts.Count];
        IsActive = new bool[Accounts.Count];
        Figures = [.. CustomerCriterion.Defaults.Select(_ => Unknown(Accounts.Count))];
        FromSubscriptions();
        FromDeals();
        FromTickets();
        FromInvoices();
        FromCosts();
    }

    public IReadOnlyList<int> Accounts { get; }

    /// <summary>Amounts are compared in this currency; amounts in others count only where a rate is known.</summary>
    public string Currency { get; }

    public DateOnly?[] Started { get; }

    public bool[] IsActive { get; }

    public double[][] Figures { get; }

    private double[] Of(string id) => Figures[CustomerCriterion.Defaults.Select((criterion, index) => (criterion.Id, index)).First(entry => entry.Id == id).index];

    private static double[] Unknown(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static string MainCurrency(AccountFacts facts) =>
        facts.Subscriptions.Select(s => s.Monthly?.Currency).Concat(facts.Deals.Select(deal => deal.Amount?.Currency)).OfType<string>()
            .GroupBy(currency => currency, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault() ?? "";

    private double InMain(Money? amount, DateOnly on)
    {
        if (amount is not { } money)
        {
            return double.NaN;
        }

        if (money.Currency == Currency)
        {
            return (double)money.Major;
        }

        return _rates.Convert(money, Currency, on).TryGet(out var converted, out _) ? (double)converted.Major : double.NaN;
    }

    private void FromSubscriptions()
    {
        double[] value = Of("contract-value"), retention = Of("retention"), expansion = Of("expansion");
        foreach (var group in _facts.Subscriptions.Where(s => !s.IsTrial && _position.ContainsKey(s.Account)).GroupBy(s => s.Account))
        {
            var at = _position[group.Key];
            var own = group.ToArray();
            var start = own.Min(s => s.StartedOn);
            Started[at] = start;
            IsActive[at] = own.Any(s => s.IsActive(_facts.AsOf));
            var end = IsActive[at] ? _facts.AsOf : own.Max(s => s.EndedOn ?? _facts.AsOf).AddDays(-1);
            double Monthly(DateOnly day) => own.Where(s => s.IsActive(day)).Select(s => InMain(s.Monthly, day)).Where(amount => !double.IsNaN(amount)).Sum();
            var early = Monthly(start.AddDays(30));
            var first = early > 0 ? early : Monthly(start);
            var last = Monthly(end);
            if (first <= 0 && last <= 0)
            {
                continue;
            }

            value[at] = 12 * (last > 0 ? last : first);
            if (_facts.AsOf >= start.AddYears(1))
            {
                var later = Monthly(start.AddYears(1));
                retention[at] = first > 0 ? Math.Min(1, later / first) : double.NaN;
            }

            expansion[at] = first > 0 ? last / first : double.NaN;
        }
    }

    private void FromDeals()
    {
        double[] value = Of("contract-value"), cycle = Of("cycle-days");
        foreach (var deal in _facts.Deals.Where(deal => deal is { Outcome: DealOutcome.Won, IsNewBusiness: true } && _position.ContainsKey(deal.Account)).OrderBy(deal => deal.ClosedOn))
        {
            var at = _position[deal.Account];
            if (deal is { CreatedOn: { } created, ClosedOn: { } closed } && closed >= created && double.IsNaN(cycle[at]))
            {
                cycle[at] = closed.DayNumber - created.DayNumber;
            }

            Started[at] ??= deal.ClosedOn;
            if (double.IsNaN(value[at]))
            {
                value[at] = InMain(deal.Amount, deal.ClosedOn ?? _facts.AsOf);
                IsActive[at] |= _facts.Subscriptions.Count == 0;
            }
        }
    }

    private void FromTickets()
    {
        if (_facts.Tickets.Count == 0)
        {
            return;
        }

        var tickets = Of("tickets-per-seat");
        var counts = _facts.Tickets.Where(ticket => ticket.Account >= 0).CountBy(ticket => ticket.Account).ToDictionary();
        var seats = _facts.Subscriptions.Where(s => s.Account >= 0 && !double.IsNaN(s.Seats)).GroupBy(s => s.Account).ToDictionary(group => group.Key, group => group.Max(s => s.Seats));
        foreach (var (account, at) in _position)
        {
            if (Started[at] is { } start && start < _facts.AsOf && seats.TryGetValue(account, out var count) && count > 0)
            {
                var months = Math.Max(1, (_facts.AsOf.DayNumber - start.DayNumber) / DaysPerMonth);
                tickets[at] = counts.GetValueOrDefault(account) / (count * months);
            }
        }
    }

    private void FromInvoices()
    {
        var onTime = Of("on-time-payment");
        foreach (var group in _facts.Invoices.Where(invoice => _position.ContainsKey(invoice.Account) && invoice.Amount.Minor > 0 && invoice.DueOn is not null).GroupBy(invoice => invoice.Account))
        {
            var due = group.Where(invoice => invoice.DueOn < _facts.AsOf).ToArray();
            if (due.Length > 0)
            {
                onTime[_position[group.Key]] = (double)due.Count(invoice => invoice.PaidOn <= invoice.DueOn) / due.Length;
            }
        }
    }

    /// <summary>Acquisition cost: the channel's spend of the three months before signing, over the customers it brought in that time.</summary>
    private void FromCosts()
    {
        if (_facts.Costs.Count == 0)
        {
            return;
        }

        var cac = Of("cac");
        var spend = _facts.Costs.GroupBy(cost => (Channel: cost.Channel.Trim().ToLowerInvariant(), Quarter: Quarter(cost.Month)))
            .ToDictionary(group => group.Key, group => group.Select(cost => InMain(cost.Amount, cost.Month)).Where(amount => !double.IsNaN(amount)).Sum());
        var won = _facts.Deals.Where(deal => deal is { Outcome: DealOutcome.Won, IsNewBusiness: true, ClosedOn: not null, Source: not null } && _position.ContainsKey(deal.Account)).ToArray();
        var brought = won.GroupBy(deal => (Channel: deal.Source!.Trim().ToLowerInvariant(), Quarter: Quarter(deal.ClosedOn!.Value))).ToDictionary(group => group.Key, group => group.Count());
        foreach (var deal in won)
        {
            var key = (deal.Source!.Trim().ToLowerInvariant(), Quarter(deal.ClosedOn!.Value));
            if (spend.TryGetValue(key, out var total))
            {
                cac[_position[deal.Account]] = total / brought[key];
            }
        }
    }

    private static int Quarter(DateOnly day) => day.Year * 4 + (day.Month - 1) / 3;
}
