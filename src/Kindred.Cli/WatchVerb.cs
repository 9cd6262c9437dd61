using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Notifications;

namespace Kindred.Cli;

/// <summary><c>kindred watch</c>: new exports dropped into a folder are imported and scored by themselves.</summary>
internal static class WatchVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var folder = new Argument<string>("DIR") { Description = ko ? "내려받은 파일을 놓는 폴더" : "Folder that exports are dropped into" };
        var workspace = LeadOptions.Workspace(language);
        var every = new Option<int>("--every") { Description = ko ? "몇 초마다 볼지 (1–3600)" : "Seconds between looks (1–3600)", DefaultValueFactory = _ => 10 };
        var settle = new Option<int>("--settle") { Description = ko ? "파일이 몇 초 동안 그대로면 다 받은 것으로 볼지 (0–3600)" : "Seconds a file must stay the same to count as complete (0–3600)", DefaultValueFactory = _ => 5 };
        var rounds = new Option<int?>("--rounds") { Description = ko ? "몇 번 보고 끝낼지 (기본: 계속)" : "Looks before it ends (default: for ever)" };
        var command = new Command("watch", ko
            ? "폴더를 지켜보다가 새 파일이 다 받아지면 가져오고 리드 점수를 다시 매겨요. 하루에 한 번, 때가 된 점검 초안과 월요일 소식도 만들어요. 멈추려면 Ctrl+C.\n\n예: kindred watch ./exports"
            : "Watch a folder: a new export is imported once it is complete, and the leads are scored again. Once a day it also makes the review drafts and Monday notes that are due. Ctrl+C ends it.\n\nExample: kindred watch ./exports") { folder, workspace, every, settle, rounds };
        command.SetAction(async (parsed, cancel) =>
        {
            var (wait, still) = (parsed.GetValue(every), parsed.GetValue(settle));
            if (wait is < 1 or > 3600 || still is < 0 or > 3600)
            {
                return Output.Refuse([new Reason("watch.seconds", "--every", new Wording($"--every {Format.Whole(wait)}, --settle {Format.Whole(still)}: --every는 1–3600, --settle은 0–3600초예요.", $"--every {Format.Whole(wait)}, --settle {Format.Whole(still)}: --every takes 1–3600 and --settle 0–3600 seconds."))], language);
            }

            var watch = new WatchFolder(parsed.GetValue(folder)!, parsed.GetValue(workspace)!, TimeProvider.System, TimeSpan.FromSeconds(still));
            for (var round = 0; parsed.GetValue(rounds) is not { } most || round < most; round++)
            {
                if (round > 0)
                {
                    await Task.Delay(TimeSpan.FromSeconds(wait), TimeProvider.System, cancel);
                }

                var looked = await watch.LookAsync(cancel);
                if (!looked.TryGet(out var done, out var reasons))
                {
                    // Another process may own the workspace for a while; the next look tries again.
                    if (reasons[0].Code != "storage.workspace-locked")
                    {
                        return Output.Refuse(reasons, language);
                    }

                    Output.Refuse(reasons, language);
                    continue;
                }

                Show(done, language);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Wording Made(DueThing thing) => thing.Kind switch
    {
        DueKind.Reminder => new($"{Format.Date(thing.On)} 점검이 다가온다고 알렸어요.", $"Reminder of the review of {Format.Date(thing.On)}: made."),
        DueKind.Draft => new($"{Format.Date(thing.On)} 점검의 초안을 만들었어요. kindred review show로 보세요.", $"Draft of the review of {Format.Date(thing.On)}: made. See it with kindred review show."),
        DueKind.Note => new($"{Format.Date(thing.On)} 월요일 소식을 만들었어요. kindred note로 보세요.", $"Note of Monday {Format.Date(thing.On)}: made. See it with kindred note."),
        _ => new($"{Format.Date(thing.On)} 열람 소식을 만들었어요.", $"Digest of reading of {Format.Date(thing.On)}: made."),
    };

    private static void Show(WatchRound round, Language language)
    {
        var ko = language == Language.Korean;
        foreach (var file in round.Imported)
        {
            Console.WriteLine(ko ? $"{file}: 가져왔어요." : $"{file}: imported.");
        }

        foreach (var (file, reason) in round.Refused)
        {
            Console.Error.WriteLine($"{file}: {reason.Message.In(language)} [{reason.Code}]");
        }

        foreach (var thing in round.Made)
        {
            Console.WriteLine(Made(thing).In(language));
        }

        if (round.Scored is { } scored)
        {
            Console.WriteLine(ko ? $"리드 {Format.Grouped(scored)}곳의 점수를 다시 매겼어요." : $"{Format.Grouped(scored)} leads scored again.");
        }
    }
}
