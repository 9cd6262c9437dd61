using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>How far each field moved, as a bar, and how far chance alone moves it at these sizes, as a line across the bar.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence.</param>
/// <param name="Rows">Fields.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record DriftChart(string Id, Wording Finding, IReadOnlyList<DriftRow> Rows, Provenance Provenance)
{
    private const double Size = 14;

    /// <summary>The figure.</summary>
    public Markup Render(Language language)
    {
        string[] headers = [ChartFrame.Pick(language, "항목", "Field"), ChartFrame.Pick(language, "판단", "Verdict"), "PSI", ChartFrame.Pick(language, "우연 95%", "Chance 95 %")];
        var table = new Blocks.DataTable(headers, [.. Rows.Select(row => (string[])[row.Label.In(language), Verdict(row, language), Format.Fixed(row.Psi, 3), Format.Fixed(row.Limit, 3)])], NumericFrom: 2);
        var description = string.Join(" ", Rows.Select(row => $"{row.Label.In(language)}: {Format.Fixed(row.Psi, 2)} / {Format.Fixed(row.Limit, 2)} ({Verdict(row, language)})."));
        return ChartFrame.Figure(Id, Finding.In(language), Draw(ChartFrame.Wide, 232, "wide", language, description), Draw(ChartFrame.Narrow, 0, "narrow", language, null), table.Render(), Provenance, language);
    }

    private static string Verdict(DriftRow row, Language language) => row.IsFound ? ChartFrame.Pick(language, "달라졌어요", "changed") : ChartFrame.Pick(language, "찾지 못했어요", "not found");

    private Markup Draw(double width, double labelWidth, string className, Language language, string? description)
    {
        var narrow = labelWidth == 0;
        var svg = new SvgWriter(width);
        var axis = Axis.For(Rows.Select(row => Math.Max(row.Psi, row.Limit)).DefaultIfEmpty(0.1).Max(), labelWidth, width - 130, narrow ? 3 : 5);
        var y = 4.0;
        foreach (var row in Rows)
        {
            var labels = TextMeasure.Wrap(row.Label.In(language), Size, narrow ? width : labelWidth - 16, narrow ? 2 : 1);
            var bar = narrow ? y + 8 + (labels.Count * 18) : y + 8;
            ChartFrame.Lines(svg, labels, 0, narrow ? y + (labels.Count * 9) + 2 : y + 16, 18, "t-label");
            svg.Rect(axis.Left, bar, Math.Max(2, axis.At(row.Psi) - axis.Left), 16, row.IsFound ? "bar" : "bar weak", 3);
            svg.Line(axis.At(row.Limit), bar, axis.At(row.Limit), bar + 16, "base-halo");
            svg.Line(axis.At(row.Limit), bar - 4, axis.At(row.Limit), bar + 20, "base");
            svg.Text(axis.Right + 10, bar + 13, Format.Fixed(row.Psi, 2), "t-value small");
            svg.Text(axis.Right + 52, bar + 13, Verdict(row, language), "t-note");
            y = bar + (narrow ? 28 : 24);
        }

        return svg.Close(y + 2, className, description is null ? null : Id, Finding.In(language), description ?? "");
    }
}

/// <summary>One field of a drift chart.</summary>
/// <param name="Label">The field in words.</param>
/// <param name="Psi">Population stability index, 0 and more.</param>
/// <param name="Limit">Its 95 % quantile where nothing drifted, at these sizes.</param>
/// <param name="IsFound">Whether the test over all fields calls it.</param>
public sealed record DriftRow(Wording Label, double Psi, double Limit, bool IsFound);
