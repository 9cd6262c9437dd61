using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;

namespace Kindred.Host.Tests.Conditions;

/// <summary>Tables and conditions that try what databases and our own code could take differently: case, white space, quotes, Unicode forms, words that look like numbers or SQL, ends of intervals, odd column names.</summary>
internal sealed class ConditionCases(long seed)
{
    private const string Decomposed = "\u1112\u1175\u11AB\u1110\u1166\u110F\u1173";

    /// <summary>A NUL and half of a surrogate pair: conditions may name them, cells never hold them.</summary>
    private static readonly string[] Unstorable = ["nul\0", "half \uD83D"];

    private static readonly string[] Words =
    [
        "software", "Software", "SOFTWARE", " software", "software ", "핀테크", "핀테 크", Decomposed, "N/A", "NaN", "nan", "NULL", "null", "Infinity", "-", " ", "\u00A0", "7", "7.0", "007", "+7", "1e3", "0", "-0",
        "it's", "say \"x\"", "back\\slash", "\\'", "\\", "x'; DROP TABLE t; --", "100%", "_", "@p0", ":x", "$1", "{=x}", "?", "a;b", "two\nlines", "tab\there", "straße", "STRASSE", "İstanbul", "istanbul", "ﬁn", "fin", "😀", "TRUE", "true", "2024-01-03",
    ];

    private static readonly string[] Tags = ["Slack", "slack", "Jira", "Google Ads", "카카오", "O'Reilly", "\"q\"", "c\\d", "[x]", "{y}", "7", "😀"];
    private static readonly string[] Pads = ["", "", "", " ", "  ", "\t", "\u00A0", "\u3000", "\u2009", "\n", "\u0085"];
    private static readonly char[] Separators = [';', ',', '|'];
    private static readonly double[] Numbers = [0, -0.0, 7, 49, 50, 50.5, 0.1, 0.30000000000000004, 1.0 / 3, -3, 1e-7, 1e300, -1e300, 123456789012345680, 9007199254740993, double.MaxValue, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity];
    private static readonly string[] Names = ["업종", "value", "type", "Group \"By\"", "a`b", "back\\slash", "select", "words", "x'y", "Größe", "tag", "id"];
    private readonly SeededRandom _random = new(seed);

    /// <summary>One column of each kind under names drawn anew.</summary>
    public Table Table(int rows)
    {
        var names = (string[])Names.Clone();
        _random.Shuffle<string>(names);
        var many = Words.Select((word, code) => code).Where(code => Words[code] is "N/A" or "-").Select(code => code + 1).ToArray();
        double[] distinct = [double.NaN, 7, 50, -3, 0.5, 0.1, double.PositiveInfinity];
        return new Table("t",
        [
            new TextColumn(names[0], CodeArray.From(Each(rows, () => _random.Below(Words.Length + 1)), Words.Length + 1), ["", .. Words], placeholders: many),
            Lists(names[1], rows, Separators[_random.Below(3)]),
            Lists(names[2], rows, Separators[_random.Below(3)]),
            new TextColumn(names[3], CodeArray.From(Each(rows, () => _random.Below(3)), 3), ["", "TRUE", "FALSE"], ColumnType.Boolean),
            new NumberColumn(names[4], Each(rows, () => _random.Below(5) == 0 ? double.NaN : _random.Below(60) - 5)),
            new NumberColumn(names[5], CodeArray.From(Each(rows, () => _random.Below(distinct.Length)), distinct.Length), distinct),
            new NumberColumn(names[6], Each(rows, () => _random.Below(6) == 0 ? double.NaN : Odd())),
            new DateColumn(names[7], Each(rows, Ticks)),
        ]);
    }

    /// <summary>One to three conditions on fields of the table, and now and then on one it lacks.</summary>
    public Conjunction Conjunction(Table table) => new([.. Enumerable.Range(0, _random.Below(4) == 0 ? 1 + _random.Below(3) : 1).Select(_ => Condition(table))]);

