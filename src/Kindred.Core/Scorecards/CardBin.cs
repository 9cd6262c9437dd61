using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>Which values a bin is for.</summary>
public enum CardBinKind
{
    /// <summary>Values for which the bin's condition holds.</summary>
    Value,

    /// <summary>An empty cell. Words such as "Unknown" are values.</summary>
    Missing,

    /// <summary>A word that was never seen when the card was learned.</summary>
    Other,
}

/// <summary>One row of an attribute: for these values, these points.</summary>
/// <param name="Kind">Value, missing or never seen.</param>
/// <param name="Condition">When the bin applies; null for missing and other. An attribute's conditions exclude each other, except <see cref="ConditionOp.HasAny"/>, where the first that holds counts.</param>
/// <param name="Points">Whole points, 0–100.</param>
/// <param name="Rows">Rows of the learning table in this bin; 0 in a template.</param>
/// <param name="Positives">How many of them had the outcome.</param>
public sealed record CardBin(CardBinKind Kind, Condition? Condition, int Points, int Rows = 0, int Positives = 0);
