namespace Kindred.Core.Success;

/// <summary>Everything the module says of one running customer.</summary>
public sealed record CustomerHealth
{
    /// <summary>Company index.</summary>
    public required int Account { get; init; }

    /// <summary>First paid day.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Monthly amount in minor units of the study's currency; 0 when none is known.</summary>
    public required long Monthly { get; init; }

    /// <summary>Monthly amount in its first paid month.</summary>
    public required long FirstMonthly { get; init; }

    /// <summary>Health of 100.</summary>
    public required HealthScore Health { get; init; }

    /// <summary>Chance of leaving within 90 days; null where only ranks may be shown.</summary>
    public ChurnRisk? Risk { get; init; }

    /// <summary>First day of the last month with any use, for a customer that fell silent; null otherwise.</summary>
    public DateOnly? SilentSince { get; init; }

    /// <summary>Use of the key feature over its usual use, where known.</summary>
    public double? Trend { get; init; }

    /// <summary>Days its oldest unpaid invoice is over due; 0 without one.</summary>
    public int DaysOverdue { get; init; }

    /// <summary>Next renewal.</summary>
    public required Renewal Renewal { get; init; }

    /// <summary>Tier.</summary>
    public required TierPlace Place { get; init; }

    /// <summary>True where the key feature fell by 40 % or more.</summary>
    public bool HasFallen => SilentSince is null && Trend <= FallEvidence.FallTo;
}
