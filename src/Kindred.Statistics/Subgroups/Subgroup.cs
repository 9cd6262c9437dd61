namespace Kindred.Statistics.Subgroups;

/// <summary>A described set of rows with its counts.</summary>
/// <param name="Selectors">Indexes of its selectors, ascending.</param>
/// <param name="Positives">Rows with the outcome.</param>
/// <param name="Negatives">Rows without it.</param>
/// <param name="Quality">Value of the quality it was ranked by.</param>
public sealed record Subgroup(int[] Selectors, int Positives, int Negatives, double Quality)
{
    /// <summary>Rows covered.</summary>
    public int Rows => Positives + Negatives;
}
