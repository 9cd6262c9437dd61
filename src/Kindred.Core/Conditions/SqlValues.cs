using System.Globalization;
using System.Text;
using Kindred.Core.Basics;

namespace Kindred.Core.Conditions;

/// <summary>Writes values into SQL: as quoted literals, or as parameters that travel beside the text.</summary>
internal sealed class SqlValues(SqlDialect dialect, bool asParameters)
{
    private readonly List<KeyValuePair<string, object>> _parameters = [];
    private readonly Dictionary<object, string> _known = [];

    internal IReadOnlyList<KeyValuePair<string, object>> Parameters => _parameters;

    /// <summary>False for words that no database stores as text, so that no cell can equal them.</summary>
    internal static bool IsStorable(string words)
    {
        for (var rest = words.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done || rune.Value == 0)
            {
                return false;
            }

            rest = rest[used..];
        }

        return true;
    }

    internal string Word(string words) => asParameters ? Parameter(words) : dialect.Literal(words);

    internal string Number(double value)
    {
        if (asParameters)
        {
            return Parameter(value);
        }

        if (double.IsInfinity(value))
        {
            // A sign inside quotes where the word itself stands inside quotes.
            var infinity = value > 0 ? dialect.Infinity : dialect.Infinity[0] == '\'' ? "'-" + dialect.Infinity[1..] : "-" + dialect.Infinity;
            return infinity + dialect.NumberCast;
        }

        return (dialect == SqlDialect.Sqlite && !IsReadExactly(value) ? Exact(value) : Plain(value)) + dialect.NumberCast;
    }

    internal string Moment(DateTime moment)
    {
        var isText = dialect == SqlDialect.Sqlite;
        var text = moment.ToString(!isText ? "yyyy-MM-dd HH:mm:ss" : moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return string.Format(CultureInfo.InvariantCulture, asParameters ? dialect.MomentParameter : dialect.MomentLiteral, asParameters ? Parameter(text) : dialect.Literal(text));
    }

    private static string Plain(double value)
    {
        var text = Format.Number(value);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    /// <summary>SQLite reads decimals by multiplying with powers of ten in twice the precision of a double: right to the last bit while the power is small, off by one bit now and then beyond.</summary>
    private static bool IsReadExactly(double value)
    {
        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        var exponent = int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return value == 0 || exponent is >= -10 and <= 38;
    }

    /// <summary>The same number as whole number times or by powers of two, each step of which is exact.</summary>
    private static string Exact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)((bits >> 52) & 0x7FF);
        var significand = (bits & 0xFFFFFFFFFFFFF) | (biased == 0 ? 0 : 1L << 52);
        var power = Math.Max(biased, 1) - 1075;
        var text = new StringBuilder(value < 0 ? "(-" : "(").Append(Format.Whole(significand)).Append(".0");
        for (; power != 0; power -= Math.Sign(power) * Math.Min(Math.Abs(power), 62))
        {
            text.Append(power > 0 ? " * " : " / ").Append(Format.Whole(1L << Math.Min(Math.Abs(power), 62)));
        }

        return text.Append(')').ToString();
    }

    private string Parameter(object value)
    {
        if (!_known.TryGetValue(value, out var name))
        {
            name = "p" + Format.Whole(_parameters.Count);
            _known.Add(value, name);
            _parameters.Add(new(name, value));
        }

        return "@" + name;
    }
}
