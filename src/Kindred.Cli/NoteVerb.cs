using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Reviews;

namespace Kindred.Cli;

/// <summary><c>kindred note</c>: what changed, five leads, one question.</summary>
internal static class NoteVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var workspace = LeadOptions.Workspace(language);
        var on = new Option<string?>("--on") { Description = ko ? "그 주의 아무 날 (yyyy-MM-dd, 기본은 오늘)" : "Any day of the week (yyyy-MM-dd; today by default)" };
        var format = CommonOptions.Format();
        var command = new Command("note", ko
            ? "월요일 소식: 달라진 것, 리드 다섯, 질문 하나.\n\n예: kindred note"
            : "The Monday note: what changed, five leads, one question.\n\nExample: kindred note") { workspace, on, format };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!Days.TryRead(parsed.GetValue(on), TimeProvider.System, out var day))
            {
                return Output.Refuse([Days.Unreadable("--on", parsed.GetValue(on)!)], language);
            }

            var folder = parsed.GetValue(workspace)!;
            if (!(await ReviewFolder.NoteAsync(folder, ReviewWorkspace.MondayOf(day), cancel)).TryGet(out var note, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            if (parsed.GetValue(format) == "json")
            {
                Console.Out.Write(ReviewJson.WriteIndented(note));
                return ExitCode.Done;
            }

            if (InventedMark.IsOn(folder))
            {
                Console.WriteLine(InventedMark.Notice.In(language));
            }

            Console.WriteLine(note.Title.In(language));
            Console.WriteLine();
            foreach (var change in note.Changes)
            {
                Console.WriteLine("- " + change.In(language));
            }

            Console.WriteLine();
            foreach (var lead in note.Leads)
            {
                Console.WriteLine($"{Format.Whole(lead.Score),3}  {lead.Name}  {lead.Why.In(language)}");
            }

            Console.WriteLine();
            Console.WriteLine("? " + note.Question.In(language));
            return ExitCode.Done;
        });
        return command;
    }
}
