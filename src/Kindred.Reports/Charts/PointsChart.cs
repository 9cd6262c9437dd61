using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>A bar of a points chart.</summary>
/// <param name="Group">Category; rows of one stand together.</param>
/// <param name="Label">Attribute.</param>
/// <param name="Points">Most points it gives.</param>
/// <param name="HasEvidence">False where no row of the data stands behind its points.</param>
public sealed record PointsRow(Wording Group, Wording Label, int Points, bool HasEvidence);

/// <summary>How the 100 points of a card are spread: a bar an attribute under the sum of its category.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence.</param>
/// <param name="Rows">Bars, by category.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record PointsChart(string Id, Wording Finding, IReadOnlyList<PointsRow> Rows, Provenance Provenance)
{
    private const double RowHeight = 26;
    private const double HeadHeight = 34;

    /// <summary>The figure.</summary>
    public Markup Render(Language language) =>
        ChartFrame.Figure(Id, Finding.In(language), Draw(ChartFrame.Wide, 230, 640, language, isFirst: true), Draw(ChartFrame.Narrow, 164, ChartFrame.Narrow - 34, language, isFirst: false), Table(language), Provenance, language);

    private Markup Draw(double width, double left, double right, Language language, bool isFirst)
    {
        var svg = new SvgWriter(width);
        var largest = Math.Max(1, Rows.Count == 0 ? 1 : Rows.Max(row => row.Points));
        var y = 0.0;
        foreach (var group in Rows.GroupBy(row => row.Group))
        {
            svg.Text(0, y + 22, group.Key.In(language), "t-label strong");
            svg.Text(left, y + 22, ChartFrame.Pick(language, $"{Format.Whole(group.Sum(row => row.Points))}점", $"{Format.Whole(group.Sum(row => row.Points))} points"), "t-label strong");
            y += HeadHeight;
            foreach (var row in group)
            {
                var label = TextMeasure.Wrap(row.Label.In(language), 14, left - 24, 1)[0];
                svg.Text(12, y + 14, label, "t-label");
                var end = left + ((right - left) * row.Points / largest);
                svg.Rect(left, y + 3, end - left, 14, row.HasEvidence ? "bar" : "unknown", 2);
                svg.Text(end + 8, y + 14, Format.Whole(row.Points), "t-range");
                y += RowHeight;
            }
        }

        return svg.Close(y + 4, isFirst ? "wide" : "narrow", isFirst ? Id : null, Finding.In(language),
            string.Join(' ', Rows.Select(row => $"{row.Group.In(language)}, {row.Label.In(language)}: {Format.Whole(row.Points)}.")));
    }

    private Markup Table(Language language) => new Blocks.DataTable(
        language == Language.Korean ? ["항목", "영역", "근거", "최대 점수"] : ["Item", "Category", "Evidence", "Most points"],
        [.. Rows.Select(row => (IReadOnlyList<string>)[row.Label.In(language), row.Group.In(language), row.HasEvidence ? ChartFrame.Pick(language, "자료", "data") : ChartFrame.Pick(language, "사람이 정함", "set by people"), Format.Whole(row.Points)])], NumericFrom: 3).Render();
}
