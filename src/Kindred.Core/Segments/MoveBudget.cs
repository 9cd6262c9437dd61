using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>What moved spend would buy, if cost to acquire and win rate stayed the same: an assumption, not a forecast.</summary>
/// <param name="From">Segment that gets less.</param>
/// <param name="To">Segment that gets more.</param>
/// <param name="Amount">Moved, in minor units.</param>
/// <param name="Fewer">Customers fewer in the first, with an interval from how many that spend has brought so far.</param>
/// <param name="More">Customers more in the second, with an interval from how many that spend has brought so far.</param>
/// <param name="Value">Value gained less value lost, in minor units, with an interval.</param>
/// <param name="Assumption">The sentence to print beside it.</param>
public sealed record MovedBudget(SegmentRow From, SegmentRow To, long Amount, (double Value, double Low, double High) Fewer, (double Value, double Low, double High) More, (double Value, double Low, double High) Value, Wording Assumption);

/// <summary>Use case: move spend from one segment to another.</summary>
public static class MoveBudget
{
    /// <summary>Moves.</summary>
    /// <param name="from">Segment that gets less.</param>
    /// <param name="to">Segment that gets more.</param>
    /// <param name="amount">Minor units, above 0.</param>
    /// <returns>What it would buy; refused: <c>segments.amount</c>, <c>segments.no-cost</c>.</returns>
    public static Result<MovedBudget> Run(SegmentRow from, SegmentRow to, long amount)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (amount <= 0)
        {
            return Result.Refused<MovedBudget>("segments.amount", Format.Whole(amount), "옮길 금액은 0보다 커야 해요.", "The amount to move is above 0.");
        }

        foreach (var row in new[] { from, to })
        {
            if (row[SegmentMeasure.Cac].Value is null || row[SegmentMeasure.Clv].Value is null)
            {
                return Result.Refused<MovedBudget>("segments.no-cost", row.Name.En, $"'{row.Name.Ko}'의 획득 비용이나 고객 가치를 몰라서 계산할 수 없어요.", $"The cost to acquire or the value of '{row.Name.En}' is not known.");
            }
        }

        SegmentFigure cost = to[SegmentMeasure.Cac], value = to[SegmentMeasure.Clv], less = from[SegmentMeasure.Cac], lost = from[SegmentMeasure.Clv];
        var fewer = (Value: amount / less.Value!.Value, Low: amount / less.High!.Value, High: amount / less.Low!.Value);
        var more = (Value: amount / cost.Value!.Value, Low: amount / cost.High!.Value, High: amount / cost.Low!.Value);
        return Result.Accepted(new MovedBudget(from, to, amount, fewer, more,
            (more.Value * value.Value!.Value - fewer.Value * lost.Value!.Value, more.Low * value.Low!.Value - fewer.High * lost.High!.Value, more.High * value.High!.Value - fewer.Low * lost.Low!.Value),
            new Wording("획득 비용과 계약 성공률이 그대로라면 (가정)", "if the cost to acquire and the win rate stayed the same (assumption)")));
    }
}
