using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Kindred.Statistics.Subgroups;

/// <summary>What a sweep adds up per cell: a fixed number of 512-bit vectors with an associative addition.</summary>
internal interface ISweepBlock
{
    /// <summary>Vectors per block.</summary>
    int Vectors { get; }

    /// <summary>Adds one row to a cell's block.</summary>
    void AddRow(ref Vector512<ulong> cell, int row);

    /// <summary>sum = left + right; <paramref name="sum"/> may be either of them.</summary>
    void Add(ref Vector512<ulong> sum, ref Vector512<ulong> left, ref Vector512<ulong> right);
}

/// <summary>Receives every cover of a sweep.</summary>
internal interface ICoverVisitor
{
    /// <summary>A cover: its selectors (-1 for none), its rows and the block added up over them.</summary>
    void Visit(int first, int second, int third, int rows, ref Vector512<ulong> block);
}

/// <summary>
/// Enumerates every conjunction of up to three selectors of different attributes by counting cubes: one pass over the rows fills the cells of a
/// triple of attributes, and unions of cells (intervals, value sets) are added up from there, one addition a cover. The same sweep serves
/// searches over several data sets at once (blocks of counts) and a thousand permuted outcomes at once (blocks of bit-sliced counters).
/// Cost O(triples · rows + covers), each times the vectors of a block.
/// </summary>
internal sealed class CoverSweep<TBlock, TVisitor>(int rows, int minimumRows, TBlock block, TVisitor visitor, CancellationToken cancel)
    where TBlock : struct, ISweepBlock
    where TVisitor : ICoverVisitor
{
    private Vector512<ulong>[] _cube = [];
    private Vector512<ulong>[] _slab = [];
    private Vector512<ulong>[] _lines = [];
    private Vector512<ulong>[] _totals = [];
    private int[] _cubeRows = [];
    private int[] _slabRows = [];
    private int[] _lineRows = [];
    private int[] _totalRows = [];
    private TBlock _block = block;

    /// <summary>All conjunctions of exactly <paramref name="depth"/> selectors.</summary>
    public void Run(IReadOnlyList<SweepAttribute> attributes, int depth, IProgress<double>? progress = null)
    {
        var everything = SweepAttribute.Everything(rows);
        for (var a = 0; a < attributes.Count; a++)
        {
            progress?.Report((double)a / attributes.Count);
            if (depth == 1)
            {
                Triple(everything, everything, attributes[a]);
                continue;
            }

            for (var b = a + 1; b < attributes.Count; b++)
            {
                cancel.ThrowIfCancellationRequested();
                if (depth == 2)
                {
                    Triple(everything, attributes[a], attributes[b]);
                    continue;
                }

                for (var c = b + 1; c < attributes.Count; c++)
                {
                    Triple(attributes[a], attributes[b], attributes[c]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Triple(SweepAttribute a, SweepAttribute b, SweepAttribute c)
    {
        if (a.Ids.Length == 0 || b.Ids.Length == 0 || c.Ids.Length == 0)
        {
            return;
        }

        var vectors = _block.Vectors;
        int nb = b.CellCount, nc = c.CellCount, plane = nb * nc;
        Reserve(a, b, c, vectors, plane);
        Fill(a, b, c, vectors);
        for (var sa = 0; sa < a.Ids.Length; sa++)
        {
            if (SumSlab(a, sa, plane, vectors) < minimumRows)
            {
                continue;
            }

            for (var sb = 0; sb < b.Ids.Length; sb++)
            {
                if (SumLine(b, sb, nc, vectors) < minimumRows)
                {
                    continue;
                }

                for (var sc = 0; sc < c.Ids.Length; sc++)
                {
                    var covered = SumTotal(c, sc, sb * nc, vectors);
                    if (covered >= minimumRows)
                    {
                        visitor.Visit(a.Ids[sa], b.Ids[sb], c.Ids[sc], covered, ref _totals[sc * vectors]);
                    }
                }
            }
        }
    }

    private void Reserve(SweepAttribute a, SweepAttribute b, SweepAttribute c, int vectors, int plane)
    {
        var cells = a.CellCount * plane;
        Grow(ref _cube, cells * vectors);
        Grow(ref _slab, plane * vectors);
        Grow(ref _lines, b.Ids.Length * c.CellCount * vectors);
        Grow(ref _totals, c.Ids.Length * vectors);
        Grow(ref _cubeRows, cells);
        Grow(ref _slabRows, plane);
        Grow(ref _lineRows, b.Ids.Length * c.CellCount);
        Grow(ref _totalRows, c.Ids.Length);
        Array.Clear(_cube, 0, cells * vectors);
        Array.Clear(_cubeRows, 0, cells);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(SweepAttribute a, SweepAttribute b, SweepAttribute c, int vectors)
    {
        byte[] ca = a.Cells, cb = b.Cells, cc = c.Cells;
        int nb = b.CellCount, nc = c.CellCount;
        for (var row = 0; row < rows; row++)
        {
            int x = ca[row] - 1, y = cb[row] - 1, z = cc[row] - 1;
            if ((x | y | z) < 0)
            {
                continue;
            }

            var cell = (x * nb + y) * nc + z;
            _cubeRows[cell]++;
            _block.AddRow(ref _cube[cell * vectors], row);
        }
    }

    private int SumSlab(SweepAttribute a, int sa, int plane, int vectors)
    {
        var members = a.Members[sa];
        var covered = 0;
        for (var cell = 0; cell < plane; cell++)
        {
            var count = 0;
            ref var sum = ref _slab[cell * vectors];
            for (var m = 0; m < members.Length; m++)
            {
                var from = members[m] * plane + cell;
                if (m == 0)
                {
                    _cube.AsSpan(from * vectors, vectors).CopyTo(_slab.AsSpan(cell * vectors, vectors));
                }
                else if (_cubeRows[from] > 0)
                {
                    _block.Add(ref sum, ref sum, ref _cube[from * vectors]);
                }

                count += _cubeRows[from];
            }

            _slabRows[cell] = count;
            covered += count;
        }

        return covered;
    }

    private int SumLine(SweepAttribute b, int sb, int nc, int vectors)
    {
        var parent = b.Parents[sb];
        var covered = 0;
        for (var z = 0; z < nc; z++)
        {
            var into = sb * nc + z;
            if (parent >= 0)
            {
                var from = b.Added[sb] * nc + z;
                _block.Add(ref _lines[into * vectors], ref _lines[(parent * nc + z) * vectors], ref _slab[from * vectors]);
                _lineRows[into] = _lineRows[parent * nc + z] + _slabRows[from];
            }
            else
            {
                var count = 0;
                var members = b.Members[sb];
                for (var m = 0; m < members.Length; m++)
                {
                    var from = members[m] * nc + z;
                    if (m == 0)
                    {
                        _slab.AsSpan(from * vectors, vectors).CopyTo(_lines.AsSpan(into * vectors, vectors));
                    }
                    else
                    {
                        _block.Add(ref _lines[into * vectors], ref _lines[into * vectors], ref _slab[from * vectors]);
                    }

                    count += _slabRows[from];
                }

                _lineRows[into] = count;
            }

            covered += _lineRows[into];
        }

        return covered;
    }

    private int SumTotal(SweepAttribute c, int sc, int line, int vectors)
    {
        var parent = c.Parents[sc];
        if (parent >= 0)
        {
            _block.Add(ref _totals[sc * vectors], ref _totals[parent * vectors], ref _lines[(line + c.Added[sc]) * vectors]);
            return _totalRows[sc] = _totalRows[parent] + _lineRows[line + c.Added[sc]];
        }

        var count = 0;
        var members = c.Members[sc];
        for (var m = 0; m < members.Length; m++)
        {
            var from = line + members[m];
            if (m == 0)
            {
                _lines.AsSpan(from * vectors, vectors).CopyTo(_totals.AsSpan(sc * vectors, vectors));
            }
            else
            {
                _block.Add(ref _totals[sc * vectors], ref _totals[sc * vectors], ref _lines[from * vectors]);
            }

            count += _lineRows[from];
        }

        return _totalRows[sc] = count;
    }

    private static void Grow<T>(ref T[] array, int size)
    {
        if (array.Length < size)
        {
            array = new T[Math.Max(size, 2 * array.Length)];
        }
    }
}
