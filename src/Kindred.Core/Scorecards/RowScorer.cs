using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Scorecards;

/// <summary>A scored row.</summary>
/// <param name="Score">Its score and what is open.</param>
/// <param name="TopField">Field (index into <see cref="RowScorer.Fields"/>) whose known value lies furthest above its mean points; -1 when none lies above.</param>
/// <param name="TopBin">Bin of that field.</param>
public readonly record struct ScoredRow(RowScore Score, int TopField, int TopBin);

/// <summary>A field as a scorer takes it.</summary>
/// <param name="Name">Column name.</param>
/// <param name="IsNumber">Whether it takes numbers.</param>
/// <param name="UsesTags">Whether a condition asks for one of several tags in a cell.</param>
/// <param name="Words">The words the card knows, with their class; class 0 is missing.</param>
/// <param name="OtherClass">Class of any other word.</param>
/// <param name="IsOnlyAsked">True for a question that files need not have a column for.</param>
public sealed record ScorerField(string Name, bool IsNumber, bool UsesTags, IReadOnlyDictionary<string, int> Words, int OtherClass, bool IsOnlyAsked);

/// <summary>Scores rows one after the other, from classes of values: for streams that never become a table. Not for several threads.</summary>
public sealed class RowScorer
{
    private readonly CardPlan _plan;
    private readonly RowJudge _judge;
    private readonly PlanClass[][] _classes;
    private readonly double[] _mean;

    /// <summary>Prepares a card.</summary>
    public RowScorer(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        _plan = new CardPlan(card);
        _judge = new RowJudge(_plan);
        _classes = [.. _plan.Fields.Select(field => field.Classes.ToArray())];
        _mean = [.. Enumerable.Range(0, _plan.Fields.Count).Select(field => _judge.Open[field].Mean)];
        Fields = [.. _plan.Fields.Select(field => new ScorerField(field.Name, field.IsNumber, field.UsesTags, field.ClassOfWord, field.OtherClass, field.IsOnlyAsked))];
    }

    /// <summary>The card.</summary>
    public Scorecard Card => _plan.Card;

    /// <summary>What the card asks for: its attributes in order, then fields that only lines use.</summary>
    public IReadOnlyList<ScorerField> Fields { get; }

    /// <summary>Class of a number in a field; 0 for NaN.</summary>
    public int ClassOf(int field, double value) => _plan.Fields[field].ClassOf(value);

    /// <summary>Scores a row of classes, one a field in the order of <see cref="Fields"/>.</summary>
    public ScoredRow Of(ReadOnlySpan<int> classes)
    {
        var tally = new Tally(_plan.AllLines);
        for (var field = 0; field < classes.Length; field++)
        {
            tally.Add(field, classes[field] != 0, in _classes[field][classes[field]], _mean[field]);
        }

        return tally.Finish(_judge);
    }

    /// <summary>Scores the rows of a table in order.</summary>
    /// <returns>One scored row a row; refused as by <see cref="ScoreTable.Of(Scorecard, Table, CancellationToken)"/>.</returns>
    /// <param name="table">The rows.</param>
    /// <param name="lines">Line in the file a row, for reasons; or null.</param>
    public Result<ScoredRow[]> Of(Table table, long[]? lines = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!PlanColumns.Of(_plan, table, lines).TryGet(out var columns, out var reasons))
        {
            return Result.Refused<ScoredRow[]>(reasons);
        }

        var rows = new ScoredRow[table.RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            var tally = new Tally(_plan.AllLines);
            for (var field = 0; field < columns.Length; field++)
            {
                tally.Add(field, !columns[field].IsMissing(row), columns[field].At(row), _mean[field]);
            }

            rows[row] = tally.Finish(_judge);
        }

        return Result.Accepted(rows);
    }

    private struct Tally(uint allLines)
    {
        private int _points;
        private ulong _unknown;
        private uint _standing = allLines;
        private double _bestGain;
        private int _bestField = -1;
        private int _bestBin = -1;

        internal void Add(int field, bool isKnown, in PlanClass one, double mean)
        {
            if (!isKnown)
            {
                _unknown |= 1UL << field;
                return;
            }

            _points += one.Points;
            _standing &= one.Lines;
            var gain = one.Points - mean;
            if (gain > _bestGain)
            {
                (_bestGain, _bestField, _bestBin) = (gain, field, one.Bin);
            }
        }

        internal readonly ScoredRow Finish(RowJudge judge) => new(judge.Of(_points, _unknown, _standing), _bestField, _bestBin);
    }
}
