using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kindred.Core.Basics;
using Kindred.Reports;
using Kindred.Reports.Blocks;
using Xunit;

namespace Kindred.Tests.Reports;

/// <summary>The page as a file: nothing from outside, no script, every text harmless.</summary>
public sealed class ReportPageTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</style><script>alert(1)</script>")]
    [InlineData("</title><svg onload=alert(1)>")]
    [InlineData("&lt;b&gt; &amp; <![CDATA[x]]> <!-- ")]
    [InlineData("javascript:alert(1)")]
    public void ToHtml_HostileText_StaysText(string text)
    {
        var page = ReportSamples.Parse(ReportSamples.Page(text));
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "img" or "iframe" or "link" or "object");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(text, page.Descendants("h1").Single().Value);
        Assert.Equal(text, page.Descendants("title").First().Value);
        Assert.All(page.Descendants("a").Attributes("href"), href => Assert.StartsWith("#", href.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a\u202Eb\u2066c\u200F", "abc")]
    [InlineData("a\0b\u0007c\u001B", "abc")]
    [InlineData("한글 ok", "한글 ok")]
    public void Text_ControlAndDirection_AreDropped(string text, string expected) => Assert.Equal(expected, Markup.Text(text).Html);

    [Fact]
    public void Text_BrokenSurrogate_BecomesTheReplacementCharacter() => Assert.Equal("a\uFFFDb", Markup.Text("a" + (char)0xD800 + "b").Html);

    [Fact]
    public void Text_FiveSpecialCharacters_BecomeEntities() => Assert.Equal("&lt;&gt;&amp;&quot;&#39;", Markup.Text("<>&\"'").Html);

    [Fact]
    public void ToHtml_Page_AsksNothingFromOutside()
    {
        var html = ReportSamples.Page("x");
        var addresses = Regex.Matches(html, "https?://[^\"' )<]+").Select(match => match.Value).Distinct();
        Assert.Equal(["http://www.w3.org/2000/svg"], addresses);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"url\((?!#kindred-hatch\))", html);
        Assert.Contains("default-src &#39;none&#39;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Korean, "ko", "숫자로 보기")]
    [InlineData(Language.English, "en", "Show the numbers")]
    public void ToHtml_Language_IsDeclaredAndSpoken(Language language, string code, string words)
    {
        var page = ReportSamples.Parse(ReportSamples.Page("x", language));
        Assert.Equal(code, page.Root!.Attribute("lang")!.Value);
        Assert.Equal(4, page.Descendants("summary").Count(summary => summary.Value == words));
    }

    [Fact]
    public void ToHtml_Ids_AreUnique()
    {
        var ids = ReportSamples.Parse(ReportSamples.Page("x")).Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Distinct().Count(), ids.Length);
        Assert.NotEmpty(ids);
    }

    [Fact]
    public void ToHtml_SameInput_SameBytes() => Assert.Equal(ReportSamples.Page("x"), ReportSamples.Page("x"));

    [Theory]
    [InlineData("--core")]
    [InlineData("--adjacent")]
    [InlineData("--regret")]
    [InlineData("--anti")]
    [InlineData("--outside")]
    [InlineData("--ink")]
    [InlineData("--soft")]
    [InlineData("--faint")]
    [InlineData("--accent")]
    public void Sheet_TextColours_ReadOnPaperInLightDarkAndPrint(string colour)
    {
        var css = ReportStyle.Sheet.Html;
        var papers = Values(css, "--paper");
        var colours = Values(css, colour);
        Assert.Equal(3, colours.Length);
        for (var theme = 0; theme < 3; theme++)
        {
            Assert.True(Contrast(colours[theme], papers[theme]) >= 4.5, $"{colour} in theme {theme}: {Contrast(colours[theme], papers[theme])}");
        }
    }

    [Fact]
    public void Render_RowShorterThanHeaders_IsMisuse() => Assert.Throws<ArgumentException>(() => new DataTable(["a", "b"], [["1"]]).Render());

    private static string[] Values(string css, string name) => [.. Regex.Matches(css, name + ": (#[0-9a-f]{3,6});").Select(match => match.Groups[1].Value)];

    /// <summary>Contrast ratio of WCAG 2.2.</summary>
    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        var hex = colour.Length == 4 ? string.Concat(colour.Skip(1).SelectMany(digit => new[] { digit, digit })) : colour[1..];
        double Channel(int at)
        {
            var value = Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }
}
