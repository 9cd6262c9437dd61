using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary><c>kindred leads</c>: which lead now.</summary>
internal static class LeadsVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var workspace = LeadOptions.Workspace(language);
        var card = LeadOptions.Card(language);
        var state = CommonOptions.Among(new Option<string>("--state") { Description = "over | one-question | more-questions | below" }, [.. Enum.GetValues<ScoreState>().Select(ScoreStates.Code)]);
        var since = new Option<int?>("--days") { Description = ko ? "며칠 안에 들어온 리드만" : "Only leads of the last days" };
        var top = new Option<int>("--top") { Description = ko ? "보여 줄 리드 수" : "Leads to show", DefaultValueFactory = _ => 20 };
        var format = CommonOptions.Format();
        var command = new Command("leads", ko
            ? "지금 연락할 리드를 점수 순으로 보여 줘요. 모르는 항목은 구간과 질문으로 남겨요.\n\n예: kindred leads --days 30 --state one-question"
            : "Leads by score: whom to call now. What is unknown stays an interval and a question.\n\nExample: kindred leads --days 30 --state one-question") { workspace, card, state, since, top, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var wanted = parsed.GetValue(top);
            if (wanted < 1)
            {
                return Output.Refuse([new Reason("leads.top", "--top", new Wording($"--top은 1 이상이에요. 받은 값: {Format.Whole(wanted)}.", $"--top is at least 1, not {Format.Whole(wanted)}."))], language);
            }

            if (!(await OpenLeads.ReadAsync(parsed.GetValue(workspace)!, parsed.GetValue(card), cancel)).TryGet(out var leads, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            DateOnly? from = parsed.GetValue(since) is { } days ? leads.Facts.AsOf.AddDays(-days) : null;
            var all = leads.Leads.Where(lead => from is null || lead.CreatedOn >= from).Select(lead => (Lead: lead, Receipt: leads.Receipt(lead))).ToArray();
            var shown = all.Where(entry => parsed.GetValue(state) is not { } code || !leads.ProgressOf(entry.Lead).IsBlind && ScoreStates.Code(entry.Receipt.Score.State) == code)
                .OrderBy(entry => leads.ProgressOf(entry.Lead).IsBlind).ThenByDescending(entry => leads.ProgressOf(entry.Lead).IsBlind ? 0 : entry.Receipt.Score.Expected).ThenBy(entry => entry.Lead.Id, StringComparer.Ordinal).Take(wanted).ToArray();
            if (parsed.GetValue(format) != "json" && InventedMark.IsOn(parsed.GetValue(workspace)!))
            {
                Console.WriteLine(InventedMark.Notice.In(language));
            }

            Show(leads, all, shown, parsed.GetValue(format) == "json", language);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(LeadWorkspace leads, (LeadEntry Lead, LeadReceipt Receipt)[] all, (LeadEntry Lead, LeadReceipt Receipt)[] shown, bool isJson, Language language)
    {
        var counts = Enum.GetValues<ScoreState>().Select(state => (State: state, Count: all.Count(entry => !leads.ProgressOf(entry.Lead).IsBlind && entry.Receipt.Score.State == state))).ToArray();
        var blind = all.Count(entry => leads.ProgressOf(entry.Lead).IsBlind);
        if (isJson)
        {
            Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("leads", all.Length);
                json.WriteStartObject("states");
                foreach (var (state, count) in counts)
                {
                    json.WriteNumber(ScoreStates.Code(state), count);
                }

                json.WriteEndObject();
                json.WriteNumber("blind", blind);
                json.WriteStartArray("top");
                foreach (var (lead, receipt) in shown)
                {
                    json.WriteStartObject();
                    LeadJson.Head(json, lead, receipt, leads.StandingOf(lead), leads.ProgressOf(lead));
                    LeadJson.Wording(json, "sentence", leads.ProgressOf(lead).IsBlind ? LeadSentences.Blind : receipt.Sentence);
                    if (!leads.ProgressOf(lead).IsBlind && receipt.Ask is { } ask)
                    {
                        LeadJson.Wording(json, "ask", ask);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
                CardInput.Write(json, leads.Card);
                json.WriteEndObject();
            });
            return;
        }

        var ko = language == Language.Korean;
        Console.WriteLine(ko ? $"리드 {Format.Grouped(all.Length)}곳" : $"{Format.Grouped(all.Length)} leads");
        foreach (var (state, count) in counts)
        {
            Console.WriteLine($"  {ScoreStates.Label(state).In(language)}: {Format.Grouped(count)}");
        }

        if (blind > 0)
        {
            Console.WriteLine((ko ? "  점수 없이 판단할 리드: " : "  to be judged without a score: ") + Format.Grouped(blind));
        }

        foreach (var (lead, receipt) in shown)
        {
            Console.WriteLine($"{lead.Id}  {lead.Name}  {(leads.ProgressOf(lead).IsBlind ? ko ? "점수 없이 판단" : "judge without a score" : LeadSentences.Line(receipt).In(language))}");
        }

        if (CardWords.Notice(leads.Card.State) is { } notice)
        {
            Console.WriteLine(notice.In(language));
        }
    }
}
