using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Reviews;

namespace Kindred.Cli;

/// <summary><c>kindred review report|early|trial</c>: what people write down between two reviews.</summary>
internal static class ReviewField
{
    private static readonly string[] Stances = [.. Enum.GetValues<FeedbackStance>().Select(stance => Code(stance.ToString()))];
    private static readonly string[] Causes = [.. Enum.GetValues<OffCycleCause>().Select(cause => Code(cause.ToString()))];

    /// <summary>A report of sales or customer success.</summary>
    public static Command Report(Language language)
    {
        var ko = language == Language.Korean;
        var question = new Option<string>("--question") { Description = (ko ? "질문: " : "Question: ") + string.Join(" | ", DecideReview.Questions), Required = true };
        var text = new Option<string>("--text") { Description = ko ? "들은 그대로" : "In their words", Required = true };
        var clause = new Option<string?>("--clause") { Description = (ko ? "고객상의 어느 조건: " : "Clause of the profile: ") + string.Join(" | ", StateClause.Rows) };
        clause.AcceptOnlyFromAmong([.. StateClause.Rows]);
        var stance = new Option<string>("--stance") { Description = ko ? "그 조건과 맞는지 다른지" : "Whether it speaks for or against that clause", DefaultValueFactory = _ => Stances[0] };
        stance.AcceptOnlyFromAmong(Stances);
        var (workspace, by) = (LeadOptions.Workspace(language), By(ko));
        var command = new Command("report", ko
            ? "영업이나 고객 성공이 들은 말을 남겨요. 다음 점검에서 고객상 조건과 나란히 보여요.\n\n예: kindred review report --question sales-feedback.objections --text \"보안 검토가 길어요\" --clause size --stance against"
            : "Write down what sales or customer success heard. The next review shows it beside the clause.\n\nExample: kindred review report --question sales-feedback.objections --text \"security reviews take long\" --clause size --stance against") { question, text, clause, stance, workspace, by };
        command.SetAction(async (parsed, cancel) =>
        {
            var row = parsed.GetValue(clause);
            var note = new FeedbackNote(parsed.GetValue(question)!, parsed.GetValue(text)!, row, row is null ? FeedbackStance.Neutral : Enum.GetValues<FeedbackStance>()[Array.IndexOf(Stances, parsed.GetValue(stance))]);
            return Said(await ReviewFolder.ReportAsync(parsed.GetValue(workspace)!, note, parsed.GetValue(by), cancel), new Wording("들은 말을 남겼어요.", "Written down."), language);
        });
        return command;
    }

    /// <summary>A reason to review before the day.</summary>
    public static Command Early(Language language)
    {
        var ko = language == Language.Korean;
        var cause = new Option<string>("--cause") { Description = (ko ? "무엇이 달라졌는지: " : "What changed: ") + string.Join(" | ", Causes), Required = true };
        cause.AcceptOnlyFromAmong(Causes);
        var why = new Option<string>("--why") { Description = ko ? "자세히" : "In your words", Required = true };
        var asOf = new Option<string?>("--as-of") { Description = ko ? "오늘 (yyyy-MM-dd)" : "Today (yyyy-MM-dd)" };
        var (workspace, by) = (LeadOptions.Workspace(language), By(ko));
        var command = new Command("early", ko
            ? "점검을 오늘로 앞당겨요. 초안은 다음에 kindred review draft나 서버가 만들어요.\n\n예: kindred review early --cause own-price --why \"가격을 10% 올렸어요\""
            : "Start a review today instead of on its day. kindred review draft or the server then drafts it.\n\nExample: kindred review early --cause own-price --why \"prices went up by 10 %\"") { cause, why, workspace, asOf, by };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!ReviewDates.TryRead(parsed.GetValue(asOf), null, out var today, out _, out var wrong))
            {
                return Output.Refuse([wrong!], language);
            }

