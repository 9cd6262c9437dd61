namespace Kindred.Statistics.Tests;

/// <summary>Named tolerances: how closely a figure must agree with its witness.</summary>
internal static class Tolerances
{
    /// <summary>The same arithmetic in another order.</summary>
    public const double Strict = 1e-12;

    /// <summary>The same formula.</summary>
    public const double Standard = 1e-9;

    /// <summary>Relative agreement of very small probabilities.</summary>
    public static void Relative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"expected {expected}, got {actual}");
}
