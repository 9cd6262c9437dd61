namespace Kindred.Reports.Blocks;

/// <summary>Running text.</summary>
public static class Prose
{
    /// <summary>A paragraph.</summary>
    public static Markup Paragraph(string text) => new HtmlWriter().Element("p", text).ToMarkup();

    /// <summary>A paragraph in small grey type.</summary>
    public static Markup Aside(string text) => new HtmlWriter().Element("p", text, ("class", "aside")).ToMarkup();

    /// <summary>A heading inside a section.</summary>
    public static Markup Heading(string text) => new HtmlWriter().Element("h3", text).ToMarkup();

    /// <summary>A list, numbered or not.</summary>
    public static Markup List(IEnumerable<string> items, bool numbered = false)
    {
        ArgumentNullException.ThrowIfNull(items);
        var html = new HtmlWriter().Open(numbered ? "ol" : "ul");
        foreach (var item in items)
        {
            html.Element("li", item);
        }

        return html.Close().ToMarkup();
    }

    /// <summary>A remark that must not be missed: a warning about the data, what a figure does not say.</summary>
    public static Markup Callout(string title, string text) => new HtmlWriter().Open("aside", ("class", "callout")).Element("strong", title).Element("p", text).Close().ToMarkup();

    /// <summary>A quotation set apart: the profile in one sentence.</summary>
    public static Markup Statement(string text) => new HtmlWriter().Element("blockquote", text, ("class", "statement")).ToMarkup();

    /// <summary>Pieces under a disclosure.</summary>
    public static Markup Disclosure(string summary, Markup content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new HtmlWriter().Open("details", ("class", "more")).Element("summary", summary).Add(content).Close().ToMarkup();
    }
}
