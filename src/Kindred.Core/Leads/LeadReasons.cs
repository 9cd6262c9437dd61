using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>What speaks for and against a lead: known fields and lines by how far their points lie above or below what a usual row gets there.</summary>
internal static class LeadReasons
{
    private const int MostFor = 3;
    private const int MostAgainst = 2;

    internal static IReadOnlyList<Wording> For(CardPlan plan, RowJudge judge, LeadValues lead, IReadOnlyList<ReceiptLine> lines) =>
        [.. Ranked(plan, judge, lead, lines).Where(entry => entry.Gain > 0).OrderByDescending(entry => entry.Gain).Take(MostFor).Select(entry => Words(entry.Line))];

    internal static IReadOnlyList<Wording> Against(CardPlan plan, RowJudge judge, LeadValues lead, IReadOnlyList<ReceiptLine> lines) =>
        [.. Ranked(plan, judge, lead, lines).Where(entry => entry.Gain < 0).OrderBy(entry => entry.Gain).Take(MostAgainst).Select(entry => Words(entry.Line))];

    private static IEnumerable<(ReceiptLine Line, double Gain)> Ranked(CardPlan plan, RowJudge judge, LeadValues lead, IReadOnlyList<ReceiptLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsKnown || (i < plan.Card.Attributes.Count && !lead.IsKnown(i)))
            {
                continue;
            }

            // A line's usual points follow from how many learning rows it holds for; without rows, half its points.
            var usual = i < plan.Card.Attributes.Count ? judge.Open[i].Mean : UsualOf(plan.Card, plan.Card.Lines[i - plan.Card.Attributes.Count]);
            yield return (lines[i], lines[i].Points - usual);
        }
    }

    private static double UsualOf(Scorecard card, CardLine line)
    {
        var share = card.Rows > 0 ? line.Rows / (double)card.Rows : 0.5;
        return line.Points * (line.IsAbsence ? 1 - share : share);
    }

    private static Wording Words(ReceiptLine line)
    {
        var (ko, en) = line.Rows > 0 ? ($", {Format.Grouped(line.Rows)}곳 중 {Format.Grouped(line.Positives)}곳", $", {Format.Grouped(line.Positives)} of {Format.Grouped(line.Rows)}") : ("", "");
        var points = $"{Format.Whole(line.Points)}/{Format.Whole(line.MaxPoints)}";
        return new Wording($"{line.Label.Ko}: {line.Value.Ko} ({points}점{ko})", $"{line.Label.En}: {line.Value.En} ({points} points{en})");
    }
}
