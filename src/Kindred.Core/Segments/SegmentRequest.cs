using Kindred.Core.Standards;

namespace Kindred.Core.Segments;

/// <summary>What to study. Every default and bound is stated here; <see cref="SegmentsModule.Study"/> refuses what lies outside.</summary>
public sealed record SegmentRequest
{
    /// <summary>One to three fields to divide by (<see cref="SegmentFields.Standard"/>, or the name of any text column about companies); none studies all customers as one.</summary>
    public IReadOnlyList<string> By { get; init; } = ["industry"];

    /// <summary>Band scheme of the field size; worksheet by default.</summary>
    public string SizeScheme { get; init; } = "worksheet";

    /// <summary>Months looked back over, 6–120; 36 by default.</summary>
    public int Months { get; init; } = 36;

    /// <summary>Gross margin, 0 &lt; margin ≤ 1; 0.8 by default, an assumption that is printed.</summary>
    public double Margin { get; init; } = 0.8;

    /// <summary>Discount a year, 0–1; 0.10 by default.</summary>
    public double DiscountPerYear { get; init; } = 0.10;

    /// <summary>Months a customer's value is counted over, 12–240; 60 by default.</summary>
    public int HorizonMonths { get; init; } = 60;

    /// <summary>How spend is shared out over won customers.</summary>
    public CostRule CostRule { get; init; } = CostRule.Channel;

    /// <summary>Whether a customer's share of the spend follows its first-year amount; otherwise each counts the same.</summary>
    public bool CostsByAmount { get; init; } = true;

    /// <summary>Feature whose use is counted; null takes the one most customers use.</summary>
    public string? KeyFeature { get; init; }

    /// <summary>Targets and benchmarks; the shipped table by default.</summary>
    public IReadOnlyList<Benchmark> Benchmarks { get; init; } = Benchmark.Shipped;

    /// <summary>Exchange rates; those of the facts when null. All months are valued at the rates of the as-of day.</summary>
    public ExchangeRates? Rates { get; init; }

    /// <summary>Seed of the draws behind revenue intervals.</summary>
    public long Seed { get; init; } = 1;
}
