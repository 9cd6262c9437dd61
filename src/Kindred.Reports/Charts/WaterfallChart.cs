using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>A step of a waterfall.</summary>
/// <param name="Label">What gives the points.</param>
/// <param name="Value">The value it has.</param>
/// <param name="Points">Points; 0 is drawn as a tick.</param>
/// <param name="IsKnown">False where the value is unknown: drawn hatched.</param>
public sealed record WaterfallRow(Wording Label, Wording Value, double Points, bool IsKnown);

/// <summary>A receipt as a waterfall that ends in the score, with the cut as a line. The table under it on the page is its text.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence.</param>
/// <param name="Rows">Steps in the order of the receipt.</param>
/// <param name="Score">The score they end in.</param>
/// <param name="Cut">Score from which a lead is worked.</param>
public sealed record WaterfallChart(string Id, Wording Finding, IReadOnlyList<WaterfallRow> Rows, double Score, int Cut)
{
    private const double RowHeight = 26;

    /// <summary>The figure.</summary>
    public Markup Render(Language language)
    {
        var html = new HtmlWriter();
        html.Open("figure", ("class", "chart"), ("id", Id)).Element("figcaption", Finding.In(language));
        html.Add(Draw(ChartFrame.Wide, 300, ChartFrame.Wide - 44, language, isFirst: true)).Add(Draw(ChartFrame.Narrow, 150, ChartFrame.Narrow - 34, language, isFirst: false));
        return html.Close().ToMarkup();
    }

    private Markup Draw(double width, double left, double right, Language language, bool isFirst)
    {
        var svg = new SvgWriter(width);
        double X(double points) => left + ((right - left) * Math.Clamp(points, 0, 100) / 100);
        var bottom = 24 + ((Rows.Count + 1) * RowHeight) + 6;
        foreach (var tick in new[] { 0, 50, 100 })
        {
            svg.Line(X(tick), 20, X(tick), bottom, tick == 0 ? "axis" : "grid");
            svg.Text(X(tick), bottom + 16, Format.Whole(tick), "t-tick", "middle");
        }

        svg.Line(X(Cut), 16, X(Cut), bottom, "base");
        svg.Text(X(Cut), 11, ChartFrame.Pick(language, $"기준 {Format.Whole(Cut)}", $"cut {Format.Whole(Cut)}"), "t-base", "middle");
        double y = 24, sum = 0;
        foreach (var row in Rows)
        {
            var words = isFirst ? row.Label.In(language) + " · " + row.Value.In(language) : row.Label.In(language);
            svg.Text(0, y + 15, TextMeasure.Wrap(words, 13, left - 12, 1)[0], "t-range");
            var (from, to) = (Math.Min(sum, sum + row.Points), Math.Max(sum, sum + row.Points));
            svg.Rect(X(from), y + 4, Math.Max(2, X(to) - X(from)), 14, row.IsKnown ? row.Points == 0 ? "bar weak" : "bar" : "unknown", 1);
            Number(svg, X(to) + 6, y + 15, (row.Points > 0 ? "+" : row.Points < 0 ? "−" : "") + Format.Number(Math.Abs(Math.Round(row.Points, 1))), "t-tick", 12);
            sum += row.Points;
            svg.Line(X(sum), y + 18, X(sum), y + RowHeight + 4, "rule");
            y += RowHeight;
        }

        svg.Text(0, y + 15, ChartFrame.Pick(language, "점수", "score"), "t-label strong");
        svg.Rect(X(0), y + 3, X(Score) - X(0), 16, "fill k-core", 2);
        Number(svg, X(Score) + 6, y + 16, Format.Whole((int)Math.Floor(Score + 1e-9)), "t-base", 12.5);
        return svg.Close(bottom + 22, isFirst ? "wide" : "narrow", isFirst ? Id : null, Finding.In(language),
            string.Join(' ', Rows.Select(row => $"{row.Label.In(language)}: {row.Value.In(language)}, {Format.Number(Math.Round(row.Points, 1))}.")));
    }

    /// <summary>A number on a patch of ground: the line of the cut may run behind it.</summary>
    private static void Number(SvgWriter svg, double x, double y, string text, string className, double size)
    {
        svg.Rect(x - 2, y - 11, TextMeasure.Width(text, size) + 4, 14, "patch");
        svg.Text(x, y, text, className);
    }
}
