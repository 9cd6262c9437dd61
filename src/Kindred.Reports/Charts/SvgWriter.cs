using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>Draws one SVG. Colours come from classes, so that light, dark and print differ by style sheet alone.</summary>
internal sealed class SvgWriter(double width)
{
    private readonly HtmlWriter _body = new();

    public double Width => width;

    public void Line(double x1, double y1, double x2, double y2, string className) =>
        _body.Void("line", ("x1", Px(x1)), ("y1", Px(y1)), ("x2", Px(x2)), ("y2", Px(y2)), ("class", className));

    public void Rect(double x, double y, double wide, double high, string className, double round = 0) =>
        _body.Void("rect", ("x", Px(x)), ("y", Px(y)), ("width", Px(Math.Max(0, wide))), ("height", Px(high)), ("rx", round > 0 ? Px(round) : null), ("class", className));

    public void Path(string data, string className) => _body.Void("path", ("d", data), ("class", className));

    public void Circle(double x, double y, double radius, string className) => _body.Void("circle", ("cx", Px(x)), ("cy", Px(y)), ("r", Px(radius)), ("class", className));

    /// <summary>A text whose baseline starts, centres or ends at x.</summary>
    public void Text(double x, double y, string text, string className, string anchor = "start") =>
        _body.Element("text", text, ("x", Px(x)), ("y", Px(y)), ("class", className), ("text-anchor", anchor == "start" ? null : anchor));

    /// <summary>The mark of a group: disc, diamond, triangle, square, ring.</summary>
    public void Mark(double x, double y, double size, GroupKind kind)
    {
        var name = "mark " + kind.ClassName();
        switch (kind)
        {
            case GroupKind.Core: Circle(x, y, size, name); break;
            case GroupKind.Adjacent: Path($"M{Px(x)} {Px(y - (size * 1.25))}L{Px(x + (size * 1.25))} {Px(y)}L{Px(x)} {Px(y + (size * 1.25))}L{Px(x - (size * 1.25))} {Px(y)}Z", name); break;
            case GroupKind.Regret: Path($"M{Px(x)} {Px(y - (size * 1.2))}L{Px(x + (size * 1.2))} {Px(y + (size * 0.95))}L{Px(x - (size * 1.2))} {Px(y + (size * 0.95))}Z", name); break;
            case GroupKind.Anti: Rect(x - (size * 0.92), y - (size * 0.92), size * 1.84, size * 1.84, name, 1); break;
            default: Circle(x, y, size * 0.86, name + " ring"); break;
        }
    }

    /// <summary>The drawing. The first of a chart carries title and description for screen readers; the other is hidden from them.</summary>
    public Markup Close(double height, string className, string? id, string title, string description)
    {
        var svg = new HtmlWriter().Open("svg",
            ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", $"0 0 {Px(width)} {Px(height)}"), ("class", className), ("role", id is null ? null : "img"),
            ("aria-labelledby", id is null ? null : $"{id}-t {id}-d"), ("aria-hidden", id is null ? "true" : null), ("focusable", "false"));
        if (id is not null)
        {
            svg.Element("title", title, ("id", id + "-t")).Element("desc", description, ("id", id + "-d"));
        }

        return svg.Add(_body.ToMarkup()).Close().ToMarkup();
    }

    public static string Px(double value) => Format.Number(Math.Round(value, 1));
}
