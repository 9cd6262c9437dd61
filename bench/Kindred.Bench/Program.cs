using System.Diagnostics;
using Kindred.Bench;
using Kindred.Core.Patterns;
using Kindred.Statistics.Subgroups;

if (args is ["planted", ..])
{
    PlantedTruth.Run(int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture), Enum.Parse<Kindred.Sample.SampleStory>(args.Length > 2 ? args[2] : "Good", true));
    return;
}

var rows = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;
var fields = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 30;
var (cells, labels) = SyntheticTable.Cells(rows, fields, 7);
var table = SyntheticTable.AsTable(cells);
var bits = new ulong[RowBits.WordsFor(rows)];
for (var i = 0; i < rows; i++)
{
    if (labels[i] == 1)
    {
        RowBits.Set(bits, i);
    }
}

foreach (var name in new[] { "wracc", "chi2", "binom", "lift", "odds" })
{
    var cpu = Process.GetCurrentProcess().TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    var pool = SelectorPool.Build([.. table.Columns.Select(column => EqualitySelectors.Encode(column, 20))], bits, rows, 20);
    var built = watch.Elapsed.TotalMilliseconds;
    var best = name switch
    {
        "wracc" => ExactSubgroupSearch<WeightedRelativeAccuracy>.Run(pool.Bits, 10, 3, 20),
        "chi2" => ExactSubgroupSearch<ChiSquaredQuality>.Run(pool.Bits, 10, 3, 20),
        "binom" => ExactSubgroupSearch<BinomialQuality>.Run(pool.Bits, 10, 3, 20),
        "lift" => ExactSubgroupSearch<LiftLowerBound>.Run(pool.Bits, 10, 3, 20),
        _ => ExactSubgroupSearch<OddsLowerBound>.Run(pool.Bits, 10, 3, 20),
    };
    var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
    Console.WriteLine($"{name}: selectors {pool.Conditions.Count}, built {built:F0} ms, wall {watch.Elapsed.TotalMilliseconds:F0} ms, CPU {used:F0} ms, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
    foreach (var subgroup in best.Take(2))
    {
        Console.WriteLine($"   {pool.Describe(subgroup)} n={subgroup.Rows} tp={subgroup.Positives} q={subgroup.Quality:G6}");
    }
}
