namespace Kindred.Reports.Blocks;

/// <summary>A table of texts. Columns from <paramref name="NumericFrom"/> on are aligned right with even digits.</summary>
/// <param name="Headers">Column titles.</param>
/// <param name="Rows">Cells; each row as long as the headers.</param>
/// <param name="NumericFrom">Index of the first number column; none by default.</param>
/// <param name="Caption">Title above the table, or null.</param>
public sealed record DataTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows, int NumericFrom = int.MaxValue, string? Caption = null)
{
    /// <summary>The table in a box that scrolls sideways on a phone.</summary>
    public Markup Render()
    {
        var html = new HtmlWriter();
        html.Open("div", ("class", "table"), ("tabindex", "0"), ("role", Caption is null ? null : "region"), ("aria-label", Caption)).Open("table");
        if (Caption is not null)
        {
            html.Element("caption", Caption);
        }

        html.Open("thead").Open("tr");
        for (var i = 0; i < Headers.Count; i++)
        {
            html.Element("th", Headers[i], ("scope", "col"), ("class", i >= NumericFrom ? "num" : null));
        }

        html.Close().Close().Open("tbody");
        foreach (var row in Rows)
        {
            if (row.Count != Headers.Count)
            {
                throw new ArgumentException($"A row has {row.Count} cells under {Headers.Count} headers.");
            }

            html.Open("tr");
            for (var i = 0; i < row.Count; i++)
            {
                html.Element(i == 0 ? "th" : "td", row[i], ("scope", i == 0 ? "row" : null), ("class", i >= NumericFrom ? "num" : null));
            }

            html.Close();
        }

        return html.Close().Close().Close().ToMarkup();
    }
}
