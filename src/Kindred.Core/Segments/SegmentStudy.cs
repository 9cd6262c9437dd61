using Kindred.Core.Accounts;
using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>The economics of every segment.</summary>
public sealed record SegmentStudy
{
    /// <summary>What was asked.</summary>
    public required SegmentRequest Request { get; init; }

    /// <summary>Fields divided by.</summary>
    public required IReadOnlyList<SegmentField> Fields { get; init; }

    /// <summary>Day the data speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>ISO currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>All customers as one.</summary>
    public required SegmentRow Overall { get; init; }

    /// <summary>Segments, most recurring revenue first, unknown last.</summary>
    public required IReadOnlyList<SegmentRow> Segments { get; init; }

    /// <summary>Revenue by customer and month.</summary>
    public required CustomerMonths Months { get; init; }

    /// <summary>Cohorts by quarter of start.</summary>
    public required CohortTable Cohorts { get; init; }

    /// <summary>How spend was shared out; null without a costs file.</summary>
    public AcquisitionCosts? Costs { get; init; }

    /// <summary>Which traits and behaviours go with a shorter life; refused where there is too little.</summary>
    public required Result<TraitModel> Traits { get; init; }

    /// <summary>Share of all tickets from companies that are regret or anti to the profile.</summary>
    public required SegmentFigure MisfitSupport { get; init; }

    /// <summary>Share of the paying customers those are; beside <see cref="MisfitSupport"/>.</summary>
    public double? MisfitCustomers { get; init; }

    /// <summary>Feature whose use is counted; null without usage.</summary>
    public string? KeyFeature { get; init; }

    /// <summary>What was odd in the files, with what was done about it, and contradictions among them.</summary>
    public required IReadOnlyList<QualityIssue> Notes { get; init; }

    /// <summary>What was assumed, in sentences to print.</summary>
    public required IReadOnlyList<Wording> Assumptions { get; init; }

    /// <summary>A segment by the codes of its keys; null when there is none.</summary>
    public SegmentRow? Find(params IReadOnlyList<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return Segments.FirstOrDefault(row => row.Keys.Select(key => key.Code).SequenceEqual(codes, StringComparer.Ordinal));
    }
}
