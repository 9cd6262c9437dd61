using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>What all charts share: the finding as caption, the drawing in a wide and a narrow layout, the numbers as a table under a disclosure, and how they were computed.</summary>
internal static class ChartFrame
{
    public const double Wide = 760;
    public const double Narrow = 340;

    public static Markup Figure(string id, string finding, Markup wide, Markup narrow, Markup table, Provenance provenance, Language language)
    {
        var html = new HtmlWriter();
        html.Open("figure", ("class", "chart"), ("id", id));
        html.Element("figcaption", finding);
        html.Add(wide).Add(narrow);
        html.Open("details").Element("summary", language == Language.Korean ? "숫자로 보기" : "Show the numbers").Add(table).Close();
        html.Element("p", provenance.In(language), ("class", "provenance"));
        html.Close();
        return html.ToMarkup();
    }

    /// <summary>Lines of text one under the other, centred on y.</summary>
    public static void Lines(SvgWriter svg, IReadOnlyList<string> lines, double x, double middle, double height, string className, string anchor = "start")
    {
        var y = middle - ((lines.Count - 1) * height / 2) + (height * 0.28);
        foreach (var line in lines)
        {
            svg.Text(x, y, line, className, anchor);
            y += height;
        }
    }

    public static string Pick(Language language, string ko, string en) => language == Language.Korean ? ko : en;
}
