using System.CommandLine;
using Kindred.Core.Basics;
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
                : ScorecardFolder.Read(parsed.GetValue(card)!).Then(found => CardExports.Text(found.Card, kind, name));
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
}
