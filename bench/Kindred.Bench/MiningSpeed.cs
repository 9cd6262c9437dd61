using System.Text.Json;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Statistics.Subgroups;

namespace Kindred.Bench;

/// <summary>Top 10, depth 3, beside a plain bitset search without bounds: one million × 30 and 78,025 × 10, first run of the process and warm, and a cold `kindred mine`.</summary>
internal static class MiningSpeed
{
    public static void Run()
    {
        foreach (var (name, set) in new[] { ("1,000,000 x 30", SyntheticTable.Large()), ("78,025 x 10", SyntheticTable.Small()) })
        {
            var table = set.AsTable();
            var labels = new ulong[RowBits.WordsFor(set.Labels.Length)];
            for (var row = 0; row < set.Labels.Length; row++)
            {
                labels[row >> 6] |= (ulong)set.Labels[row] << (row & 63);
            }

            foreach (var quality in new[] { "wracc", "chi2" })
            {
                foreach (var attempt in new[] { "first", "warm", "warm" })
                {
                    var (took, found) = Measured.Here(() => Search(table, labels, quality));
                    Console.WriteLine($"mine {name} {quality,-5} {attempt,-8} {took}  {found}");
                }

                var (plain, best) = Measured.Here(() => PlainSearch.Best(set.Cells, set.Labels, set.Cardinalities, quality == "chi2"));
                Console.WriteLine($"mine {name} {quality,-5} baseline {plain}  plain bitsets, no bounds: best q={best.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)}");
            }
        }

        using var scratch = new Scratch();
        SyntheticTable.Small().Write(scratch.File("small.csv"));
        foreach (var quality in new[] { "wracc", "chi2" })
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var (took, output, _) = Scratch.Kindred("mine", scratch.File("small.csv"), "--target", "y=1", "--quality", quality, "--format", "json");
                Console.WriteLine($"kindred mine 78,025 x 10 {quality,-5} whole process {took}  elapsedMs {JsonDocument.Parse(output).RootElement.GetProperty("elapsedMs")}");
            }
        }
    }

    private static string Search(Table table, ulong[] labels, string quality)
    {
        var pool = SelectorPool.Build([.. table.Columns.Select(column => EqualitySelectors.Encode(column, 20)).OfType<EncodedField>()], labels, table.RowCount, 20);
        var best = quality == "wracc" ? ExactSubgroupSearch<WeightedRelativeAccuracy>.Run(pool.Bits, 10, 3, 20) : ExactSubgroupSearch<ChiSquaredQuality>.Run(pool.Bits, 10, 3, 20);
        return $"{pool.Conditions.Count} selectors, best {pool.Describe(best[0])} q={best[0].Quality.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
