using Kindred.Core.Tables;

namespace Kindred.Core.Workspaces;

/// <summary>What remains of overlapping tables.</summary>
/// <param name="Tables">One table per version given, in that order, without the rows that newer ones bring again.</param>
/// <param name="Replaced">What was replaced by what, and what was doubtful.</param>
public sealed record NewestRowsResult(IReadOnlyList<Table> Tables, IReadOnlyList<RowsReplaced> Replaced);

/// <summary>
/// Overlapping exports count once: of rows that are the same record, the one of the newest table stays, with the cells of columns only the older one had. Nothing is deleted:
/// the outcome depends only on the tables given and their order, so that leaving one out again (undo) gives back exactly what was there before.
/// </summary>
/// <remarks>
/// Two tables are versions of each other when they are of one kind and share half of their columns, and a natural key that fills and tells apart their rows. Rows that share a key but little else are taken for different records.
/// Without such a key, tables of one layout and one file stem still are: by all cells that are no numbers, where these tell rows apart (a month counted anew), else by all cells, as often as the table that has a row most often.
/// </remarks>
public static class NewestRows
{
    private const double Filled = 0.9;
    private const double Distinct = 0.95;

    /// <summary>Resolves the overlaps. O(rows × key columns) per pair of versions.</summary>
    /// <param name="versions">Oldest first.</param>
    /// <param name="ct">Stops.</param>
    public static NewestRowsResult Run(IReadOnlyList<TableVersion> versions, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var carried = versions.Select(version => new CarriedCells(version.Table)).ToArray();
        var gone = versions.Select(version => new bool[version.Table.RowCount]).ToArray();
        var replaced = new List<RowsReplaced>();
        for (var older = 0; older < versions.Count; older++)
        {
            for (var newer = older + 1; newer < versions.Count; newer++)
            {
                ct.ThrowIfCancellationRequested();
                if (!MayOverlap(versions[older], versions[newer]) || Pairs(versions[older], versions[newer]) is not { Rows.Count: > 0 } pairs)
                {
                    continue;
                }

                var areKept = pairs.IsByKey && !SameRecords.Are(versions[older].Table, versions[newer].Table, pairs.Rows, pairs.Key);
                var count = 0;
                foreach (var (olderRow, newerRow) in pairs.Rows)
                {
                    if (gone[older][olderRow])
                    {
                        continue;
                    }

                    count++;
                    if (!areKept)
                    {
                        gone[older][olderRow] = true;
                        carried[newer].Take(carried[older], versions[older].Table, olderRow, newerRow);
                    }
                }

                if (count > 0)
                {
                    replaced.Add(new RowsReplaced(versions[older].FileName, versions[newer].FileName, count, pairs.Key, areKept));
                }
            }
        }

        return new NewestRowsResult([.. versions.Select((_, i) => Left(carried[i].Build(), gone[i]))], replaced);
    }

    /// <summary>Whether two tables may be exports of the same records at all: a quick look at kind and columns.</summary>
    public static bool MayOverlap(TableVersion older, TableVersion newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var shared = older.Table.Columns.Count(column => newer.Table.Find(column.Name) is not null);
        return older.Kind == newer.Kind && shared > 0 && shared * 2 >= older.Table.Columns.Count + newer.Table.Columns.Count - shared;
    }

    private static Overlap? Pairs(TableVersion older, TableVersion newer)
    {
        foreach (var key in newer.Keys.Where(key => key.Count > 0 && key.All(column => older.Table.Find(column) is not null && newer.Table.Find(column) is not null)))
        {
            if (Matched(older.Table, newer.Table, key, mustTell: true) is { } rows)
            {
                return new Overlap(rows, key, true);
            }
        }

        if (older.Stem != newer.Stem || older.Table.Columns.Count != newer.Table.Columns.Count || older.Table.Columns.Any(column => newer.Table.Find(column.Name) is null))
        {
            return null;
        }

        string[] all = [.. older.Table.Columns.Select(column => column.Name)];
        string[] words = [.. all.Where(column => older.Table.Find(column) is not NumberColumn && newer.Table.Find(column) is not NumberColumn)];
        return words.Length > 0 && words.Length < all.Length && Matched(older.Table, newer.Table, words, mustTell: true) is { } byWords
            ? new Overlap(byWords, words, false)
            : new Overlap(Matched(older.Table, newer.Table, all, mustTell: false)!, [], false);
    }

    /// <summary>Rows of both tables with one key, each row of the newer table at most once; null when the key does not tell rows apart.</summary>
    private static List<(int Older, int Newer)>? Matched(Table older, Table newer, IReadOnlyList<string> columns, bool mustTell)
    {
        var left = RowKeys.Of(older, columns);
        var right = RowKeys.Of(newer, columns);
        if (mustTell && !(Tells(left) && Tells(right)))
        {
            return null;
        }

        var rows = new Dictionary<UInt128, Queue<int>>();
        for (var row = 0; row < right.Length; row++)
        {
            if (right[row] != RowKeys.None)
            {
                if (!rows.TryGetValue(right[row], out var same))
                {
                    rows.Add(right[row], same = new Queue<int>(1));
                }

                same.Enqueue(row);
            }
        }

        var matched = new List<(int, int)>();
        for (var row = 0; row < left.Length; row++)
        {
            if (left[row] != RowKeys.None && rows.TryGetValue(left[row], out var same) && same.Count > 0)
            {
                // By a key every older row goes, however often the newer table has it; by whole rows, one for one.
                matched.Add((row, mustTell ? same.Peek() : same.Dequeue()));
            }
        }

        return matched;
    }

    private static bool Tells(UInt128[] keys)
    {
        var filled = keys.Count(key => key != RowKeys.None);
        return filled > 0 && filled >= Filled * keys.Length && keys.Where(key => key != RowKeys.None).Distinct().Count() >= Distinct * filled;
    }

    private static Table Left(Table table, bool[] gone) => gone.Contains(true) ? table.Take(Enumerable.Range(0, gone.Length).Where(row => !gone[row]).ToArray()) : table;

    private sealed record Overlap(List<(int Older, int Newer)> Rows, IReadOnlyList<string> Key, bool IsByKey);
}
