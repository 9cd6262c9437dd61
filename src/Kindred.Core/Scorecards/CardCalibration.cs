namespace Kindred.Core.Scorecards;

/// <summary>What a score means as a probability; strictly increasing in the score. A template without outcomes has none.</summary>
/// <param name="Method">platt, beta, spline or isotonic-platt.</param>
/// <param name="Probability">101 entries, entry s for score s.</param>
/// <param name="Low">101 lower ends of the 95 % interval of the rate at that score.</param>
/// <param name="High">101 upper ends.</param>
public sealed record CardCalibration(string Method, IReadOnlyList<double> Probability, IReadOnlyList<double> Low, IReadOnlyList<double> High);
