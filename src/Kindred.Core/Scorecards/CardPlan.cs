using System.Numerics;

namespace Kindred.Core.Scorecards;

/// <summary>A card made ready for scoring: fields with their classes of values, lines as bits. Holds only for cards that <see cref="CardFile.Read"/> accepts.</summary>
internal sealed class CardPlan
{
    /// <summary>Most lines a card may have: they are bits of one word.</summary>
    internal const int MostLines = 32;

    /// <summary>Most attributes a card may have; with the fields that only lines use they are bits of one word.</summary>
    internal const int MostAttributes = 50;

    internal CardPlan(Scorecard card)
    {
        Card = card;
        var names = card.Attributes.Select(attribute => attribute.Field)
            .Concat(card.Lines.SelectMany(line => line.Conditions.Conditions).Select(condition => condition.Field)).Distinct(StringComparer.Ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(card.Lines.Count, MostLines);
        Fields = [.. names.Select(name => new PlanField(name, card.Attributes.FirstOrDefault(attribute => attribute.Field == name), card.Lines))];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Fields.Count, 64);
    }

    internal Scorecard Card { get; }

    /// <summary>Attributes in the card's order, then fields that only lines use.</summary>
    internal IReadOnlyList<PlanField> Fields { get; }

    /// <summary>Every line.</summary>
    internal uint AllLines => Card.Lines.Count == MostLines ? uint.MaxValue : (1u << Card.Lines.Count) - 1;

    /// <summary>Points of one line, given whether its conditions hold.</summary>
    internal static int PointsOf(CardLine line, bool holds) => holds != line.IsAbsence ? line.Points : 0;

    /// <summary>Points of the lines in <paramref name="which"/>, given which lines hold.</summary>
    internal int LinePoints(uint holding, uint which)
    {
        var points = 0;
        for (; which != 0; which &= which - 1)
        {
            var line = BitOperations.TrailingZeroCount(which);
            points += PointsOf(Card.Lines[line], (holding >> line & 1) != 0);
        }

        return points;
    }
}
