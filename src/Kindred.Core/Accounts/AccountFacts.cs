using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>Everything the files say, by company: mapped, standardised, matched. Immutable.</summary>
public sealed record AccountFacts
{
    /// <summary>The day the data speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Companies; a company's index is its position.</summary>
    public required IReadOnlyList<Company> Companies { get; init; }

    /// <summary>People.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Deals, in file order.</summary>
    public IReadOnlyList<Deal> Deals { get; init; } = [];

    /// <summary>Stage changes.</summary>
    public IReadOnlyList<StageChange> StageHistory { get; init; } = [];

    /// <summary>Subscriptions.</summary>
    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];

    /// <summary>Invoices.</summary>
    public IReadOnlyList<Invoice> Invoices { get; init; } = [];

    /// <summary>Usage per account, month and feature.</summary>
    public IReadOnlyList<Usage> Usage { get; init; } = [];

    /// <summary>Tickets.</summary>
    public IReadOnlyList<Ticket> Tickets { get; init; } = [];

    /// <summary>Spend.</summary>
    public IReadOnlyList<Cost> Costs { get; init; } = [];

    /// <summary>Signals.</summary>
    public IReadOnlyList<Signal> Signals { get; init; } = [];

    /// <summary>Dated head counts; growth between them stands among the signals.</summary>
    public IReadOnlyList<Headcount> Headcounts { get; init; } = [];

    /// <summary>Technologies, one entry per fact.</summary>
    public IReadOnlyList<TechnologyFact> Technologies { get; init; } = [];

    /// <summary>Activities.</summary>
    public IReadOnlyList<Activity> Activities { get; init; } = [];

    /// <summary>Document visits.</summary>
    public IReadOnlyList<DocumentVisit> DocumentVisits { get; init; } = [];

    /// <summary>Cancellations.</summary>
    public IReadOnlyList<Cancellation> Cancellations { get; init; } = [];

    /// <summary>Leads.</summary>
    public IReadOnlyList<Lead> Leads { get; init; } = [];

    /// <summary>Exchange rates; without any, currencies are never added.</summary>
    public ExchangeRates Rates { get; init; } = ExchangeRates.None;

    /// <summary>ISO currency amounts are compared in, wherever every amount can be converted to it; null takes the commonest.</summary>
    public string? Currency { get; init; }

    /// <summary>Source tables with the company of each row, without resident numbers and deleted rows.</summary>
    public required IReadOnlyList<PlacedTable> Placed { get; init; }

    /// <summary>Matches that were not by CRM id, and pairs to review.</summary>
    public IReadOnlyList<Merge> Merges { get; init; } = [];

    /// <summary>Match rate per table.</summary>
    public IReadOnlyList<MatchRate> MatchRates { get; init; } = [];

    /// <summary>What is wrong with the data, and what would help most.</summary>
    public required QualityReport Quality { get; init; }
}
