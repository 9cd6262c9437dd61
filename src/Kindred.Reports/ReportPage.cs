using Kindred.Core.Basics;

namespace Kindred.Reports;

/// <summary>A whole report as one HTML file: no script, nothing loaded from outside, readable in the dark, on a phone and on A4.</summary>
/// <param name="Language">Language of the page.</param>
/// <param name="Title">Title of the window and the small line above the finding.</param>
/// <param name="Finding">The one sentence that answers the page's question.</param>
/// <param name="Summary">What follows from it, and what it does not say; may be empty.</param>
/// <param name="Sections">Sections in order.</param>
/// <param name="Footer">Version, date, seed: how to make the page again.</param>
/// <param name="Notice">A strip above everything, such as "가상 회사 · 모든 이름과 숫자는 지어냈어요", or null.</param>
/// <param name="Opening">Blocks between summary and sections, such as key figures; may be empty.</param>
public sealed record ReportPage(
    Language Language,
    string Title,
    string Finding,
    string Summary,
    IReadOnlyList<ReportSection> Sections,
    string Footer,
    string? Notice = null,
    Markup? Opening = null)
{
    /// <summary>True for a sheet that should fit one page of A4: printed smaller and closer.</summary>
    public bool IsSheet { get; init; }

    /// <summary>Forbids the page everything but its own styles, should any escaping ever fail.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The file's text.</summary>
    public string ToHtml()
    {
        var html = new HtmlWriter();
        html.Open("html", ("lang", Language == Language.Korean ? "ko" : "en"));
        html.Open("head").Void("meta", ("charset", "utf-8")).Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy)).Void("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Void("meta", ("name", "referrer"), ("content", "no-referrer")).Element("title", Title).Open("style").Add(ReportStyle.Sheet).Close().Close();
        html.Open("body", ("class", IsSheet ? "sheet" : null));
        Hatch(html);
        if (Notice is not null)
        {
            html.Element("p", Notice, ("class", "notice"));
        }

        html.Open("header").Element("p", Title, ("class", "kicker")).Element("h1", Finding);
        if (Summary.Length > 0)
        {
            html.Element("p", Summary, ("class", "summary"));
        }

        html.Add(Opening ?? Markup.Empty).Close();
        Navigation(html);
        html.Open("main");
        foreach (var section in Sections)
        {
            html.Open("section", ("id", section.Id), ("aria-labelledby", section.Id + "-h")).Element("h2", section.Heading, ("id", section.Id + "-h"));
            foreach (var piece in section.Body)
            {
                html.Add(piece);
            }

            html.Close();
        }

        html.Close().Open("footer").Element("p", Footer).Close().Close().Close();
        return "<!DOCTYPE html>\n" + html.ToMarkup().Html + "\n";
    }

    private void Navigation(HtmlWriter html)
    {
        var named = Sections.Where(section => section.NavLabel is not null).ToArray();
        if (named.Length < 2)
        {
            return;
        }

        html.Open("nav", ("aria-label", Language == Language.Korean ? "차례" : "Contents")).Open("ul");
        foreach (var section in named)
        {
            html.Open("li").Element("a", section.NavLabel!, ("href", "#" + section.Id)).Close();
        }

        html.Close().Close();
    }

    /// <summary>The hatching that means "unknown", defined once for all charts of the page.</summary>
    private static void Hatch(HtmlWriter html) => html
        .Open("svg", ("width", "0"), ("height", "0"), ("class", "defs"), ("aria-hidden", "true"), ("focusable", "false")).Open("defs")
        .Open("pattern", ("id", "kindred-hatch"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"))
        .Void("rect", ("width", "6"), ("height", "6"), ("class", "hatch-ground")).Void("line", ("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "6"), ("class", "hatch-line"))
        .Close().Close().Close();
}
