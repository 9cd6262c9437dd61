namespace Kindred.Core.Reviews;

/// <summary>A ratio of two rates with its 95 % interval.</summary>
/// <param name="Ratio">First rate over second.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record RatioFigure(double Ratio, double Low, double High);
