using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>The cheapest change that reaches the cut: fewest fields, then the smallest surplus of points (the least that would have to be otherwise), then the card's order. At most two fields.</summary>
internal static class CheapestChange
{
    internal static LeadChange? Of(CardPlan plan, RowJudge judge, LeadValues lead)
    {
        var cut = plan.Card.Cut - 1e-9;
        double best = double.PositiveInfinity;
        (int Field, PlanClass Value)[]? steps = null;
        var moves = Moves(plan, judge, lead).ToArray();
        foreach (var move in moves)
        {
            Consider(Expected(plan, judge, lead.With(plan, move.Field, move.Value)), [move]);
        }

        if (steps is null)
        {
            for (var i = 0; i < moves.Length; i++)
            {
                var after = lead.With(plan, moves[i].Field, moves[i].Value);
                for (var j = i + 1; j < moves.Length; j++)
                {
                    if (moves[j].Field != moves[i].Field)
                    {
                        Consider(Expected(plan, judge, after.With(plan, moves[j].Field, moves[j].Value)), [moves[i], moves[j]]);
                    }
                }
            }
        }

        return steps is null ? null : new LeadChange([.. steps.Select(step => Words(plan, lead, step.Field, step.Value))], best);

        void Consider(double expected, (int, PlanClass)[] candidate)
        {
            if (expected >= cut && expected < best - 1e-9)
            {
                (best, steps) = (expected, candidate);
            }
        }
    }

    private static IEnumerable<(int Field, PlanClass Value)> Moves(CardPlan plan, RowJudge judge, LeadValues lead) =>
        Enumerable.Range(0, plan.Card.Attributes.Count).SelectMany(field => judge.Open[field].Answers
            .Where(answer => plan.Card.Attributes[field].Bins[answer.Bin].Kind == CardBinKind.Value && (!lead.IsKnown(field) || answer.Bin != lead[field].Bin)).Select(answer => (field, answer)));

    private static double Expected(CardPlan plan, RowJudge judge, LeadValues lead) => judge.Of(lead.Points, lead.Unknown, lead.Standing).Expected;

    private static Wording Words(CardPlan plan, LeadValues lead, int field, PlanClass value)
    {
        var attribute = plan.Card.Attributes[field];
        var to = ReceiptLines.Value(attribute, attribute.Bins[value.Bin]);
        var from = ReceiptLines.Value(attribute, attribute.Bins[lead[field].Bin]);
        return new Wording($"{attribute.Label.Ko}: {from.Ko} → {to.Ko}", $"{attribute.Label.En}: {from.En} → {to.En}");
    }
}
