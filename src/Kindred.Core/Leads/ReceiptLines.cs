using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>Makes the lines of a receipt: one an attribute, one a confirmed interaction. Their points add up to the score.</summary>
internal static class ReceiptLines
{
    internal static Wording Unknown => CardWords.Unknown;

    internal static IReadOnlyList<ReceiptLine> Of(CardPlan plan, BinWords words, LeadValues lead)
    {
        var card = plan.Card;
        var lines = new List<ReceiptLine>(card.Attributes.Count + card.Lines.Count);
        var holding = lead.Standing;
        var undecided = 0u;
        for (var field = 0; field < plan.Fields.Count; field++)
        {
            if (!lead.IsKnown(field))
            {
                // A missing value satisfies no condition.
                undecided |= plan.Fields[field].LineBits & lead.Standing;
                holding &= ~plan.Fields[field].LineBits;
            }
        }

        for (var field = 0; field < card.Attributes.Count; field++)
        {
            var attribute = card.Attributes[field];
            var bin = attribute.Bins[lead[field].Bin];
            lines.Add(new ReceiptLine(attribute.Field, attribute.Label, words.Of(field, lead[field].Bin), lead.IsKnown(field), false, bin.Points, attribute.MaxPoints, bin.Rows, bin.Positives, attribute.Category));
        }

        for (var line = 0; line < card.Lines.Count; line++)
        {
            var one = card.Lines[line];
            var holds = (holding >> line & 1) != 0;
            var isKnown = (undecided >> line & 1) == 0;
            lines.Add(new ReceiptLine(
                string.Join(" + ", one.Conditions.Conditions.Select(condition => condition.Field)),
                words.OfLine(line),
                !isKnown ? Unknown : holds ? new Wording("해당돼요", "applies") : new Wording("해당되지 않아요", "does not apply"),
                isKnown, true, CardPlan.PointsOf(one, holds), one.Points,
                holds ? one.Rows : 0, holds ? one.Positives : 0, one.Category));
        }

        return lines;
    }
}
