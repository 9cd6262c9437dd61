using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Statistics.Subgroups;

namespace Kindred.Tests.Patterns;

/// <summary>A table given by counts: sector and region (missing where null), won or not, and a day; with its rows and search space.</summary>
internal sealed class RuleData
{
    private RuleData(IReadOnlyList<(string? Sector, string? Region, bool Won, int Day)> rows)
    {
        Table = new Table("t", [TextColumn.From("sector", [.. rows.Select(row => row.Sector)]), TextColumn.From("region", [.. rows.Select(row => row.Region)])]);
        Request = new ProofRequest(Table, ["sector", "region"], [.. rows.Select(row => row.Won ? (byte)1 : (byte)0)], null, rows.All(row => row.Day < 0) ? null : [.. rows.Select(row => row.Day)]);
        Rows = new ProofRows(Request, 5);
        Space = PatternSearchSpace.Build(Table, Request.Fields, 5, 2, isRich: true, withPlaceholders: false);
    }

    public Table Table { get; }

    public ProofRequest Request { get; }

    public ProofRows Rows { get; }

    public PatternSearchSpace Space { get; }

    /// <summary>Rows by count; those of one cell are spread evenly over the days given.</summary>
    public static RuleData Of(params (string? Sector, string? Region, int Won, int Lost, int FirstDay, int LastDay)[] cells)
    {
        var rows = new List<(string?, string?, bool, int)>();
        foreach (var (sector, region, won, lost, first, last) in cells)
        {
            var all = won + lost;
            for (var i = 0; i < all; i++)
            {
                // Wins fall evenly among the rows, so that every stretch of days has its share.
                var isWon = (i + 1) * won / all > i * won / all;
                rows.Add((sector, region, isWon, first < 0 ? -1 : first + (last - first) * i / Math.Max(1, all - 1)));
            }
        }

        return new RuleData(rows);
    }

    /// <summary>The same without days.</summary>
    public static RuleData Of(params (string? Sector, string? Region, int Won, int Lost)[] cells) => Of([.. cells.Select(cell => (cell.Sector, cell.Region, cell.Won, cell.Lost, -1, -1))]);

    public Candidate Candidate(bool isHigher, params Condition[] conditions)
    {
        int[] selectors = [.. conditions.Select(wanted => Enumerable.Range(0, Space.SelectorCount).Single(selector => Space.ConditionOf(selector).Equals(wanted) || Space.ConditionOf(selector).ToString() == wanted.ToString())).Order()];
        return new Candidate(selectors, Space.RowsOf(selectors), isHigher, 1, IsLead: true);
    }

    /// <summary>What the rules say when everything but what is being tested is as clear as can be.</summary>
    public PatternStatus Status(Candidate candidate, double adjusted = 0.001, int folds = 5, double incrementP = 1e-9, bool? holdsLater = true, Rate? honest = null) => new ProofRules(Rows, Space).StatusOf(
        candidate, candidate.Rows, adjusted, new CrossFitting(folds, honest ?? (candidate.IsHigher ? new Rate(100, 99, 0.99, 0.985, 0.995) : new Rate(100, 1, 0.01, 0.005, 0.015)), incrementP), holdsLater);

    public int Count(Candidate candidate) => RowBits.Count(candidate.Rows);
}
