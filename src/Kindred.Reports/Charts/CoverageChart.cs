using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>What is known and what is not, per field: solid for known, hatched for unknown, with a line where a condition stops being measurable enough.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence.</param>
/// <param name="Rows">Fields.</param>
/// <param name="Floor">Share below which a field should not carry a condition (0.6), or null for no line.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record CoverageChart(string Id, Wording Finding, IReadOnlyList<CoverageRow> Rows, double? Floor, Provenance Provenance)
{
    /// <summary>The figure.</summary>
    public Markup Render(Language language)
    {
        string[] headers = [ChartFrame.Pick(language, "항목", "Field"), ChartFrame.Pick(language, "비고", "Note"), ChartFrame.Pick(language, "아는 행", "Known"), ChartFrame.Pick(language, "전체", "All"), "%"];
        var table = new Blocks.DataTable(headers, [.. Rows.Select(row => (string[])[
            row.Label.In(language), row.Note?.In(language) ?? "", Format.Grouped(row.Known), Format.Grouped(row.Total), Percent(row)])], NumericFrom: 2);
        var description = string.Join(" ", Rows.Select(row => $"{row.Label.In(language)} {Percent(row)} ({Format.Grouped(row.Known)}/{Format.Grouped(row.Total)})."));
        return ChartFrame.Figure(Id, Finding.In(language), Draw(ChartFrame.Wide, 232, 14, "wide", language, description), Draw(ChartFrame.Narrow, 0, 14, "narrow", language, null), table.Render(), Provenance, language);
    }

    private static string Percent(CoverageRow row) => row.Total == 0 ? "–" : row.Known == row.Total ? "100%" : Format.Fixed(Math.Min(99, Math.Floor(row.Share * 100)), 0) + "%";

    private Markup Draw(double width, double labelWidth, double size, string className, Language language, string? description)
    {
        var narrow = labelWidth == 0;
        var svg = new SvgWriter(width);
        var axis = new Axis(1, 0.25, labelWidth, narrow ? width - 56 : width - 190);
        var y = Floor is null ? 4.0 : 24.0;
        var first = y;
        foreach (var row in Rows)
        {
            var labels = TextMeasure.Wrap(row.Label.In(language), size, narrow ? width : labelWidth - 16, narrow ? 2 : 1);
            var bar = narrow ? y + 8 + (labels.Count * 18) : y + 8;
            ChartFrame.Lines(svg, labels, 0, narrow ? y + (labels.Count * 9) + 2 : y + 16, 18, "t-label");
            svg.Rect(axis.Left, bar, axis.Right - axis.Left, 16, "unknown", 3);
            svg.Rect(axis.Left, bar, axis.At(row.Share) - axis.Left, 16, Floor is { } least && row.Share < least ? "bar weak" : "bar", 3);
            if (narrow && Floor is { } mark)
            {
                svg.Line(axis.At(mark), bar, axis.At(mark), bar + 16, "base-halo");
                svg.Line(axis.At(mark), bar - 3, axis.At(mark), bar + 19, "base");
            }

            svg.Text(axis.Right + 10, bar + 13, Percent(row), "t-value small");
            if (row.Note is { } note && !narrow)
            {
                ChartFrame.Lines(svg, TextMeasure.Wrap(note.In(language), 12, width - axis.Right - 56, 2), axis.Right + 52, bar + 8, 14, "t-note");
            }

            y = bar + (narrow ? 26 : 22);
            if (narrow && row.Note is not null)
            {
                var lines = TextMeasure.Wrap(row.Note.In(language), 12, width - 10, 2);
                ChartFrame.Lines(svg, lines, 0, y + (lines.Count * 7), 14, "t-note");
                y += (lines.Count * 14) + 4;
            }
        }

        if (Floor is { } floor)
        {
            if (!narrow)
            {
                svg.Line(axis.At(floor), first, axis.At(floor), y - 2, "base-halo");
            }

            svg.Line(axis.At(floor), first - 6, axis.At(floor), narrow ? first + 2 : y - 2, "base");
            svg.Text(axis.At(floor), first - 10, ChartFrame.Pick(language, $"조건으로 쓰려면 {Format.Fixed(floor * 100, 0)}%", $"{Format.Fixed(floor * 100, 0)}% to carry a condition"), "t-base", "middle");
        }

        return svg.Close(y + 2, className, description is null ? null : Id, Finding.In(language), description ?? "");
    }
}