    private Condition Condition(Table table)
    {
        var column = _random.Below(30) == 0 ? null : table.Columns[_random.Below(table.Columns.Count)];
        var field = column?.Name ?? "absent";
        var values = Enumerable.Range(0, 1 + _random.Below(5)).Select(_ => Value(column)).ToArray();
        switch (_random.Below(column is NumberColumn or DateColumn ? 8 : 4))
        {
            case 0:
                return Kindred.Core.Conditions.Condition.Is(field, values[0]);
            case 1:
                return Kindred.Core.Conditions.Condition.OneOf(field, values);
            case 2 or 3 when column is not NumberColumn and not DateColumn && _random.Below(10) > 0:
                return Kindred.Core.Conditions.Condition.HasAny(field, values);
            default:
                var (low, high) = (End(column), End(column));
                return low == high || (double.IsInfinity(low) && double.IsInfinity(high)) ? Kindred.Core.Conditions.Condition.Between(field, 0, 7) : Kindred.Core.Conditions.Condition.Between(field, Math.Min(low, high), Math.Max(low, high));
        }
    }

    private string Value(Column? column)
    {
        if (_random.Below(40) == 0)
        {
            return Unstorable[_random.Below(Unstorable.Length)];
        }

        if (_random.Below(4) == 0 || column is null || column.Length == 0)
        {
            return _random.Below(3) switch { 0 => Words[_random.Below(Words.Length)], 1 => Tags[_random.Below(Tags.Length)], _ => Pads[_random.Below(Pads.Length)] + Tags[_random.Below(Tags.Length)] };
        }

        var row = _random.Below(column.Length);
        return column switch
        {
            TextColumn { Separator: { } separator } text when _random.Below(8) > 0 => text.RawAt(row).Split(separator)[0].Trim(),
            TextColumn text => text.RawAt(row),
            NumberColumn => _random.Below(3) == 0 ? " " + column.TextAt(row) + " " : column.TextAt(row),
            _ => column.TextAt(row),
        };
    }

    private double End(Column? column) => _random.Below(6) switch
    {
        0 => double.NegativeInfinity,
        1 => double.PositiveInfinity,
        _ when column is DateColumn date && date.Length > 0 && date.DateAt(_random.Below(date.Length)) is { } day => day.DayNumber + (_random.Below(5) - 2) + (_random.Below(4) == 0 ? 0.5 : 0),
        2 => Odd(),
        3 => _random.Below(50) - 5.5,
        _ => _random.Below(60) - 5,
    };

    private double Odd() => _random.Below(3) switch
    {
        0 => Numbers[_random.Below(Numbers.Length)],
        1 => BitConverter.UInt64BitsToDouble(_random.NextBits()) is var any && double.IsNaN(any) ? 1 : any,
        _ => _random.NextNormal() * 1000,
    };

    private long Ticks()
    {
        var day = _random.Below(40) switch
        {
            0 => DateTime.MinValue,
            1 => DateTime.MaxValue.Date,
            var other => new DateTime(2024, 2, 25).AddDays(other % 10),
        };
        return _random.Below(6) == 0 ? DateColumn.Missing : (_random.Below(6) switch
        {
            0 => day.AddSeconds(1 + _random.Below(3)),
            1 => day.AddHours(23).AddMinutes(59).AddSeconds(59),
            2 => day.AddMicroseconds(_random.Below(2) == 0 ? 1 : 500_000),
            3 => day.AddSeconds(_random.Below(2)).AddMilliseconds(250),
            _ => day,
        }).Ticks;
    }

    private TextColumn Lists(string name, int rows, char separator)
    {
        var cells = Each(rows, () => string.Join(separator, Enumerable.Range(0, _random.Below(4)).Select(_ => Pads[_random.Below(Pads.Length)] + (_random.Below(12) == 0 ? "" : Tags[_random.Below(Tags.Length)]) + Pads[_random.Below(Pads.Length)])));
        var plain = TextColumn.From(name, cells);
        return new TextColumn(name, plain.Codes, plain.Dictionary, separator: separator);
    }

    private static T[] Each<T>(int rows, Func<T> next) => [.. Enumerable.Range(0, rows).Select(_ => next())];
}
