using Kindred.Core.Basics;
using Kindred.Core.Patterns;

namespace Kindred.Core.Profiles;

/// <summary>A figure of the core against the rest.</summary>
/// <param name="Id">conversion, kept, won-and-kept, cycle-days, cac.</param>
/// <param name="Label">For people.</param>
/// <param name="Unit">Share (0–1) or a unit word.</param>
/// <param name="Core">Figure inside; null when it cannot be had.</param>
/// <param name="Rest">Figure outside.</param>
/// <param name="Missing">Which file or column would give it; null when it is there.</param>
public sealed record Comparison(string Id, Wording Label, Wording Unit, Estimate? Core, Estimate? Rest, Wording? Missing);

/// <summary>A figure with its number of observations and 95 % interval.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Count">Observations.</param>
public sealed record Estimate(double Value, double Low, double High, int Count)
{
    /// <summary>A rate as an estimate.</summary>
    public static Estimate Of(Rate rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        return new Estimate(rate.Value, rate.Low, rate.High, rate.Rows);
    }

    /// <summary>Median with the distribution-free interval of order statistics (binomial, normal approximation); null without values.</summary>
    public static Estimate? Median(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return null;
        }

        var sorted = values.Order().ToArray();
        var half = 1.96 * Math.Sqrt(sorted.Length) / 2;
        var low = (int)Math.Clamp(Math.Floor(sorted.Length / 2.0 - half), 0, sorted.Length - 1);
        var high = (int)Math.Clamp(Math.Ceiling(sorted.Length / 2.0 + half), 0, sorted.Length - 1);
        var middle = sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
        return new Estimate(middle, sorted[low], sorted[high], sorted.Length);
    }
}
