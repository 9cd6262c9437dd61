using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>What people corrected in the reading of their files, besides kinds, roles and levels (which stand in the mapping).</summary>
/// <param name="Matches">Pairs of companies somebody decided.</param>
/// <param name="Titles">Job titles as written, and what they mean.</param>
public sealed record Corrections(IReadOnlyList<MatchDecision> Matches, IReadOnlyDictionary<string, TitleReading> Titles)
{
    /// <summary>Nothing corrected.</summary>
    public static Corrections None { get; } = new([], new Dictionary<string, TitleReading>());
}
