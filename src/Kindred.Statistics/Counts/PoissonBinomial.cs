namespace Kindred.Statistics.Counts;

/// <summary>Distribution of the number of positives among rows that each have their own probability (exact, by convolution). Witness: the binomial where all are equal; enumeration.</summary>
public static class PoissonBinomial
{
    /// <summary>Twice the smaller of P(X ≤ count) and P(X ≥ count), at most 1. O(rows²).</summary>
    /// <param name="probabilities">One a row, in [0, 1].</param>
    /// <param name="count">0 ≤ count ≤ rows.</param>
    public static double TwoSidedP(IReadOnlyList<double> probabilities, int count)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, probabilities.Count);
        var chance = new double[probabilities.Count + 1];
        chance[0] = 1;
        for (var row = 0; row < probabilities.Count; row++)
        {
            var p = probabilities[row];
            if (!(p is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(probabilities), "A probability lies between 0 and 1.");
            }

            for (var k = row + 1; k >= 1; k--)
            {
                chance[k] = (chance[k] * (1 - p)) + (chance[k - 1] * p);
            }

            chance[0] *= 1 - p;
        }

        double atMost = 0, atLeast = 0;
        for (var k = 0; k < chance.Length; k++)
        {
            atMost += k <= count ? chance[k] : 0;
            atLeast += k >= count ? chance[k] : 0;
        }

        return Math.Min(1, 2 * Math.Min(atMost, atLeast));
    }
}
