using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Patterns;

/// <summary>
/// Exact copies of a row are one observation entered twice: they stay together in folds, permutations and bootstraps. Where few fields with few words make
/// equal rows likely, equal rows are not copies: copies are assumed only if there are ten times more equal pairs than independent fields would give,
/// most rows have no equal at all, and rows alike in everything else are alike in the outcome more often than chance has it.
/// </summary>
internal static class CopiedRows
{
    /// <summary>Share of the equal pairs that must be copies, judged by their outcomes.</summary>
    private const double LeastCopies = 0.25;

    public static (Clusters Clusters, int Copies) Join(Table table, byte[] positive, int[]? accounts)
    {
        var rows = table.RowCount;
        var keys = accounts is null ? [.. Enumerable.Range(0, rows)] : (int[])accounts.Clone();
        var hashes = new ulong[rows];
        double expected = (double)rows * (rows - 1) / 2;
        foreach (var column in table.Columns)
        {
            var counts = new Dictionary<ulong, int>();
            for (var row = 0; row < rows; row++)
            {
                var value = ValueHash(column, row);
                hashes[row] = (ulong.RotateLeft(hashes[row], 13) ^ value) * 0x9E3779B97F4A7C15UL;
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }

            expected *= counts.Values.Sum(count => Math.Pow((double)count / rows, 2));
        }

        var groups = Grouped(row => (hashes[row] ^ positive[row]) * 0xD1B54A32D192ED03UL, rows);
        double pairs = groups.Sum(Pairs);
        var unlike = groups.Count(group => group.Count == 1);
        var copies = rows - groups.Count;
        if (copies == 0 || pairs < 10 * expected || 2 * unlike < rows || !Agree(Grouped(row => hashes[row], rows), positive))
        {
            return (Clusters.From(keys), 0);
        }

        foreach (var group in groups)
        {
            foreach (var row in group)
            {
                keys[row] = keys[group[0]];
            }
        }

        return (Clusters.From(keys), copies);
    }

    /// <summary>
    /// Whether a good part of the pairs of rows alike in all but the outcome are alike in the outcome too beyond chance. A row entered twice always is; two companies
    /// alike in a few traits are so as often as any two. With pairs of which a share c are copies, c + (1 − c) q agree, q being the share of any two rows.
    /// </summary>
    private static bool Agree(List<List<int>> alike, byte[] positive)
    {
        double pairs = 0, agreeing = 0;
        foreach (var group in alike)
        {
            var ones = group.Count(row => positive[row] == 1);
            pairs += Pairs(group.Count);
            agreeing += Pairs(ones) + Pairs(group.Count - ones);
        }

        var rate = positive.Average(value => (double)value);
        var chance = rate * rate + (1 - rate) * (1 - rate);
        return agreeing - chance * pairs >= LeastCopies * (1 - chance) * pairs;
    }

    private static List<List<int>> Grouped(Func<int, ulong> key, int rows)
    {
        var index = new Dictionary<ulong, int>(rows);
        var groups = new List<List<int>>();
        for (var row = 0; row < rows; row++)
        {
            if (!index.TryGetValue(key(row), out var group))
            {
                index.Add(key(row), group = groups.Count);
                groups.Add([]);
            }

            groups[group].Add(row);
        }

        return groups;
    }

    private static double Pairs(List<int> group) => Pairs(group.Count);

    private static double Pairs(int count) => (double)count * (count - 1) / 2;

    private static ulong ValueHash(Column column, int row) => column switch
    {
        TextColumn text => (ulong)text.Codes[row] + 1,
        NumberColumn number => BitConverter.DoubleToUInt64Bits(number[row]),
        DateColumn date => (ulong)date[row],
        _ => 0,
    };
}
