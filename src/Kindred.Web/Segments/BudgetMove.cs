using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Web.Hosting;

namespace Kindred.Web.Segments;

/// <summary>What the page says about spend moved from one segment to another.</summary>
/// <param name="Choices">Segments whose cost to acquire and value are known, by their number on the page.</param>
/// <param name="From">Number of the segment that gets less.</param>
/// <param name="To">Number of the one that gets more.</param>
/// <param name="Amount">As typed, or proposed, in major units.</param>
/// <param name="Answer">What it would buy, or why it cannot be said.</param>
public sealed record BudgetMove(IReadOnlyList<(int Row, SegmentRow Segment)> Choices, int From, int To, string Amount, Result<MovedBudget> Answer)
{
    /// <summary>Of the address: from, to and amount; what is not named is proposed: from the segment with the least value per cost to the one with the most, as much as three customers of the dearer one cost.</summary>
    internal static BudgetMove? Of(PageRequest request, SegmentStudy study)
    {
        var choices = study.Segments.Select((segment, at) => (Row: at + 1, Segment: segment)).Where(entry => entry.Segment[SegmentMeasure.ClvToCac].Value is not null && entry.Segment[SegmentMeasure.Cac].Value > 0).ToArray();
        if (choices.Length < 2)
        {
            return null;
        }

        var (least, most) = (choices.MinBy(entry => entry.Segment[SegmentMeasure.ClvToCac].Value), choices.MaxBy(entry => entry.Segment[SegmentMeasure.ClvToCac].Value));
        var from = Chosen("from", least.Row);
        var to = Chosen("to", most.Row == from ? least.Row : most.Row);
        var exponent = (decimal)Math.Pow(10, Money.Exponent(study.Currency));
        var proposed = (decimal)(3 * Math.Max(Cost(from), Cost(to))) / exponent;
        var digits = (decimal)Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10((double)proposed)) - 1));
        var typed = request.Query("amount") ?? Format.Grouped((double)(Math.Round(proposed / digits) * digits));
        var answer = !decimal.TryParse(typed, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major) || major > 1_000_000_000_000m
            ? Result.Refused<MovedBudget>("segments.amount", typed, $"'{typed}'은(는) 금액이 아니에요. 10,000,000처럼 숫자로 적어 주세요.", $"'{typed}' is no amount. Write digits, such as 10,000.")
            : from == to
                ? Result.Refused<MovedBudget>("segments.same", Format.Whole(from), "서로 다른 두 묶음을 골라 주세요.", "Choose two different segments.")
                : SegmentsModule.Move(Segment(from), Segment(to), (long)Math.Round(major * exponent));
        return new BudgetMove(choices, from, to, typed, answer);

        int Chosen(string name, int otherwise) => request.Query(name, otherwise, 0, study.Segments.Count) is var row && Array.Exists(choices, entry => entry.Row == row) ? row : otherwise;

        SegmentRow Segment(int row) => study.Segments[row - 1];

        double Cost(int row) => Segment(row)[SegmentMeasure.Cac].Value!.Value;
    }
}
