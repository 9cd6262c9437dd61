using System.CommandLine;
using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Profiles;

namespace Kindred.Cli;

/// <summary><c>kindred campaigns</c>: what was sent to whom, and what came of it.</summary>
internal static class CampaignsVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        return new Command("campaigns", ko ? "캠페인: 누구에게 보냈고 누가 답했는지 봐요." : "Campaigns: what was sent to whom, and who answered.") { List(language), Show(language), Add(language), Remove(language) };
    }

    private static Command List(Language language)
    {
        var ko = language == Language.Korean;
        var workspace = LeadOptions.Workspace(language);
        var format = CommonOptions.Format();
        var command = new Command("list", ko ? "캠페인을 새것부터 보여 줘요.\n\n예: kindred campaigns list" : "The campaigns, newest first.\n\nExample: kindred campaigns list") { workspace, format };
        command.SetAction(parsed =>
        {
            if (!ReadingCampaigns.Read(parsed.GetValue(workspace)!).TryGet(out var all, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json =>
                {
                    json.WriteStartObject();
                    json.WriteStartArray("campaigns");
                    foreach (var campaign in all)
                    {
                        json.WriteStartObject();
                        Head(json, campaign);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                });
                return ExitCode.Done;
            }

            foreach (var campaign in all)
            {
                Console.WriteLine($"{campaign.Name} · {campaign.Channel} · {Format.Date(campaign.From)} – {Format.Date(campaign.To)} · {Format.Grouped(campaign.Members.Count)}{(ko ? "명" : " members")}{(campaign.Cost is { } cost ? " · " + cost : "")}");
            }

            if (all.Count == 0)
            {
                Console.WriteLine(ko ? "캠페인이 없어요. kindred campaigns add로 넣어요." : "No campaigns. Add one with kindred campaigns add.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(Language language)
    {
        var ko = language == Language.Korean;
        var name = Name(language);
        var workspace = LeadOptions.Workspace(language);
        var format = CommonOptions.Format();
        var command = new Command("show", ko
            ? "고객상과의 거리와 직무마다 누가 답했는지, 캠페인의 다른 사람들과 나란히 보여 줘요.\n\n예: kindred campaigns show \"봄 메일\""
            : "Who answered, by fit and kind of person, beside everybody else in the campaign.\n\nExample: kindred campaigns show \"Spring mail\"") { name, workspace, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetValue(workspace)!;
            if (!ReadingCampaigns.Find(folder, parsed.GetValue(name)!).TryGet(out var campaign, out var reasons) || !(await OpenReading.ReadAsync(folder, cancel)).TryGet(out var open, out reasons))
            {
                return Output.Refuse(reasons, language);
            }

            var study = StudyCampaign.Run(open.Board.Book, open.Standing, campaign);
            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json => Write(json, study));
                return ExitCode.Done;
            }

            if (InventedMark.IsOn(folder))
            {
                Console.WriteLine(InventedMark.Notice.In(language));
            }

            Console.WriteLine(ko
                ? $"{campaign.Name}: {Format.Grouped(campaign.Members.Count)}명 (아는 사람 {Format.Grouped(study.Known)}명), 답함 {ReadingVerb.Rate(study.Replied)}, 데모 {ReadingVerb.Rate(study.Demo)}, 누름 {ReadingVerb.Rate(study.Cta)}{(study.IsOver ? "" : ", 아직 답을 기다려요")}"
                : $"{campaign.Name}: {Format.Grouped(campaign.Members.Count)} members ({Format.Grouped(study.Known)} known), replied {ReadingVerb.Rate(study.Replied)}, demo {ReadingVerb.Rate(study.Demo)}, clicked {ReadingVerb.Rate(study.Cta)}{(study.IsOver ? "" : ", answers may still come")}");
            foreach (var cell in study.Cells)
            {
                Console.WriteLine($"  {cell.Group.Label.In(language)} × {(cell.State is { } state ? StudyReading.StateLabel(state).In(language) : "–")}: n {Format.Grouped(cell.Reached)}, {Figure(ko ? "답함" : "replied", cell.Replied)}, {Figure(ko ? "데모" : "demo", cell.Demo)}, {Figure(ko ? "누름" : "clicked", cell.Cta)}");
            }

            return ExitCode.Done;
        });
        return command;

        static string Figure(string word, CampaignFigure figure) => $"{word} {ReadingVerb.Rate(figure.Own)} {figure.Verdict switch { CellVerdict.More => "▲", CellVerdict.Less => "▼", CellVerdict.NoDifference => "=", _ => "?" }}";
    }

    private static Command Add(Language language)
    {
        var ko = language == Language.Korean;
        var name = Name(language);
        var workspace = LeadOptions.Workspace(language);
        var members = new Option<string>("--members") { Description = ko ? "받은 사람의 CSV (줄마다 이메일)" : "CSV of who received it (an address a line)", Required = true };
        var from = new Option<string>("--from") { Description = ko ? "시작한 날 (yyyy-MM-dd)" : "First day (yyyy-MM-dd)", Required = true };
        var to = new Option<string>("--to") { Description = ko ? "끝난 날 (yyyy-MM-dd)" : "Last day (yyyy-MM-dd)", Required = true };
        var channel = new Option<string>("--channel") { Description = ko ? "채널" : "Channel", DefaultValueFactory = _ => "" };
        var cost = new Option<decimal?>("--cost") { Description = ko ? "비용" : "Cost" };
        var currency = new Option<string>("--currency") { Description = ko ? "비용의 통화" : "Currency of the cost", DefaultValueFactory = _ => "KRW" };
        var command = new Command("add", ko
            ? "캠페인을 넣어요. 같은 이름은 바꿔요.\n\n예: kindred campaigns add \"봄 메일\" --from 2026-03-01 --to 2026-03-10 --members spring.csv"
            : "Add a campaign; the same name is replaced.\n\nExample: kindred campaigns add \"Spring mail\" --from 2026-03-01 --to 2026-03-10 --members spring.csv") { name, workspace, members, from, to, channel, cost, currency };
        command.SetAction(async (parsed, cancel) =>
        {
            var file = parsed.GetValue(members)!;
            var code = parsed.GetValue(currency)!;
            if (!File.Exists(file))
            {
                return Output.Refuse([new Reason("campaigns.no-file", file, new Wording($"파일 '{file}'이 없어요. 받은 사람의 이메일이 든 CSV를 주세요.", $"There is no file '{file}'. Give a CSV with the addresses of its members."))], language);
            }

            if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
            {
                return Output.Refuse([new Reason("campaigns.currency", code, new Wording($"통화 '{code}'을(를) 모르겠어요. KRW, USD처럼 적어 주세요.", $"'{code}' is no currency. Write three letters such as KRW or USD."))], language);
            }

            if (!Days.TryRead(parsed.GetValue(from), TimeProvider.System, out var first))
            {
                return Output.Refuse([Days.Unreadable("--from", parsed.GetValue(from)!)], language);
            }

            if (!Days.TryRead(parsed.GetValue(to), TimeProvider.System, out var last))
            {
                return Output.Refuse([Days.Unreadable("--to", parsed.GetValue(to)!)], language);
            }

            var text = await File.ReadAllTextAsync(file, cancel);
            var folder = parsed.GetValue(workspace)!;
            if (!Storage.Workspace.OpenForReading(folder).TryGet(out var open, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            open.Dispose();
            if (!Campaign.Of(parsed.GetValue(name)!, parsed.GetValue(channel)!, first, last, parsed.GetValue(cost) is { } amount ? Money.FromMajor(amount, code) : null, text).TryGet(out var campaign, out reasons) || !ReadingCampaigns.Keep(folder, campaign).TryGet(out _, out reasons))
            {
                return Output.Refuse(reasons, language);
            }

            Console.WriteLine(ko ? $"'{campaign.Name}' 캠페인을 넣었어요. 받은 사람 {Format.Grouped(campaign.Members.Count)}명." : $"Campaign '{campaign.Name}' is in, {Format.Grouped(campaign.Members.Count)} members.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove(Language language)
    {
        var ko = language == Language.Korean;
        var name = Name(language);
        var workspace = LeadOptions.Workspace(language);
        var command = new Command("remove", ko ? "캠페인을 지워요.\n\n예: kindred campaigns remove \"봄 메일\"" : "Remove a campaign.\n\nExample: kindred campaigns remove \"Spring mail\"") { name, workspace };
        command.SetAction(parsed =>
        {
            if (!ReadingCampaigns.Remove(parsed.GetValue(workspace)!, parsed.GetValue(name)!).TryGet(out _, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            Console.WriteLine(ko ? "캠페인을 지웠어요." : "The campaign was removed.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Name(Language language) => new("NAME") { Description = language == Language.Korean ? "캠페인 이름" : "Name of the campaign" };

    private static void Head(Utf8JsonWriter json, Campaign campaign)
    {
        json.WriteString("name", campaign.Name);
        json.WriteString("channel", campaign.Channel);
        json.WriteString("from", Format.Date(campaign.From));
        json.WriteString("to", Format.Date(campaign.To));
        json.WriteString("cost", campaign.Cost?.ToString());
        json.WriteNumber("members", campaign.Members.Count);
    }

    private static void Write(Utf8JsonWriter json, CampaignStudy study)
    {
        json.WriteStartObject();
        Head(json, study.Campaign);
        json.WriteNumber("known", study.Known);
        json.WriteBoolean("isOver", study.IsOver);
        ReadingJson.Share(json, "replied", study.Replied);
        ReadingJson.Share(json, "demo", study.Demo);
        ReadingJson.Share(json, "cta", study.Cta);
        json.WriteStartArray("cells");
        foreach (var cell in study.Cells)
        {
            json.WriteStartObject();
            json.WriteString("state", cell.State is { } state ? WriteProfile.StateCode(state) : null);
            json.WriteString("group", cell.Group.Code);
            json.WriteNumber("reached", cell.Reached);
            foreach (var (name, figure) in new[] { ("replied", cell.Replied), ("demo", cell.Demo), ("cta", cell.Cta) })
            {
                json.WriteStartObject(name);
                ReadingJson.Share(json, "own", figure.Own);
                ReadingJson.Share(json, "rest", figure.Rest);
                MineJson.WriteNumber(json, "adjustedP", figure.AdjustedP);
                json.WriteString("verdict", ReadingJson.Verdict(figure.Verdict));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
