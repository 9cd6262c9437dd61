using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Files.Writing;

namespace Kindred.Product;

/// <summary>A card as text for use elsewhere: JSON, SQL for three databases, spreadsheet formulas. The score is the same everywhere.</summary>
public static class CardExports
{
    /// <summary>The forms, with the ending of their file.</summary>
    public static IReadOnlyList<(string Form, string Ending)> Forms { get; } = [("json", "json"), ("sqlite", "sql"), ("postgres", "sql"), ("clickhouse", "sql"), ("formula", "csv")];

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

    /// <summary>A sheet that works when it is opened: names above, one row to fill, its points, its score. The formulas are ours; every name is kept from being taken for one.</summary>
    private static string Formulas(Scorecard card)
    {
        var formulas = ExportCard.Formulas(card);
        string[] names = [.. formulas.Fields, .. formulas.Parts.Select(part => part.Label + " (points)"), "score", .. ExportCard.Heading(card)];
        string[] row = [.. formulas.Fields.Select(_ => ""), .. formulas.Parts.Select(part => part.Formula), formulas.Total];
        return "\uFEFF" + string.Join(',', names.Select(SafeCsv.Cell)) + "\r\n" + string.Join(',', row.Select(Quoted)) + "\r\n";
    }

    /// <summary>A formula as a CSV cell: quoted, with nothing put before it.</summary>
    private static string Quoted(string formula) => formula.Length == 0 ? "" : "\"" + formula.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
