using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Success;

namespace Kindred.Cli;

/// <summary><c>kindred health</c>: how running customers are, who may leave, what to look at.</summary>
internal static class HealthVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var file = new Argument<string?>("FILE") { Description = ko ? "고객이 한 줄씩인 파일 (--event와 함께; 없으면 작업 공간을 읽어요)" : "A file with one row a customer, with --event (without one, the workspace is read)", Arity = ArgumentArity.ZeroOrOne };
        var ended = new Option<string?>("--event") { Description = ko ? "떠났음을 뜻하는 열=값" : "COLUMN=VALUE that means it left" };
        var leaveOut = new Option<string?>("--leave-out") { Description = ko ? "보지 않을 열 (쉼표로 구분)" : "Columns not to look at, separated by commas" };
        var shared = new SuccessOptions(language);
        var top = new Option<int>("--top") { Description = ko ? "보여 줄 고객 수" : "Customers to show", DefaultValueFactory = _ => 15 };
        var format = CommonOptions.Format();
        var command = new Command("health", ko
            ? "고객의 건강 점수, 90일 안에 떠날 확률, 조용해진 고객, 갱신, 이번 주 알림을 보여 줘요.\n\n예: kindred health --top 20 --weights usage-trend=35,survey=0\n    kindred health customers.csv --event Churn=Yes"
            : "Show customers' health, their chance of leaving within 90 days, who fell silent, renewals and this week's alerts.\n\nExamples:\n  kindred health --top 20 --weights usage-trend=35,survey=0\n  kindred health customers.csv --event Churn=Yes") { file, ended, leaveOut, top, format };
        shared.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var wanted = parsed.GetValue(top);
            if (wanted < 1)
            {
                return Output.Refuse([new Reason("success.top", "--top", new Wording($"--top은 1 이상이에요. 받은 값: {Format.Whole(wanted)}.", $"--top is at least 1, not {Format.Whole(wanted)}."))], language);
            }

            if (parsed.GetValue(file) is { } path)
            {
                return Snapshot(path, parsed.GetValue(ended), parsed.GetValue(leaveOut), wanted, parsed.GetValue(format) == "json", language, cancel);
            }

            if (!(await shared.StudyAsync(parsed, cancel)).TryGet(out var found, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json => SuccessJson.Health(json, found.Snapshot.Facts!, found.Study, wanted));
                return ExitCode.Done;
            }

            if (found.Snapshot.IsInvented)
            {
                Console.WriteLine(InventedMark.Notice.In(language));
            }

            HealthText.Write(found.Snapshot.Facts!, found.Study, wanted, language);
            return ExitCode.Done;
        });
        return command;
    }

    private static int Snapshot(string path, string? ended, string? leaveOut, int top, bool isJson, Language language, CancellationToken cancel)
    {
        if (ended is null)
        {
            return Output.Refuse([new Reason("success.event", path, new Wording("파일을 볼 때는 누가 떠났는지 --event 열=값으로 알려 주세요. 예: --event Churn=Yes", "To look at a file, say who left with --event COLUMN=VALUE, as in --event Churn=Yes."))], language);
        }

        if (EventOption.Read(ended, language) is not { } wanted)
        {
            return ExitCode.WrongUsage;
        }

        string[] without = (leaveOut ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!InputTables.ReadOne(path, cancel).Then(reading => StudySnapshot.Run(new SnapshotRequest(reading.Table, wanted.Column, wanted.Value, without))).TryGet(out var study, out var reasons))
        {
            return Output.Refuse(reasons, language);
        }

        if (isJson)
        {
            Output.Json(json => SnapshotText.Write(json, study, top));
        }
        else
        {
            SnapshotText.Write(study, top, language);
        }

        return ExitCode.Done;
    }
}
