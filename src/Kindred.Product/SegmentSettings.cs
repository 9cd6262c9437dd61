using Kindred.Core.Basics;
using Kindred.Core.Segments;

namespace Kindred.Product;

/// <summary>What the owner of a workspace set about the economics of segments.</summary>
public sealed record SegmentSettings
{
    /// <summary>Gross margin, 0.01–1; 0.8 unless set.</summary>
    public double Margin { get; init; } = new SegmentRequest().Margin;

    /// <summary>Discount a year, 0–1; 0.10 unless set.</summary>
    public double DiscountPerYear { get; init; } = new SegmentRequest().DiscountPerYear;

    /// <summary>Months a customer's value is counted over, 12–240; 60 unless set.</summary>
    public int HorizonMonths { get; init; } = new SegmentRequest().HorizonMonths;

    /// <summary>Targets and benchmarks as CSV with the header <see cref="Benchmark.Header"/>; empty for the table that is shipped.</summary>
    public string Benchmarks { get; init; } = "";

    /// <summary>What these ask of a study.</summary>
    public SegmentRequest Apply(SegmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request with
        {
            Margin = Margin,
            DiscountPerYear = DiscountPerYear,
            HorizonMonths = HorizonMonths,
            Benchmarks = string.IsNullOrWhiteSpace(Benchmarks) || !Benchmark.Parse(Benchmarks).TryGet(out var table, out _) ? Benchmark.Shipped : table,
        };
    }

    /// <summary>Why they cannot be used; empty when they can.</summary>
    internal IReadOnlyList<Reason> Wrong() =>
        [.. SegmentsModule.Check(Apply(new SegmentRequest())), .. string.IsNullOrWhiteSpace(Benchmarks) ? [] : Benchmark.Parse(Benchmarks).Reasons];
}
