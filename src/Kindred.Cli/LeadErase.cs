using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Storage;

namespace Kindred.Cli;

/// <summary><c>kindred lead erase</c>: deletes what the workspace wrote about a lead.</summary>
internal static class LeadErase
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var id = LeadVerb.Id(language);
        var workspace = LeadOptions.Workspace(language);
        var yes = new Option<bool>("--yes") { Description = ko ? "정말 지워요; 없으면 몇 줄인지만 말해요" : "Do delete; without it, only how many rows there are is said" };
        var command = new Command("erase", ko
            ? "리드의 점수, 판단, 답, 월요일 소식에 나온 줄을 지워요. 되돌릴 수 없어요. 가져온 파일은 그대로예요: CRM에서 지우고 다시 가져와 주세요. 지문은 남아서 나머지 기록은 계속 확인할 수 있어요.\n\n예: kindred lead erase LEAD-10001 --yes"
            : "Delete the scores, decisions and answers of a lead and where Monday notes name it. This cannot be undone. Imported files stay: delete in the CRM and import again. Digests stay, so the other records can still be checked.\n\nExample: kindred lead erase LEAD-10001 --yes") { id, workspace, yes };
        command.SetAction(async (parsed, cancel) =>
        {
            var (folder, named) = (parsed.GetValue(workspace)!, parsed.GetValue(id)!);
            if (!File.Exists(Path.Combine(folder, "kindred.db")))
            {
                return Output.Refuse(Workspace.OpenForReading(folder).Reasons, language);
            }

            if (!(await Workspace.OpenAsync(folder, TimeProvider.System, cancel)).TryGet(out var owned, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            using (owned)
            {
                // A lead whose row is gone from the files already is known by its id only.
                var lead = (await LeadWorkspace.ReadAsync(owned, folder, null, cancel)).Then(leads => LeadBook.Find(leads.Leads, named)).TryGet(out var found, out var missing) ? found.Id : named;
                var rows = await EraseLead.CountAsync(owned, lead, cancel);
                if (rows == 0 && missing.Count > 0)
                {
                    return Output.Refuse(missing, language);
                }

                if (!parsed.GetValue(yes))
                {
                    return Output.Refuse([new Reason("leads.not-confirmed", lead, new Wording($"'{lead}'의 기록이 {Format.Grouped(rows)}줄 있어요. 지우면 되돌릴 수 없어요. 지우려면 --yes를 붙여 주세요.", $"There are {Format.Grouped(rows)} rows about '{lead}'. Deleting cannot be undone; add --yes to delete them."))], language);
                }

                var erased = await EraseLead.RunAsync(owned, lead, TimeProvider.System.GetUtcNow(), cancel);
                Console.WriteLine(ko ? $"{Format.Grouped(erased)}줄을 지웠어요." : $"{Format.Grouped(erased)} rows deleted.");
                return ExitCode.Done;
            }
        });
        return command;
    }
}
