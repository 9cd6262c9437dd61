using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;

namespace Kindred.Product;

/// <summary>A card as text for use elsewhere: JSON, SQL for three databases, spreadsheet formulas. The score is the same everywhere.</summary>
public static class CardExports
{
    /// <summary>The forms, with the ending of their file.</summary>
    public static IReadOnlyList<(string Form, string Ending)> Forms { get; } = [("json", "json"), ("sqlite", "sql"), ("postgres", "sql"), ("clickhouse", "sql"), ("formula", "tsv")];

    /// <summary>Name of the file of a form.</summary>
    public static string Name(Scorecard card, string form)
    {
        ArgumentNullException.ThrowIfNull(card);
        return $"card-v{Format.Whole(card.Version)}{(form == "json" ? "" : "-" + form)}.{Forms.First(each => each.Form == form).Ending}";
    }

    /// <summary>The text of a form.</summary>
    /// <param name="card">The card.</param>
    /// <param name="form">json, sqlite, postgres, clickhouse or formula.</param>
    /// <param name="table">Table in the SQL.</param>
    /// <returns>The text; refused: <c>scorecards.table-name</c>, <c>scorecards.export-form</c>.</returns>
    public static Result<string> Text(Scorecard card, string form, string table)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length == 0 || table.Contains('\0', StringComparison.Ordinal))
        {
            return Result.Refused<string>("scorecards.table-name", "--table", "표 이름이 비어 있어요. --table에 표 이름을 주세요.", "The table name is empty. Give one with --table.");
        }

        var text = form switch
        {
            "json" => CardFile.ToJson(card),
            "sqlite" => ExportCard.SqlQuery(card, SqlDialect.Sqlite, table),
            "postgres" => ExportCard.SqlQuery(card, SqlDialect.Postgres, table),
            "clickhouse" => ExportCard.SqlQuery(card, SqlDialect.ClickHouse, table),
            "formula" => Formulas(card),
            _ => null,
        };
        var forms = string.Join(", ", Forms.Select(each => each.Form));
        return text is not null ? Result.Accepted(text) : Result.Refused<string>("scorecards.export-form", form,
            $"'{form}' 형식으로는 내보낼 수 없어요. 쓸 수 있는 형식: {forms}.", $"A card cannot be exported as '{form}'. Forms: {forms}.");
    }

    private static string Formulas(Scorecard card)
    {
        var formulas = ExportCard.Formulas(card);
        var text = new StringBuilder();
        foreach (var line in ExportCard.Heading(card))
        {
            text.Append(line).Append('\n');
        }

        for (var i = 0; i < formulas.Fields.Count; i++)
        {
            text.Append(CardFormulas.Letters(i)).Append("1\t").Append(formulas.Fields[i]).Append('\n');
        }

        for (var i = 0; i < formulas.Parts.Count; i++)
        {
            text.Append(CardFormulas.Letters(formulas.Fields.Count + i)).Append("2\t").Append(formulas.Parts[i].Formula).Append('\n');
        }

        text.Append(CardFormulas.Letters(formulas.Fields.Count + formulas.Parts.Count)).Append("2\t").Append(formulas.Total).Append('\n');
        return formulas.Whole is { } whole ? text.Append('\n').Append(whole).Append('\n').ToString() : text.ToString();
    }
}
