using System.Globalization;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Success;
using Kindred.Files;
using Kindred.Sample;
using Kindred.Statistics.Calibration;
using Kindred.Statistics.Resampling;

namespace Kindred.Bench;

/// <summary>Whether the chance of leaving within 90 days comes true on later months: one sample company is too small to tell, so the later months of several are pooled.</summary>
internal static class ChurnRuns
{
    public static void Run(int companies, int firstSeed)
    {
        var probability = new List<double>();
        var left = new List<byte>();
        var customer = new List<int>();
        for (var seed = firstSeed; seed < firstSeed + companies; seed++)
        {
            if (!SuccessModule.Later(Facts(seed), new SuccessRequest { Rates = SampleRates.Table }).TryGet(out var later, out var reasons))
            {
                Console.WriteLine($"churn seed {seed}: {reasons[0].Message.In(Language.English)}");
                continue;
            }

            probability.AddRange(later.Probability);
            left.AddRange(later.Left);
            customer.AddRange(later.Customer.Select(one => (seed * 100_000) + one));
            Report($"churn seed {seed}", [.. later.Probability], [.. later.Left], [.. later.Customer]);
        }

        Report($"churn {companies} companies, seeds {firstSeed}..{firstSeed + companies - 1}", [.. probability], [.. left], [.. customer]);
    }

    private static void Report(string name, double[] probability, byte[] left, int[] customer)
    {
        var clusters = Clusters.From(customer);
        var slope = ClusteredSlope.Of(probability, left, clusters);
        var quality = CalibrationQuality.Of(probability, left, 1);
        var auc = AreaUnderCurve.Of(probability, left);
        var bands = Enumerable.Range(0, left.Length).OrderBy(i => probability[i]).Chunk((left.Length + 4) / 5).Select(band => string.Create(CultureInfo.InvariantCulture, $"{100 * band.Average(i => probability[i]):F1}/{100 * band.Average(i => left[i]):F1}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {left.Length} rows, {clusters.Count} customers, {customer.Where((_, i) => left[i] == 1).Distinct().Count()} left; slope {slope.Slope:F3} ({slope.Low:F3}-{slope.High:F3}), mean {100 * probability.Average():F2} % against {100 * left.Average(one => one):F2} %, ECE {quality.ExpectedError:F4}, AUC {auc.Value:F3}; fifths said/came {string.Join(' ', bands)}"));
    }

    internal static AccountFacts Facts(int seed)
    {
        using var scratch = new Scratch();
        var day = new DateOnly(2026, 11, 21);
        SampleFiles.Write(SampleCompany.Generate(new SampleOptions(seed, SampleStory.Good, 3000, day)), scratch.Folder);
        var tables = Directory.EnumerateFiles(scratch.Folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(file => TableFiles.Read(file).Value.Select(reading => new SourceTable(reading.Table, Path.GetFileName(file), null, []))).ToArray();
        return AccountsModule.Assemble(tables, AccountsModule.Recognise(tables).Value, new AssemblyOptions(day)).Value;
    }
}
