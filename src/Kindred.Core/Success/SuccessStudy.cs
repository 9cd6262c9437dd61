using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Segments;

namespace Kindred.Core.Success;

/// <summary>Customers as they run: health, risk, tiers, what to do. Immutable.</summary>
public sealed record SuccessStudy
{
    /// <summary>What was asked.</summary>
    public required SuccessRequest Request { get; init; }

    /// <summary>The day the data speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>ISO currency of amounts; empty when none is known.</summary>
    public required string Currency { get; init; }

    /// <summary>True where monthly amounts come from invoices.</summary>
    public required bool IsFromInvoices { get; init; }

    /// <summary>Feature whose use is followed; null where the file names none.</summary>
    public string? KeyFeature { get; init; }

    /// <summary>Running customers: most at stake first.</summary>
    public required IReadOnlyList<CustomerHealth> Customers { get; init; }

    /// <summary>The model behind probabilities, or why there are none.</summary>
    public required ChurnModel Model { get; init; }

    /// <summary>Renewals by month: this one and the next twelve.</summary>
    public required IReadOnlyList<RenewalMonth> Renewals { get; init; }

    /// <summary>Alerts, raised ones first.</summary>
    public required IReadOnlyList<Alert> Alerts { get; init; }

    /// <summary>Alerts of the last seven days that count against the week's budget; null where nothing is remembered.</summary>
    public int? SpentThisWeek { get; init; }

    /// <summary>Tasks by due day.</summary>
    public required IReadOnlyList<SuccessTask> Tasks { get; init; }

    /// <summary>Success stories told, or those that could be told first.</summary>
    public required IReadOnlyList<Story> Stories { get; init; }

    /// <summary>Customers that left and would fit now.</summary>
    public required IReadOnlyList<Returner> Returners { get; init; }

    /// <summary>What was odd in the files and what was done about it.</summary>
    public required IReadOnlyList<QualityIssue> Notes { get; init; }

    /// <summary>What is taken for granted.</summary>
    public required IReadOnlyList<Wording> Assumptions { get; init; }

    /// <summary>Customers that fell silent.</summary>
    public IEnumerable<CustomerHealth> Silent => Customers.Where(customer => customer.SilentSince is not null);

    /// <summary>The customer of a company; null where it is none now.</summary>
    public CustomerHealth? Find(int account) => Customers.FirstOrDefault(customer => customer.Account == account);

    /// <summary>The same study narrowed to a segment: who is listed, not how anybody was judged.</summary>
    public SuccessStudy Within(FoundSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return this with
        {
            Customers = [.. Customers.Where(customer => segment.Has(customer.Account))],
            Renewals = [.. Renewals.Select(month => month.Renewals.Where(renewal => segment.Has(renewal.Account)).ToArray() is var own ? month with { Renewals = own, Monthly = own.Sum(renewal => renewal.Monthly) } : month)],
            Alerts = [.. Alerts.Where(alert => segment.Has(alert.Account))],
            Tasks = [.. Tasks.Where(task => segment.Has(task.Account))],
            Stories = [.. Stories.Where(story => segment.Has(story.Account))],
            Returners = [.. Returners.Where(returner => segment.Has(returner.Account))],
        };
    }

    /// <summary>Who first: tiers A and B by what is at stake, those with an alert before the others.</summary>
    public IReadOnlyList<CustomerHealth> First => [.. Alerts.Where(alert => alert.IsRaised).Select(alert => Find(alert.Account)!).OrderBy(customer => customer.Place.Tier == Tier.C)];

    /// <summary>Who becomes a success story: candidates, not those told already.</summary>
    public IEnumerable<Story> NextStories => Stories.Where(story => !story.IsTold);

    /// <summary>Who is at risk: highest chance of leaving first; by health where only ranks may be shown.</summary>
    public IReadOnlyList<CustomerHealth> AtRisk => [.. Customers.OrderByDescending(customer => customer.Risk?.Probability ?? 1 - ((customer.Health.Total ?? 100) / 100)).ThenBy(customer => customer.Account)];

    /// <summary>Who can be automated: tier C, well, and without anything to look at.</summary>
    public IReadOnlyList<CustomerHealth> Automatable
    {
        get
        {
            var alerted = Alerts.Select(alert => alert.Account).ToHashSet();
            return [.. Customers.Where(customer => customer.Place.Tier == Tier.C && customer.Health.Total >= HealthScore.WellFrom && !alerted.Contains(customer.Account)).OrderByDescending(customer => customer.Health.Total).ThenBy(customer => customer.Account)];
        }
    }
}
