using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>One of the 50 states of the USA, or the District of Columbia.</summary>
/// <param name="Code">Postal code: CA.</param>
/// <param name="Fips">Two-digit FIPS code, as in SUSB.</param>
/// <param name="Name">Name.</param>
public sealed record UsState(string Code, string Fips, Wording Name)
{
    private static readonly Lazy<UsState[]> LazyAll = new(() => [.. ReferenceFile.Rows("us-states.csv").Select(row => new UsState(row[0], row[1], new Wording(row[3], row[2])))]);

    private static readonly Lazy<Dictionary<string, UsState>> ByKey = new(() => LazyAll.Value
        .SelectMany(state => new[] { (Spelling.Key(state.Code), state), (Spelling.Key(state.Name.En), state), (Spelling.Key(state.Name.Ko), state), (Spelling.Key(state.Name.Ko + "주"), state), (Spelling.Key("US-" + state.Code), state) })
        .ToDictionary(pair => pair.Item1, pair => pair.state, StringComparer.Ordinal));

    /// <summary>All 51.</summary>
    public static IReadOnlyList<UsState> All => LazyAll.Value;

    /// <summary>Reads a postal code or name in Korean or English; null when unknown.</summary>
    public static UsState? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ByKey.Value.GetValueOrDefault(Spelling.Key(text));
    }
}
