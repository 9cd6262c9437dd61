namespace Kindred.Statistics.Subgroups;

/// <summary>
/// An attribute of a sweep: every row lies in one cell (1 …) or in none (0), and every selector is a union of cells.
/// Cells that no selector tells apart are merged, so that the cubes stay small.
/// </summary>
public sealed class SweepAttribute
{
    private SweepAttribute(byte[] cells, int cellCount, int[] ids, int[][] members, int[] parents, int[] added)
    {
        Cells = cells;
        CellCount = cellCount;
        Ids = ids;
        Members = members;
        Parents = parents;
        Added = added;
    }

    /// <summary>Number of selectors.</summary>
    public int SelectorCount => Ids.Length;

    /// <summary>Per row its merged cell; 0 none.</summary>
    internal byte[] Cells { get; }

    /// <summary>Merged cells, not counting 0.</summary>
    internal int CellCount { get; }

    /// <summary>The caller's number of each selector.</summary>
    internal int[] Ids { get; }

    /// <summary>Per selector its cells, 0-based.</summary>
    internal int[][] Members { get; }

    /// <summary>Per selector an earlier one that lacks exactly one of its cells, or -1.</summary>
    internal int[] Parents { get; }

    /// <summary>The cell that the parent lacks (0-based).</summary>
    internal int[] Added { get; }

    /// <summary>Prepares an attribute.</summary>
    /// <param name="cells">Per row its cell 1 … <paramref name="cellCount"/>, or 0; not modified.</param>
    /// <param name="cellCount">At most 250.</param>
    /// <param name="selectors">Number of the selector for the caller, and its cells.</param>
    public static SweepAttribute Of(ReadOnlySpan<byte> cells, int cellCount, IReadOnlyList<(int Id, int[] Cells)> selectors)
    {
        ArgumentNullException.ThrowIfNull(selectors);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cellCount, 250);
        var signatures = new Dictionary<string, int>(StringComparer.Ordinal);
        var map = new byte[cellCount + 1];
        for (var cell = 1; cell <= cellCount; cell++)
        {
            var signature = new char[selectors.Count];
            var used = false;
            for (var s = 0; s < signature.Length; s++)
            {
                var isMember = Array.IndexOf(selectors[s].Cells, cell) >= 0;
                used |= isMember;
                signature[s] = isMember ? '1' : '0';
            }

            if (!used)
            {
                continue;
            }

            var key = new string(signature);
            if (!signatures.TryGetValue(key, out var merged))
            {
                merged = signatures.Count + 1;
                signatures.Add(key, merged);
            }

            map[cell] = (byte)merged;
        }

        var rows = new byte[cells.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = map[cells[row]];
        }

        var order = Enumerable.Range(0, selectors.Count)
            .Select(s => (selectors[s].Id, Cells: selectors[s].Cells.Select(cell => map[cell] - 1).Distinct().Order().ToArray()))
            .OrderBy(s => s.Cells.Length).ThenBy(s => s.Id).ToArray();
        var bySet = new Dictionary<string, int>(StringComparer.Ordinal);
        var parents = new int[order.Length];
        var added = new int[order.Length];
        for (var s = 0; s < order.Length; s++)
        {
            parents[s] = -1;
            foreach (var cell in order[s].Cells)
            {
                if (order[s].Cells.Length > 1 && bySet.TryGetValue(Key(order[s].Cells.Where(other => other != cell)), out var parent))
                {
                    parents[s] = parent;
                    added[s] = cell;
                    break;
                }
            }

            bySet.TryAdd(Key(order[s].Cells), s);
        }

        return new SweepAttribute(rows, signatures.Count, [.. order.Select(s => s.Id)], [.. order.Select(s => s.Cells)], parents, added);
    }

    /// <summary>The attribute that says nothing: one selector (-1) that covers every row. Turns a sweep over triples into one over pairs or singles.</summary>
    internal static SweepAttribute Everything(int rows)
    {
        var cells = new byte[rows];
        Array.Fill(cells, (byte)1);
        return new SweepAttribute(cells, 1, [-1], [[0]], [-1], [0]);
    }

    private static string Key(IEnumerable<int> cells) => string.Join(',', cells);
}
