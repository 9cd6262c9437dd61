using MathNet.Numerics;

namespace Kindred.Statistics.Sequential;

/// <summary>Whether as many rows fell to an arm as the plan says: the exact two-sided binomial test, counting every result that is no likelier than the one seen. Witness: R <c>binom.test</c>.</summary>
public static class SampleRatio
{
    /// <summary>p of <paramref name="count"/> rows out of <paramref name="rows"/>; 1 without rows. O(rows).</summary>
    /// <param name="count">0 ≤ count ≤ rows.</param>
    /// <param name="rows">≥ 0.</param>
    /// <param name="share">Planned share, in (0, 1).</param>
    public static double P(int count, int rows, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, rows);
        if (!(share is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), "The share lies between 0 and 1.");
        }

        double Log(int k) => SpecialFunctions.FactorialLn(rows) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(rows - k) + (k * Math.Log(share)) + ((rows - k) * Math.Log(1 - share));
        var seen = Log(count) + 1e-7;
        var sum = 0.0;
        for (var k = 0; k <= rows; k++)
        {
            var log = Log(k);
            sum += log <= seen ? Math.Exp(log) : 0;
        }

        return Math.Min(1, sum);
    }
}
