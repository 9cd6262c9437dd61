using Kindred.Core.Patterns;

namespace Kindred.Core.Profiles;

/// <summary>How far two rates are apart.</summary>
internal static class RateDistance
{
    /// <summary>Difference over its standard error under one common rate (two-proportion z).</summary>
    public static double StandardErrors(Rate higher, Rate lower)
    {
        double n = higher.Rows + lower.Rows, rate = (higher.Positives + lower.Positives) / Math.Max(1, n);
        var deviation = Math.Sqrt(Math.Max(1e-9, rate * (1 - rate) * (1.0 / Math.Max(1, higher.Rows) + 1.0 / Math.Max(1, lower.Rows))));
        return (higher.Value - lower.Value) / deviation;
    }
}
