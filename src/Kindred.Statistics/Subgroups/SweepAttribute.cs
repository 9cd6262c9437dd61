namespace Kindred.Statistics.Subgroups;

/// <summary>
/// An attribute of a sweep: every row lies in one cell (1 …) or in none (0), and every selector is a union of cells.
/// Cells that no selector tells apart are merged, so that the cubes stay small.
/// </summary>
public sealed class SweepAttribute
{
    private SweepAttribute(byte[] cells, int cellCount, int selectors)
    {
        Cells = cells;
        CellCount = cellCount;
        Ids = new int[selectors];
        Parents = new int[selectors];
        Depths = new int[selectors];
        Added = new int[selectors][];
    }

    /// <summary>Number of selectors.</summary>
    public int SelectorCount => Ids.Length;

    /// <summary>The caller's number of each selector.</summary>
    public IReadOnlyList<int> Selectors => Ids;

    /// <summary>Per row its merged cell; 0 none.</summary>
    internal byte[] Cells { get; }

    /// <summary>Merged cells, not counting 0.</summary>
    internal int CellCount { get; }

    /// <summary>The caller's number of each selector; a selector follows the one it is added up from.</summary>
    internal int[] Ids { get; }

    /// <summary>Per selector the earlier one that it holds all cells of, or -1.</summary>
    internal int[] Parents { get; }

    /// <summary>Per selector how many it is added up from, one after the other: 0 without parent.</summary>
    internal int[] Depths { get; }

    /// <summary>Per selector its cells that the parent lacks, 0-based.</summary>
    internal int[][] Added { get; }

    /// <summary>One more than the largest depth.</summary>
    internal int MostDepth { get; private set; }

    /// <summary>Additions that make all selectors from cells.</summary>
    internal int Additions { get; private set; }

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

        var sets = selectors
            .Select(selector => (selector.Id, Cells: selector.Cells.Select(cell => map[cell] - 1).Distinct().Order().ToArray()))
            .OrderBy(selector => selector.Cells.Length).ThenBy(selector => selector.Id).ToArray();
        return Forest(rows, signatures.Count, [.. sets.Select(set => set.Id)], [.. sets.Select(set => set.Cells)]);
    }

    /// <summary>The attribute that says nothing: one selector (-1) that covers every row. Turns a sweep over triples into one over pairs or singles.</summary>
    internal static SweepAttribute Everything(int rows)
    {
        var cells = new byte[rows];
        Array.Fill(cells, (byte)1);
        return Forest(cells, 1, [-1], [[0]]);
    }

    /// <summary>Hangs every selector below the largest one it contains, and numbers them so that parents come first and their children follow at once.</summary>
    private static SweepAttribute Forest(byte[] rows, int cellCount, int[] ids, int[][] cells)
    {
        var children = new List<int>[ids.Length];
        var roots = new List<int>();
        for (var s = 0; s < ids.Length; s++)
        {
            children[s] = [];
            var parent = Array.FindLastIndex(cells, s, smaller => smaller.Length < cells[s].Length && Contains(cells[s], smaller));
            (parent >= 0 ? children[parent] : roots).Add(s);
        }

        var attribute = new SweepAttribute(rows, cellCount, ids.Length);
        var at = 0;
        foreach (var root in roots)
        {
            Place(root, -1, []);
        }

        return attribute;

        void Place(int s, int parent, int[] known)
        {
            var own = at++;
            attribute.Ids[own] = ids[s];
            attribute.Parents[own] = parent;
            attribute.Depths[own] = parent < 0 ? 0 : attribute.Depths[parent] + 1;
            attribute.Added[own] = [.. cells[s].Except(known)];
            attribute.MostDepth = Math.Max(attribute.MostDepth, attribute.Depths[own] + 1);
            attribute.Additions += attribute.Added[own].Length - (parent < 0 ? 1 : 0);
            foreach (var child in children[s])
            {
                Place(child, own, cells[s]);
            }
        }
    }

    /// <summary>Whether a sorted set holds all of another.</summary>
    private static bool Contains(int[] set, int[] smaller)
    {
        var at = 0;
        foreach (var cell in smaller)
        {
            while (at < set.Length && set[at] < cell)
            {
                at++;
            }

            if (at == set.Length || set[at] != cell)
            {
                return false;
            }
        }

        return true;
    }
}
