using Kindred.Core.Basics;
using Kindred.Core.Segments;

namespace Kindred.Reports.Charts;

/// <summary>Who is still there after so many months: steps with their 95 % band, as far as customers were seen, and beyond that the expected curve, dashed over a hatched ground.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence.</param>
/// <param name="Curve">Observed steps.</param>
/// <param name="ObservedMonths">Last month it was observed to.</param>
/// <param name="Expected">Expected share by month 0 …; may be empty.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record RetentionChart(string Id, Wording Finding, IReadOnlyList<CurvePoint> Curve, double ObservedMonths, IReadOnlyList<double> Expected, Provenance Provenance)
{
    private const double Top = 26;
    private const double High = 220;
    private const int MostRows = 24;

    /// <summary>The figure.</summary>
    public Markup Render(Language language) =>
        ChartFrame.Figure(Id, Finding.In(language), Draw(ChartFrame.Wide, 36, ChartFrame.Wide - 16, language, isFirst: true), Draw(ChartFrame.Narrow, 30, ChartFrame.Narrow - 8, language, isFirst: false), Table(language), Provenance, language);

    private Markup Draw(double width, double left, double right, Language language, bool isFirst)
    {
        var svg = new SvgWriter(width);
        var last = Math.Max(12, Math.Max(ObservedMonths, Expected.Count - 1));
        double X(double month) => left + ((right - left) * Math.Min(month, last) / last);
        double Y(double share) => Top + (High * (1 - share));
        foreach (var share in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            svg.Line(left, Y(share), right, Y(share), share == 0 ? "axis" : "grid");
            svg.Text(left - 6, Y(share) + 4, Format.Whole((long)(share * 100)), "t-tick", "end");
        }

        for (var month = 0; month <= last; month += 12)
        {
            svg.Text(X(month), Y(0) + 18, Format.Whole(month), "t-tick", "middle");
        }

        svg.Text(0, 12, ChartFrame.Pick(language, "100곳 중 남은 곳", "still there, of 100"), "t-tick");
        svg.Text((left + right) / 2, Y(0) + 36, ChartFrame.Pick(language, "시작하고 지난 달", "months since the start"), "t-tick", "middle");
        string At(double month, double share) => SvgWriter.Px(X(month)) + " " + SvgWriter.Px(Y(share));
        var upper = Steps(point => point.High).ToArray();
        var lower = Steps(point => point.Low).ToArray();
        svg.Path("M" + string.Join('L', upper.Concat(lower.Reverse()).Select(point => At(point.Month, point.Share))) + "Z", "band");
        svg.Path("M" + string.Join('L', Steps(point => point.Share).Select(point => At(point.Month, point.Share))), "line");
        if (Expected.Count - 1 > ObservedMonths)
        {
            var from = (int)Math.Ceiling(ObservedMonths);
            svg.Path("M" + At(from, 0) + "L" + string.Join('L', Enumerable.Range(from, Expected.Count - from).Select(month => At(month, Expected[month]))) + "L" + At(Expected.Count - 1, 0) + "Z", "unknown");
            svg.Text(X(Expected.Count - 1), Y(Expected[from]) - 8, ChartFrame.Pick(language, "아직 보지 못한 기간 (예상)", "not seen yet (expected)"), "t-tick", "end");
            svg.Path("M" + string.Join('L', Enumerable.Range(from, Expected.Count - from).Select(month => At(month, Expected[month]))), "line beyond");
        }

        return svg.Close(Y(0) + 44, isFirst ? "wide" : "narrow", isFirst ? Id : null, Finding.In(language), Description(language));
    }

    /// <summary>Corners of the steps: level until the next event, then down.</summary>
    private IEnumerable<(double Month, double Share)> Steps(Func<CurvePoint, double> share)
    {
        for (var i = 0; i < Curve.Count; i++)
        {
            if (i > 0)
            {
                yield return (Curve[i].Month, share(Curve[i - 1]));
            }

            yield return (Curve[i].Month, share(Curve[i]));
        }

        if (Curve.Count > 0 && ObservedMonths > Curve[^1].Month)
        {
            yield return (ObservedMonths, share(Curve[^1]));
        }
    }

    private IEnumerable<CurvePoint> Rows() => Curve.Where((_, at) => at % Math.Max(1, Curve.Count / MostRows) == 0 || at == Curve.Count - 1);

    private string Description(Language language) => string.Join(' ', Rows().Where((_, at) => at % 4 == 0).Select(point => ChartFrame.Pick(language,
        $"{Format.Fixed(point.Month, 1)}개월: {Format.Percent(point.Share, 0)} ({Format.Percent(point.Low, 0)}–{Format.Percent(point.High, 0)}, {Format.Grouped(point.AtRisk)}곳).",
        $"{Format.Fixed(point.Month, 1)} months: {Format.Percent(point.Share, 0)} ({Format.Percent(point.Low, 0)}–{Format.Percent(point.High, 0)}, n {Format.Grouped(point.AtRisk)}).")));

    private Markup Table(Language language) => new Blocks.DataTable(
        language == Language.Korean ? ["달", "본 고객", "남은 비율", "95% 구간"] : ["Month", "At risk", "Still there", "95% interval"],
        [.. Rows().Select(point => (IReadOnlyList<string>)[Format.Fixed(point.Month, 1), Format.Grouped(point.AtRisk), Format.Percent(point.Share, 0), $"{Format.Percent(point.Low, 0)}–{Format.Percent(point.High, 0)}"])], NumericFrom: 1).Render();
}
