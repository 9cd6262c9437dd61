namespace Kindred.Statistics.Survival;

/// <summary>The grid of shifted beta-geometric lives that pooling integrates over: mean chance of ending in the first period on [0.003, 0.4], concentration on [1, 400], both spaced evenly in their logarithms.</summary>
internal static class LivesGrid
{
    public const int Means = 96;
    public const int Concentrations = 16;
    public const double LeastMean = 0.003, MostMean = 0.4, LeastConcentration = 1, MostConcentration = 400;

    public static readonly ShiftedBetaGeometric[] All = [.. Enumerable.Range(0, Means * Concentrations).Select(at =>
    {
        var mean = LeastMean * Math.Pow(MostMean / LeastMean, (double)(at / Concentrations) / (Means - 1));
        var concentration = LeastConcentration * Math.Pow(MostConcentration / LeastConcentration, (double)(at % Concentrations) / (Concentrations - 1));
        return new ShiftedBetaGeometric(mean * concentration, (1 - mean) * concentration);
    })];

    /// <summary>Normal weights over positions 0 … count − 1 of an evenly spaced grid of that width, one row a (centre, spread).</summary>
    public static double[][] Shapes(int count, double width, int centres, double[] spreads) =>
        [.. spreads.SelectMany(spread => Enumerable.Range(0, centres).Select(centre =>
        {
            var middle = width * centre / (centres - 1);
            var weights = new double[count];
            for (var j = 0; j < count; j++)
            {
                var z = (width * j / (count - 1) - middle) / spread;
                weights[j] = Math.Exp(-0.5 * z * z);
            }

            var sum = weights.Sum();
            return weights.Select(weight => weight / sum).ToArray();
        }))];
}
