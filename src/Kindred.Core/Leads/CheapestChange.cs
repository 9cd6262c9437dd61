using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>The cheapest change that reaches the cut: fewest fields, then the smallest surplus of points (the least that would have to be otherwise), then the card's order. At most two fields.</summary>
internal sealed class CheapestChange
{
    private const double Tolerance = 1e-9;
    private readonly CardPlan _plan;
    private readonly RowJudge _judge;
    private readonly BinWords _words;
    private readonly (int Field, PlanClass Value)[] _moves;
    private readonly int _mostOfLines;

    internal CheapestChange(CardPlan plan, RowJudge judge, BinWords words)
    {
        (_plan, _judge, _words) = (plan, judge, words);

        // Values that mean the same to the card are one move.
        _moves = [.. Enumerable.Range(0, plan.Card.Attributes.Count).SelectMany(field => judge.Open[field].Answers
            .Where(answer => plan.Card.Attributes[field].Bins[answer.Bin].Kind == CardBinKind.Value).DistinctBy(answer => (answer.Points, answer.Lines)).Select(answer => (field, answer)))];
        _mostOfLines = plan.Card.Lines.Sum(line => line.Points);
    }

    internal LeadChange? Of(LeadValues lead)
    {
        var cut = _plan.Card.Cut - Tolerance;
        var now = Expected(lead, -1, default, -1, default);
        var alone = new double[_moves.Length];
        var (best, first, second) = (double.PositiveInfinity, -1, -1);
        for (var i = 0; i < _moves.Length; i++)
        {
            alone[i] = IsNew(lead, i) ? Expected(lead, _moves[i].Field, _moves[i].Value, -1, default) : double.NegativeInfinity;
            if (alone[i] >= cut && alone[i] < best - Tolerance)
            {
                (best, first) = (alone[i], i);
            }
        }

        for (var i = 0; first < 0 && i < _moves.Length; i++)
        {
            for (var j = i + 1; j < _moves.Length; j++)
            {
                // Two moves come to no more than each by itself and every line on top.
                if (_moves[i].Field == _moves[j].Field || alone[i] + alone[j] - now + (2 * _mostOfLines) < cut)
                {
                    continue;
                }

                var expected = Expected(lead, _moves[i].Field, _moves[i].Value, _moves[j].Field, _moves[j].Value);
                if (expected >= cut && expected < best - Tolerance)
                {
                    (best, second) = (expected, (i * _moves.Length) + j);
                }
            }
        }

        int[] steps = first >= 0 ? [first] : second >= 0 ? [second / _moves.Length, second % _moves.Length] : [];
        return steps.Length == 0 ? null : new LeadChange([.. steps.Select(step => Words(lead, _moves[step]))], best);
    }

    private bool IsNew(LeadValues lead, int move) => !lead.IsKnown(_moves[move].Field) || _moves[move].Value.Bin != lead[_moves[move].Field].Bin;

    /// <summary>The expectation with up to two fields replaced; nothing is copied.</summary>
    private double Expected(LeadValues lead, int first, PlanClass firstValue, int second, PlanClass secondValue)
    {
        var unknown = lead.Unknown;
        var points = 0;
        var standing = _plan.AllLines;
        for (var field = 0; field < _plan.Fields.Count; field++)
        {
            var isChanged = field == first || field == second;
            if (!isChanged && !lead.IsKnown(field))
            {
                continue;
            }

            var value = field == first ? firstValue : field == second ? secondValue : lead[field];
            points += value.Points;
            standing &= value.Lines;
            unknown &= ~(1UL << field);
        }

        return points + _judge.Open.Bare(unknown, standing).Expected;
    }

    private Wording Words(LeadValues lead, (int Field, PlanClass Value) move)
    {
        var label = _plan.Card.Attributes[move.Field].Label;
        var (from, to) = (_words.Of(move.Field, lead[move.Field].Bin), _words.Of(move.Field, move.Value.Bin));
        return new Wording($"{label.Ko}: {from.Ko} → {to.Ko}", $"{label.En}: {from.En} → {to.En}");
    }
}
