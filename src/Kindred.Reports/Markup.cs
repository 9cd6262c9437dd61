namespace Kindred.Reports;

/// <summary>A piece of HTML that is safe to put on a page as it stands: it was written by this project's writers, which escape every text. There is no way to make one from text without escaping outside this assembly.</summary>
public sealed record Markup
{
    internal Markup(string html) => Html = html;

    /// <summary>The HTML.</summary>
    public string Html { get; }

    /// <summary>Nothing.</summary>
    public static Markup Empty { get; } = new("");

    /// <summary>A text, escaped.</summary>
    public static Markup Text(string text) => new(Escaping.Text(text));

    /// <summary>Several pieces one after the other.</summary>
    public static Markup Join(params IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.Html)));

    /// <inheritdoc />
    public override string ToString() => Html;
}
