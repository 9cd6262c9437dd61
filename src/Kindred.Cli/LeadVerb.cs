using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Leads;

namespace Kindred.Cli;

/// <summary><c>kindred lead</c>: one lead explained, taken, passed or erased.</summary>
internal static class LeadVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        return new Command("lead", ko ? "리드 하나: 점수의 이유를 보고, 맡거나 넘겨요." : "One lead: why it scores so, and take it or pass.")
        {
            Explain(language), Decide(language, isTake: true), Decide(language, isTake: false), LeadAnswer.Create(language), LeadDecisions.Create(language), LeadErase.Create(language),
        };
    }

    private static Command Explain(Language language)
    {
        var ko = language == Language.Korean;
        var id = Id(language);
        var workspace = LeadOptions.Workspace(language);
        var card = LeadOptions.Card(language);
        var openedBy = new Option<string?>("--opened-by") { Description = ko ? "누가 열었는지 기록해요 (판단까지 걸린 시간을 재요)" : "Log who opened it (measures the time to the decision)" };
        var format = CommonOptions.Format();
        var command = new Command("explain", ko
            ? "점수 한 점 한 점의 이유, 먼저 물어볼 것, 기준을 넘는 가장 작은 변화를 보여 줘요.\n\n예: kindred lead explain LEAD-10001"
            : "Every point explained, what to ask first, and the smallest change that reaches the cut.\n\nExample: kindred lead explain LEAD-10001") { id, workspace, card, openedBy, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetValue(workspace)!;
            var read = await OpenLeads.ReadAsync(folder, parsed.GetValue(card), cancel);
            if (!read.Then(leads => LeadBook.Find(leads.Leads, parsed.GetValue(id)!).Then(found => Result.Accepted((Leads: leads, Lead: found)))).TryGet(out var one, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            if (parsed.GetValue(openedBy) is { } by && !(await LogAsync(folder, parsed.GetValue(card), one.Lead.Id, LeadEventKind.Opened, by, null, cancel)).TryGet(out _, out reasons))
            {
                return Output.Refuse(reasons, language);
            }

            var receipt = one.Leads.Receipt(one.Lead);
            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json =>
                {
                    json.WriteStartObject();
                    LeadJson.Head(json, one.Lead, receipt, one.Leads.StandingOf(one.Lead), one.Leads.ProgressOf(one.Lead));
                    LeadJson.Signals(json, ReadSignals.On(one.Leads.Facts.AsOf, one.Leads.Signals[one.Lead.Account]));
                    if (one.Leads.ProgressOf(one.Lead).IsBlind)
                    {
                        LeadJson.Blind(json, receipt);
                    }
                    else
                    {
                        LeadJson.Receipt(json, receipt);
                    }

                    CardInput.Write(json, one.Leads.Card);
                    json.WriteEndObject();
                });
            }
            else
            {
                LeadText.Card(Console.Out, one.Leads, one.Lead, receipt, language);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Decide(Language language, bool isTake)
    {
        var ko = language == Language.Korean;
        var id = Id(language);
        var workspace = LeadOptions.Workspace(language);
        var by = new Option<string?>("--by") { Description = ko ? "누가 판단했는지" : "Who decided" };
        var reason = new Option<string?>("--reason") { Description = string.Join(" | ", PassReasons.Codes), Required = !isTake };
        var command = isTake
            ? new Command("take", ko ? "리드를 맡아요.\n\n예: kindred lead take LEAD-10001 --by 김지우" : "Take a lead.\n\nExample: kindred lead take LEAD-10001 --by Kim") { id, workspace, by }
            : new Command("pass", ko ? "이유를 골라 리드를 넘겨요.\n\n예: kindred lead pass LEAD-10001 --reason timing" : "Pass on a lead, with the reason.\n\nExample: kindred lead pass LEAD-10001 --reason timing") { id, workspace, by, reason };
        command.SetAction(async (parsed, cancel) =>
        {
            PassReason? code = null;
            if (!isTake)
            {
                if (!PassReasons.Read(parsed.GetValue(reason)!).TryGet(out var read, out var wrong))
                {
                    return Output.Refuse(wrong, language);
                }

                code = read;
            }

            var logged = await LogAsync(parsed.GetValue(workspace)!, null, parsed.GetValue(id)!, isTake ? LeadEventKind.Taken : LeadEventKind.Passed, parsed.GetValue(by), code, cancel);
            if (!logged.TryGet(out _, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            Console.WriteLine(ko ? isTake ? "맡았어요." : "넘겼어요. 이유를 판단 기록에 남겼어요." : isTake ? "Taken." : "Passed. The reason is in the decision log.");
            return ExitCode.Done;
        });
        return command;
    }

    internal static Argument<string> Id(Language language) => new("ID") { Description = language == Language.Korean ? "리드 번호, CRM 번호, 도메인 또는 회사 이름" : "Lead id, CRM id, domain or company name" };

    private static Task<Result<int>> LogAsync(string folder, string? card, string named, LeadEventKind kind, string? by, PassReason? reason, CancellationToken cancel) => OpenLeads.WithOwnedAsync(folder, card, async (workspace, leads) =>
    {
        if (!LeadBook.Find(leads.Leads, named).TryGet(out var lead, out var reasons))
        {
            return Result.Refused<int>(reasons);
        }

        return (await LeadRecords.DecideAsync(workspace, leads, lead, kind, by, reason, TimeProvider.System.GetUtcNow(), cancel)).Then(_ => Result.Accepted(0));
    }, cancel);
}
