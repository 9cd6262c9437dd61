using System.Globalization;
using System.Xml.Linq;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Kindred.Reports.Charts;
using Xunit;

namespace Kindred.Tests.Reports;

/// <summary>Charts of cards and receipts: what is drawn is what was given.</summary>
public sealed class CardChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static XElement Wide(string html) => XDocument.Parse(html).Descendants(Svg + "svg").First(svg => (string?)svg.Attribute("class") == "wide");

    private static double At(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static string Class(XElement element) => (string?)element.Attribute("class") ?? "";

    [Fact]
    public void Waterfall_Steps_JoinAndEndInTheScore()
    {
        var chart = new WaterfallChart("w", new("가", "a"), [new(new("업종", "industry"), new("핀테크", "fintech"), 30, true), new(new("규모", "size"), new("모름", "unknown"), 20, false)], 50, 70);
        var wide = Wide(chart.Render(Language.English).Html);
        var bars = wide.Elements(Svg + "rect").Where(rect => Class(rect) is "bar" or "unknown").ToArray();
        Assert.Equal(["bar", "unknown"], bars.Select(Class));
        Assert.Equal(At(bars[0], "x") + At(bars[0], "width"), At(bars[1], "x"), 0.2);
        var total = wide.Elements(Svg + "rect").Single(rect => Class(rect) == "fill k-core");
        Assert.Equal(At(bars[1], "x") + At(bars[1], "width"), At(total, "x") + At(total, "width"), 0.2);
        // The cut lies at 70 of 100, the total ends at 50.
        var cut = At(wide.Elements(Svg + "line").Single(line => Class(line) == "base"), "x1");
        Assert.Equal(0.7 / 0.5, (cut - At(total, "x")) / At(total, "width"), 0.01);
        Assert.Contains("+30", wide.Elements(Svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void Threshold_FewRows_NoRateIsDrawn()
    {
        var rows = Enumerable.Range(1, 100).Select(cut => new ThresholdRow(cut, cut <= 50 ? 40 : 5, cut <= 50 ? 0.5 : 0.1, 0.4, 0.3, 0.5, 0.6, 20, 100)).ToArray();
        var over = Wide(new ThresholdChart("t", new("가", "a"), rows, 40, new Provenance(new("나", "b"), 80)).Render(Language.English).Html);
        Assert.Contains("40% of those over win", over.Elements(Svg + "text").Select(text => text.Value));
        var few = Wide(new ThresholdChart("t", new("가", "a"), rows, 60, new Provenance(new("나", "b"), 80)).Render(Language.English).Html);
        Assert.DoesNotContain(few.Elements(Svg + "text"), text => text.Value.EndsWith("win", StringComparison.Ordinal));
        Assert.Equal(At(over.Elements(Svg + "line").Single(line => Class(line) == "base"), "x1") - 36, (At(few.Elements(Svg + "line").Single(line => Class(line) == "base"), "x1") - 36) * 40 / 60, 0.2);
    }

    [Fact]
    public void Calibration_Bands_StandAtTheirRates()
    {
        double[] probability = [.. Enumerable.Range(0, 101).Select(score => score / 100.0)];
        var chart = new CalibrationChart("c", new("가", "a"), new CardCalibration("platt", probability, probability, probability), [new ScoreBand(0, 50, 100, 25, 0.175, 0.343), new ScoreBand(51, 100, 100, 75, 0.657, 0.825)], new Provenance(new("나", "b"), 200));
        var wide = Wide(chart.Render(Language.English).Html);
        var marks = wide.Elements(Svg + "circle").Where(circle => Class(circle).StartsWith("mark", StringComparison.Ordinal)).Select(circle => At(circle, "cy")).Take(2).ToArray();
        // 0.75 lies three times as high above zero as 0.25.
        var zero = At(wide.Elements(Svg + "line").Single(line => Class(line) == "axis"), "y1");
        Assert.Equal(3, (zero - marks[1]) / (zero - marks[0]), 0.01);
        Assert.Contains("25%", XDocument.Parse(chart.Render(Language.English).Html).Descendants("td").Select(cell => cell.Value));
    }

    [Fact]
    public void Points_Groups_CarryTheirSum()
    {
        var chart = new PointsChart("p", new("가", "a"), [new(new("회사", "company"), new("업종", "industry"), 20, true), new(new("회사", "company"), new("규모", "size"), 10, false)], new Provenance(new("나", "b"), 5));
        var wide = Wide(chart.Render(Language.Korean).Html);
        Assert.Contains("30점", wide.Elements(Svg + "text").Select(text => text.Value));
        var bars = wide.Elements(Svg + "rect").ToArray();
        Assert.Equal(2, At(bars[0], "width") / At(bars[1], "width"), 0.01);
        Assert.Equal("unknown", Class(bars[1]));
    }
}
