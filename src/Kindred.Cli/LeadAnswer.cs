using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Leads;

namespace Kindred.Cli;

/// <summary><c>kindred lead answer</c>: what a rep found out counts at once, with who said it.</summary>
internal static class LeadAnswer
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var id = LeadVerb.Id(language);
        var workspace = LeadOptions.Workspace(language);
        var field = new Option<string>("--field") { Description = ko ? "점수표의 항목 (lead explain의 질문에 나와요)" : "Field of the card (lead explain names it with its question)", Required = true };
        var value = new Option<string?>("--value") { Description = ko ? "답" : "The answer" };
        var undo = new Option<bool>("--undo") { Description = ko ? "앞서 적은 답을 되돌려요" : "Take the earlier answer back" };
        var by = new Option<string?>("--by") { Description = ko ? "누가 알아냈는지" : "Who found out" };
        var format = CommonOptions.Format();
        var command = new Command("answer", ko
            ? "먼저 물어볼 것의 답을 적어요. 바로 점수에 들어가고, 영수증에 누가 언제 답했는지 남고, 되돌릴 수 있어요.\n\n예: kindred lead answer LEAD-10001 --field \"budget signal\" --value 예 --by 김지우"
            : "Answer what the card asks. It counts at once, the receipt says who answered when, and it can be taken back.\n\nExample: kindred lead answer LEAD-10001 --field \"budget signal\" --value yes --by Kim") { id, workspace, field, value, undo, by, format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(undo) == (result.GetValue(value) is not null))
            {
                result.AddError(ko ? "--value와 --undo 중 하나만 써 주세요." : "Give either --value or --undo.");
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var done = await OpenLeads.WithOwnedAsync(parsed.GetValue(workspace)!, null, async (owned, leads) =>
            {
                if (!LeadBook.Find(leads.Leads, parsed.GetValue(id)!).TryGet(out var lead, out var reasons)
                    || !(await LeadRecords.AnswerAsync(owned, leads, lead, parsed.GetValue(field)!, parsed.GetValue(undo) ? null : parsed.GetValue(value), parsed.GetValue(by), TimeProvider.System.GetUtcNow(), cancel)).TryGet(out var after, out reasons))
                {
                    return Result.Refused<int>(reasons);
                }

                Show(after, lead, parsed.GetValue(format) == "json", parsed.GetValue(undo), language);
                return Result.Accepted(ExitCode.Done);
            }, cancel);
            return done.TryGet(out var code, out var refused) ? code : Output.Refuse(refused, language);
        });
        return command;
    }

    private static void Show(LeadWorkspace after, LeadEntry lead, bool isJson, bool isUndone, Language language)
    {
        var receipt = after.Receipt(lead);
        var progress = after.ProgressOf(lead);
        if (isJson)
        {
            Output.Json(json =>
            {
                json.WriteStartObject();
                LeadJson.Head(json, lead, receipt, after.StandingOf(lead), progress);
                LeadJson.Wording(json, "sentence", progress.IsBlind ? LeadSentences.Blind : receipt.Sentence);
                json.WriteEndObject();
            });
            return;
        }

        var ko = language == Language.Korean;
        Console.WriteLine(isUndone ? ko ? "답을 되돌렸어요." : "Taken back." : ko ? "답을 남겼어요." : "Kept.");
        Console.WriteLine(progress.IsBlind ? LeadSentences.Blind.In(language) : LeadSentences.Line(receipt).In(language));
    }
}
