using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
        if (Rows.Length <= cells)
        {
            Rows = new int[2 * cells + 1];
            Blocks = new int[Rows.Length];
            _ends = new int[Rows.Length];
        }

        // Rows without a value lie in a cell of their own, behind the others.
        PlaceRows(a.Cells, b.Cells, c.Cells, nb, nc, cells);
        int[] counts = Rows, ends = _ends, cellOf = _cellOf, sorted = _sorted;
        Array.Clear(counts, 0, cells + 1);
        foreach (var cell in cellOf)
        {
            counts[cell]++;
        }

        var end = 0;
        for (var cell = 0; cell <= cells; cell++)
        {
            // The place of the cell's first row; moves to its end while sorting.
            ends[cell] = end;
            end += counts[cell];
        }

        for (var row = 0; row < cellOf.Length; row++)
        {
            sorted[ends[cellOf[row]]++] = row;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PlaceRows(byte[] a, byte[] b, byte[] c, int nb, int nc, int none)
    {
        var row = 0;
        if (Avx512F.IsSupported)
        {
            ref var x = ref MemoryMarshal.GetArrayDataReference(a);
            ref var y = ref MemoryMarshal.GetArrayDataReference(b);
            ref var z = ref MemoryMarshal.GetArrayDataReference(c);
            var first = Vector512.Create((nb + 1) * nc + 1);
            for (; row + 16 <= _cellOf.Length; row += 16)
            {
                var inA = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref x, (nuint)row));
                var inB = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref y, (nuint)row));
                var inC = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref z, (nuint)row));
                var isMissing = Vector512.Equals(Vector512.Min(Vector512.Min(inA, inB), inC), Vector512<int>.Zero);
                Vector512.ConditionalSelect(isMissing, Vector512.Create(none), (inA * nb + inB) * nc + inC - first).CopyTo(_cellOf, row);
            }
        }

        for (; row < _cellOf.Length; row++)
        {
            _cellOf[row] = a[row] == 0 || b[row] == 0 || c[row] == 0 ? none : ((a[row] - 1) * nb + b[row] - 1) * nc + c[row] - 1;
        }
    }
}
