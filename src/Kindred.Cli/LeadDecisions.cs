using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Leads;

namespace Kindred.Cli;

/// <summary><c>kindred lead decisions</c>: how long people take, what they pass on, and how blind leads compare.</summary>
internal static class LeadDecisions
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var workspace = LeadOptions.Workspace(language);
        var timing = new Option<int>("--timing-days") { Description = ko ? "'시기 아님'으로 넘긴 리드가 며칠 뒤에 다시 올라올지 (1–730)" : "Days after which a lead passed for its timing comes back (1–730)", DefaultValueFactory = _ => LeadProgress.DefaultTimingDays };
        var format = CommonOptions.Format();
        var command = new Command("decisions", ko
            ? "판단까지 걸린 시간, 넘긴 이유와 그것이 ICP에 대해 말하는 것, 점수 없이 본 리드와의 비교를 보여 줘요."
            : "Show the time to a decision, the reasons for passing and what they say about the ICP, and how leads judged without a score compare.") { workspace, timing, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetValue(workspace)!;
            if (!Storage.Workspace.OpenForReading(folder).TryGet(out var opened, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            using (opened)
            {
                var times = DecisionTimes.Of(await opened.Leads.EventsAsync(null, cancel));
                PassFeedbackResult? feedback = null;
                if (times.Decisions > 0 && !(await LeadWorkspace.ReadAsync(opened, folder, null, cancel)).Then(leads => leads.Feedback(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime), parsed.GetValue(timing))).TryGet(out feedback, out reasons))
                {
                    return Output.Refuse(reasons, language);
                }

                var isJson = parsed.GetValue(format) == "json";
                Show(times, feedback, isJson, language);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(DecisionTimes times, PassFeedbackResult? feedback, bool isJson, Language language)
    {
        if (isJson)
        {
            Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("decisions", times.Decisions);
                MineJson.WriteNumber(json, "medianSeconds", times.MedianSeconds);
                MineJson.WriteNumber(json, "withinTwoMinutes", times.WithinTwoMinutes);
                json.WriteStartObject("passReasons");
                foreach (var (reason, count) in times.PassReasons)
                {
                    json.WriteNumber(PassReasons.Code(reason), count);
                }

                json.WriteEndObject();
                json.WriteNumber("taken", times.Taken.Taken);
                json.WriteNumber("scored", times.Taken.Of);
                json.WriteNumber("takenBlind", times.TakenExplored.Taken);
                json.WriteNumber("blind", times.TakenExplored.Of);
                FeedbackText.Json(json, feedback);
                json.WriteEndObject();
            });
            return;
        }

        var ko = language == Language.Korean;
        Console.WriteLine(ko ? $"판단 {Format.Grouped(times.Decisions)}건" : $"{Format.Grouped(times.Decisions)} decisions");
        if (times.MedianSeconds is { } seconds)
        {
            var share = Format.Percent(times.WithinTwoMinutes ?? 0, 0);
            Console.WriteLine(ko ? $"열고 나서 판단까지 절반은 {Format.Fixed(seconds, 0)}초 안이에요. 2분 안: {share}" : $"Half were decided within {Format.Fixed(seconds, 0)} s of opening; within two minutes: {share}.");
        }

        Console.WriteLine(ko
            ? $"맡은 리드: 점수를 보고 {Format.Whole(times.Taken.Of)}건 중 {Format.Whole(times.Taken.Taken)}건, 점수 없이 {Format.Whole(times.TakenExplored.Of)}건 중 {Format.Whole(times.TakenExplored.Taken)}건"
            : $"Taken: {Format.Whole(times.Taken.Taken)} of {Format.Whole(times.Taken.Of)} with a score, {Format.Whole(times.TakenExplored.Taken)} of {Format.Whole(times.TakenExplored.Of)} without.");
        foreach (var (reason, count) in times.PassReasons)
        {
            Console.WriteLine($"  {PassReasons.Label(reason).In(language)}: {Format.Whole(count)}");
        }

        FeedbackText.Text(Console.Out, feedback, language);
    }
}
