using Kindred.Statistics.RiskScores;

namespace Kindred.Core.Scorecards;

/// <summary>What one column adds to the scores of a block of rows, and which lines it leaves standing.</summary>
internal sealed class ColumnSteps
{
    private readonly PlanColumn _column;
    private readonly PointsTable? _points;
    private readonly PointsTable?[] _lines;
    private readonly byte[] _codes = [];
    private int _codesFrom = -1;
    private readonly byte[]?[] _wideLines;
    private readonly byte[] _widePoints = [];

    internal ColumnSteps(PlanColumn column, int groups)
    {
        _column = column;
        var classes = column.Codes is null ? [.. column.Field.Classes] : column.OfCode;
        var points = Array.ConvertAll(classes, one => (byte)one.Points);
        _lines = new PointsTable?[groups];
        _wideLines = new byte[]?[groups];
        var isNarrow = column.Codes is null || column.Codes.Width == 1;
        if (isNarrow)
        {
            // A card that went through its checks has fewer than 256 classes a field; codes of one byte have no more.
            _points = Array.TrueForAll(points, one => one == 0) ? null : new PointsTable(points.AsSpan(0, Math.Min(256, points.Length)));
        }
        else
        {
            _widePoints = points;
        }

        if (column.Codes is null)
        {
            _codes = new byte[4096];
        }

        for (var group = 0; group < groups; group++)
        {
            if ((column.Field.LineBits >> (8 * group) & 0xFF) == 0)
            {
                continue;
            }

            var masks = Array.ConvertAll(classes, one => (byte)(one.Lines >> (8 * group)));
            if (isNarrow)
            {
                _lines[group] = new PointsTable(masks.AsSpan(0, Math.Min(256, masks.Length)));
            }
            else
            {
                _wideLines[group] = masks;
            }
        }
    }

    internal void AddPoints(int from, Span<byte> totals)
    {
        if (_points is not null)
        {
            PointsKernel.Add(Narrow(from, totals.Length), _points, totals);
        }
        else if (_widePoints.Length > 0)
        {
            var codes = _column.Codes!;
            for (var i = 0; i < totals.Length; i++)
            {
                totals[i] += _widePoints[codes[from + i]];
            }
        }
    }

    internal void Narrow(int from, int group, Span<byte> holding)
    {
        if (_lines[group] is { } table)
        {
            PointsKernel.And(Narrow(from, holding.Length), table, holding);
        }
        else if (_wideLines[group] is { } masks)
        {
            var codes = _column.Codes!;
            for (var i = 0; i < holding.Length; i++)
            {
                holding[i] &= masks[codes[from + i]];
            }
        }
    }

    /// <summary>One-byte codes of a block: those of the column, or the classes of its numbers.</summary>
    private ReadOnlySpan<byte> Narrow(int from, int count)
    {
        if (_column.Codes is { } codes)
        {
            return codes.Bytes.Slice(from, count);
        }

        if (_codesFrom != from)
        {
            _codesFrom = from;
            for (var i = 0; i < count; i++)
            {
                _codes[i] = (byte)_column.Field.ClassOf(_column.Numbers![from + i]);
            }
        }

        return _codes.AsSpan(0, count);
    }
}
