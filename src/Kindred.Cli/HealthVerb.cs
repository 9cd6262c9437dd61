using System.CommandLine;
using Kindred.Core.Basics;

namespace Kindred.Cli;

/// <summary><c>kindred health</c>: how running customers are, who may leave, what to look at.</summary>
internal static class HealthVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var shared = new SuccessOptions(language);
        var top = new Option<int>("--top") { Description = ko ? "보여 줄 고객 수" : "Customers to show", DefaultValueFactory = _ => 15 };
        var format = CommonOptions.Format();
        var command = new Command("health", ko
            ? "고객의 건강 점수, 90일 안에 떠날 확률, 조용해진 고객, 갱신, 이번 주 알림을 보여 줘요.\n\n예: kindred health --top 20 --weights usage-trend=35,survey=0"
            : "Show customers' health, their chance of leaving within 90 days, who fell silent, renewals and this week's alerts.\n\nExample: kindred health --top 20 --weights usage-trend=35,survey=0") { top, format };
        shared.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var wanted = parsed.GetValue(top);
            if (wanted < 1)
            {
                return Output.Refuse([new Reason("success.top", "--top", new Wording($"--top은 1 이상이에요. 받은 값: {Format.Whole(wanted)}.", $"--top is at least 1, not {Format.Whole(wanted)}."))], language);
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
}
