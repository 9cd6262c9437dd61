namespace Kindred.Reports.Charts;

/// <summary>A zero-based linear axis with round ticks.</summary>
/// <param name="Max">Value at the right end.</param>
/// <param name="Step">Distance of ticks.</param>
/// <param name="Left">Place of zero.</param>
/// <param name="Right">Place of <paramref name="Max"/>.</param>
internal sealed record Axis(double Max, double Step, double Left, double Right)
{
    /// <summary>The smallest round axis that holds the largest value; four to six ticks (half as many when narrow).</summary>
    public static Axis For(double largest, double left, double right, int ticks, double cap = double.PositiveInfinity)
    {
        var rough = Math.Max(largest, 1e-9) / ticks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(factor => factor * power).First(one => one >= rough * 0.999999);
        var max = Math.Min(cap, Math.Ceiling(largest / step * 0.999999) * step);
        return new Axis(Math.Max(max, step), step, left, right);
    }

    public double At(double value) => Left + ((Right - Left) * Math.Clamp(value, 0, Max) / Max);

    public IEnumerable<double> Ticks()
    {
        for (var i = 0; i * Step <= Max * 1.000001; i++)
        {
            yield return i * Step;
        }
    }
}
