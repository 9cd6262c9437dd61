using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Reports.Charts;

/// <summary>What every cut would mean, on one axis: of those over it how many had the outcome (with its interval), of those with the outcome how many are over it, and how much work that is.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chosen cut means, in one sentence.</param>
/// <param name="Rows">Rows for cuts 1 … 100.</param>
/// <param name="Cut">The cut looked at.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record ThresholdChart(string Id, Wording Finding, IReadOnlyList<ThresholdRow> Rows, int Cut, Provenance Provenance)
{
    /// <summary>Fewest rows over a cut of which a rate is drawn.</summary>
    public const int FewestRows = 20;

    private const double Top = 26;
    private const double High = 250;

    /// <summary>The figure.</summary>
    public Markup Render(Language language) =>
        ChartFrame.Figure(Id, Finding.In(language), Draw(ChartFrame.Wide, 36, 590, language, isFirst: true), Draw(ChartFrame.Narrow, 30, ChartFrame.Narrow - 8, language, isFirst: false), Table(language), Provenance, language);

    private Markup Draw(double width, double left, double right, Language language, bool isFirst)
    {
        var svg = new SvgWriter(width);
        double X(double cut) => left + ((right - left) * cut / 100);
        double Y(double share) => Top + (High * (1 - share));
        foreach (var tick in new[] { 0.0, 0.25, 0.5, 0.75, 1 })
        {
            svg.Line(left, Y(tick), right, Y(tick), tick == 0 ? "axis" : "grid");
            svg.Text(left - 6, Y(tick) + 4, Format.Whole((int)(tick * 100)), "t-tick", "end");
        }

        foreach (var tick in new[] { 0, 20, 40, 60, 80, 100 })
        {
            svg.Text(X(tick), Y(0) + 18, Format.Whole(tick), "t-tick", "middle");
        }

        svg.Text(left - 6, 12, "%", "t-tick", "end");
        svg.Text((left + right) / 2, Y(0) + 36, ChartFrame.Pick(language, "기준 점수", "cut"), "t-tick", "middle");
        var told = Rows.Where(row => row.Volume >= FewestRows).ToArray();
        if (told.Length > 1)
        {
            var band = new StringBuilder("M");
            band.AppendJoin('L', told.Select(row => Point(X(row.Cut), Y(row.PrecisionHigh)))).Append('L').AppendJoin('L', told.Reverse().Select(row => Point(X(row.Cut), Y(row.PrecisionLow)))).Append('Z');
            svg.Path(band.ToString(), "band");
            svg.Path(Line(told.Select(row => Point(X(row.Cut), Y(row.Precision)))), "line");
        }

        svg.Path(Line(Rows.Where(row => !double.IsNaN(row.Recall)).Select(row => Point(X(row.Cut), Y(row.Recall)))), "line second");
        svg.Path(Line(Rows.Select(row => Point(X(row.Cut), Y(row.Share)))), "line third");
        svg.Line(X(Cut), Top - 8, X(Cut), Y(0), "base");
        svg.Text(X(Cut), 12, ChartFrame.Pick(language, $"기준 {Format.Whole(Cut)}", $"cut {Format.Whole(Cut)}"), "t-base", "middle");
        return Values(svg, width, right, X(Cut), Y, language).Close(Y(0) + (isFirst ? 44 : 106), isFirst ? "wide" : "narrow", isFirst ? Id : null, Finding.In(language), Description(language));
    }

    /// <summary>The three values at the cut: beside the plot where there is room, pushed apart where they would touch; under it on a phone.</summary>
    private SvgWriter Values(SvgWriter svg, double width, double right, double x, Func<double, double> y, Language language)
    {
        var row = Rows[Cut - 1];
        var isWide = width > ChartFrame.Narrow;
        (double Value, string ClassName, string Text)[] values =
        [
            .. row.Volume >= FewestRows ? new[] { (row.Precision, "line", ChartFrame.Pick(language, $"넘은 곳의 성공률 {Rate(row.Precision)}", $"{Rate(row.Precision)} of those over win")) } : [],
            .. double.IsNaN(row.Recall) ? Array.Empty<(double, string, string)>() : [(row.Recall, "line second", ChartFrame.Pick(language, $"성공 중 찾는 비율 {Rate(row.Recall)}", $"{Rate(row.Recall)} of wins are found"))],
            (row.Share, "line third", ChartFrame.Pick(language, $"일할 양 {Rate(row.Share)}", $"{Rate(row.Share)} to be worked")),
        ];
        var at = Top - 10.0;
        foreach (var (value, className, text) in values.OrderByDescending(entry => entry.Value))
        {
            svg.Circle(x, y(value), 4, "dot " + className);
            if (isWide)
            {
                at = Math.Max(at + 20, y(value));
                svg.Line(right + 10, at, right + 28, at, className);
                svg.Text(right + 34, at + 4.5, text, "t-range");
            }
        }

        if (!isWide)
        {
            at = y(0) + 56;
            foreach (var (_, className, text) in values)
            {
                svg.Line(8, at, 30, at, className);
                svg.Text(38, at + 4.5, text, "t-range");
                at += 19;
            }
        }

        return svg;
    }

    private string Description(Language language)
    {
        var row = Rows[Cut - 1];
        return ChartFrame.Pick(language,
            $"기준 {Format.Whole(Cut)}점: 넘는 비율 {Rate(row.Share)}, 성공 중 찾는 비율 {Rate(row.Recall)}, 넘은 곳의 성공률 {Rate(row.Precision)} ({Rate(row.PrecisionLow)}–{Rate(row.PrecisionHigh)}), 리드 100건에 {Format.Fixed(row.RepHours, 0)}시간.",
            $"Cut {Format.Whole(Cut)}: {Rate(row.Share)} reach it, {Rate(row.Recall)} of wins are found, {Rate(row.Precision)} of those over win ({Rate(row.PrecisionLow)}–{Rate(row.PrecisionHigh)}), {Format.Fixed(row.RepHours, 0)} hours for 100 leads.");
    }

    private Markup Table(Language language) => new Blocks.DataTable(
        language == Language.Korean ? ["기준", "넘은 딜", "넘는 비율", "성공률", "95% 구간", "찾는 비율", "100건당 시간"] : ["Cut", "Deals over", "Share", "Win rate", "95% interval", "Wins found", "Hours per 100"],
        [.. Rows.Where(row => row.Cut % 5 == 0 || row.Cut == Cut).Select(row => (IReadOnlyList<string>)[
            Format.Whole(row.Cut) + (row.Cut == Cut ? " ←" : ""), Format.Grouped(row.Volume), Rate(row.Share), row.Volume > 0 ? Rate(row.Precision) : "–", row.Volume > 0 ? $"{Rate(row.PrecisionLow)}–{Rate(row.PrecisionHigh)}" : "–", Rate(row.Recall), Format.Fixed(row.RepHours, 0)])],
        NumericFrom: 1).Render();

    private static string Rate(double rate) => double.IsNaN(rate) ? "–" : Format.Percent(rate, 0);

    private static string Point(double x, double y) => SvgWriter.Px(x) + " " + SvgWriter.Px(y);

    private static string Line(IEnumerable<string> points) => string.Join('L', points) is { Length: > 0 } path ? "M" + path : "M0 0";
}
