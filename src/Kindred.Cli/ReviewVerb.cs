using System.CommandLine;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.CustomerValue;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Reviews;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary><c>kindred review</c>: what profile and card were worth, and whether they stay.</summary>
internal static class ReviewVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var command = new Command("review", ko
            ? "고객상과 점수표를 점검해요: 초안을 만들고, 보고, 결정해요.\n\n예: kindred review draft"
            : "Review profile and card: draft, look, decide.\n\nExample: kindred review draft") { Draft(language), Show(language), Decide(language), Next(language), ReviewField.Report(language), ReviewField.Early(language), ReviewField.Trial(language), Story(language) };
        return command;
    }

    private static Option<string?> On(bool ko) => new("--as-of") { Description = ko ? "오늘 (yyyy-MM-dd)" : "Today (yyyy-MM-dd)" };

    private static Option<string?> Due(bool ko) => new("--due") { Description = ko ? "점검할 날 (기본: 다음 점검일)" : "Day the review is due (default: the next one)" };

    private static Option<string?> Board(bool ko) => new("--board") { Description = ko ? "이사회용 한 장을 쓸 파일 (.html이나 .md)" : "File for the page for the board (.html or .md)" };

    private static Option<string?> By(bool ko) => new("--by") { Description = ko ? "누가" : "Who" };

    private static Command Draft(Language language)
    {
        var ko = language == Language.Korean;
        var paths = CommonOptions.Paths(language, new Argument<string[]>("PATH") { Description = ko ? "파일이나 폴더 (없으면 작업 공간을 읽고 기록에 남겨요)" : "Files or folders (without any, the workspace is read and the draft kept in its log)", Arity = ArgumentArity.ZeroOrMore });
        var icp = new Option<string?>("--icp") { Description = ko ? "파일을 읽을 때의 고객상 (icp.json)" : "Profile for files (icp.json)" };
        var card = new Option<string?>("--card") { Description = ko ? "파일을 읽을 때의 점수표 (card.json)" : "Scorecard for files (card.json)" };
        var next = new Option<bool>("--next") { Description = ko ? "오늘 고객상을 다시 만들면 무엇이 바뀌는지도 적어요 (시간이 걸려요)" : "Also say what a profile built today would change (takes as long as a build)" };
        var (workspace, asOf, due, board, by, format) = (LeadOptions.Workspace(language), On(ko), Due(ko), Board(ko), By(ko), CommonOptions.Format());
        var command = new Command("draft", ko
            ? "점검 초안을 만들어요. 숫자만 적고, 결정은 사람이 해요.\n\n예: kindred review draft --board review.html"
            : "Draft the review: figures only, people decide.\n\nExample: kindred review draft --board review.html") { paths, icp, card, next, workspace, asOf, due, board, by, format };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!ReviewDates.TryRead(parsed.GetValue(asOf), parsed.GetValue(due), out var today, out var dueOn, out var wrong))
            {
                return Output.Refuse([wrong!], language);
            }

            var (files, folder) = (parsed.GetValue(paths)!, parsed.GetValue(workspace)!);
            var drafted = files.Length > 0
                ? OfFiles(files, parsed.GetValue(icp), parsed.GetValue(card), today, dueOn, language, cancel)
                : await ReviewFolder.KeepDraftAsync(folder, today, dueOn, parsed.GetValue(next), parsed.GetValue(by), cancel);
            return drafted.TryGet(out var draft, out var reasons)
                ? ReviewText.Show(draft, null, files.Length == 0 ? InventedMark.IsOn(folder) : InventedMark.IsIn(files), parsed.GetValue(board), parsed.GetValue(format) == "json", language)
                : Output.Refuse(reasons, language);
        });
        return command;
    }

    private static Command Show(Language language)
    {
        var ko = language == Language.Korean;
        var (workspace, asOf, due, board, format) = (LeadOptions.Workspace(language), On(ko), Due(ko), Board(ko), CommonOptions.Format());
        var command = new Command("show", ko
            ? "점검과 시험이 어디까지 왔는지 보여 줘요. 기록에 초안이 없으면 지금의 것을 보여 줘요.\n\n예: kindred review show --format json"
            : "Show where reviews and trials stand. Without a draft in the log, the one of today is shown.\n\nExample: kindred review show --format json") { workspace, asOf, due, board, format };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!ReviewDates.TryRead(parsed.GetValue(asOf), parsed.GetValue(due), out var today, out var dueOn, out var wrong))
            {
                return Output.Refuse([wrong!], language);
            }

            var folder = parsed.GetValue(workspace)!;
            var read = await ReviewFolder.ReadAsync(folder, today, dueOn, cancel);
            return read.TryGet(out var found, out var reasons)
                ? ReviewText.Show(found.Draft, found.Book, InventedMark.IsOn(folder), parsed.GetValue(board), parsed.GetValue(format) == "json", language)
                : Output.Refuse(reasons, language);
        });
        return command;
    }

    private static Command Decide(Language language)
    {
        var ko = language == Language.Korean;
        var decision = new Argument<string>("DECISION") { Description = "keep | adjust | rebuild | sign" };
        var why = new Option<string>("--why") { Description = ko ? "결정한 이유" : "Why", DefaultValueFactory = _ => "" };
        var role = new Option<string>("--role") { Description = (ko ? "서명하는 역할: " : "Role that signs: ") + string.Join(" | ", SignProfile.Roles.Select(one => one.Code)), DefaultValueFactory = _ => "" };
        var (workspace, asOf, due, by, format) = (LeadOptions.Workspace(language), On(ko), Due(ko), By(ko), CommonOptions.Format());
        var command = new Command("decide", ko
            ? "열린 점검을 결정하거나(그대로 두기·고치기·다시 만들기) 결정에 서명해요.\n\n예: kindred review decide keep --why \"달라진 것이 없어요\" --by 김도현"
            : "Decide the open review (keep, adjust, rebuild), or sign the decision.\n\nExample: kindred review decide keep --why \"nothing changed\" --by Kim") { decision, why, role, workspace, asOf, due, by, format };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!ReviewDates.TryRead(parsed.GetValue(asOf), parsed.GetValue(due), out _, out var dueOn, out var wrong))
            {
                return Output.Refuse([wrong!], language);
            }

            var decided = await ReviewFolder.DecideAsync(parsed.GetValue(workspace)!, dueOn, parsed.GetValue(decision)!, parsed.GetValue(why)!, parsed.GetValue(role)!, parsed.GetValue(by), cancel);
            if (!decided.TryGet(out var review, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            ReviewText.Decided(review, parsed.GetValue(format) == "json", language);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Next(Language language)
    {
        var ko = language == Language.Korean;
        var use = new Option<bool>("--use") { Description = ko ? "모두 동의한 고객상 초안을 쓰기 시작해요" : "Put the drafted profile to use; everybody needed has signed" };
        var (workspace, asOf, due, by, format) = (LeadOptions.Workspace(language), On(ko), Due(ko), By(ko), CommonOptions.Format());
        var command = new Command("next", ko
            ? "고치거나 다시 만들기로 한 점검의 다음 고객상과 점수표를 초안으로 써요. 결정할 때 쓰지 못했으면 다시 해요. 쓰고 있는 것은 그대로예요.\n\n예: kindred review next"
            : "Draft the next profile and card of a review that decided on a change, where deciding could not. What is in use stays as it is.\n\nExample: kindred review next") { use, workspace, asOf, due, by, format };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!ReviewDates.TryRead(parsed.GetValue(asOf), parsed.GetValue(due), out _, out var dueOn, out var wrong))
            {
                return Output.Refuse([wrong!], language);
            }

            var drafted = await ReviewFolder.NextAsync(parsed.GetValue(workspace)!, dueOn, parsed.GetValue(use), parsed.GetValue(by), cancel);
            if (!drafted.TryGet(out var review, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            ReviewText.Decided(review, parsed.GetValue(format) == "json", language);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Story(Language language)
    {
        var workspace = LeadOptions.Workspace(language);
        var command = new Command("story", language == Language.Korean ? "가상 회사의 점검 이야기를 작업 공간에 넣어요." : "Write the invented company's review into its workspace.") { workspace };
        command.Hidden = true;
        command.SetAction(async (parsed, cancel) =>
        {
            var written = await ReviewFolder.StoryAsync(parsed.GetValue(workspace)!, cancel);
            if (!written.TryGet(out var lines, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            Console.WriteLine(language == Language.Korean ? $"점검 기록 {Format.Whole(lines)}줄을 넣었어요." : $"{Format.Whole(lines)} lines of the review were written.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Result<ReviewDraft> OfFiles(string[] files, string? icp, string? card, DateOnly today, DateOnly? dueOn, Language language, CancellationToken cancel)
    {
        ProfileDocument? profile = null;
        (Scorecard Card, CardEvidence? Evidence, string Path)? scorecard = null;
        if (icp is not null && !ProfileFolder.Read(icp).TryGet(out profile, out var reasons))
        {
            return Result.Refused<ReviewDraft>(reasons);
        }

        if (card is not null)
        {
            if (!ScorecardFolder.Read(card).TryGet(out var found, out reasons))
            {
                return Result.Refused<ReviewDraft>(reasons);
            }

            scorecard = found;
        }

        return SourceFolder.Read(files, null, cancel).Then(read => Result.Accepted(read.SayReplaced(language)))
            .Then(reading => AccountsModule.Recognise(reading.Tables).Then(mapping => AccountsModule.Assemble(reading.Tables, mapping, new AssemblyOptions())))
            .Then(facts =>
            {
                var companies = CompaniesNow.Of(facts);
                return DraftReview.Run(new DraftReviewRequest
                {
                    Facts = facts,
                    Companies = companies,
                    Today = today,
                    DueOn = dueOn ?? today,
                    Profile = profile,
                    Standing = profile is null ? [] : LeadStanding.Of(profile, companies),
                    Card = scorecard?.Card,
                    Evidence = scorecard?.Evidence,
                    Ranking = RankCustomers.Run(facts).TryGet(out var ranking, out _) ? ranking : null,
                }, cancel);
            });
    }
}
