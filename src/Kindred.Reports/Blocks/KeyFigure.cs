namespace Kindred.Reports.Blocks;

/// <summary>One number with its meaning.</summary>
/// <param name="Value">The number as printed: "100곳 중 54곳".</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Evidence">Interval and n, or null: "158건, 46–61곳".</param>
public sealed record KeyFigure(string Value, string Meaning, string? Evidence = null)
{
    /// <summary>Several figures side by side; one under the other on a phone.</summary>
    public static Markup Row(params IReadOnlyList<KeyFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var html = new HtmlWriter().Open("dl", ("class", "figures"));
        foreach (var figure in figures)
        {
            html.Open("div").Element("dt", figure.Meaning).Element("dd", figure.Value, ("class", "value"));
            if (figure.Evidence is not null)
            {
                html.Element("dd", figure.Evidence, ("class", "evidence"));
            }

            html.Close();
        }

        return html.Close().ToMarkup();
    }
}
