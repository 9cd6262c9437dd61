namespace Kindred.Core.Conditions;

/// <summary>Conditions that hold together; none describes every row.</summary>
/// <param name="Conditions">In field order.</param>
public sealed record Conjunction(IReadOnlyList<Condition> Conditions)
{
    /// <summary>The description of every row.</summary>
    public static Conjunction Everything { get; } = new([]);

    /// <inheritdoc />
    public bool Equals(Conjunction? other) => other is not null && Conditions.SequenceEqual(other.Conditions);

    /// <inheritdoc />
    public override int GetHashCode() => Conditions.Aggregate(17, HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => Conditions.Count == 0 ? "everything" : string.Join(" AND ", Conditions);
}
