using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Statistics.Survival;

namespace Kindred.Core.Segments;

/// <summary>What to compare in a flat table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Duration">Column with the length of time.</param>
/// <param name="EventColumn">Column that says whether it ended.</param>
/// <param name="EventValue">Its value for "ended".</param>
/// <param name="By">Column of groups, or null for one curve.</param>
public sealed record SurvivalRequest(Table Table, string Duration, string EventColumn, string EventValue, string? By = null);

/// <summary>One group's curve.</summary>
/// <param name="Name">Value of the group column; empty without one.</param>
/// <param name="Curve">Its survival curve.</param>
public sealed record SurvivalGroup(string Name, SurvivalCurve Curve);

/// <summary>Survival curves of a flat table.</summary>
/// <param name="Groups">Groups in order of their names.</param>
/// <param name="LogRank">Whether the curves are one; null with fewer than two groups.</param>
/// <param name="LeftOut">Rows without a duration, an ending or a group.</param>
public sealed record SurvivalComparison(IReadOnlyList<SurvivalGroup> Groups, LogRankTest? LogRank, int LeftOut);

/// <summary>Use case of <c>kindred survival</c>: how long rows of any flat table last, by group.</summary>
public static class CompareSurvival
{
    private const int MostGroups = 50;

    /// <summary>Compares.</summary>
    /// <returns>The curves; refused: <c>segments.no-such-column</c>, <c>segments.one-column-twice</c>, <c>segments.duration-not-a-number</c>, <c>segments.negative-duration</c>, <c>segments.no-durations</c>, <c>segments.no-events</c>, <c>segments.one-duration</c>, <c>segments.too-many-groups</c>.</returns>
    public static Result<SurvivalComparison> Run(SurvivalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.By is { } by && DurationColumns.Missing(request.Table, by) is { } missing)
        {
            return Result.Refused<SurvivalComparison>(missing);
        }

        return DurationColumns.Read(request.Table, request.Duration, request.EventColumn, request.EventValue).Then(rows => Compare(request, rows));
    }

    private static Result<SurvivalComparison> Compare(SurvivalRequest request, DurationRows rows)
    {
        var column = request.By is { } by ? request.Table.Find(by) : null;
        var words = rows.Rows.Select(row => column is null ? "" : column is TextColumn text ? text.RawAt(row) : column.TextAt(row)).ToArray();
        var kept = Enumerable.Range(0, words.Length).Where(i => column is null || words[i].Length > 0).ToArray();
        var names = kept.Select(i => words[i]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (names.Length > MostGroups)
        {
            return Result.Refused<SurvivalComparison>("segments.too-many-groups", request.By!, $"'{request.By}' 열에 서로 다른 값이 {Format.Whole(names.Length)}가지예요. {Format.Whole(MostGroups)}가지까지 견줄 수 있으니 더 넓게 묶은 열을 골라 주세요.", $"Column '{request.By}' has {Format.Whole(names.Length)} distinct values. Up to {Format.Whole(MostGroups)} groups can be compared: name a coarser column.");
        }

        if (kept.Length == 0)
        {
            return Result.Refused<SurvivalComparison>("segments.no-durations", request.By!, $"'{request.By}'이 적힌 줄이 없어요.", $"No row has '{request.By}'.");
        }

        var groupOf = kept.Select(i => Array.BinarySearch(names, words[i], StringComparer.Ordinal)).ToArray();
        double[] durations = [.. kept.Select(i => rows.Durations[i])];
        byte[] events = [.. kept.Select(i => rows.Events[i])];
        var groups = names.Select((name, group) =>
        {
            var own = Enumerable.Range(0, kept.Length).Where(i => groupOf[i] == group).ToArray();
            return new SurvivalGroup(name, KaplanMeier.Of([.. own.Select(i => durations[i])], [.. own.Select(i => events[i])]));
        }).ToArray();
        return Result.Accepted(new SurvivalComparison(groups, names.Length < 2 ? null : LogRank.Of(durations, events, groupOf, names.Length), request.Table.RowCount - kept.Length));
    }
}
