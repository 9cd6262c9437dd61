using System.Globalization;

namespace Kindred.Core.Tables;

/// <summary>Dates or times of day as ticks of <see cref="DateTime"/> in the file's own zone; <see cref="long.MinValue"/> is missing.</summary>
public sealed class DateColumn(string name, long[] ticks) : Column(name, ColumnType.Date, ticks?.Length ?? 0)
{
    /// <summary>The value that means missing.</summary>
    public const long Missing = long.MinValue;

    private readonly long[] _ticks = ticks ?? throw new ArgumentNullException(nameof(ticks));

    /// <summary>Ticks of a row, or <see cref="Missing"/>.</summary>
    public long this[int row] => _ticks[row];

    /// <summary>The date of a row, or null when missing.</summary>
    public DateOnly? DateAt(int row) => _ticks[row] == Missing ? null : DateOnly.FromDateTime(new DateTime(_ticks[row]));

    /// <inheritdoc />
    public override bool IsMissing(int row) => _ticks[row] == Missing;

    /// <inheritdoc />
    public override string TextAt(int row)
    {
        if (_ticks[row] == Missing)
        {
            return "";
        }

        var time = new DateTime(_ticks[row]);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var ticks = new long[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            ticks[i] = _ticks[rows[i]];
        }

        return new DateColumn(Name, ticks);
    }

    /// <inheritdoc />
    public override Column Renamed(string name) => new DateColumn(name, _ticks);
}
