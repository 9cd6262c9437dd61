using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Core.Conditions;

/// <summary>Conditions in words, Korean and English from the same condition.</summary>
public static class ConditionWording
{
    /// <summary>A conjunction in words: "industry software or fintech, employees 50–200".</summary>
    public static string Of(Conjunction conjunction, Language language, IReadOnlyDictionary<string, Field>? fields = null)
    {
        ArgumentNullException.ThrowIfNull(conjunction);
        return conjunction.Conditions.Count == 0
            ? language == Language.Korean ? "모두" : "everyone"
            : string.Join(language == Language.Korean ? ", " : ", ", conjunction.Conditions.Select(condition => Of(condition, language, fields)));
    }

    /// <summary>One condition in words.</summary>
    public static string Of(Condition condition, Language language, IReadOnlyDictionary<string, Field>? fields = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var ko = language == Language.Korean;
        var field = fields?.GetValueOrDefault(condition.Field);
        var label = field?.Label.In(language) ?? condition.Field;
        var unit = field?.Unit?.In(language) is { Length: > 0 } word ? (ko ? "" : " ") + word : "";
        return condition.Op switch
        {
            ConditionOp.Interval => label + " " + Interval(condition, ko, unit),
            ConditionOp.HasAny => label + (ko ? ": " : ": ") + Either(condition.Values, ko) + (ko ? " 사용" : ""),
            _ => label + (ko ? ": " : " = ") + Either(condition.Values, ko),
        };
    }

    /// <summary>"A", "A or B", "A, B or C"; Korean "A 또는 B", or "A이나 B" with the particle the last sound asks for.</summary>
    public static string Either(IReadOnlyList<string> values, bool isKorean)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 1)
        {
            return values[0];
        }

        return isKorean
            ? string.Join(", ", values.SkipLast(2).Append(values[^2] + KoreanParticle.Or(values[^2]) + " " + values[^1]))
            : string.Join(", ", values.SkipLast(1)) + " or " + values[^1];
    }

    private static string Interval(Condition condition, bool ko, string unit)
    {
        var isWhole = IsWhole(condition.Above) && IsWhole(condition.UpTo);
        if (double.IsNegativeInfinity(condition.Above))
        {
            return ko ? $"{Number(condition.UpTo)}{unit} 이하" : $"up to {Number(condition.UpTo)}{unit}";
        }

        if (double.IsPositiveInfinity(condition.UpTo))
        {
            // Above 49 whole people means 50 or more.
            return isWhole
                ? ko ? $"{Number(condition.Above + 1)}{unit} 이상" : $"{Number(condition.Above + 1)}{unit} or more"
                : ko ? $"{Number(condition.Above)}{unit} 초과" : $"over {Number(condition.Above)}{unit}";
        }

        return isWhole ? $"{Number(condition.Above + 1)}–{Number(condition.UpTo)}{unit}" : $"{Number(condition.Above)}–{Number(condition.UpTo)}{unit}";
    }

    private static bool IsWhole(double value) => double.IsInfinity(value) || value == Math.Floor(value);

    private static string Number(double value) => Math.Abs(value) >= 10_000 ? Format.Grouped(value) : value.ToString("0.##", CultureInfo.InvariantCulture);
}
