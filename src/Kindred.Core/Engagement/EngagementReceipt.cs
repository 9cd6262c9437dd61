using Kindred.Core.Basics;

namespace Kindred.Core.Engagement;

/// <summary>One line of an engagement receipt: an event, or a cap.</summary>
/// <param name="Kind">What happened; null for a cap.</param>
/// <param name="Label">What it was, in words.</param>
/// <param name="Email">Who, or null.</param>
/// <param name="On">When; null for the cap at 100.</param>
/// <param name="Full">Points on its day.</param>
/// <param name="Strength">What is left of them, 0–1, by the half-life of its kind.</param>
/// <param name="Tenths">Tenths of a point it gives now; below 0 for a cap.</param>
/// <param name="Note">Where its weight is from, or why it is withheld.</param>
public sealed record EngagementLine(EventKind? Kind, Wording Label, string? Email, DateOnly? On, double Full, double Strength, int Tenths, Wording? Note)
{
    /// <summary>Points it gives now.</summary>
    public double Points => Tenths / 10.0;
}

/// <summary>How much a person, a company or a lead is engaged, 0–100. The points of the lines sum to the score. Apart from fit, always.</summary>
/// <param name="Lines">Newest first, caps last.</param>
/// <param name="Withheld">Visits that nobody can prove to be human, with what they would have given; in no sum.</param>
public sealed record EngagementReceipt(IReadOnlyList<EngagementLine> Lines, IReadOnlyList<EngagementLine> Withheld)
{
    /// <summary>Nothing happened.</summary>
    public static EngagementReceipt Empty { get; } = new([], []);

    /// <summary>Tenths of a point, 0–1000.</summary>
    public int Tenths => Lines.Sum(line => line.Tenths);

    /// <summary>The score, 0–100.</summary>
    public double Score => Tenths / 10.0;

    /// <summary>The newest event that counts, or null.</summary>
    public DateOnly? Last => Lines.Max(line => line.On);
}
