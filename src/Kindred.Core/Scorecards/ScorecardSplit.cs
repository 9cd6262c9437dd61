using Kindred.Core.Basics;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Scorecards;

/// <summary>How rows are split: folds that are left out in turn, the rows that stay together, and what came later.</summary>
/// <param name="Folds">Per row its fold; -1: never left out.</param>
/// <param name="FoldCount">Folds.</param>
/// <param name="Clusters">Rows that stay together.</param>
/// <param name="Days">Per row the day of the decision, -1 unknown; null without dates.</param>
/// <param name="LastPart">With dates: the rows of the last 20 %, on which the headline is measured; else null.</param>
internal sealed record ScorecardSplit(int[] Folds, int FoldCount, Clusters Clusters, int[]? Days, bool[]? LastPart)
{
    private const int DrawnFolds = 5;
    private const double LastShare = 0.2;
    private const double LaterShare = 0.3;

    public static Result<ScorecardSplit> Of(ScorecardRequest request, IReadOnlyList<string> kept, byte[] positive)
    {
        var table = request.Table;
        var clusters = CopiedRows.Join(table.Only(kept), positive, request.View?.Accounts ?? Accounts(table, request.AccountField)).Clusters;
        var days = request.View is { } view ? (Array.Exists(view.Dates, day => day >= 0) ? view.Dates : null) : request.DateField is not null && table.Find(request.DateField) is DateColumn column
            ? Enumerable.Range(0, table.RowCount).Select(row => column.DateAt(row)?.DayNumber ?? -1).ToArray()
            : null;
        int[] folds = request.Folds is null
            ? [.. clusters.Folds(positive, DrawnFolds, new SeededRandom(request.Seed, 31)).Select(fold => (int)fold)]
            : [.. request.Folds];
        if (folds.Length != table.RowCount)
        {
            return Result.Refused<ScorecardSplit>(ScorecardChecks.Folds($"{Format.Grouped(folds.Length)} ≠ {Format.Grouped(table.RowCount)}"));
        }

        var count = folds.Max() + 1;
        for (var fold = 0; fold < count; fold++)
        {
            var inside = new int[2];
            var outside = new int[2];
            for (var row = 0; row < folds.Length; row++)
            {
                (folds[row] == fold ? inside : outside)[positive[row]]++;
            }

            if (inside.Contains(0) || outside.Contains(0))
            {
                return Result.Refused<ScorecardSplit>(ScorecardChecks.OneClassFold(fold));
            }
        }

        var last = days is null ? null : Last(days, LastShare);
        return Result.Accepted(new ScorecardSplit(folds, count, clusters, days, last is not null && BothSides(last, positive) ? last : null));
    }

    /// <summary>Whether each of the given rows belongs to the later 30 % of them; null without dates.</summary>
    public bool[]? Later(int[] rows) => Days is null ? null : Last([.. rows.Select(row => Days[row])], LaterShare);

    // The last share of dated rows; days are never split; unknown days are early.
    private static bool[] Last(int[] days, double share)
    {
        var sorted = days.Where(day => day >= 0).Order().ToArray();
        var from = sorted.Length == 0 ? int.MaxValue : sorted[(int)(sorted.Length * (1 - share))];
        return [.. days.Select(day => day >= from)];
    }

    private static bool BothSides(bool[] last, byte[] positive) =>
        new[] { true, false }.All(side => new byte[] { 0, 1 }.All(outcome => last.Where((isLast, row) => isLast == side && positive[row] == outcome).Take(ScorecardChecks.FewestOfEither).Count() == ScorecardChecks.FewestOfEither));

    private static int[]? Accounts(Table table, string? field)
    {
        if (field is null)
        {
            return null;
        }

        var column = table.Find(field)!;
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var accounts = new int[table.RowCount];
        for (var row = 0; row < accounts.Length; row++)
        {
            var key = column.TextAt(row) is { Length: > 0 } text ? text : "\u0001" + Format.Whole(row);
            index.TryAdd(key, index.Count);
            accounts[row] = index[key];
        }

        return accounts;
    }
}
