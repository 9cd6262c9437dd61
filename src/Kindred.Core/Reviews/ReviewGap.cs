using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>A part of a review that could not be worked out, and why.</summary>
/// <param name="Part">bands, last-deals, lift, inputs, relation, churn, expansion, best, coming-back, experiments.</param>
/// <param name="Code">Code of the reason: <c>reviews.no-score-records</c>.</param>
/// <param name="Text">In words, with what would help.</param>
public sealed record ReviewGap(string Part, string Code, Wording Text);
