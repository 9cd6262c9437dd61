using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Statistics.RiskScores;

namespace Kindred.Core.Scorecards;

/// <summary>Scores every row of a table: lines by membership bits, points by byte lookups. An empty cell takes the missing bin, a word the card never saw the other bin.</summary>
public static class ScoreTable
{
    /// <summary>Rows worked on at once: totals, masks and codes of a block stay in the first cache.</summary>
    private const int Block = 4096;

    /// <summary>Scores of all rows, 0–100, in table order. O(rows × fields).</summary>
    /// <returns>One byte a row; refused: <c>scorecards.no-such-field</c>, <c>scorecards.word-in-number</c>, <c>scorecards.date-in-field</c>.</returns>
    public static Result<byte[]> Of(Scorecard card, Table table, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(table);
        return Of(new CardPlan(card), table, ct);
    }

    /// <summary>Why a table without a column of the card is refused.</summary>
    public static Reason MissingColumn(Table table, string field)
    {
        ArgumentNullException.ThrowIfNull(table);
        return ScoreChecks.NoSuchField(table, field);
    }

    internal static Result<byte[]> Of(CardPlan plan, Table table, CancellationToken ct)
    {
        if (!PlanColumns.Of(plan, table).TryGet(out var columns, out var reasons))
        {
            return Result.Refused<byte[]>(reasons);
        }

        var scores = new byte[table.RowCount];
        var groups = (plan.Card.Lines.Count + 7) / 8;
        var lines = Enumerable.Range(0, groups).Select(group => LineTable(plan, group)).ToArray();
        var steps = columns.Select(column => new ColumnSteps(column, groups)).ToArray();
        var masks = new byte[Block];
        for (var from = 0; from < scores.Length; from += Block)
        {
            ct.ThrowIfCancellationRequested();
            var count = Math.Min(Block, scores.Length - from);
            var totals = scores.AsSpan(from, count);
            foreach (var step in steps)
            {
                step.AddPoints(from, totals);
            }

            for (var group = 0; group < groups; group++)
            {
                var holding = masks.AsSpan(0, count);
                holding.Fill(byte.MaxValue);
                foreach (var step in steps)
                {
                    step.Narrow(from, group, holding);
                }

                PointsKernel.Add(holding, lines[group], totals);
            }
        }

        return Result.Accepted(scores);
    }

    /// <summary>Points of up to eight lines for every set of those that hold.</summary>
    private static PointsTable LineTable(CardPlan plan, int group)
    {
        var which = (plan.AllLines >> (8 * group)) & 0xFF;
        var points = new byte[256];
        for (uint holding = 0; holding < 256; holding++)
        {
            points[holding] = (byte)plan.LinePoints(holding << (8 * group), which << (8 * group));
        }

        return new PointsTable(points);
    }
}
