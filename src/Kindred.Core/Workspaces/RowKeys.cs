using Kindred.Core.Tables;

namespace Kindred.Core.Workspaces;

/// <summary>One 128-bit number per row from some of its cells: equal cells give equal numbers whatever the columns' types, and different ones collide about once in 10^38.</summary>
internal static class RowKeys
{
    /// <summary>The number of a row without a key: every key cell is missing.</summary>
    internal static UInt128 None => default;

    internal static UInt128[] Of(Table table, IReadOnlyList<string> columns)
    {
        var keys = new UInt128[table.RowCount];
        var filled = new bool[table.RowCount];
        foreach (var name in columns)
        {
            var column = table.Find(name)!;
            var words = column is TextColumn text ? Array.ConvertAll(text.Dictionary, Of) : null;
            for (var row = 0; row < keys.Length; row++)
            {
                keys[row] = Mixed(keys[row], words is null ? Of(column.TextAt(row)) : words[((TextColumn)column).Codes[row]]);
                filled[row] |= !column.IsMissing(row);
            }
        }

        for (var row = 0; row < keys.Length; row++)
        {
            keys[row] = !filled[row] ? None : keys[row] == None ? UInt128.One : keys[row];
        }

        return keys;
    }

    private static UInt128 Of(string word)
    {
        ulong low = 14695981039346656037, high = 0x9E3779B97F4A7C15;
        foreach (var unit in word.AsSpan().Trim())
        {
            low = (low ^ unit) * 1099511628211;
            high = ulong.RotateLeft(high ^ (unit * 0xD6E8FEB86659FD93), 29) * 0xBF58476D1CE4E5B9;
        }

        return new UInt128(Finished(high), Finished(low));
    }

    private static UInt128 Mixed(UInt128 before, UInt128 cell) => new(
        Finished(((ulong)(before >> 64) * 0x94D049BB133111EB) + (ulong)(cell >> 64) + 1), Finished(((ulong)before * 0xD1B54A32D192ED03) + (ulong)cell + 1));

    private static ulong Finished(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
