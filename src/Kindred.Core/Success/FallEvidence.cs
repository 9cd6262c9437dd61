using Kindred.Statistics.Intervals;

namespace Kindred.Core.Success;

/// <summary>What a fall in the use of the key feature was followed by: month ends with a fall of 40 % or more against the others, and how many left within 90 days.</summary>
/// <param name="Fallen">Month ends of a customer with a fall.</param>
/// <param name="FallenLeft">Of them followed by leaving.</param>
/// <param name="Others">Month ends without one.</param>
/// <param name="OthersLeft">Of them followed by leaving.</param>
public sealed record FallEvidence(int Fallen, int FallenLeft, int Others, int OthersLeft)
{
    /// <summary>Use of the last whole month over the mean of the three before, up to which it counts as a fall.</summary>
    public const double FallTo = 0.6;

    /// <summary>Share that left after a fall with its 95 % interval (Wilson); null without a fall.</summary>
    public (double Rate, double Low, double High)? AfterFall => Of(FallenLeft, Fallen);

    /// <summary>Share that left without one; null without such a month end.</summary>
    public (double Rate, double Low, double High)? Otherwise => Of(OthersLeft, Others);

    private static (double, double, double)? Of(int left, int n)
    {
        if (n == 0)
        {
            return null;
        }

        var interval = WilsonInterval.Of(left, n);
        return ((double)left / n, interval.Low, interval.High);
    }
}
