using System.Globalization;

namespace Kindred.Bench;

/// <summary>How often the 95 % intervals of segments hold the truth, over simulated companies.</summary>
internal static class CoverageRuns
{
    public static void Run(int companies, int firstSeed)
    {
        var (took, found) = Measured.Here(() => Enumerable.Range(firstSeed, companies).AsParallel().AsOrdered().SelectMany(seed => new SimulatedCompany(seed).Intervals()).ToArray());
        Console.WriteLine($"coverage {companies} companies, seeds {firstSeed}..{firstSeed + companies - 1}  {took}");
        foreach (var group in found.GroupBy(one => (one.Figure, one.Customers)).OrderBy(group => group.Key))
        {
            var all = group.ToArray();
            var rate = (double)all.Count(one => one.IsCovered) / all.Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"coverage {group.Key.Figure,-6} {group.Key.Customers,3} customers  {100 * rate:F1} % of {all.Length} (standard error {100 * Math.Sqrt(rate * (1 - rate) / all.Length):F1})  median width {Median(all.Select(one => one.Width)):F4}{(double.IsNaN(all[0].Exact) ? "" : string.Create(CultureInfo.InvariantCulture, $", Clopper-Pearson {Median(all.Select(one => one.Exact)):F4}"))}"));
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
