using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>How many companies are core, adjacent, won-then-left, not for us and outside: one bar each, labelled directly, in fixed hues with shape and word.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence.</param>
/// <param name="Counts">Groups in the order shown.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record GroupChart(string Id, Wording Finding, IReadOnlyList<GroupCount> Counts, Provenance Provenance)
{
    /// <summary>The figure.</summary>
    public Markup Render(Language language)
    {
        string[] headers = [ChartFrame.Pick(language, "구분", "Group"), ChartFrame.Pick(language, "뜻", "Meaning"), ChartFrame.Pick(language, "회사", "Companies"), "%"];
        var total = Counts.Sum(count => count.Companies);
        var table = new Blocks.DataTable(headers, [.. Counts.Select(count => (string[])[
            count.Kind.Word().In(language), count.Detail?.In(language) ?? "", Format.Grouped(count.Companies), Share(count.Companies, total)])], NumericFrom: 2);
        var description = string.Join(" ", Counts.Select(count => $"{count.Kind.Word().In(language)}: {Format.Grouped(count.Companies)} ({Share(count.Companies, total)})."));
        return ChartFrame.Figure(Id, Finding.In(language), Draw(ChartFrame.Wide, total, "wide", language, description), Draw(ChartFrame.Narrow, total, "narrow", language, null), table.Render(), Provenance, language);
    }

    private static string Share(long count, long total) => total == 0 ? "–" : Format.Percent((double)count / total, 1);

    private Markup Draw(double width, long total, string className, Language language, string? description)
    {
        var narrow = description is null;
        var svg = new SvgWriter(width);
        var left = narrow ? 0 : 268.0;
        var axis = new Axis(Math.Max(1, Counts.Max(count => count.Companies)), 1, left, width - 128);
        var y = 0.0;
        foreach (var count in Counts)
        {
            var word = count.Kind.Word().In(language);
            var details = count.Detail is null ? [] : TextMeasure.Wrap(count.Detail.In(language), 12, narrow ? width - 24 : left - 44, 2);
            svg.Mark(8, y + 14, 5.5, count.Kind);
            svg.Text(26, y + 19, word, "t-label strong");
            ChartFrame.Lines(svg, details, 26, y + 26 + (details.Count * 7.5), 15, "t-note");
            var height = 32.0 + (details.Count * 15);
            var bar = narrow ? y + height : y + ((height - 18) / 2) - 1;
            svg.Rect(axis.Left, bar, Math.Max(count.Companies > 0 ? 2 : 0, axis.At(count.Companies) - axis.Left), 18, "fill " + count.Kind.ClassName(), 3);
            var end = axis.At(count.Companies) + 10;
            var number = Format.Grouped(count.Companies);
            svg.Text(end, bar + 14.5, number, "t-value small");
            svg.Text(end + TextMeasure.Width(number, 15) + 8, bar + 14, Share(count.Companies, total), "t-range");
            y = narrow ? bar + 30 : y + height + 4;
        }

        return svg.Close(y, className, description is null ? null : Id, Finding.In(language), description ?? "");
    }
}
