using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kindred.Core.Tables;

namespace Kindred.Files.Columns;

/// <summary>All cells of one column while the file is read: codes of distinct cells as long as cells repeat, else the cells themselves.</summary>
internal sealed class ColumnCells(int expectedRows, bool mayReadFigures = false)
{
    /// <summary>A column is not coded any more when it has more distinct cells than this and more than a quarter of its rows.</summary>
    internal const int ManyWords = 4096;

    private byte[]? _bytes = new byte[expectedRows];
    private ushort[]? _shorts;
    private int[]? _ints;
    private int _rows;

    /// <summary>Distinct cells; null once the column is kept cell by cell.</summary>
    internal WordTable? Words { get; private set; } = new();

    /// <summary>The cells when they are kept one by one.</summary>
    internal CellPages? Pages { get; private set; }

    /// <summary>The cells when they are plain numbers throughout.</summary>
    internal FigureCells? Figures { get; private set; }

    /// <summary>The cells when they are ISO dates throughout.</summary>
    internal MomentCells? Moments { get; private set; }

    /// <summary>The finished words of a column that can be nothing else.</summary>
    internal FinishedWords? Finished { get; set; }

    internal int Rows => _rows;

    /// <summary>Cells of a column whose plan is known: figures are read as they come from the first row on.</summary>
    internal static ColumnCells For(ColumnPlan plan, int rows)
    {
        if (!plan.IsPlain)
        {
            return new ColumnCells(rows);
        }

        var cells = new ColumnCells(0) { Words = null, _bytes = null };
        cells.Figures = plan.Type == ColumnType.Number ? new FigureCells(rows) : null;
        cells.Moments = plan.Type == ColumnType.Date ? new MomentCells(rows) : null;
        return cells;
    }

    /// <summary>Lets go of cells kept one by one.</summary>
    internal void Release() => Pages = null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(ref readonly byte start, int length)
    {
        var words = Words;
        if (words is null)
        {
            AddUncoded(in start, length);
            return;
        }

        var code = words.Code(in start, length);
        var bytes = _bytes;
        if (bytes is not null && code < 256 && _rows < bytes.Length)
        {
            bytes[_rows++] = (byte)code;
            return;
        }

        AddWide(code);
    }

    internal int CodeAt(int row) => _bytes is not null ? _bytes[row] : _shorts is not null ? _shorts[row] : _ints![row];

    /// <summary>Rows per code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal long[] Counts()
    {
        var counts = new long[Words!.Count];
        for (var row = 0; row < _rows; row++)
        {
            counts[CodeAt(row)]++;
        }

        return counts;
    }

    /// <summary>The codes as they are.</summary>
    internal CodeArray Coded(int count) => _bytes is not null
        ? CodeArray.Of(_rows < _bytes.Length * 3 / 4 ? _bytes[.._rows] : _bytes, _rows)
        : _shorts is not null ? CodeArray.Of(_shorts, _rows)
        : count > 65536 ? CodeArray.Of(_ints!, _rows) : CodeArray.From(_ints.AsSpan(0, _rows), count);

    /// <summary>The codes with every code replaced, at the narrowest width; the own storage is used again where it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal CodeArray Recoded(int[] codes, int count)
    {
        if (_bytes is not null && count <= 256)
        {
            for (var row = 0; row < _rows; row++)
            {
                _bytes[row] = (byte)codes[_bytes[row]];
            }

            return CodeArray.Of(_rows < _bytes.Length * 3 / 4 ? _bytes[.._rows] : _bytes, _rows);
        }

        if (_shorts is not null && count is > 256 and <= 65536)
        {
            for (var row = 0; row < _rows; row++)
            {
                _shorts[row] = (ushort)codes[_shorts[row]];
            }

            return CodeArray.Of(_shorts, _rows);
        }

        var recoded = new int[_rows];
        for (var row = 0; row < _rows; row++)
        {
            recoded[row] = codes[CodeAt(row)];
        }

        return CodeArray.From(recoded, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddWide(int code)
    {
        if (code >= ManyWords && (long)code * 4 > _rows && !IsKnown(code))
        {
            KeepCells(code);
            return;
        }

        if (_bytes is not null)
        {
            if (code < 256)
            {
                Array.Resize(ref _bytes, Math.Max(1024, _bytes.Length * 2));
            }
            else
            {
                _shorts = new ushort[Math.Max(_bytes.Length, _rows + 1024)];
                for (var row = 0; row < _rows; row++)
                {
                    _shorts[row] = _bytes[row];
                }

                _bytes = null;
            }
        }

        if (_shorts is not null)
        {
            if (code > ushort.MaxValue)
            {
                _ints = new int[Math.Max(_shorts.Length, _rows + 1024)];
                for (var row = 0; row < _rows; row++)
                {
                    _ints[row] = _shorts[row];
                }

                _shorts = null;
            }
            else if (_rows == _shorts.Length)
            {
                Array.Resize(ref _shorts, _shorts.Length * 2);
            }
        }

        if (_bytes is not null)
        {
            _bytes[_rows++] = (byte)code;
        }
        else if (_shorts is not null)
        {
            _shorts[_rows++] = (ushort)code;
        }
        else
        {
            if (_rows == _ints!.Length)
            {
                Array.Resize(ref _ints, _ints.Length * 2);
            }

            _ints[_rows++] = code;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddUncoded(ref readonly byte start, int length)
    {
        if (Figures is not null)
        {
            Figures.Add(in start, length);
        }
        else if (Moments is not null)
        {
            Moments.Add(MemoryMarshal.CreateReadOnlySpan(in start, length));
        }
        else
        {
            Pages!.Add(in start, length);
        }

        _rows++;
    }

    /// <summary>Only a cell seen for the first time can tip the balance.</summary>
    private bool IsKnown(int code) => code < Words!.Count - 1;

    private void KeepCells(int last)
    {
        var words = Words!;
        if (mayReadFigures)
        {
            int figures = 0, moments = 0;
            for (var code = 1; code < words.Count; code++)
            {
                var word = words[code];
                figures += FigureCells.TryPlain(in MemoryMarshal.GetReference(word), word.Length, out _, out _, out _) ? 1 : 0;
                moments += MomentCells.TryIso(word, out _) ? 1 : 0;
            }

            Figures = figures >= words.Count * 0.99 ? new FigureCells(expectedRows) : null;
            Moments = moments >= words.Count * 0.99 ? new MomentCells(expectedRows) : null;
        }

        if (Figures is null && Moments is null)
        {
            Pages = new CellPages();
        }

        Words = null;
        var rows = _rows;
        for (var row = 0; row <= rows; row++)
        {
            var word = words[row == rows ? last : CodeAt(row)];
            AddUncoded(in MemoryMarshal.GetReference(word), word.Length);
        }

        _rows = rows + 1;
        _bytes = null;
        _shorts = null;
        _ints = null;
    }
}
