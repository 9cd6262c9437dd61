using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Patterns;

/// <summary>
/// Exact copies of a row are one observation entered twice: they stay together in folds, permutations and bootstraps. Where few fields with few words make
/// equal rows likely, equal rows are not copies: copies are assumed only if there are ten times more equal pairs than independent fields would give,
/// and most rows have no equal at all.
/// </summary>
internal static class CopiedRows
{
    public static (Clusters Clusters, int Copies) Join(Table table, byte[] positive, int[]? accounts)
    {
        var rows = table.RowCount;
        var keys = accounts is null ? [.. Enumerable.Range(0, rows)] : (int[])accounts.Clone();
        var groups = new Dictionary<ulong, List<int>>();
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

        for (var row = 0; row < rows; row++)
        {
            var key = (hashes[row] ^ positive[row]) * 0xD1B54A32D192ED03UL;
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
            }

            group.Add(row);
        }

        double pairs = groups.Values.Sum(Pairs);
        var unlike = groups.Values.Count(group => group.Count == 1);
        var copies = rows - groups.Count;
        if (copies == 0 || pairs < 10 * expected || 2 * unlike < rows)
        {
            return (Clusters.From(keys), 0);
        }

        foreach (var group in groups.Values)
        {
            foreach (var row in group)
            {
                keys[row] = keys[group[0]];
            }
        }

        return (Clusters.From(keys), copies);
    }

    private static double Pairs(List<int> group) => (double)group.Count * (group.Count - 1) / 2;

    private static ulong ValueHash(Column column, int row) => column switch
    {
        TextColumn text => (ulong)text.Codes[row] + 1,
        NumberColumn number => BitConverter.DoubleToUInt64Bits(number[row]),
        DateColumn date => (ulong)date[row],
        _ => 0,
    };
}
