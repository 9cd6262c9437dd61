using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Segments;

/// <summary>The rows of a flat table whose duration and ending are both known.</summary>
/// <param name="Rows">Their positions in the table.</param>
/// <param name="Durations">Per row how long it was seen.</param>
/// <param name="Events">Per row 1 it ended then, 0 it was still there.</param>
/// <param name="LeftOut">Rows without a duration or an ending.</param>
internal sealed record DurationRows(int[] Rows, double[] Durations, byte[] Events, int LeftOut);

/// <summary>Reads the columns of <c>kindred survival</c> and <c>kindred cox</c>, and says every reason for which they cannot be used.</summary>
internal static class DurationColumns
{
    public static Result<DurationRows> Read(Table table, string duration, string eventColumn, string eventValue)
    {
        if (Missing(table, duration) is { } noDuration)
        {
            return Result.Refused<DurationRows>(noDuration);
        }

        if (Missing(table, eventColumn) is { } noEvent)
        {
            return Result.Refused<DurationRows>(noEvent);
        }

        if (duration == eventColumn)
        {
            return Result.Refused<DurationRows>("segments.one-column-twice", duration, $"기간과 이탈을 같은 열('{duration}')에서 읽을 수 없어요. 서로 다른 열을 적어 주세요.", $"Duration and event are both read from '{duration}'. Name two different columns.");
        }

        Column times = table.Find(duration)!, ends = table.Find(eventColumn)!;
        var isEvent = Matches(ends, eventValue);
        List<int> rows = [];
        List<double> durations = [];
        List<byte> events = [];
        for (var row = 0; row < table.RowCount; row++)
        {
            var written = times is TextColumn words ? words.RawAt(row) : times.TextAt(row);
            var text = times.TextAt(row);
            if (text.Length == 0 || ends.IsMissing(row))
            {
                continue;
            }

            if (times is DateColumn || !double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) || double.IsInfinity(value))
            {
                return Refused("segments.duration-not-a-number", duration, row, written, "숫자가 아니에요. 시작부터 끝까지 걸린 기간을 숫자로 적은 열을 골라 주세요.", "is not a number. Name a column that holds the length of time as a number.");
            }

            if (double.IsNaN(value))
            {
                continue;
            }

            if (value < 0)
            {
                return Refused("segments.negative-duration", duration, row, written, "0보다 작아요. 끝난 날이 시작한 날보다 앞선 줄을 고쳐 주세요.", "is below 0. Mend the rows that end before they start.");
            }

            rows.Add(row);
            durations.Add(value);
            events.Add(isEvent(row) ? (byte)1 : (byte)0);
        }

        return Checked(table, duration, eventColumn, eventValue, new DurationRows([.. rows], [.. durations], [.. events], table.RowCount - rows.Count));
    }

    /// <summary>Why a column is not there, or null.</summary>
    public static Reason? Missing(Table table, string column)
    {
        if (table.Find(column) is not null)
        {
            return null;
        }

        var names = string.Join(", ", table.Columns.Take(20).Select(one => one.Name));
        return new Reason("segments.no-such-column", column, new Wording($"'{column}' 열이 없어요. 있는 열: {names}.", $"There is no column '{column}'. The file has: {names}."));
    }

    private static Result<DurationRows> Checked(Table table, string duration, string eventColumn, string eventValue, DurationRows found)
    {
        if (found.Rows.Length == 0)
        {
            return Result.Refused<DurationRows>("segments.no-durations", duration, $"{Format.Whole(table.RowCount)}줄 가운데 '{duration}'와 '{eventColumn}'이 모두 적힌 줄이 없어요.", $"No row has both '{duration}' and '{eventColumn}' ({Format.Whole(table.RowCount)} rows).");
        }

        if (!found.Events.Contains((byte)1))
        {
            var values = string.Join(", ", found.Rows.Take(10_000).Select(table.Find(eventColumn)!.TextAt).Distinct(StringComparer.Ordinal).Take(10).Select(text => $"'{text}'"));
            return Result.Refused<DurationRows>("segments.no-events", eventColumn + "=" + eventValue, $"'{eventColumn}' 열에 '{eventValue}'인 줄이 하나도 없어요. 있는 값: {values}. 끝난 것이 하나도 없으면 얼마나 가는지 말할 수 없어요.", $"No row has '{eventColumn}' = '{eventValue}'. It holds: {values}. Where nothing has ended, nobody can say how long it lasts.");
        }

        return found.Durations.Distinct().Count() == 1
            ? Result.Refused<DurationRows>("segments.one-duration", duration, $"모든 줄의 '{duration}'이 {Format.Number(found.Durations[0])}로 같아요. 기간이 서로 다른 데이터가 있어야 곡선을 그릴 수 있어요.", $"Every row has '{duration}' = {Format.Number(found.Durations[0])}. A curve needs durations that differ.")
            : Result.Accepted(found);
    }

    /// <summary>As people write a value: case aside, yes for true, 1 for 1.0.</summary>
    private static Func<int, bool> Matches(Column column, string value)
    {
        var isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        return row =>
        {
            var text = column.TextAt(row);
            if (!known.TryGetValue(text, out var same))
            {
                known[text] = same = string.Equals(text, value, StringComparison.OrdinalIgnoreCase)
                    || (isNumber && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var other) && other.Equals(number))
                    || (Flag(value) is { } wanted && Flag(text) == wanted);
            }

            return same;
        };
    }

    private static bool? Flag(string text) => text.ToLowerInvariant() switch { "true" or "yes" or "y" or "1" => true, "false" or "no" or "n" or "0" => false, _ => null };

    private static Result<DurationRows> Refused(string code, string column, int row, string text, string ko, string en) => Result.Refused<DurationRows>(code, column,
        $"'{column}' 열 {Format.Whole(row + 2)}번째 줄의 '{text}'은(는) {ko}", $"Column '{column}', row {Format.Whole(row + 2)}: '{text}' {en}");
}
