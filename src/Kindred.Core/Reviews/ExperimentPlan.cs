using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>A trial stated before it starts. Body of <see cref="ReviewEntryKind.ExperimentStarted"/>.</summary>
/// <param name="Number">1, 2, ….</param>
/// <param name="Name">What is tried.</param>
/// <param name="Cut">Leads from this score on go to sales.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="Days">Days it runs; 14 unless set.</param>
/// <param name="RandomShare">Share of the leads below the cut that is drawn at random and judged blind.</param>
/// <param name="BaseRate">Win rate it starts from.</param>
/// <param name="TargetRate">Win rate it hopes for.</param>
/// <param name="NeedPerArm">Leads an arm takes to show that difference (two-sided 5 %, power 80 %).</param>
/// <param name="ExpectedPerArm">Leads the smaller arm is expected to get in these days.</param>
/// <param name="Power">Power for that difference with so many.</param>
/// <param name="Findable">Smallest rate of the cut's arm that would be found with 80 % power; null when none.</param>
/// <param name="Measures">What is read early: taken, meeting.</param>
/// <param name="Shows">What the trial can show and what it cannot, in words.</param>
public sealed record ExperimentPlan(
    int Number, Wording Name, int Cut, DateOnly StartsOn, int Days, double RandomShare, double BaseRate, double TargetRate,
    int NeedPerArm, int ExpectedPerArm, double Power, double? Findable, IReadOnlyList<string> Measures, Wording Shows)
{
    /// <summary>First day after it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public DateOnly EndsOn => StartsOn.AddDays(Days);
}
