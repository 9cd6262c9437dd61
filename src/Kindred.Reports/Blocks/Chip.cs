using Kindred.Core.Basics;

namespace Kindred.Reports.Blocks;

/// <summary>A small label.</summary>
public static class Chip
{
    /// <summary>The group's shape and word.</summary>
    public static Markup Of(GroupKind kind, Language language)
    {
        var svg = new Charts.SvgWriter(14);
        svg.Mark(7, 7, 4.6, kind);
        return new HtmlWriter().Open("span", ("class", "chip " + kind.ClassName())).Add(svg.Close(14, "shape", null, "", "")).Text(kind.Word().In(language)).Close().ToMarkup();
    }

    /// <summary>A state in words: held up again, hypothesis, team's statement, unknown.</summary>
    public static Markup Of(string text) => new HtmlWriter().Element("span", text, ("class", "chip")).ToMarkup();

    /// <summary>Several chips in a line.</summary>
    public static Markup Row(params IEnumerable<Markup> chips) => new HtmlWriter().Open("p", ("class", "chips")).Add(Markup.Join(chips)).Close().ToMarkup();
}
