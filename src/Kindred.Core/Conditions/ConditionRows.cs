using System.Globalization;
using System.Runtime.Intrinsics;
using Kindred.Core.Tables;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Conditions;

/// <summary>Evaluates conditions over a table as sets of rows (bit i = row i).</summary>
public static class ConditionRows
{
    /// <summary>Rows that satisfy every condition. A field the table does not have satisfies nothing.</summary>
    public static ulong[] Of(Table table, Conjunction conjunction)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(conjunction);
        var rows = Everything(table.RowCount);
        foreach (var condition in conjunction.Conditions)
        {
            RowBits.Intersect(rows, Of(table, condition), rows);
        }

        return rows;
    }

    /// <summary>Rows that satisfy one condition.</summary>
    public static ulong[] Of(Table table, Condition condition)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(condition);
        var column = table.Find(condition.Field);
        switch (column)
        {
            case TextColumn text:
                var member = new bool[text.Dictionary.Length];
                for (var code = 1; code < member.Length; code++)
                {
                    member[code] = Holds(text, code, condition);
                }

                return WhereCode(text.Codes, member);
            case NumberColumn { Codes: { } codes, Distinct: { } distinct }:
                return WhereCode(codes, [.. distinct.Select(value => Holds(value, condition))]);
            case null:
                return new ulong[RowBits.WordsFor(table.RowCount)];
            default:
                var rows = new ulong[RowBits.WordsFor(table.RowCount)];
                for (var i = 0; i < table.RowCount; i++)
                {
                    if (column is NumberColumn number ? Holds(number[i], condition) : Holds((DateColumn)column, i, condition))
                    {
                        RowBits.Set(rows, i);
                    }
                }

                return rows;
        }
    }

    /// <summary>Every row.</summary>
    public static ulong[] Everything(int rowCount)
    {
        var rows = new ulong[RowBits.WordsFor(rowCount)];
        Array.Fill(rows, ulong.MaxValue);
        if ((rowCount & 63) != 0)
        {
            rows[^1] = (1UL << (rowCount & 63)) - 1;
        }

        return rows;
    }

    /// <summary>Rows whose code is a member.</summary>
    public static ulong[] WhereCode(CodeArray codes, bool[] member)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(member);
        var rows = new ulong[RowBits.WordsFor(codes.Length)];
        var full = codes.Length & ~63;
        if (codes.Width == 1)
        {
            var bytes = codes.Bytes;
            for (var code = 0; code < member.Length; code++)
            {
                if (!member[code])
                {
                    continue;
                }

                var wanted = Vector512.Create((byte)code);
                for (var i = 0; i < full; i += 64)
                {
                    rows[i >> 6] |= Vector512.Equals(Vector512.Create(bytes[i..]), wanted).ExtractMostSignificantBits();
                }
            }
        }
        else
        {
            full = 0;
        }

        for (var i = full; i < codes.Length; i++)
        {
            if (member[codes[i]])
            {
                RowBits.Set(rows, i);
            }
        }

        return rows;
    }

    /// <summary>Whether a word of a text column satisfies a condition; intervals never hold for words.</summary>
    public static bool Holds(TextColumn column, int code, Condition condition)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(condition);
        var word = column.Dictionary[code];
        return condition.Op switch
        {
            ConditionOp.Interval => false,
            ConditionOp.HasAny => Tags(column, word).Any(tag => condition.Values.Contains(tag, StringComparer.Ordinal)),
            _ => condition.Values.Contains(word, StringComparer.Ordinal),
        };
    }

    /// <summary>The words inside a cell of a multi-value column; the cell itself elsewhere.</summary>
    public static IEnumerable<string> Tags(TextColumn column, string word)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Separator is { } separator ? word.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [word];
    }

    /// <summary>Whether a number satisfies a condition; NaN satisfies none.</summary>
    internal static bool Holds(double value, Condition condition) => condition.Op switch
    {
        ConditionOp.Interval => value > condition.Above && value <= condition.UpTo,
        ConditionOp.HasAny => false,
        _ => !double.IsNaN(value) && condition.Values.Any(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted) && wanted.Equals(value)),
    };

    private static bool Holds(DateColumn column, int row, Condition condition) => condition.Op switch
    {
        ConditionOp.Interval => column.DateAt(row) is { } date && date.DayNumber > condition.Above && date.DayNumber <= condition.UpTo,
        ConditionOp.HasAny => false,
        _ => !column.IsMissing(row) && condition.Values.Contains(column.TextAt(row), StringComparer.Ordinal),
    };
}
