namespace Kindred.Core.Scorecards;

/// <summary>One change a person makes to a card.</summary>
/// <param name="Field">Attribute it concerns.</param>
public abstract record CardEdit(string Field)
{
    /// <summary>Other points for a bin.</summary>
    /// <param name="Field">Attribute.</param>
    /// <param name="Bin">Its bin, from 0.</param>
    /// <param name="Points">Whole points, 0–100.</param>
    public sealed record SetPoints(string Field, int Bin, int Points) : CardEdit(Field);

    /// <summary>Another boundary between two intervals.</summary>
    /// <param name="Field">Attribute of a number.</param>
    /// <param name="Bin">The lower of the two bins, from 0.</param>
    /// <param name="UpTo">Its new inclusive upper end, between the ends around it.</param>
    public sealed record MoveBoundary(string Field, int Bin, double UpTo) : CardEdit(Field);

    /// <summary>A word into another bin.</summary>
    /// <param name="Field">Attribute of words.</param>
    /// <param name="Word">The word.</param>
    /// <param name="Bin">Bin it goes to, from 0.</param>
    public sealed record MoveWord(string Field, string Word, int Bin) : CardEdit(Field);

    /// <summary>Two neighbouring bins into one, with the points of the larger.</summary>
    /// <param name="Field">Attribute.</param>
    /// <param name="Bin">The first of the two, from 0.</param>
    public sealed record MergeBins(string Field, int Bin) : CardEdit(Field);
}
