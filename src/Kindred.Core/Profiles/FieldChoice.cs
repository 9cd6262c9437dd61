using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Profiles;

/// <summary>A field one may put into a condition, with what it can be.</summary>
/// <param name="Field">The field.</param>
/// <param name="Words">Words with how many deals have each, most frequent first; empty for a number.</param>
/// <param name="Lowest">Smallest number; NaN for words.</param>
/// <param name="Highest">Largest number; NaN for words.</param>
/// <param name="IsWhole">Only whole numbers occur.</param>
/// <param name="IsMany">A cell may hold several words.</param>
public sealed record FieldChoice(Field Field, IReadOnlyList<WordChoice> Words, double Lowest, double Highest, bool IsWhole, bool IsMany)
{
    /// <summary>True for numbers.</summary>
    public bool IsNumber => !double.IsNaN(Lowest);

    /// <summary>The condition that one of the words holds; null when none of them is known.</summary>
    public Condition? With(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var known = words.Where(word => Words.Any(choice => choice.Word == word)).ToArray();
        return known.Length == 0 ? null : IsMany ? Condition.HasAny(Field.Name, known) : Condition.OneOf(Field.Name, known);
    }

    /// <summary>The condition that the number lies between two ends, both included; null when both are open or the order is wrong.</summary>
    public Condition? Between(double? from, double? to)
    {
        if (!IsNumber || (from is null && to is null) || from > to)
        {
            return null;
        }

        // Intervals leave out their lower end: one whole step below it, or the next number a computer knows.
        var above = from is { } low ? (IsWhole ? Math.Ceiling(low) - 1 : Math.BitDecrement(low)) : double.NegativeInfinity;
        var upTo = to ?? double.PositiveInfinity;
        return above < upTo ? Condition.Between(Field.Name, above, upTo) : null;
    }
}

/// <summary>A word of a field.</summary>
/// <param name="Word">As in the data.</param>
/// <param name="Label">For people.</param>
/// <param name="Rows">Closed deals that have it.</param>
public sealed record WordChoice(string Word, Wording Label, int Rows);
