using System.Globalization;
using Kindred.Core.Standards;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Reads one column as text, number or date whatever its type, parsing each distinct word once.</summary>
internal sealed class Cells
{
    private readonly Column? _column;
    private readonly TextColumn? _text;
    private readonly double[]? _numbers;
    private readonly DateOnly?[]? _dates;

    public Cells(Column? column, bool asNumber = false, bool asDate = false)
    {
        _column = column;
        _text = column as TextColumn;
        _numbers = asNumber && _text is not null ? [.. _text.Dictionary.Select((word, code) => _text.IsPlaceholder(code) ? double.NaN : Number(word))] : null;
        _dates = asDate && _text is not null ? [.. _text.Dictionary.Select((word, code) => _text.IsPlaceholder(code) ? null : Date(word))] : null;
    }

    /// <summary>True when there is no such column.</summary>
    public bool IsAbsent => _column is null;

    /// <summary>The column itself.</summary>
    public Column? Column => _column;

    public string Text(int row) => _text is not null ? _text.TextAt(row) : _column?.TextAt(row) ?? "";

    public string? TextOrNull(int row) => Text(row) is { Length: > 0 } text ? text : null;

    public double Number(int row) => _column switch
    {
        NumberColumn numbers => numbers[row],
        TextColumn text when _numbers is not null => _numbers[text.Codes[row]],
        _ => double.NaN,
    };

    public DateOnly? Date(int row) => _column switch
    {
        DateColumn dates => dates.DateAt(row),
        TextColumn text when _dates is not null => _dates[text.Codes[row]],
        NumberColumn numbers => Year(numbers[row]),
        _ => null,
    };

    /// <summary>Day and time of a row as written; midnight where only a day is; null when there is none. A file says no zone, so it is taken for UTC.</summary>
    public DateTimeOffset? Moment(int row) => _column switch
    {
        DateColumn dates => dates[row] == DateColumn.Missing ? null : new DateTimeOffset(dates[row], TimeSpan.Zero),
        TextColumn text when DateTimeOffset.TryParse(text.TextAt(row), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) => at,
        _ => Date(row) is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
    };

    /// <summary>Numbers of one cell, separated by semicolons, bars or blanks; NaN for what is none; empty when there are none.</summary>
    public IReadOnlyList<double> Numbers(int row) =>
        [.. Parts(row).Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN)];

    /// <summary>Words of one cell, separated by semicolons or bars.</summary>
    public string[] Parts(int row) => Text(row) is { Length: > 0 } text ? text.Split([';', '|'], StringSplitOptions.TrimEntries) : [];

    public bool? Flag(int row) => Flag(Text(row));

    /// <summary>Yes and no in the words of exports.</summary>
    public static bool? Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "1" or "t" or "예" or "네" or "o" or "있음" => true,
        "false" or "no" or "n" or "0" or "f" or "아니오" or "아니요" or "x" or "없음" => false,
        _ => null,
    };

    /// <summary>A number, a range of head counts (its middle) or an amount in words; NaN otherwise.</summary>
    public static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number
        : AmountText.Read(text) is { } amount ? (double)amount.Major
        : double.NaN;

    /// <summary>A date the reader left as text: year and month, a year, ISO with time; null otherwise.</summary>
    public static DateOnly? Date(string text)
    {
        var plain = text.Trim().TrimEnd('월').Replace("년", "-", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace('.', '-').Replace('/', '-').TrimEnd('-');
        return DateOnly.TryParseExact(plain, ["yyyy-MM-dd", "yyyy-M-d", "yyyy-MM", "yyyy-M", "yyyyMM", "yyyyMMdd", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || (plain.Length > 10 && DateOnly.TryParseExact(plain[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) ? date : null;
    }

    private static DateOnly? Year(double number) => number switch
    {
        >= 1800 and <= 2200 => new DateOnly((int)number, 1, 1),
        >= 190001 and <= 220012 when (int)number % 100 is >= 1 and <= 12 => new DateOnly((int)number / 100, (int)number % 100, 1),
        _ => null,
    };
}
