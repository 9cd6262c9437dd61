namespace Kindred.Core.Reviews;

/// <summary>Ranges of scores.</summary>
internal static class ReviewBands
{
    private static readonly int[] Edges = [0, 40, 55, 70, 85];

    /// <summary>Bands, lowest first; the cut is always an edge.</summary>
    public static IReadOnlyList<(int From, int To)> Ranges(int cut)
    {
        int[] lowest = [.. Edges.Append(Math.Clamp(cut, 0, 100)).Distinct().Order()];
        return [.. lowest.Select((from, i) => (from, i + 1 < lowest.Length ? lowest[i + 1] - 1 : 100))];
    }
}
