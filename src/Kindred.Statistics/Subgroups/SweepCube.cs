using System.Runtime.CompilerServices;

namespace Kindred.Statistics.Subgroups;

/// <summary>Rows sorted into the cells of three attributes: a counting sort.</summary>
internal sealed class SweepCube(int rows)
{
    private readonly int[] _cellOf = new int[rows];
    private readonly int[] _sorted = new int[rows];
    private int[] _ends = [];

    /// <summary>Rows of each cell.</summary>
    public int[] Rows { get; private set; } = [];

    /// <summary>Where the block of each cell begins; undefined for cells without rows.</summary>
    public int[] Blocks { get; private set; } = [];

    /// <summary>Rows of a cell, ascending.</summary>
    public ReadOnlySpan<int> RowsOf(int cell) => _sorted.AsSpan(_ends[cell] - Rows[cell], Rows[cell]);

    /// <summary>Sorts. Cell (x, y, z) is (x · b's cells + y) · c's cells + z, counted from 0. O(rows + cells).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sort(SweepAttribute a, SweepAttribute b, SweepAttribute c)
    {
        int nb = b.CellCount, nc = c.CellCount, cells = a.CellCount * nb * nc;
        if (Rows.Length < cells)
        {
            Rows = new int[2 * cells];
            Blocks = new int[2 * cells];
            _ends = new int[2 * cells];
        }

        var counts = Rows;
        Array.Clear(counts, 0, cells);
        ReadOnlySpan<byte> ca = a.Cells, cb = b.Cells, cc = c.Cells;
        var cellOf = _cellOf;
        for (var row = 0; row < cellOf.Length; row++)
        {
            int x = ca[row] - 1, y = cb[row] - 1, z = cc[row] - 1;
            var cell = (x | y | z) < 0 ? -1 : (x * nb + y) * nc + z;
            cellOf[row] = cell;
            if (cell >= 0)
            {
                counts[cell]++;
            }
        }

        var end = 0;
        var ends = _ends;
        for (var cell = 0; cell < cells; cell++)
        {
            // The place of the cell's first row; moves to its end while sorting.
            ends[cell] = end;
            end += counts[cell];
        }

        for (var row = 0; row < cellOf.Length; row++)
        {
            if (cellOf[row] is >= 0 and var cell)
            {
                _sorted[ends[cell]++] = row;
            }
        }
    }
}
