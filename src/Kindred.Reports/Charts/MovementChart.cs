using Kindred.Core.Basics;
using Kindred.Core.Segments;

namespace Kindred.Reports.Charts;

/// <summary>What recurring revenue gained and lost by quarter: new, back and grown above the line, shrunk and gone below it.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence.</param>
/// <param name="Quarters">Movements by quarter, oldest first; amounts in minor units.</param>
/// <param name="Amount">An amount in minor units, for people.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record MovementChart(string Id, Wording Finding, IReadOnlyList<MrrMovement> Quarters, Func<long, string> Amount, Provenance Provenance)
{
    private const double Top = 44;
    private const double High = 200;
    private static readonly (string Class, Wording Name, Func<MrrMovement, long> Of)[] Up =
    [
        ("move-new", new("새 고객", "new"), one => one.New),
        ("move-back", new("돌아온 고객", "back again"), one => one.Reactivation),
        ("move-more", new("늘어난 금액", "expansion"), one => one.Expansion),
    ];

    private static readonly (string Class, Wording Name, Func<MrrMovement, long> Of)[] Down =
    [
        ("move-less", new("줄어든 금액", "contraction"), one => one.Contraction),
        ("move-gone", new("떠난 고객", "churn"), one => one.Churn),
    ];

    /// <summary>Name of a quarter.</summary>
    public static string Name(DateOnly first) => $"{Format.Whole(first.Year)} Q{Format.Whole(((first.Month - 1) / 3) + 1)}";

    /// <summary>The figure.</summary>
    public Markup Render(Language language) =>
        ChartFrame.Figure(Id, Finding.In(language), Draw(ChartFrame.Wide, 74, 12, language, isFirst: true), Draw(ChartFrame.Narrow, 58, 6, language, isFirst: false), Table(language), Provenance, language);

    private Markup Draw(double width, double left, int most, Language language, bool isFirst)
    {
        var svg = new SvgWriter(width);
        var shown = Quarters.Skip(Math.Max(0, Quarters.Count - most)).ToArray();
        double above = Math.Max(1, shown.Max(one => Up.Sum(part => part.Of(one)))), below = shown.Max(one => Down.Sum(part => part.Of(one)));
        var axis = Axis.For(Math.Max(above, below), 0, 1, 3);
        var (up, down) = (Math.Ceiling(above / axis.Step) * axis.Step, Math.Ceiling(below / axis.Step) * axis.Step);
        var unit = High / (up + down);
        double Y(double amount) => Top + ((up - amount) * unit);
        for (var tick = -down; tick <= up * 1.000001; tick += axis.Step)
        {
            svg.Line(left, Y(tick), width - 8, Y(tick), Math.Abs(tick) < axis.Step / 2 ? "axis" : "grid");
            svg.Text(left - 6, Y(tick) + 4, Amount((long)Math.Round(tick)), "t-tick", "end");
        }

        var (step, bar) = ((width - 8 - left) / shown.Length, Math.Min(40, (width - 8 - left) / shown.Length * 0.64));
        for (var i = 0; i < shown.Length; i++)
        {
            var x = left + (step * (i + 0.5)) - (bar / 2);
            double at = 0;
            foreach (var part in Up)
            {
                svg.Rect(x, Y(at + part.Of(shown[i])), bar, part.Of(shown[i]) * unit, part.Class);
                at += part.Of(shown[i]);
            }

            at = 0;
            foreach (var part in Down)
            {
                svg.Rect(x, Y(at), bar, part.Of(shown[i]) * unit, part.Class);
                at -= part.Of(shown[i]);
            }

            svg.Text(x + (bar / 2), Top + High + 18, Name(shown[i].Month)[2..], "t-tick", "middle");
        }

        double legend = 0, line = 10;
        foreach (var part in Up.Concat(Down))
        {
            var name = part.Name.In(language);
            var wide = TextMeasure.Width(name, 12) + 30;
            (legend, line) = legend + wide > width ? (0, line + 18) : (legend, line);
            svg.Rect(legend, line - 9, 11, 11, part.Class);
            svg.Text(legend + 16, line, name, "t-tick");
            legend += wide;
        }

        return svg.Close(Top + High + 26, isFirst ? "wide" : "narrow", isFirst ? Id : null, Finding.In(language), Description(language));
    }

    private string Description(Language language) => string.Join(' ', Quarters.TakeLast(12).Select(one => ChartFrame.Pick(language,
        $"{Name(one.Month)}: {Amount(one.Opening)}에서 {Amount(one.Closing)}.", $"{Name(one.Month)}: {Amount(one.Opening)} to {Amount(one.Closing)}.")));

    private Markup Table(Language language) => new Blocks.DataTable(
        [ChartFrame.Pick(language, "분기", "Quarter"), ChartFrame.Pick(language, "시작", "Opening"), .. Up.Concat(Down).Select(part => part.Name.In(language)), ChartFrame.Pick(language, "끝", "Closing")],
        [.. Quarters.Reverse().Select(one => (IReadOnlyList<string>)[Name(one.Month), Amount(one.Opening), .. Up.Select(part => "+" + Amount(part.Of(one))), .. Down.Select(part => "−" + Amount(part.Of(one))), Amount(one.Closing)])], NumericFrom: 1).Render();
}
