namespace Kindred.Reports.Blocks;

/// <summary>One line of a condition table.</summary>
/// <param name="Field">What it is about: industry, size, decision, value.</param>
/// <param name="Condition">The condition in words, or the question that would fill it.</param>
/// <param name="Origin">Held up again, hypothesis, team's statement (who, when) or unknown.</param>
/// <param name="Evidence">Numbers behind it, or empty.</param>
/// <param name="IsUnknown">True when <paramref name="Condition"/> is a question still to be asked.</param>
public sealed record ConditionLine(string Field, string Condition, string Origin, string Evidence, bool IsUnknown = false);

/// <summary>The profile as a table: field, condition, where it comes from.</summary>
public static class ConditionTable
{
    /// <summary>The table; on a phone each line becomes a small card.</summary>
    public static Markup Of(IReadOnlyList<string> headers, IReadOnlyList<ConditionLine> lines)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentOutOfRangeException.ThrowIfNotEqual(headers.Count, 4);
        var html = new HtmlWriter().Open("table", ("class", "conditions")).Open("thead").Open("tr");
        foreach (var header in headers)
        {
            html.Element("th", header, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (var line in lines)
        {
            html.Open("tr", ("class", line.IsUnknown ? "ask" : null)).Element("th", line.Field, ("scope", "row")).Element("td", line.Condition)
                .Open("td").Add(Chip.Of(line.Origin)).Close().Element("td", line.Evidence, ("class", "evidence")).Close();
        }

        return html.Close().Close().ToMarkup();
    }
}
