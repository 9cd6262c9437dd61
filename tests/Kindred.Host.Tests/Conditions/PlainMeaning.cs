using System.Globalization;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;

namespace Kindred.Host.Tests.Conditions;

/// <summary>What a condition means for one row, written as plainly as can be, from the words of Condition's documentation and not from its code.</summary>
internal static class PlainMeaning
{
    public static bool Holds(Table table, int row, Conjunction conjunction) => conjunction.Conditions.All(condition => Holds(table.Find(condition.Field), row, condition));

    private static bool Holds(Column? column, int row, Condition condition) => column switch
    {
        TextColumn { Separator: { } separator } tags when condition.Op == ConditionOp.HasAny => tags.RawAt(row).Split(separator).Select(tag => tag.Trim()).Any(tag => tag.Length > 0 && condition.Values.Contains(tag, StringComparer.Ordinal)),
        TextColumn text => text.RawAt(row).Length > 0 && condition.Op != ConditionOp.Interval && condition.Values.Contains(text.RawAt(row), StringComparer.Ordinal),
        NumberColumn number => !double.IsNaN(number[row]) && condition.Op switch
        {
            ConditionOp.Interval => condition.Above < number[row] && number[row] <= condition.UpTo,
            ConditionOp.HasAny => false,
            _ => condition.Values.Any(value => double.TryParse(value, CultureInfo.InvariantCulture, out var wanted) && wanted == number[row]),
        },
        DateColumn date => date.DateAt(row) is { } day && condition.Op switch
        {
            ConditionOp.Interval => condition.Above < day.DayNumber && day.DayNumber <= condition.UpTo,
            ConditionOp.HasAny => false,
            _ => condition.Values.Contains(Text(new DateTime(date[row])), StringComparer.Ordinal),
        },
        _ => false,
    };

    private static string Text(DateTime moment) => moment.Ticks == moment.Date.Ticks ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
