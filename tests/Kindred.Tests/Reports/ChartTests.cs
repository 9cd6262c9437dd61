using System.Globalization;
using System.Xml.Linq;
using Kindred.Core.Basics;
using Kindred.Reports;
using Kindred.Reports.Charts;
using Xunit;

namespace Kindred.Tests.Reports;

/// <summary>What is drawn is what was given: places on the axis, words, shapes, tables.</summary>
public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Forest_Wide_PutsEstimateAndIntervalOnTheAxis()
    {
        var wide = Drawing(ReportSamples.Forest(ReportSamples.Row()).Render(Language.English), "wide");
        // Axis from its own ticks: text of a tick and its grid line.
        var zero = At(wide.Elements(Svg + "line").First(line => Class(line) == "axis"), "x1");
        var end = wide.Elements(Svg + "line").Where(line => Class(line) == "grid").Max(line => At(line, "x1"));
        var largest = wide.Elements(Svg + "text").Where(text => Class(text) == "t-tick").Max(text => double.Parse(text.Value, CultureInfo.InvariantCulture)) / 100;
        double Place(double rate) => zero + ((end - zero) * rate / largest);
        var interval = wide.Elements(Svg + "line").Single(line => Class(line) == "interval k-core");
        Assert.Equal(Place(0.459), At(interval, "x1"), 0.1);
        Assert.Equal(Place(0.611), At(interval, "x2"), 0.1);
        Assert.Equal(Place(0.536), wide.Elements(Svg + "circle").Max(circle => At(circle, "cx")), 0.1);
        Assert.Equal(Place(0.214), At(wide.Elements(Svg + "line").Single(line => Class(line) == "base"), "x1"), 0.1);
    }

    [Fact]
    public void Forest_Words_StateBaseRateIntervalAndN()
    {
        var figure = Figure(ReportSamples.Forest(ReportSamples.Row()).Render(Language.Korean));
        Assert.Equal("핵심은 100곳 중 54곳이에요.", figure.Descendants(Svg + "title").Single().Value);
        Assert.Equal("전체: 100곳 중 21곳. Core: 54 (46–61, n 158).", figure.Descendants(Svg + "desc").Single().Value);
        Assert.Equal("교차 확인 · 1,200행 · 시드 7", figure.Elements("p").Single().Value);
        Assert.Contains("전체 21", figure.Descendants(Svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void Forest_NotEnough_IsHatchedAndSaysWhatIsNeeded()
    {
        var figure = Figure(ReportSamples.Forest(new ForestRow(Wording.Same("x"), 12, null, 0, 0, Need: 20)).Render(Language.Korean));
        var wide = Drawing(figure, "wide");
        Assert.Contains("아직 말할 수 없어요 (필요 20건, 현재 12건)", wide.Elements(Svg + "text").Select(text => text.Value));
        Assert.Contains(wide.Elements(Svg + "rect"), rect => Class(rect) == "unknown");
        Assert.DoesNotContain(wide.Elements(Svg + "line"), line => Class(line).StartsWith("interval", StringComparison.Ordinal));
        Assert.Contains("12", figure.Descendants("td").Select(cell => cell.Value));
    }

    [Fact]
    public void Forest_Lift_IsZeroBasedWithTimes()
    {
        var chart = ReportSamples.Forest(ReportSamples.Row() with { Estimate = 2.5, Low = 2.1, High = 2.9 }) with { Scale = ForestScale.Lift, Base = 1 };
        var texts = Drawing(chart.Render(Language.English), "wide").Elements(Svg + "text").Select(text => text.Value).ToArray();
        Assert.Contains("2.5×", texts);
        Assert.Contains("2.1–2.9", texts);
        Assert.Contains("0×", texts);
        Assert.Contains("All 1.0×", texts);
    }

    [Fact]
    public void Charts_GroupKinds_DifferInShapeHueAndWord()
    {
        var kinds = Enum.GetValues<GroupKind>();
        var chart = new GroupChart("g", Wording.Same("f"), [.. kinds.Select(kind => new GroupCount(kind, 5))], ReportSamples.Provenance);
        var wide = Drawing(chart.Render(Language.English), "wide");
        var marks = wide.Elements().Where(element => Class(element).StartsWith("mark", StringComparison.Ordinal)).ToArray();
        Assert.Equal(5, marks.Length);
        Assert.Equal(5, marks.Select(mark => mark.Name.LocalName + Class(mark).Contains("ring", StringComparison.Ordinal) + (mark.Attribute("d")?.Value.Count(letter => letter == 'L') ?? 0)).Distinct().Count());
        Assert.Equal(5, marks.Select(Class).Distinct().Count());
        Assert.All(kinds, kind => Assert.Contains(kind.Word().En, wide.Elements(Svg + "text").Select(text => text.Value)));
        Assert.Equal(5, kinds.Select(kind => kind.Word().Ko).Distinct().Count());
    }

    [Fact]
    public void Groups_Bars_AreInProportion()
    {
        var chart = new GroupChart("g", Wording.Same("f"), [new GroupCount(GroupKind.Core, 100), new GroupCount(GroupKind.Anti, 25), new GroupCount(GroupKind.Regret, 0)], ReportSamples.Provenance);
        var bars = Drawing(chart.Render(Language.English), "wide").Elements(Svg + "rect").Where(rect => Class(rect).StartsWith("fill", StringComparison.Ordinal)).Select(rect => At(rect, "width")).ToArray();
        Assert.Equal(0.25, bars[1] / bars[0], 0.001);
        Assert.Equal(0, bars[2]);
    }

    [Fact]
    public void Coverage_KnownShare_IsSolidAndNeverRoundedToAll()
    {
        var chart = new CoverageChart("c", Wording.Same("f"), [new CoverageRow(Wording.Same("a"), 2999, 3000), new CoverageRow(Wording.Same("b"), 1, 4), new CoverageRow(Wording.Same("c"), 0, 0)], 0.6, ReportSamples.Provenance);
        var wide = Drawing(chart.Render(Language.English), "wide");
        var texts = wide.Elements(Svg + "text").Select(text => text.Value).ToArray();
        Assert.Contains("99%", texts);
        Assert.Contains("25%", texts);
        Assert.Contains("–", texts);
        Assert.DoesNotContain("100%", texts);
        var all = wide.Elements(Svg + "rect").Where(rect => Class(rect) == "unknown").Select(rect => At(rect, "width")).First();
        Assert.Equal(0.25, At(wide.Elements(Svg + "rect").Single(rect => Class(rect) == "bar weak" && At(rect, "width") > 0), "width") / all, 0.001);
    }

    [Fact]
    public void Market_Range_IsDrawnFromLowToHigh()
    {
        var chart = new MarketChart("m", Wording.Same("f"), [new MarketRow(Wording.Same("a"), 500, 250, 1000)], "SUSB 2021", ReportSamples.Provenance);
        var figure = Figure(chart.Render(Language.English));
        var wide = Drawing(figure, "wide");
        double Width(string name) => At(wide.Elements(Svg + "rect").Single(rect => Class(rect) == name), "width");
        Assert.Equal(0.25, Width("fill k-core") / Width("unknown"), 0.001);
        Assert.Contains("SUSB 2021", figure.Elements("p").Single().Value, StringComparison.Ordinal);
        Assert.Contains("250–1,000", wide.Elements(Svg + "text").Select(text => text.Value));
        Assert.Equal("a: 500 firms (250–1,000). SUSB 2021.", figure.Descendants(Svg + "desc").Single().Value);
    }

    [Fact]
    public void Charts_Narrow_IsHiddenFromScreenReadersAndSaysTheSame()
    {
        var figure = Figure(ReportSamples.Forest(ReportSamples.Row()).Render(Language.English));
        var narrow = Drawing(figure, "narrow");
        Assert.Equal("true", narrow.Attribute("aria-hidden")!.Value);
        Assert.Contains("54  (46–61)", narrow.Elements(Svg + "text").Select(text => text.Value));
        Assert.Equal("img", Drawing(figure, "wide").Attribute("role")!.Value);
    }

    [Theory]
    [InlineData("소프트웨어 핀테크 회사 직원 50–200명 그리고 Salesforce나 HubSpot을 쓰는 곳", 200, 2)]
    [InlineData("Averyveryverylongwordthatdoesnotfitintothelineatallbecauseitisfartoolong", 120, 2)]
    [InlineData("short", 200, 1)]
    public void Wrap_Lines_NeverExceedTheLimit(string text, double limit, int most)
    {
        var lines = TextMeasure.Wrap(text, 14, limit, most);
        Assert.InRange(lines.Count, 1, most);
        Assert.All(lines, line => Assert.True(TextMeasure.Width(line, 14) <= limit, line));
        Assert.Equal(TextMeasure.Width(text, 14) <= limit, lines.Count == 1 && lines[0] == text);
    }

    [Theory]
    [InlineData(0.611, 5, 1, 0.8, 0.2)]
    [InlineData(1.0, 5, 1, 1.0, 0.2)]
    [InlineData(2.9, 5, double.PositiveInfinity, 3, 1)]
    [InlineData(26120, 5, double.PositiveInfinity, 30000, 10000)]
    [InlineData(0, 5, 1, 1, 1)]
    public void For_LargestValue_GivesARoundAxis(double largest, int ticks, double cap, double max, double step)
    {
        var axis = Axis.For(largest, 0, 100, ticks, cap);
        if (largest > 0)
        {
            Assert.Equal((max, step), (Math.Round(axis.Max, 9), Math.Round(axis.Step, 9)));
        }

        Assert.True(axis.Max > 0 && axis.At(axis.Max) <= 100 && axis.At(0) == 0);
    }

    private static XElement Figure(Markup markup) => XElement.Parse(markup.Html);

    private static XElement Drawing(Markup markup, string name) => Drawing(Figure(markup), name);

    private static XElement Drawing(XElement figure, string name) => figure.Elements(Svg + "svg").Single(svg => Class(svg) == name);

    private static string Class(XElement element) => element.Attribute("class")?.Value ?? "";

    private static double At(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
