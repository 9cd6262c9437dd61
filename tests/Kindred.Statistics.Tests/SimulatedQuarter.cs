using Kindred.Statistics.Drift;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Tests;

/// <summary>Two samples of twelve fields: six categories of unequal levels, six numbers of which one is skewed, one has ties, one goes with another and one is missing in every sixth row.</summary>
internal static class SimulatedQuarter
{
    private static readonly double[][] Shares = [[0.3, 0.12, 0.2, 0.15, 0.1, 0.08, 0.05], [0.6, 0.36, 0.04], [0.5, 0.5], [0.4, 0.3, 0.2, 0.1], [0.7, 0.2, 0.1], [0.2, 0.2, 0.2, 0.2, 0.1, 0.06, 0.04]];

    /// <summary>Both samples alike.</summary>
    public static DriftField[] Null(int seed, int then, int now) => Made(seed, then, now, 0.12);

    /// <summary>In the second sample the share of level 1 of the first field is 24 % instead of 12 %.</summary>
    public static DriftField[] Doubled(int seed, int then, int now) => Made(seed, then, now, 0.24);

    private static DriftField[] Made(int seed, int then, int now, double share)
    {
        var random = new SeededRandom(seed, 5);
        var codes = Shares.Select(_ => new int[then + now]).ToArray();
        var numbers = Shares.Select(_ => new double[then + now]).ToArray();
        for (var row = 0; row < then + now; row++)
        {
            for (var field = 0; field < Shares.Length; field++)
            {
                codes[field][row] = Drawn(random, Shares[field]);
            }

            if (row >= then && share > 0.12 && codes[0][row] != 1 && random.NextUnit() < (share - 0.12) / 0.88)
            {
                codes[0][row] = 1;
            }

            numbers[0][row] = Math.Exp(random.NextNormal());
            numbers[1][row] = random.Below(6);
            numbers[2][row] = numbers[0][row] + (0.3 * random.NextNormal());
            numbers[3][row] = random.Below(6) == 0 ? double.NaN : random.NextNormal();
            numbers[4][row] = random.NextUnit();
            numbers[5][row] = random.NextNormal() + codes[1][row];
        }

        return [.. codes.Select((column, field) => DriftField.Category(column, Shares[field].Length)), .. numbers.Select(DriftField.Number)];
    }

    private static int Drawn(SeededRandom random, double[] shares)
    {
        var at = random.NextUnit();
        for (var level = 0; level < shares.Length - 1; level++)
        {
            if ((at -= shares[level]) < 0)
            {
                return level;
            }
        }

        return shares.Length - 1;
    }
}
