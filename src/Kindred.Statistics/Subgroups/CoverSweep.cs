using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Kindred.Statistics.Subgroups;

/// <summary>
/// Counts every conjunction of three selectors of three attributes by a counting cube: one pass over the rows fills the cells of the cube, and unions
/// of cells (intervals, value sets, tags) are added up from there, mostly by one addition a cover. Rows are counted first, as plain integers,
/// so that only blocks of covers with enough rows are added up at all; a union with one part that is not empty is that part and costs nothing.
/// Cost O(rows + covers) a triple, times the vectors of a block. One instance serves one thread.
/// </summary>
internal sealed class CoverSweep<TBlock, TVisitor>(int rows, int minimumRows, TBlock block, TVisitor visitor)
    where TBlock : struct, ISweepBlock
    where TVisitor : ICoverVisitor
{
    private readonly VectorStack _blocks = new();
    private readonly SweepCube _cube = new(rows);
    private readonly SweepLevel _slabs = new();
    private readonly SweepLevel _lines = new();
    private readonly SweepLevel _totals = new();
    private int[] _lineRows = [];
    private int[] _totalRows = [];
    private bool[] _isLineNeeded = [];
    private TBlock _block = block;

    /// <summary>All conjunctions of one selector of each attribute, in the order that costs the fewest additions.</summary>
    public void Run(SweepAttribute first, SweepAttribute second, SweepAttribute third)
    {
        if (first.Ids.Length > 0 && second.Ids.Length > 0 && third.Ids.Length > 0)
        {
            var (a, b, c, _) = SweepOrder.Cheapest(first, second, third);
            Slabs(a, b, c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Slabs(SweepAttribute a, SweepAttribute b, SweepAttribute c)
    {
        int nc = c.CellCount, plane = b.CellCount * nc, cells = a.CellCount * plane;
        _cube.Sort(a, b, c);
        _blocks.Top = 0;
        for (var cell = 0; cell < cells; cell++)
        {
            if (_cube.Rows[cell] > 0)
            {
                _block.AddRows(ref _blocks.At(_cube.Blocks[cell] = _blocks.Push(_block.Vectors(_cube.Rows[cell]))), _cube.RowsOf(cell));
            }
        }

        _slabs.Reserve(a, plane, _blocks.Top);
        Totals(a, _cube.Rows, plane);
        for (var sa = 0; sa < a.Ids.Length; sa++)
        {
            if (!_slabs.IsNeeded[sa])
            {
                continue;
            }

            var depth = a.Depths[sa];
            var sums = _slabs.RowsAt(depth);
            var parents = depth > 0 ? _slabs.RowsAt(depth - 1) : default;
            SumRows(sums, parents, _cube.Rows, a.Added[sa], plane);
            _blocks.Top = _slabs.TopAt(depth);
            Sum(sums, _slabs.BlocksAt(depth), parents, depth > 0 ? _slabs.BlocksAt(depth - 1) : default, _cube.Rows, _cube.Blocks, a.Added[sa], plane);
            _slabs.SetTop(depth, _blocks.Top);
            if (_slabs.Total[sa] >= minimumRows)
            {
                Lines(a.Ids[sa], b, c, depth, nc);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Lines(int first, SweepAttribute b, SweepAttribute c, int slab, int nc)
    {
        var slabRows = _slabs.RowsAt(slab);
        var slabBlocks = _slabs.BlocksAt(slab);
        CountRows(b, c, slabRows, nc);
        _lines.Reserve(b, nc, _blocks.Top);
        for (var sb = 0; sb < b.Ids.Length; sb++)
        {
            if (!_isLineNeeded[sb])
            {
                continue;
            }

            var depth = b.Depths[sb];
            var sums = _lines.RowsAt(depth);
            _lineRows.AsSpan(sb * nc, nc).CopyTo(sums);
            _blocks.Top = _lines.TopAt(depth);
            Sum(sums, _lines.BlocksAt(depth), depth > 0 ? _lines.RowsAt(depth - 1) : default, depth > 0 ? _lines.BlocksAt(depth - 1) : default, slabRows, slabBlocks, b.Added[sb], nc);
            _lines.SetTop(depth, _blocks.Top);
            Visit(first, b.Ids[sb], c, sb, depth);
        }
    }

    /// <summary>Rows of every line and of every cover under a slab, and which lines are worth adding up.</summary>
    private void CountRows(SweepAttribute b, SweepAttribute c, Span<int> slabRows, int nc)
    {
        int sb, lines = b.Ids.Length, covers = c.Ids.Length;
        Grow(ref _lineRows, lines * nc);
        Grow(ref _totalRows, lines * covers);
        Grow(ref _isLineNeeded, lines);
        for (sb = 0; sb < lines; sb++)
        {
            var line = _lineRows.AsSpan(sb * nc, nc);
            SumRows(line, b.Parents[sb] is >= 0 and var parent ? _lineRows.AsSpan(parent * nc, nc) : default, slabRows, b.Added[sb], nc);
            var most = 0;
            foreach (var count in line)
            {
                most += count;
            }

            // A line with too few rows has no cover with enough.
            if (most < minimumRows)
            {
                _isLineNeeded[sb] = false;
                _totalRows.AsSpan(sb * covers, covers).Clear();
                continue;
            }

            most = 0;
            var totals = _totalRows.AsSpan(sb * covers, covers);
            for (var sc = 0; sc < covers; sc++)
            {
                var sum = c.Parents[sc] is >= 0 and var smaller ? totals[smaller] : 0;
                foreach (var cell in c.Added[sc])
                {
                    sum += line[cell];
                }

                totals[sc] = sum;
                most = Math.Max(most, sum);
            }

            _isLineNeeded[sb] = most >= minimumRows;
        }

        for (sb = lines - 1; sb > 0; sb--)
        {
            if (_isLineNeeded[sb] && b.Parents[sb] >= 0)
            {
                _isLineNeeded[b.Parents[sb]] = true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Visit(int first, int second, SweepAttribute c, int sb, int line)
    {
        var lineRows = _lines.RowsAt(line);
        var lineBlocks = _lines.BlocksAt(line);
        var totals = _totalRows.AsSpan(sb * c.Ids.Length, c.Ids.Length);
        _totals.Reserve(c, 1, _blocks.Top);
        Needed(c, totals, _totals.IsNeeded);
        for (var sc = 0; sc < totals.Length; sc++)
        {
            if (!_totals.IsNeeded[sc])
            {
                continue;
            }

            var depth = c.Depths[sc];
            var sums = _totals.RowsAt(depth);
            sums[0] = totals[sc];
            _blocks.Top = _totals.TopAt(depth);
            Sum(sums, _totals.BlocksAt(depth), depth > 0 ? _totals.RowsAt(depth - 1) : default, depth > 0 ? _totals.BlocksAt(depth - 1) : default, lineRows, lineBlocks, c.Added[sc], 1);
            _totals.SetTop(depth, _blocks.Top);
            if (totals[sc] >= minimumRows)
            {
                visitor.Visit(first, second, c.Ids[sc], totals[sc], ref _blocks.At(_totals.BlocksAt(depth)[0]));
            }
        }
    }

    private void Totals(SweepAttribute a, int[] cubeRows, int plane)
    {
        for (var sa = 0; sa < a.Ids.Length; sa++)
        {
            var total = a.Parents[sa] is >= 0 and var parent ? _slabs.Total[parent] : 0;
            foreach (var cell in a.Added[sa])
            {
                foreach (var count in cubeRows.AsSpan(cell * plane, plane))
                {
                    total += count;
                }
            }

            _slabs.Total[sa] = total;
        }

        Needed(a, _slabs.Total.AsSpan(0, a.Ids.Length), _slabs.IsNeeded);
    }

    /// <summary>What has enough rows, and what that is added up from.</summary>
    private void Needed(SweepAttribute attribute, Span<int> totals, bool[] isNeeded)
    {
        for (var s = 0; s < totals.Length; s++)
        {
            isNeeded[s] = totals[s] >= minimumRows;
        }

        for (var s = totals.Length - 1; s > 0; s--)
        {
            if (isNeeded[s] && attribute.Parents[s] >= 0)
            {
                isNeeded[attribute.Parents[s]] = true;
            }
        }
    }

    private static void SumRows(Span<int> sums, ReadOnlySpan<int> parents, ReadOnlySpan<int> parts, int[] added, int stride)
    {
        if (parents.IsEmpty)
        {
            sums.Clear();
        }
        else
        {
            parents.CopyTo(sums);
        }

        foreach (var part in added)
        {
            AddTo(sums, parts.Slice(part * stride, stride));
        }
    }

    private static void AddTo(Span<int> sums, ReadOnlySpan<int> more)
    {
        var at = 0;
        for (; at + Vector256<int>.Count <= sums.Length; at += Vector256<int>.Count)
        {
            (Vector256.Create<int>(sums[at..]) + Vector256.Create(more[at..])).CopyTo(sums[at..]);
        }

        for (; at < sums.Length; at++)
        {
            sums[at] += more[at];
        }
    }

    /// <summary>Adds up the blocks of unions: the parent's and those of the added parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(ReadOnlySpan<int> sums, Span<int> blocks, ReadOnlySpan<int> parentRows, ReadOnlySpan<int> parentBlocks, ReadOnlySpan<int> partRows, ReadOnlySpan<int> partBlocks, int[] added, int stride)
    {
        for (var cell = 0; cell < sums.Length; cell++)
        {
            var whole = sums[cell];
            if (whole == 0)
            {
                continue;
            }

            int count = 0, at = 0;
            if (!parentRows.IsEmpty && parentRows[cell] > 0)
            {
                (count, at) = (parentRows[cell], parentBlocks[cell]);
            }

            var isOwn = false;
            for (var m = 0; count < whole; m++)
            {
                var from = added[m] * stride + cell;
                var more = partRows[from];
                if (more == 0)
                {
                    continue;
                }

                if (count == 0)
                {
                    (count, at) = (more, partBlocks[from]);
                    continue;
                }

                var into = isOwn ? at : _blocks.Push(_block.Vectors(whole));
                _block.Add(ref _blocks.At(into), ref _blocks.At(at), count, ref _blocks.At(partBlocks[from]), more);
                (count, at, isOwn) = (count + more, into, true);
            }

            blocks[cell] = at;
        }
    }

    private static void Grow<T>(ref T[] array, int size)
    {
        if (array.Length < size)
        {
            array = new T[Math.Max(size, 2 * array.Length)];
        }
    }
}
