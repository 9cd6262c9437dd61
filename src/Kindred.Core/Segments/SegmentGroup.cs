using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>A segment before it is measured.</summary>
internal sealed record SegmentGroup(IReadOnlyList<SegmentKey> Keys, Wording Name, int[] Accounts, int[] Rows)
{
    private const int MostSegments = 60;

    /// <summary>Everybody, then each segment; beyond sixty segments the ones with fewest customers become one.</summary>
    public static (SegmentGroup All, List<SegmentGroup> Segments) Of(int companies, CustomerMonths months, IReadOnlyList<SegmentKey[]> fields)
    {
        var rowOf = new Dictionary<int, int>(months.Lives.Count);
        for (var row = 0; row < months.Lives.Count; row++)
        {
            rowOf[months.Lives[row].Account] = row;
        }

        var all = new SegmentGroup([], new Wording("모든 고객", "all customers"), [.. Enumerable.Range(0, companies)], [.. Enumerable.Range(0, months.Lives.Count)]);
        if (fields.Count == 0)
        {
            return (all, []);
        }

        var groups = Enumerable.Range(0, companies).GroupBy(account => string.Join('\u001f', fields.Select(field => field[account].Code)), StringComparer.Ordinal).Select(group =>
        {
            int[] accounts = [.. group];
            SegmentKey[] keys = [.. fields.Select(field => field[accounts[0]])];
            return new SegmentGroup(keys, Named([.. keys.Select(key => key.Label)]), accounts, [.. accounts.Where(rowOf.ContainsKey).Select(account => rowOf[account])]);
        }).Where(group => group.Rows.Length > 0).OrderByDescending(group => group.Rows.Length).ThenBy(group => group.Name.En, StringComparer.Ordinal).ToList();
        if (groups.Count > MostSegments)
        {
            var small = groups.Skip(MostSegments - 1).ToArray();
            var other = new SegmentKey(SegmentKey.OthersCode, new Wording($"그 밖의 {Format.Whole(small.Length)}가지", $"{Format.Whole(small.Length)} others"), double.MaxValue);
            groups = [.. groups.Take(MostSegments - 1), new SegmentGroup([.. fields.Select(_ => other)], other.Label, [.. small.SelectMany(group => group.Accounts)], [.. small.SelectMany(group => group.Rows)])];
        }

        return (all, groups);
    }

    /// <summary>Name of a segment by the labels of its values.</summary>
    internal static Wording Named(IReadOnlyList<Wording> labels) => new(string.Join(" · ", labels.Select(label => label.Ko)), string.Join(" · ", labels.Select(label => label.En)));
}
