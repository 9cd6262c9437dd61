namespace Kindred.Core.Segments;

/// <summary>A step of a survival curve as it is drawn: from this month on, this share is still there.</summary>
/// <param name="Month">Months after the start.</param>
/// <param name="Share">Share still there, 0–1.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="AtRisk">Customers seen until then.</param>
public sealed record CurvePoint(double Month, double Share, double Low, double High, int AtRisk);
