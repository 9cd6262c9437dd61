using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Reports.Charts;

/// <summary>What a score means as a probability, with its band, and what became of left-out decisions of each band of scores, with their intervals.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence.</param>
/// <param name="Calibration">Score → probability.</param>
/// <param name="Bands">Observed rates of left-out decisions; may be empty.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record CalibrationChart(string Id, Wording Finding, CardCalibration Calibration, IReadOnlyList<ScoreBand> Bands, Provenance Provenance)
{
    private const double Top = 26;
    private const double High = 230;

    /// <summary>The figure.</summary>
    public Markup Render(Language language) =>
        ChartFrame.Figure(Id, Finding.In(language), Draw(ChartFrame.Wide, 36, ChartFrame.Wide - 140, language, isFirst: true), Draw(ChartFrame.Narrow, 30, ChartFrame.Narrow - 8, language, isFirst: false), Table(language), Provenance, language);

    private Markup Draw(double width, double left, double right, Language language, bool isFirst)
    {
        var svg = new SvgWriter(width);
        var axis = Axis.For(Math.Min(1, Calibration.High.Concat(Bands.Select(band => band.High)).Max()), 0, High, 4, cap: 1);
        double X(double score) => left + ((right - left) * score / 100);
        double Y(double rate) => Top + High - axis.At(Math.Clamp(rate, 0, axis.Max));
        foreach (var tick in axis.Ticks())
        {
            svg.Line(left, Y(tick), right, Y(tick), tick == 0 ? "axis" : "grid");
            svg.Text(left - 6, Y(tick) + 4, Format.Number(Math.Round(tick * 100, 6)), "t-tick", "end");
        }

        foreach (var tick in new[] { 0, 20, 40, 60, 80, 100 })
        {
            svg.Text(X(tick), Y(0) + 18, Format.Whole(tick), "t-tick", "middle");
        }

        svg.Text(0, 12, ChartFrame.Pick(language, "100곳 중", "of 100"), "t-tick");
        svg.Text((left + right) / 2, Y(0) + 36, ChartFrame.Pick(language, "점수", "score"), "t-tick", "middle");
        string At(int score, double rate) => SvgWriter.Px(X(score)) + " " + SvgWriter.Px(Y(rate));
        var scores = Enumerable.Range(0, Scorecard.Total + 1).ToArray();
        svg.Path("M" + string.Join('L', scores.Select(score => At(score, Calibration.High[score])).Concat(scores.Reverse().Select(score => At(score, Calibration.Low[score])))) + "Z", "band");
        svg.Path("M" + string.Join('L', scores.Select(score => At(score, Calibration.Probability[score]))), "line");
        foreach (var band in Bands.Where(band => band.Rows > 0))
        {
            var middle = X((band.From + band.To) / 2.0);
            svg.Line(X(band.From), Y(band.Rate), X(band.To), Y(band.Rate), "interval k-core cap");
            svg.Line(middle, Y(band.Low), middle, Y(band.High), "interval k-core");
            svg.Mark(middle, Y(band.Rate), 5, GroupKind.Core);
        }

        if (isFirst)
        {
            svg.Text(right + 10, Y(Calibration.Probability[^1]) + 4, ChartFrame.Pick(language, "점수표의 확률", "the card says"), "t-range");
            svg.Mark(right + 16, Y(0) - 4, 5, GroupKind.Core);
            svg.Text(right + 28, Y(0), ChartFrame.Pick(language, "실제 (떼어 둔 딜)", "what happened"), "t-range");
        }

        return svg.Close(Y(0) + 44, isFirst ? "wide" : "narrow", isFirst ? Id : null, Finding.In(language), Description(language));
    }

    private string Description(Language language) => string.Join(' ', Bands.Select(band => ChartFrame.Pick(language,
        $"{Range(band)}점: 점수표 {Rate(Calibration.Probability[Middle(band)])}, 실제 {Rate(band.Rate)} ({Rate(band.Low)}–{Rate(band.High)}, {Format.Grouped(band.Rows)}건).",
        $"{Range(band)}: card {Rate(Calibration.Probability[Middle(band)])}, observed {Rate(band.Rate)} ({Rate(band.Low)}–{Rate(band.High)}, n {Format.Grouped(band.Rows)}).")));

    private Markup Table(Language language) => new Blocks.DataTable(
        language == Language.Korean ? ["점수", "떼어 둔 딜", "점수표의 확률", "실제", "95% 구간"] : ["Score", "Left-out deals", "Card says", "Observed", "95% interval"],
        [.. Bands.Select(band => (IReadOnlyList<string>)[Range(band), Format.Grouped(band.Rows), Rate(Calibration.Probability[Middle(band)]), Rate(band.Rate), $"{Rate(band.Low)}–{Rate(band.High)}"])], NumericFrom: 1).Render();

    private static int Middle(ScoreBand band) => (band.From + band.To) / 2;

    private static string Range(ScoreBand band) => $"{Format.Whole(band.From)}–{Format.Whole(band.To)}";

    private static string Rate(double rate) => double.IsNaN(rate) ? "–" : Format.Percent(rate, 0);
}
