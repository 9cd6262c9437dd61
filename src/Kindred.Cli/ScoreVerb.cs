using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Kindred.Files.Scoring;

namespace Kindred.Cli;

/// <summary><c>kindred score</c>: scores a file of any size with a card.</summary>
internal static class ScoreVerb
{
    private const int ShownRejects = 5;

    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var file = new Argument<string>("FILE") { Description = ko ? "CSV, TSV 또는 XLSX 파일" : "A CSV, TSV or XLSX file" };
        var card = new Option<string>("--card") { Description = ko ? "점수표 (card.json)" : "The scorecard (card.json)", Required = true };
        var output = new Option<string>("--out") { Description = ko ? "쓸 CSV 파일" : "CSV file to write", Required = true };
        var id = new Option<string?>("--id") { Description = ko ? "행의 이름이 든 열 (기본: 파일의 줄 번호)" : "Column that names the rows (default: line in the file)" };
        var format = CommonOptions.Format();
        var command = new Command("score", ko
            ? "파일의 모든 행에 점수를 매겨요. 크기와 상관없이 메모리를 조금만 써요.\n\n예: kindred score leads.csv --card card.json --out scored.csv --id \"Record ID\""
            : "Score every row of a file, of any size, in little memory.\n\nExample: kindred score leads.csv --card card.json --out scored.csv --id \"Record ID\"") { file, card, output, id, format };
        command.SetAction((parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            var target = parsed.GetValue(output)!;
            var result = CardInput.Read(parsed.GetValue(card)!)
                .Then(read => ScoreFile.Run(new ScoreFileRequest(path, read, target, parsed.GetValue(id), language), Output.Progress(ko ? "점수" : "Scoring"), cancel).Then(done => Result.Accepted((Card: read, Done: done))));
            if (!result.TryGet(out var scored, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            if (scored.Done.Rejects.Count > 0)
            {
                AccountList.WriteRejects(target + ".rejects.csv", Path.GetFileName(path), scored.Done.Rejects, language);
            }

            Show(scored.Card, scored.Done, target, parsed.GetValue(format) == "json", language);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Show(Scorecard card, ScoreFileResult done, string target, bool isJson, Language language)
    {
        if (isJson)
        {
            Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("out", target);
                json.WriteNumber("scored", done.Scored);
                json.WriteNumber("rejected", done.Rejects.Count);
                json.WriteStartObject("states");
                foreach (var state in Enum.GetValues<ScoreState>())
                {
                    json.WriteNumber(ScoreStates.Code(state), done.States[(int)state]);
                }

                json.WriteEndObject();
                CardInput.Write(json, card);
                json.WriteEndObject();
            });
            return;
        }

        var ko = language == Language.Korean;
        Console.WriteLine(ko ? $"{Format.Grouped(done.Scored)}행에 점수를 매겨 {target}에 썼어요." : $"Scored {Format.Grouped(done.Scored)} rows into {target}.");
        foreach (var state in Enum.GetValues<ScoreState>())
        {
            Console.WriteLine($"  {ScoreStates.Label(state).In(language)}: {Format.Grouped(done.States[(int)state])}");
        }

        if (done.Rejects.Count > 0)
        {
            Console.WriteLine(ko ? $"읽지 못한 행 {Format.Grouped(done.Rejects.Count)}개는 이유와 함께 {target}.rejects.csv에 있어요." : $"{Format.Grouped(done.Rejects.Count)} rows could not be read; each with its reason in {target}.rejects.csv.");
            foreach (var reject in done.Rejects.Take(ShownRejects))
            {
                Console.WriteLine($"  {Format.Whole(reject.RowNumber)}: {reject.Reason.Message.In(language)}");
            }
        }

        if (CardWords.Notice(card.State) is { } notice)
        {
            Console.WriteLine(notice.In(language));
        }
    }
}
