namespace Kindred.Statistics.Intervals;

/// <summary>Interval of the difference of two independent proportions from their Wilson intervals, without continuity correction (Newcombe 1998, Statistics in Medicine 17, 873–890, method 10). Witness: table II of that paper.</summary>
public static class NewcombeInterval
{
    /// <summary>Interval of x₁/n₁ − x₂/n₂; [−1, 1] where either has no trials. O(1).</summary>
    /// <param name="first">x₁, 0 ≤ x₁ ≤ n₁.</param>
    /// <param name="firstTrials">n₁ ≥ 0.</param>
    /// <param name="second">x₂, 0 ≤ x₂ ≤ n₂.</param>
    /// <param name="secondTrials">n₂ ≥ 0.</param>
    public static Interval Of(double first, double firstTrials, double second, double secondTrials)
    {
        var (one, other) = (WilsonInterval.Of(first, firstTrials), WilsonInterval.Of(second, secondTrials));
        if (firstTrials == 0 || secondTrials == 0)
        {
            return new Interval(-1, 1);
        }

        double p = first / firstTrials, q = second / secondTrials;
        var low = p - q - Math.Sqrt(Square(p - one.Low) + Square(other.High - q));
        var high = p - q + Math.Sqrt(Square(one.High - p) + Square(q - other.Low));
        return new Interval(Math.Max(-1, low), Math.Min(1, high));
    }

    private static double Square(double value) => value * value;
}
