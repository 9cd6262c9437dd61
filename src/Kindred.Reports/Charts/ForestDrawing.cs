using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>The two layouts of a forest plot: label, plot and numbers side by side; or the label above its line on a phone.</summary>
internal static class ForestDrawing
{
    private const double LabelWidth = 268;
    private const double PlotRight = 588;

    public static Markup Wide(ForestChart chart, Language language)
    {
        var svg = new SvgWriter(ChartFrame.Wide);
        var axis = AxisOf(chart, LabelWidth + 18, PlotRight, 5);
        var labels = chart.Rows.Select(row => TextMeasure.Wrap(row.Label.In(language), 14, LabelWidth - 30, 2)).ToArray();
        var heights = chart.Rows.Select((row, i) => 22.0 + (labels[i].Count * 18) + (row.Note is null ? 0 : 16)).ToArray();
        var bottom = 40 + heights.Sum();
        Scaffold(svg, chart, axis, language, top: 34, bottom);
        svg.Text(PlotRight + 22, 16, chart.ColumnTitle(language), "t-head");
        svg.Text(ChartFrame.Wide, 16, "n", "t-head", "end");
        var y = 40.0;
        for (var i = 0; i < chart.Rows.Count; i++)
        {
            var row = chart.Rows[i];
            var middle = y + (heights[i] / 2);
            if (i > 0)
            {
                svg.Line(0, y, ChartFrame.Wide, y, "rule");
            }

            var shift = row.Note is null ? 0 : 8;
            svg.Mark(8, middle - shift, 5.5, row.Kind);
            ChartFrame.Lines(svg, labels[i], 26, middle - shift, 18, "t-label");
            if (row.Note is not null)
            {
                svg.Text(26, middle + (labels[i].Count * 9) + 8, row.Note.In(language), "t-note");
            }

            Interval(svg, chart, axis, row, middle, axis.Right, language);
            if (row.Estimate is { } rate)
            {
                svg.Text(PlotRight + 22, middle + 5, chart.Value(rate), "t-value");
                svg.Text(PlotRight + 26 + TextMeasure.Width(chart.Value(rate), 17) + 6, middle + 5, chart.Range(row), "t-range");
            }

            svg.Text(ChartFrame.Wide, middle + 5, Format.Grouped(row.N), "t-range", "end");
            y += heights[i];
        }

        return svg.Close(bottom + 26, "wide", chart.Id, chart.Finding.In(language), chart.Description(language));
    }

    public static Markup Narrow(ForestChart chart, Language language)
    {
        var svg = new SvgWriter(ChartFrame.Narrow);
        var axis = AxisOf(chart, 4, ChartFrame.Narrow - 112, 3);
        var labels = chart.Rows.Select(row => TextMeasure.Wrap(row.Label.In(language), 14, ChartFrame.Narrow - 26, 3)).ToArray();
        var heights = chart.Rows.Select((row, i) => 48.0 + (labels[i].Count * 19) + (row.Note is null ? 0 : 18)).ToArray();
        var bottom = 40 + heights.Sum();
        Scaffold(svg, chart, axis, language, top: 43, bottom);
        svg.Text(ChartFrame.Narrow, 16, chart.ColumnTitle(language), "t-head", "end");
        var y = 40.0;
        for (var i = 0; i < chart.Rows.Count; i++)
        {
            var row = chart.Rows[i];
            // The label is drawn over the base line: a patch of ground keeps it readable.
            var textHeight = (labels[i].Count * 19) + (row.Note is null ? 0 : 18) + 6;
            svg.Rect(0, y + 2, ChartFrame.Narrow, textHeight, "patch");
            if (i > 0)
            {
                svg.Line(0, y, ChartFrame.Narrow, y, "rule");
            }

            svg.Mark(7, y + 15, 5.5, row.Kind);
            ChartFrame.Lines(svg, labels[i], 22, y + 6 + (labels[i].Count * 9.5), 19, "t-label");
            if (row.Note is not null)
            {
                svg.Text(22, y + 6 + (labels[i].Count * 19) + 13, row.Note.In(language), "t-note");
            }

            var middle = y + textHeight + 15;
            Interval(svg, chart, axis, row, middle, ChartFrame.Narrow, language);
            if (row.Estimate is { } rate)
            {
                svg.Text(ChartFrame.Narrow, middle + 2, chart.Value(rate) + "  (" + chart.Range(row) + ")", "t-value small", "end");
                svg.Text(ChartFrame.Narrow, middle + 18, "n " + Format.Grouped(row.N), "t-note", "end");
            }

            y += heights[i];
        }

        return svg.Close(bottom + 26, "narrow", null, "", "");
    }

    private static Axis AxisOf(ForestChart chart, double left, double right, int ticks)
    {
        var largest = chart.Rows.Where(row => row.Estimate is not null).Select(row => row.High).Append(chart.Base).Max();
        return Axis.For(largest, left, right, ticks, chart.Scale == ForestScale.Rate ? 1 : double.PositiveInfinity);
    }

    private static void Scaffold(SvgWriter svg, ForestChart chart, Axis axis, Language language, double top, double bottom)
    {
        foreach (var tick in axis.Ticks())
        {
            svg.Line(axis.At(tick), top, axis.At(tick), bottom, tick == 0 ? "axis" : "grid");
            svg.Text(axis.At(tick), bottom + 18, chart.Scale == ForestScale.Rate ? Format.Number(Math.Round(tick * 100, 6)) : Format.Number(Math.Round(tick, 6)) + "×", "t-tick", tick == 0 && axis.Left < 20 ? "start" : "middle");
        }

        var x = axis.At(chart.Base);
        svg.Line(x, 22, x, bottom, "base");
        var label = chart.BaseLabel.In(language) + " " + chart.Value(chart.Base);
        var half = TextMeasure.Width(label, 12.5) / 2;
        svg.Text(Math.Max(x, axis.Left + half), 16, label, "t-base", "middle");
    }

    private static void Interval(SvgWriter svg, ForestChart chart, Axis axis, ForestRow row, double y, double unknownRight, Language language)
    {
        if (row.Estimate is not { } rate)
        {
            svg.Rect(axis.Left, y - 9, unknownRight - axis.Left, 18, "unknown", 3);
            var words = TextMeasure.Wrap(ForestChart.NotYet(row, language), 12.5, unknownRight - axis.Left - 24, 1)[0];
            svg.Rect(axis.Left + 7, y - 8, TextMeasure.Width(words, 12.5) + 12, 16, "patch", 2);
            svg.Text(axis.Left + 12, y + 4.5, words, "t-unknown");
            return;
        }

        var name = "interval " + row.Kind.ClassName();
        svg.Line(axis.At(row.Low), y, axis.At(row.High), y, name);
        svg.Line(axis.At(row.Low), y - 5, axis.At(row.Low), y + 5, name + " cap");
        if (row.High <= axis.Max)
        {
            svg.Line(axis.At(row.High), y - 5, axis.At(row.High), y + 5, name + " cap");
        }

        svg.Mark(axis.At(rate), y, 6.5, row.Kind);
    }
}
