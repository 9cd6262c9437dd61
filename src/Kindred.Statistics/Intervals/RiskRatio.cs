namespace Kindred.Statistics.Intervals;

/// <summary>Ratio of two proportions with its log-normal interval (Katz, Baptista, Azen and Pike 1978); half a row is added to every count where one of them is 0 (Walter 1975). Witness: the aspirin figures of Agresti (2007), section 2.2.</summary>
/// <param name="Ratio">First over second.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="LogDeviation">Standard error of the logarithm.</param>
public readonly record struct RiskRatio(double Ratio, double Low, double High, double LogDeviation)
{
    /// <summary>Of counts. O(1).</summary>
    /// <param name="first">Positives of the first.</param>
    /// <param name="firstRows">Rows of the first, ≥ 1.</param>
    /// <param name="second">Positives of the second.</param>
    /// <param name="secondRows">Rows of the second, ≥ 1.</param>
    /// <param name="z">Standard normal quantile of the level; 95 % by default.</param>
    public static RiskRatio Of(int first, int firstRows, int second, int secondRows, double z = 1.959963984540054)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(secondRows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, firstRows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(second, secondRows);
        var added = first == 0 || second == 0 ? 0.5 : 0;
        double x = first + added, n = firstRows + added, y = second + added, m = secondRows + added;
        var ratio = x / n / (y / m);
        var deviation = Math.Sqrt((1 / x) - (1 / n) + (1 / y) - (1 / m));
        return new RiskRatio(ratio, ratio * Math.Exp(-z * deviation), ratio * Math.Exp(z * deviation), deviation);
    }
}