            var reason = new OffCycleReason(Enum.GetValues<OffCycleCause>()[Array.IndexOf(Causes, parsed.GetValue(cause))], parsed.GetValue(why)!);
            var added = await ReviewFolder.EarlyAsync(parsed.GetValue(workspace)!, today, reason, parsed.GetValue(by), cancel);
            return Said(added, new Wording($"{Format.Date(today)} 점검을 시작했어요. kindred review draft --due {Format.Date(today)}로 초안을 만들어 주세요.", $"The review of {Format.Date(today)} is started. Draft it: kindred review draft --due {Format.Date(today)}"), language);
        });
        return command;
    }

    /// <summary>Starting and stopping a trial.</summary>
    public static Command Trial(Language language) => new("trial", language == Language.Korean ? "기준 이상만 영업에 주는 시험을 시작하고 멈춰요." : "Start and stop a trial in which only leads over the cut go to sales.") { Start(language), Stop(language) };

    private static Command Start(Language language)
    {
        var ko = language == Language.Korean;
        var days = new Option<int>("--days") { Description = ko ? "며칠 동안 (1–180)" : "Days it runs (1–180)", DefaultValueFactory = _ => 14 };
        var share = new Option<int>("--share") { Description = ko ? "기준 아래에서 무작위로 고르는 비율, % (1–50)" : "Percent drawn at random below the cut (1–50)", DefaultValueFactory = _ => 20 };
        var dry = new Option<bool>("--dry-run") { Description = ko ? "무엇을 볼 수 있는지만 말하고 시작하지 않아요" : "Only say what it can show" };
        var (workspace, by) = (LeadOptions.Workspace(language), By(ko));
        var command = new Command("start", ko
            ? "시험을 오늘 시작해요. 시작하기 전에 무엇을 볼 수 있는지 적어 둬요.\n\n예: kindred review trial start --days 14 --share 20"
            : "Start a trial today. What it can show is stated and kept before it starts.\n\nExample: kindred review trial start --days 14 --share 20") { days, share, dry, workspace, by };
        command.SetAction(async (parsed, cancel) =>
        {
            var planned = await ReviewFolder.StartTrialAsync(parsed.GetValue(workspace)!, parsed.GetValue(days), parsed.GetValue(share) / 100.0, parsed.GetValue(dry), parsed.GetValue(by), cancel);
            if (!planned.TryGet(out var plan, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            Console.WriteLine(plan.Shows.In(language));
            if (!parsed.GetValue(dry))
            {
                Console.WriteLine(ko ? $"{Format.Whole(plan.Number)}번 시험을 시작했어요: {Format.Date(plan.StartsOn)}–{Format.Date(plan.EndsOn)}, 기준 {Format.Whole(plan.Cut)}점." : $"Trial {Format.Whole(plan.Number)} has started: {Format.Date(plan.StartsOn)}–{Format.Date(plan.EndsOn)}, cut {Format.Whole(plan.Cut)}.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Stop(Language language)
    {
        var ko = language == Language.Korean;
        var why = new Option<string>("--why") { Description = ko ? "멈추는 이유" : "Why it is stopped", Required = true };
        var (workspace, by) = (LeadOptions.Workspace(language), By(ko));
        var command = new Command("stop", ko
            ? "지금 하는 시험을 멈추고, 그때까지 본 것을 남겨요.\n\n예: kindred review trial stop --why \"리드가 적어요\""
            : "Stop the trial that runs; what it showed until then is kept.\n\nExample: kindred review trial stop --why \"too few leads\"") { why, workspace, by };
        command.SetAction(async (parsed, cancel) =>
        {
            var stopped = await ReviewFolder.StopTrialAsync(parsed.GetValue(workspace)!, parsed.GetValue(why)!, parsed.GetValue(by), cancel);
            return stopped.TryGet(out var reading, out var reasons) ? Said(Result.Accepted(0), reading.Sentence, language) : Output.Refuse(reasons, language);
        });
        return command;
    }

    private static Option<string?> By(bool ko) => new("--by") { Description = ko ? "누가" : "Who" };

    private static int Said(Result<int> done, Wording words, Language language)
    {
        if (!done.TryGet(out _, out var reasons))
        {
            return Output.Refuse(reasons, language);
        }

        Console.WriteLine(words.In(language));
        return ExitCode.Done;
    }

    private static string Code(string name) => string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
