using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>Zero-based bars with their intervals drawn over them, one a line, and a line for the usual value.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence.</param>
/// <param name="Lines">Bars in the order shown.</param>
/// <param name="Measure">What the bars measure.</param>
/// <param name="Usual">The usual value as a line, or null.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record BarLineChart(string Id, Wording Finding, IReadOnlyList<BarLine> Lines, Wording Measure, double? Usual, Provenance Provenance)
{
    /// <summary>The figure.</summary>
    public Markup Render(Language language)
    {
        var table = new Blocks.DataTable([ChartFrame.Pick(language, "무엇", "What"), Measure.In(language), ChartFrame.Pick(language, "비고", "Note")], [.. Lines.Select(line => (string[])[line.Label, line.Text, line.Note.In(language)])]);
        var description = string.Join(" ", Lines.Select(line => $"{line.Label}: {line.Text}, {line.Note.In(language)}."));
        return ChartFrame.Figure(Id, Finding.In(language), Draw(ChartFrame.Wide, "wide", language, description), Draw(ChartFrame.Narrow, "narrow", language, null), table.Render(), Provenance, language);
    }

    private Markup Draw(double width, string className, Language language, string? description)
    {
        var narrow = description is null;
        var svg = new SvgWriter(width);
        var left = narrow ? 0 : 240.0;
        var most = Lines.Select(line => Math.Max(line.Value ?? 0, line.High ?? 0)).Append(Usual ?? 0).Append(1e-9).Max();
        var axis = new Axis(most, most, left, width - (narrow ? 64 : 210));
        var y = 4.0;
        var first = y;
        foreach (var line in Lines)
        {
            var labels = TextMeasure.Wrap(line.Label, 14, narrow ? width : left - 16, 1);
            ChartFrame.Lines(svg, labels, 0, narrow ? y + 9 : y + 12, 18, "t-label");
            var bar = narrow ? y + 20 : y + 4;
            if (line.Value is { } value)
            {
                svg.Rect(axis.Left, bar, Math.Max(value > 0 ? 2 : 0, axis.At(value) - axis.Left), 16, "bar", 3);
            }
            else
            {
                svg.Rect(axis.Left, bar, axis.Right - axis.Left, 16, "unknown", 3);
            }

            if (line is { Low: { } low, High: { } high })
            {
                svg.Line(axis.At(low), bar + 8, axis.At(high), bar + 8, "interval k-outside");
                svg.Line(axis.At(low), bar + 4, axis.At(low), bar + 12, "interval cap k-outside");
                svg.Line(axis.At(high), bar + 4, axis.At(high), bar + 12, "interval cap k-outside");
            }

            svg.Text(axis.Right + 10, bar + 13, line.Text, "t-value small");
            if (!narrow)
            {
                ChartFrame.Lines(svg, TextMeasure.Wrap(line.Note.In(language), 12, width - axis.Right - 70, 2), axis.Right + 66, bar + 8, 14, "t-note");
            }

            y = bar + (narrow ? 26 : 24);
        }

        if (Usual is { } usual)
        {
            svg.Line(axis.At(usual), first, axis.At(usual), y, "base-halo");
            svg.Line(axis.At(usual), first, axis.At(usual), y, "base");
        }

        return svg.Close(y + 4, className, description is null ? null : Id, Finding.In(language), description ?? "");
    }
}
