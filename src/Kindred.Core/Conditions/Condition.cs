using Kindred.Core.Basics;

namespace Kindred.Core.Conditions;

/// <summary>How a condition compares.</summary>
public enum ConditionOp
{
    /// <summary>The value is the one word or number.</summary>
    Equal,

    /// <summary>The value is one of several words.</summary>
    OneOf,

    /// <summary>The number lies in (above, up to].</summary>
    Interval,

    /// <summary>A multi-value field holds at least one of the words.</summary>
    HasAny,
}

/// <summary>
/// One statement about one field. A missing value satisfies no condition. Words compare ordinally, as written in the file.
/// </summary>
public sealed record Condition
{
    private Condition(string field, ConditionOp op, IReadOnlyList<string> values, double above, double upTo)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        Field = field;
        Op = op;
        Values = values;
        Above = above;
        UpTo = upTo;
    }

    /// <summary>Column name.</summary>
    public string Field { get; }

    /// <summary>How it compares.</summary>
    public ConditionOp Op { get; }

    /// <summary>Words, sorted ordinally; empty for an interval.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Exclusive lower end of an interval; negative infinity when open.</summary>
    public double Above { get; }

    /// <summary>Inclusive upper end of an interval; positive infinity when open.</summary>
    public double UpTo { get; }

    /// <summary>field = value.</summary>
    public static Condition Is(string field, string value) => new(field, ConditionOp.Equal, [value], double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>field is one of the values; one value makes an equality.</summary>
    public static Condition OneOf(string field, IEnumerable<string> values)
    {
        var sorted = Sorted(values);
        return sorted.Length == 1 ? Is(field, sorted[0]) : new Condition(field, ConditionOp.OneOf, sorted, double.NegativeInfinity, double.PositiveInfinity);
    }

    /// <summary>A multi-value field holds at least one of the values.</summary>
    public static Condition HasAny(string field, IEnumerable<string> values) =>
        new(field, ConditionOp.HasAny, Sorted(values), double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>above &lt; field ≤ upTo.</summary>
    /// <exception cref="ArgumentException">The interval is empty, NaN or open on both ends.</exception>
    public static Condition Between(string field, double above, double upTo)
    {
        if (!(above < upTo) || (double.IsNegativeInfinity(above) && double.IsPositiveInfinity(upTo)))
        {
            throw new ArgumentException($"Not an interval: ({Format.Number(above)}, {Format.Number(upTo)}].");
        }

        return new Condition(field, ConditionOp.Interval, [], above, upTo);
    }

    /// <inheritdoc />
    public bool Equals(Condition? other) =>
        other is not null && Field == other.Field && Op == other.Op && Above.Equals(other.Above) && UpTo.Equals(other.UpTo) && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Field, Op, Above, UpTo, Values.Count == 0 ? "" : Values[0], Values.Count);

    /// <summary>The value in one line, as scripts read it: a word, words joined by " | ", "(20,40]", "≤6" as "(-inf,6]".</summary>
    public string ValueText => Op == ConditionOp.Interval
        ? "(" + (double.IsNegativeInfinity(Above) ? "-inf" : Format.Number(Above)) + "," + (double.IsPositiveInfinity(UpTo) ? "inf)" : Format.Number(UpTo) + "]")
        : string.Join(" | ", Values);

    /// <summary>The operator as scripts read it: "=", "in", "interval", "has".</summary>
    public string OpText => Op switch
    {
        ConditionOp.Equal => "=",
        ConditionOp.OneOf => "in",
        ConditionOp.Interval => "interval",
        _ => "has",
    };

    /// <inheritdoc />
    public override string ToString() => Field + " " + OpText + " " + ValueText;

    private static string[] Sorted(IEnumerable<string> values)
    {
        var sorted = values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return sorted.Length > 0 ? sorted : throw new ArgumentException("A condition needs a value.", nameof(values));
    }
}
