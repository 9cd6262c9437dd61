using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>A trial on a day. Body of <see cref="ReviewEntryKind.ExperimentStopped"/> too, as it stood then.</summary>
/// <param name="Plan">What was stated before it started.</param>
/// <param name="Day">Day of the trial, 1 … <see cref="ExperimentPlan.Days"/>; 0 before it starts.</param>
/// <param name="IsOver">Whether its days are over or it was stopped.</param>
/// <param name="Scored">Leads from the cut on so far.</param>
/// <param name="Random">Leads drawn at random so far.</param>
/// <param name="Below">Leads below the cut so far: of these the random ones were drawn.</param>
/// <param name="RatioP">p of the sample-ratio check: drawn against what the plan says; null without leads.</param>
/// <param name="IsRatioBroken">p below 0.001: who was drawn was not left to chance, so nothing is compared.</param>
/// <param name="Measures">taken, meeting, won; none where the ratio is broken.</param>
/// <param name="Why">Why it was stopped; null while it runs.</param>
/// <param name="Sentence">In words: "day 9 of 14 …".</param>
public sealed record ExperimentReading(
    ExperimentPlan Plan, int Day, bool IsOver, int Scored, int Random, int Below, double? RatioP, bool IsRatioBroken, IReadOnlyList<ExperimentMeasure> Measures, string? Why, Wording Sentence);
