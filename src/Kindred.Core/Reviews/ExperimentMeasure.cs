using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>One measure of a trial, both arms.</summary>
/// <param name="Key">taken, meeting or won.</param>
/// <param name="Label">For people.</param>
/// <param name="Scored">Leads from the cut on.</param>
/// <param name="Random">Leads drawn at random.</param>
/// <param name="Low">Lower end of the always-valid 95 % interval of the difference scored − random.</param>
/// <param name="High">Upper end.</param>
/// <param name="Evidence">Largest e-value so far against "no difference"; 20 and more is called.</param>
/// <param name="IsCalled">Whether the difference is called.</param>
/// <param name="Sentence">In words.</param>
public sealed record ExperimentMeasure(string Key, Wording Label, RateFigure Scored, RateFigure Random, double Low, double High, double Evidence, bool IsCalled, Wording Sentence);
