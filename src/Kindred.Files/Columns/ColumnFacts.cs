namespace Kindred.Files.Columns;

/// <summary>A column before its type is decided.</summary>
/// <param name="Name">Header.</param>
/// <param name="Profile">What the cells say.</param>
/// <param name="Words">Distinct filled words with their counts, or null when there are too many to keep.</param>
internal sealed record ColumnFacts(string Name, ColumnProfile Profile, IReadOnlyList<(string Word, long Count)>? Words);

/// <summary>What was decided for a column, and why.</summary>
/// <param name="Plan">How cells are read.</param>
/// <param name="DateOrder">How the date order was decided.</param>
/// <param name="Witness">What decided it.</param>
/// <param name="Share">Share of figures that are values of the type.</param>
/// <param name="Unit">Unit in the header.</param>
internal sealed record ColumnChoice(ColumnPlan Plan, DateOrderFinding DateOrder, string? Witness, double Share, string? Unit)
{
    /// <summary>Reason that is not visible from the type alone.</summary>
    internal Core.Basics.Wording? Why { get; init; }

    /// <summary>Orders a person may choose from when the order is open.</summary>
    internal IReadOnlyList<DateOrder> Answers { get; init; } = [];
}
