using System.CommandLine;
using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary><c>kindred scorecard learn</c>: cards by mode, each with its quality on rows left out.</summary>
internal static class ScorecardLearn
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var file = new Argument<string?>("FILE") { Description = ko ? "CSV, TSV 또는 XLSX 파일 (없으면 작업 공간)" : "A CSV, TSV or XLSX file (none: the workspace)", Arity = ArgumentArity.ZeroOrOne };
        var workspace = new Option<string?>("--workspace") { Description = ko ? "가져온 파일의 계약한 신규 딜에서 배우고, 초안을 여기에 둬요" : "Learn who buys from what was imported here, and leave the draft here" };
        var target = new Option<string?>("--target") { Description = ko ? "결과 열=긍정으로 볼 값 (파일에 필요해요)" : "COLUMN=VALUE of the outcome (needed with a file)" };
        var ignore = new Option<string?>("--ignore") { Description = ko ? "보지 않을 열 (쉼표로 구분)" : "Columns to leave alone, separated by commas" };
        var mode = CommonOptions.Among(new Option<string>("--mode") { Description = "template | capped | free | all", DefaultValueFactory = _ => "all" }, "template", "capped", "free", "all");
        var attributes = new Option<int>("--attributes") { Description = ko ? "점수표에 넣을 최대 항목 수" : "Most fields of a card", DefaultValueFactory = _ => 12 };
        var monotone = new Option<string?>("--monotone") { Description = ko ? "방향 파일: field,direction (rising | falling | peaked)" : "File of directions: field,direction (rising | falling | peaked)" };
        var categories = new Option<string?>("--categories") { Description = ko ? "영역 파일: field,category[,points][,value,share]" : "File of categories: field,category[,points][,value,share]" };
        var folds = new Option<string?>("--folds") { Description = ko ? "나눔 파일: row,fold" : "File of folds: row,fold" };
        var oof = new Option<string?>("--oof") { Description = ko ? "떼어 둔 행의 점수를 적을 파일" : "File for the scores of rows left out" };
        var cardOut = new Option<string?>("--card") { Description = ko ? "가장 나은 점수표를 적을 card.json" : "card.json to write the recommended card to" };
        var account = new Option<string?>("--account") { Description = ko ? "같은 회사의 행을 묶는 열" : "Column that says which rows belong to one account" };
        var date = new Option<string?>("--date") { Description = ko ? "결정한 날의 열 (마지막 20%로 평가해요)" : "Column with the day of the decision (quality is then that of the last 20 %)" };
        var keepLeaks = new Option<bool>("--keep-leaks") { Description = ko ? "결과 뒤에 적힌 것으로 보이는 열도 써요" : "Learn from columns that look written after the outcome too" };
        var seed = CommonOptions.Seed(language);
        var format = CommonOptions.Format();
        var command = new Command("learn", ko
            ? "결과가 있는 파일에서 점수표를 배워요. 방식마다 떼어 둔 행에서 잰 품질을 함께 보여요.\n\n예:\n  kindred scorecard learn deals.csv --target Status=Won --mode free"
            : "Learn a card from a file with outcomes; each mode comes with its quality on rows left out.\n\nExample:\n  kindred scorecard learn deals.csv --target Status=Won --mode free")
        { file, workspace, target, ignore, mode, attributes, monotone, categories, folds, oof, cardOut, account, date, keepLeaks, seed, format };
        command.SetAction((parsed, cancel) =>
        {
            var call = new ScorecardCall(
                parsed.GetValue(file),
                parsed.GetValue(workspace),
                parsed.GetValue(target),
                parsed.GetValue(ignore)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                parsed.GetValue(mode) == "all" ? null : [Enum.Parse<ScorecardMode>(parsed.GetValue(mode)!, ignoreCase: true)],
                parsed.GetValue(attributes),
                parsed.GetValue(account),
                parsed.GetValue(date),
                parsed.GetValue(keepLeaks),
                parsed.GetValue(seed));
            if (call.WrongUsage(language) is { } wrong)
            {
                Console.Error.WriteLine(wrong);
                return Task.FromResult(ExitCode.WrongUsage);
            }

            return RunAsync(call, ScorecardInputs.Read(parsed.GetValue(monotone), parsed.GetValue(categories), parsed.GetValue(folds), cancel),
                parsed.GetValue(oof), parsed.GetValue(cardOut), parsed.GetValue(format) == "json", language, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(ScorecardCall call, Result<ScorecardInputs> inputs, string? oof, string? cardOut, bool isJson, Language language, CancellationToken cancel)
    {
        if (!inputs.TryGet(out var given, out var reasons))
        {
            return Output.Refuse(reasons, language);
        }

        var progress = Output.Progress(language == Language.Korean ? "점수표" : "Card");
        var result = call.Workspace is { } folder
            ? (await LearnDraft.RunAsync(folder, call.WorkspaceRequest(given), TimeProvider.System, progress, cancel)).Then(done => Result.Accepted((done.Learned, (Sufficiency?)done.Evidence.Sufficiency)))
            : call.FileRequest(given, cancel).Then(request => LearnScorecard.Run(request, TimeProvider.System, progress, cancel)).Then(done => Result.Accepted((done, done.Sufficiency)));
        if (!result.TryGet(out var found, out reasons))
        {
            return Output.Refuse(reasons, language);
        }

        var (learned, sufficiency) = found;
        var best = learned.Best!;
        if (oof is not null)
        {
            WriteOutOfFold(oof, best);
        }

        if (cardOut is not null)
        {
            ProfileFolder.Put(Path.GetFullPath(cardOut), CardFile.ToJson(best.Card!));
        }

        if (isJson)
        {
            Output.Json(writer => ScorecardJson.Write(writer, learned, sufficiency, language));
        }
        else
        {
            ScorecardText.Write(Console.Out, learned, sufficiency, language);
        }

        return ExitCode.Done;
    }

    private static void WriteOutOfFold(string path, ModeResult mode)
    {
        var text = new StringBuilder("row,fold,score,probability\n");
        foreach (var score in mode.LeftOut)
        {
            text.Append(Format.Whole(score.Row)).Append(',').Append(Format.Whole(score.Fold)).Append(',').Append(Format.Whole(score.Score)).Append(',').Append(Format.Number(score.Probability)).Append('\n');
        }

        File.WriteAllText(path, text.ToString());
    }
}
