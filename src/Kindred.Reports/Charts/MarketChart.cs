using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>Firms of the market with their range: solid up to the fewest, hatched up to the most, a mark at the estimate.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence.</param>
/// <param name="Rows">What was counted, largest first.</param>
/// <param name="Source">Statistic and year, printed under the chart.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record MarketChart(string Id, Wording Finding, IReadOnlyList<MarketRow> Rows, string Source, Provenance Provenance)
{
    /// <summary>The figure.</summary>
    public Markup Render(Language language)
    {
        string[] headers = [ChartFrame.Pick(language, "대상", "Counted"), ChartFrame.Pick(language, "추정", "Estimate"), ChartFrame.Pick(language, "최소", "Fewest"), ChartFrame.Pick(language, "최대", "Most")];
        var table = new Blocks.DataTable(headers, [.. Rows.Select(row => (string[])[
            row.Label.In(language), Format.Grouped(row.Firms), Format.Grouped(row.Low), Format.Grouped(row.High)])], NumericFrom: 1);
        var description = string.Join(" ", Rows.Select(row => $"{row.Label.In(language)}: {Firms(row.Firms, language)} ({Format.Grouped(row.Low)}–{Format.Grouped(row.High)}).")) + " " + Source + ".";
        var provenance = Provenance with { Method = new Wording(Provenance.Method.Ko + " · " + Source, Provenance.Method.En + " · " + Source) };
        return ChartFrame.Figure(Id, Finding.In(language), Draw(ChartFrame.Wide, "wide", language, description), Draw(ChartFrame.Narrow, "narrow", language, null), table.Render(), provenance, language);
    }

    private static string Firms(long firms, Language language) => ChartFrame.Pick(language, Format.Grouped(firms) + "곳", Format.Grouped(firms) + (firms == 1 ? " firm" : " firms"));

    private Markup Draw(double width, string className, Language language, string? description)
    {
        var svg = new SvgWriter(width);
        var axis = Axis.For(Rows.Max(row => row.High), 2, width - 24, description is null ? 3 : 5);
        var y = 0.0;
        foreach (var row in Rows)
        {
            var value = Firms(row.Firms, language);
            var range = row.Low == row.High ? "" : $"{Format.Grouped(row.Low)}–{Format.Grouped(row.High)}";
            var labels = TextMeasure.Wrap(row.Label.In(language), 14, width - (description is null ? 4 : 220), 2);
            ChartFrame.Lines(svg, labels, 0, y + 6 + (labels.Count * 9), 18, "t-label");
            var top = y + 12 + (labels.Count * 18);
            if (description is null)
            {
                svg.Text(0, top + 10, value, "t-value");
                svg.Text(TextMeasure.Width(value, 17) + 14, top + 10, range, "t-range");
                top += 22;
            }
            else
            {
                svg.Text(width - 24, y + 20, value, "t-value", "end");
                svg.Text(width - 24 - TextMeasure.Width(value, 17) - 16, y + 20, range, "t-range", "end");
            }

            svg.Rect(axis.Left, top, axis.Right - axis.Left, 18, "track", 3);
            svg.Rect(axis.Left, top, axis.At(row.High) - axis.Left, 18, "unknown", 3);
            svg.Rect(axis.Left, top, axis.At(row.Low) - axis.Left, 18, "fill " + row.Kind.ClassName(), 3);
            svg.Line(axis.At(row.Firms), top, axis.At(row.Firms), top + 18, "halo");
            svg.Line(axis.At(row.Firms), top - 5, axis.At(row.Firms), top + 23, "tick " + row.Kind.ClassName());
            y = top + 34;
        }

        foreach (var tick in axis.Ticks())
        {
            svg.Line(axis.At(tick), y - 8, axis.At(tick), y - 3, "axis");
            svg.Text(axis.At(tick), y + 10, Format.Grouped(tick), "t-tick", tick == 0 ? "start" : "middle");
        }

        return svg.Close(y + 16, className, description is null ? null : Id, Finding.In(language), description ?? "");
    }
}
