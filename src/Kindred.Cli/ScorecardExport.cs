using System.CommandLine;
using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary><c>kindred scorecard export</c>: the card as JSON, its schema, SQL or spreadsheet formulas.</summary>
internal static class ScorecardExport
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var card = new Argument<string>("CARD") { Description = ko ? "card.json이나 작업 공간 폴더" : "A card.json or a workspace folder", DefaultValueFactory = _ => "kindred-data" };
        var form = CommonOptions.Among(new Option<string>("--as") { Description = "json | schema | sqlite | postgres | clickhouse | formula", Required = true }, "json", "schema", "sqlite", "postgres", "clickhouse", "formula");
        var table = new Option<string>("--table") { Description = ko ? "SQL에 쓸 표 이름" : "Table in the SQL", DefaultValueFactory = _ => "accounts" };
        var output = new Option<string?>("--out") { Description = ko ? "쓸 파일 (없으면 화면)" : "File to write (default: standard output)" };
        var command = new Command("export", ko
            ? "점수표를 다른 곳에서 쓰도록 내보내요: JSON, SQL, 스프레드시트 수식. 점수는 어디서나 같아요.\n\n예: kindred scorecard export card.json --as postgres --table leads"
            : "Export the card for use elsewhere: JSON, SQL, spreadsheet formulas. The score is the same everywhere.\n\nExample: kindred scorecard export card.json --as postgres --table leads") { card, form, table, output };
        command.SetAction((parsed, cancel) =>
        {
            var kind = parsed.GetValue(form)!;
            var name = parsed.GetValue(table)!;
            var text = kind == "schema"
                ? Result.Accepted(CardSchema.Text)
                : ScorecardFolder.Read(parsed.GetValue(card)!).Then(found => Named(name).Then(_ => Result.Accepted(Text(found.Card, kind, name))));
            if (!text.TryGet(out var written, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            if (parsed.GetValue(output) is { } path)
            {
                ProfileFolder.Put(path, written);
                Console.WriteLine(ko ? $"{path}에 썼어요." : $"Wrote {path}.");
            }
            else
            {
                Console.Write(written);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Result<string> Named(string table) => table.Length > 0 && !table.Contains('\0', StringComparison.Ordinal)
        ? Result.Accepted(table)
        : Result.Refused<string>("scorecards.table-name", "--table", "표 이름이 비어 있어요. --table에 표 이름을 주세요.", "The table name is empty. Give one with --table.");

    private static string Text(Scorecard card, string kind, string table) => kind switch
    {
        "json" => CardFile.ToJson(card),
        "sqlite" => ExportCard.SqlQuery(card, SqlDialect.Sqlite, table),
        "postgres" => ExportCard.SqlQuery(card, SqlDialect.Postgres, table),
        "clickhouse" => ExportCard.SqlQuery(card, SqlDialect.ClickHouse, table),
        _ => Formulas(card),
    };

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
