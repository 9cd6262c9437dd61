using Kindred.Core.Accounts;
using Kindred.Core.CustomerValue;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;

namespace Kindred.Core.Reviews;

/// <summary>What a review is drafted from. Whatever is missing becomes a gap with its reason.</summary>
public sealed record DraftReviewRequest
{
    /// <summary>Facts by company.</summary>
    public required AccountFacts Facts { get; init; }

    /// <summary>Fields of every company as known now; row i is company i.</summary>
    public required Table Companies { get; init; }

    /// <summary>Today; not before the day the data speaks for.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Day the review is due.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Days between reviews, 7–730; 90 unless set.</summary>
    public int ReviewDays { get; init; } = ProfileReview.CadenceDays;

    /// <summary>Day the profile and card under review came into use; null: the profile's own day.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The profile; null without one.</summary>
    public ProfileDocument? Profile { get; init; }

    /// <summary>State of every company to the profile; empty without one.</summary>
    public IReadOnlyList<ClassifiedAccount> Standing { get; init; } = [];

    /// <summary>The card in use; null without one.</summary>
    public Scorecard? Card { get; init; }

    /// <summary>What is known about that card; null where nothing is.</summary>
    public CardEvidence? Evidence { get; init; }

    /// <summary>Its back-test; null without one.</summary>
    public BackTestResult? BackTest { get; init; }

    /// <summary>A draft of the next card; null without one.</summary>
    public Scorecard? NextCard { get; init; }

    /// <summary>The profile as a build of today would write it; null where none was built.</summary>
    public ProfileDocument? NextProfile { get; init; }

    /// <summary>Score records, oldest first.</summary>
    public IReadOnlyList<ScoreRecord> Scores { get; init; } = [];

    /// <summary>The decision log.</summary>
    public LeadLog Log { get; init; } = LeadLog.Empty;

    /// <summary>The leads the log speaks of.</summary>
    public IReadOnlyList<LeadEntry> Leads { get; init; } = [];

    /// <summary>Customers by value; null where there are none.</summary>
    public CustomerRanking? Ranking { get; init; }

    /// <summary>The review log.</summary>
    public ReviewBook Book { get; init; } = ReviewBook.Empty;

    /// <summary>Permutations of the drift test, 99–99,999; 999 unless set.</summary>
    public int Permutations { get; init; } = 999;

    /// <summary>Seed of everything random.</summary>
    public long Seed { get; init; } = 1;
}
