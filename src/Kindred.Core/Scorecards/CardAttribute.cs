using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>Declared direction of a number: the card never gives a better value fewer points.</summary>
public enum CardDirection
{
    /// <summary>None declared.</summary>
    Any,

    /// <summary>Larger is never worse.</summary>
    Rising,

    /// <summary>Larger is never better.</summary>
    Falling,

    /// <summary>Best somewhere inside.</summary>
    Peaked,
}

/// <summary>A field of the card with its bins. Exactly one bin applies to a row.</summary>
/// <param name="Field">Column name.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Category">Category whose share it counts in; null only in a free card.</param>
/// <param name="IsNumber">Whether the bins are intervals of a number (a word in such a column is refused, never guessed).</param>
/// <param name="Bins">Value bins in order (intervals ascending, words by points), then <see cref="CardBinKind.Missing"/>, then, for words, <see cref="CardBinKind.Other"/>. Always has a missing bin.</param>
/// <param name="Direction">Declared direction.</param>
/// <param name="Question">What to ask a lead whose value is unknown; null: made from the label.</param>
public sealed record CardAttribute(string Field, Wording Label, CardCategory? Category, bool IsNumber, IReadOnlyList<CardBin> Bins, CardDirection Direction = CardDirection.Any, Wording? Question = null)
{
    /// <summary>Most points a row can get here.</summary>
    public int MaxPoints => Bins.Max(bin => bin.Points);

    /// <summary>Fewest points a row can get here.</summary>
    public int MinPoints => Bins.Min(bin => bin.Points);
}
