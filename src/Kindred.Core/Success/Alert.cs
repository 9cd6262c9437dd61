using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>Something about a customer somebody should look at now.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Kinds">silent, fall, overdue, risk, renewal; strongest first.</param>
/// <param name="Reasons">In words, in the same order.</param>
/// <param name="AtStake">Yearly amount times the chance of leaving within 90 days, in minor units; where only ranks may be shown, times the share of health missing.</param>
/// <param name="Waits">Why it is not raised this week; null when it is.</param>
public sealed record Alert(int Account, IReadOnlyList<string> Kinds, IReadOnlyList<Wording> Reasons, double AtStake, Wording? Waits)
{
    /// <summary>Its reasons as they stand, in the order of <see cref="Kinds"/>.</summary>
    public IReadOnlyList<AlertState> States { get; init; } = [];

    /// <summary>When it was raised; null while it waits, and in a study that remembers nothing.</summary>
    public DateTimeOffset? RaisedAt { get; init; }

    /// <summary>True where it is raised this week.</summary>
    public bool IsRaised => Waits is null;
}
