using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>A card as spreadsheet formulas (Excel, LibreOffice, Google Sheets; English function names, commas).</summary>
/// <param name="Fields">Field of each input column, from column A.</param>
/// <param name="Parts">What each formula is for, and the formula: one an attribute and one a line. A word where a number stands gives #N/A, never points.</param>
/// <param name="Total">Formula of the score over the parts when they stand behind the inputs, in the same row.</param>
/// <param name="Whole">One formula for all; null when it would be longer than the 8,192 characters a cell takes.</param>
public sealed record CardFormulas(IReadOnlyList<string> Fields, IReadOnlyList<(string Label, string Formula)> Parts, string Total, string? Whole)
{
    private const int LongestFormula = 8192;

    internal static CardFormulas Of(CardPlan plan, int row)
    {
        var fields = plan.Fields.ToArray();
        string Cell(string field) => Letters(Array.FindIndex(fields, one => one.Name == field)) + Format.Whole(row);
        var parts = new List<(string, string)>();
        foreach (var field in fields.Where(field => field.Attribute is not null))
        {
            parts.Add((field.Name, "=" + Attribute(field, Cell(field.Name))));
        }

        foreach (var line in plan.Card.Lines)
        {
            var holds = string.Join(",", line.Conditions.Conditions.Select(condition => Holds(condition, Cell(condition.Field))));
            parts.Add((line.Conditions.ToString(), $"=IF(AND({holds}),{Format.Whole(CardPlan.PointsOf(line, true))},{Format.Whole(CardPlan.PointsOf(line, false))})"));
        }

        var whole = "=" + string.Join("+", parts.Select(part => part.Item2[1..]));
        return new CardFormulas(
            [.. fields.Select(field => field.Name)], parts,
            $"=SUM({Letters(fields.Length)}{Format.Whole(row)}:{Letters(fields.Length + parts.Count - 1)}{Format.Whole(row)})",
            whole.Length <= LongestFormula ? whole : null);
    }

    /// <summary>A, B, … Z, AA, ….</summary>
    public static string Letters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        var text = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            text = (char)('A' + ((rest - 1) % 26)) + text;
        }

        return text;
    }

    private static string Attribute(PlanField field, string cell)
    {
        var bins = field.Attribute!.Bins;
        var formula = new StringBuilder();
        var open = 1;
        formula.Append("IF(").Append(cell).Append("=\"\",").Append(Format.Whole(field.Missing.Points)).Append(',');
        if (field.IsNumber)
        {
            formula.Append("IF(NOT(ISNUMBER(").Append(cell).Append(")),NA(),");
            open++;
        }

        var values = bins.Where(bin => bin.Condition is not null).ToArray();
        var last = field.IsNumber ? values[^1] : bins.First(bin => bin.Kind == CardBinKind.Other);
        foreach (var bin in field.IsNumber ? values[..^1] : values)
        {
            // Intervals ascend and join: the upper end alone tells.
            formula.Append("IF(").Append(field.IsNumber ? cell + "<=" + Number(bin.Condition!.UpTo) : Holds(bin.Condition!, cell)).Append(',').Append(Format.Whole(bin.Points)).Append(',');
            open++;
        }

        return formula.Append(Format.Whole(last.Points)).Append(')', open).ToString();
    }

    private static string Holds(Condition condition, string cell) => condition.Op switch
    {
        ConditionOp.Interval => "AND(ISNUMBER(" + cell + ")" + (double.IsInfinity(condition.Above) ? "" : "," + cell + ">" + Number(condition.Above)) + (double.IsInfinity(condition.UpTo) ? "" : "," + cell + "<=" + Number(condition.UpTo)) + ")",
        ConditionOp.HasAny => Or(condition.Values.Select(tag => $"ISNUMBER(FIND({Text(ExportCard.TagSeparator + tag + ExportCard.TagSeparator)},{Tags(cell)}))")),
        _ => Or(condition.Values.Select(word => $"EXACT({cell},{Text(word)})")),
    };

    /// <summary>The cell with a separator at both ends and none of the blanks around separators that people type.</summary>
    private static string Tags(string cell) => $"\";\"&SUBSTITUTE(SUBSTITUTE(TRIM({cell}),\"; \",\";\"),\" ;\",\";\")&\";\"";

    private static string Or(IEnumerable<string> all) => all.ToArray() is { Length: 1 } one ? one[0] : "OR(" + string.Join(",", all) + ")";

    private static string Text(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Number(double value) => Format.Number(value);
}
