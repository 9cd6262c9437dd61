using Kindred.Statistics.Intervals;

namespace Kindred.Statistics.Sequential;

/// <summary>
/// Difference of two proportions that may be looked at after every block and stopped at any time: product of the growth-rate optimal e-variables for two Bernoulli streams (Turner, Ly and Grünwald 2024,
/// "Generic E-variables for exact sequential k-sample tests that allow for optional stopping", Journal of Statistical Planning and Inference 230, 106116), and the confidence sequence that inverts them for each difference
/// (Turner and Grünwald 2023, "Exact anytime-valid confidence intervals for contingency tables and beyond", Statistics and Probability Letters 198, 109835). Each arm's proportion is bet on by its posterior mean from
/// earlier blocks (beta prior 0.18, as there); the null takes the proportions of that difference nearest to the bet. The chance that the e-value of the true difference ever reaches 1/(1 − level) is at most 1 − level (Ville 1939).
/// Witness: enumeration of every path of a short trial. O(blocks × grid).
/// </summary>
/// <param name="Interval">Differences first − second not ruled out at any look so far; [−1, 1] before anything came in.</param>
/// <param name="Evidence">Largest e-value so far against "no difference".</param>
/// <param name="IsCalled">Whether it reached 1/(1 − level).</param>
public sealed record AlwaysValidDifference(Interval Interval, double Evidence, bool IsCalled)
{
    private const double Prior = 0.18;
    private const int Steps = 200;

    /// <summary>Reads the blocks in their order.</summary>
    /// <param name="blocks">In order of time; blocks with rows of one arm only say nothing about a difference of 0.</param>
    /// <param name="level">Level of the interval, in (0, 1).</param>
    public static AlwaysValidDifference Of(IReadOnlyList<SequentialBlock> blocks, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var limit = -Math.Log(1 - level);
        double low = 1, high = -1, nearest = 0, least = double.PositiveInfinity;
        for (var step = -Steps + 1; step < Steps; step++)
        {
            var difference = (double)step / Steps;
            var largest = Largest(blocks, difference);
            if (largest < limit)
            {
                (low, high) = (Math.Min(low, difference), Math.Max(high, difference));
            }

            (least, nearest) = largest < least ? (largest, difference) : (least, nearest);
        }

        if (low > high)
        {
            (low, high) = (nearest, nearest);
        }

        // What lies between two differences that were tried is not ruled out.
        var zero = Largest(blocks, 0);
        return new AlwaysValidDifference(new Interval(Math.Max(-1, low - (1.0 / Steps)), Math.Min(1, high + (1.0 / Steps))), Math.Exp(Math.Min(zero, 700)), zero >= limit);
    }

    /// <summary>Largest logarithm of the e-value against one difference over all looks; 0 before the first.</summary>
    /// <param name="blocks">As in <see cref="Of"/>.</param>
    /// <param name="difference">First minus second, in (−1, 1).</param>
    public static double Largest(IReadOnlyList<SequentialBlock> blocks, double difference) => Looks(blocks, difference).Append(0).Max();

    /// <summary>Logarithm of the e-value against one difference at the last look; 0 before the first.</summary>
    /// <param name="blocks">As in <see cref="Of"/>.</param>
    /// <param name="difference">First minus second, in (−1, 1).</param>
    public static double Final(IReadOnlyList<SequentialBlock> blocks, double difference) => Looks(blocks, difference).LastOrDefault();

    private static IEnumerable<double> Looks(IReadOnlyList<SequentialBlock> blocks, double difference)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        if (!(difference is > -1 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(difference), "A difference lies between -1 and 1.");
        }

        double sum = 0, x = 0, n = 0, y = 0, m = 0;
        foreach (var block in blocks)
        {
            var (first, second) = ((x + Prior) / (n + (2 * Prior)), (y + Prior) / (m + (2 * Prior)));
            sum += Log(block, first, second, difference);
            yield return sum;
            (x, n, y, m) = (x + block.First, n + block.FirstRows, y + block.Second, m + block.SecondRows);
        }
    }

    private static double Log(SequentialBlock block, double first, double second, double difference)
    {
        if (block.FirstRows + block.SecondRows == 0)
        {
            return 0;
        }

        var nearest = Nearest(block.FirstRows, first, block.SecondRows, second, difference);
        return Arm(block.First, block.FirstRows, first, nearest + difference) + Arm(block.Second, block.SecondRows, second, nearest);
    }

    private static double Arm(int positives, int rows, double bet, double rate) =>
        (positives == 0 ? 0 : positives * Math.Log(bet / rate)) + (rows == positives ? 0 : (rows - positives) * Math.Log((1 - bet) / (1 - rate)));

    /// <summary>Proportion of the second arm at which the two with that difference are nearest to the bet in Kullback–Leibler divergence: the divergence is convex, so its slope has one root.</summary>
    private static double Nearest(int firstRows, double first, int secondRows, double second, double difference)
    {
        if (difference == 0)
        {
            return ((firstRows * first) + (secondRows * second)) / (firstRows + secondRows);
        }

        double low = Math.Max(0, -difference), high = Math.Min(1, 1 - difference);
        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            var slope = (firstRows * Slope(first, middle + difference)) + (secondRows * Slope(second, middle));
            (low, high) = slope < 0 ? (middle, high) : (low, middle);
        }

        return Math.Clamp((low + high) / 2, Math.Max(0, -difference) + 1e-12, Math.Min(1, 1 - difference) - 1e-12);
    }

    private static double Slope(double bet, double rate) => ((1 - bet) / (1 - rate)) - (bet / rate);
}
