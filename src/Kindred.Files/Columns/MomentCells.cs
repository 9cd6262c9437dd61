using Kindred.Core.Tables;

namespace Kindred.Files.Columns;

/// <summary>The cells of a column of ISO dates or times, read as they come. Whatever is written otherwise is kept aside as it stood.</summary>
internal sealed class MomentCells(int expectedRows)
{
    private long[] _ticks = new long[expectedRows];

    internal List<(int Row, byte[] Cell)> Aside { get; } = [];

    internal int Rows { get; private set; }

    internal long Empty { get; private set; }

    internal long[] Ticks => _ticks.Length == Rows ? _ticks : _ticks[..Rows];

    internal void Add(ReadOnlySpan<byte> cell)
    {
        if (Rows == _ticks.Length)
        {
            Array.Resize(ref _ticks, Math.Max(1024, Rows * 2));
        }

        if (!TryIso(cell, out _ticks[Rows]))
        {
            _ticks[Rows] = DateColumn.Missing;
            if (cell.IsEmpty)
            {
                Empty++;
            }
            else if (Aside.Count <= FigureCells.MostAside)
            {
                Aside.Add((Rows, cell.ToArray()));
            }
        }

        Rows++;
    }

    /// <summary>yyyy-MM-dd, alone or with HH:mm:ss behind a blank or T.</summary>
    internal static bool TryIso(ReadOnlySpan<byte> cell, out long ticks)
    {
        ticks = DateColumn.Missing;
        if (cell.Length is not (10 or 19) || !DateCell.IsIso(cell) || !DateCell.TryRead(cell, out var reading) || reading.HasZone)
        {
            return false;
        }

        var found = reading.Ticks(DateOrder.DayFirst);
        if (found < 0)
        {
            return false;
        }

        ticks = found;
        return true;
    }
}
