using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary><c>kindred route</c>: gives leads to owners and keeps a log of why.</summary>
internal static class RouteVerb
{
    private const int QuarterDays = 91;
    private const string Nobody = "team";

    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var workspace = LeadOptions.Workspace(language);
        var card = LeadOptions.Card(language);
        var capacity = new Option<int>("--capacity") { Description = ko ? "담당자 한 사람이 맡을 수 있는 리드 수" : "Leads one owner can take", DefaultValueFactory = _ => 20 };
        var explore = new Option<double>("--explore") { Description = ko ? "기준 아래에서 무작위로 뽑을 비율 (0–0.5)" : "Share of leads below the cut to draw at random (0–0.5)", DefaultValueFactory = _ => 0.1 };
        var days = new Option<int>("--days") { Description = ko ? "며칠 안에 들어온 리드 (기본: 지난 분기)" : "Leads of the last days (default: last quarter)", DefaultValueFactory = _ => QuarterDays };
        var dryRun = new Option<bool>("--dry-run") { Description = ko ? "기록하지 않고 무엇이 될지만 보여 줘요" : "Show what would happen; log nothing" };
        var seed = CommonOptions.Seed(language);
        var format = CommonOptions.Format();
        var command = new Command("route", ko
            ? "리드를 담당자에게 나눠요. 기준 아래에서도 조금 뽑아 점수 없이 판단하게 해요.\n\n예: kindred route --dry-run --capacity 15"
            : "Give leads to their owners. Some below the cut are drawn and judged without their score.\n\nExample: kindred route --dry-run --capacity 15") { workspace, card, capacity, explore, days, dryRun, seed, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var isDry = parsed.GetValue(dryRun);
            var call = (Capacity: parsed.GetValue(capacity), Explore: parsed.GetValue(explore), Days: parsed.GetValue(days), Seed: parsed.GetValue(seed), IsJson: parsed.GetValue(format) == "json");
            var folder = parsed.GetValue(workspace)!;
            Result<IReadOnlyList<RoutedLead>> Route(LeadWorkspace leads)
            {
                var from = leads.Facts.AsOf.AddDays(-call.Days);
                var recent = leads.Leads.Where(lead => lead.CreatedOn is null || lead.CreatedOn >= from).ToArray();
                var owners = recent.Select(lead => lead.Owner).OfType<string>().Distinct(StringComparer.Ordinal).DefaultIfEmpty(Nobody).ToDictionary(owner => owner, _ => call.Capacity, StringComparer.Ordinal);
                return RouteLeads.Run(new RouteLeadsRequest([.. recent.Select(lead => new LeadToRoute(lead.Id, leads.Receipt(lead).Score, lead.Owner))], owners, leads.Card.Cut, call.Explore, call.Seed));
            }

            var done = isDry
                ? (await OpenLeads.ReadAsync(folder, parsed.GetValue(card), cancel)).Then(leads => Route(leads).Then(log => Result.Accepted(Show(leads, log, true, call.IsJson, language))))
                : await OpenLeads.WithOwnedAsync(folder, parsed.GetValue(card), async (owned, leads) =>
                {
                    if (!Route(leads).TryGet(out var log, out var refused))
                    {
                        return Result.Refused<int>(refused);
                    }

                    await KeepAsync(owned, leads, log, cancel);
                    return Result.Accepted(Show(leads, log, false, call.IsJson, language));
                }, cancel);
            return done.TryGet(out var code, out var reasons) ? code : Output.Refuse(reasons, language);
        });
        return command;
    }

    private static async Task KeepAsync(Storage.Workspace owned, LeadWorkspace leads, IReadOnlyList<RoutedLead> log, CancellationToken cancel)
    {
        var cardId = CardFile.Id(leads.Card);
        var now = TimeProvider.System.GetUtcNow();
        var byId = leads.Leads.ToDictionary(lead => lead.Id, StringComparer.Ordinal);
        await owned.Leads.AddScoresAsync([.. log.Select(entry => leads.Record(byId[entry.Id], leads.Receipt(byId[entry.Id]), cardId, now))], cancel);
        await owned.Leads.AddEventsAsync([.. log.Select(entry => new LeadEvent(0, entry.Id, Kind(entry.Route), entry.Owner, entry.Why.En, cardId, now))], cancel);
    }

    private static LeadEventKind Kind(LeadRoute route) => route switch { LeadRoute.Queued => LeadEventKind.Queued, LeadRoute.Explored => LeadEventKind.Explored, _ => LeadEventKind.Held };

    private static int Show(LeadWorkspace leads, IReadOnlyList<RoutedLead> log, bool isDry, bool isJson, Language language)
    {
        var ko = language == Language.Korean;
        if (isJson)
        {
            Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteBoolean("dryRun", isDry);
                json.WriteStartObject("routes");
                foreach (var route in Enum.GetValues<LeadRoute>())
                {
                    json.WriteNumber(route.ToString().ToLowerInvariant(), log.Count(entry => entry.Route == route));
                }

                json.WriteEndObject();
                json.WriteStartArray("log");
                foreach (var entry in log)
                {
                    json.WriteStartObject();
                    json.WriteString("id", entry.Id);
                    json.WriteString("route", entry.Route.ToString().ToLowerInvariant());
                    json.WriteString("owner", entry.Owner);
                    json.WriteNumber("place", entry.Place);
                    MineJson.WriteNumber(json, "score", entry.ShownScore);
                    LeadJson.Wording(json, "why", entry.Why);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                CardInput.Write(json, leads.Card);
                json.WriteEndObject();
            });
            return ExitCode.Done;
        }

        foreach (var queue in log.Where(entry => entry.Place > 0).GroupBy(entry => entry.Owner!, StringComparer.Ordinal))
        {
            Console.WriteLine(ko ? $"{queue.Key} ({Format.Whole(queue.Count())}곳)" : $"{queue.Key} ({Format.Whole(queue.Count())})");
            foreach (var entry in queue)
            {
                Console.WriteLine($"  {Format.Whole(entry.Place),3}. {entry.Id}  {(entry.ShownScore is { } score ? Format.Whole(score) : ko ? "점수 없이" : "no score")}");
            }
        }

        foreach (var route in new[] { LeadRoute.Ask, LeadRoute.Waiting, LeadRoute.Held })
        {
            Console.WriteLine($"{Label(route).In(language)}: {Format.Grouped(log.Count(entry => entry.Route == route))}");
        }

        Console.WriteLine(isDry ? ko ? "기록하지 않았어요." : "Nothing was logged." : ko ? "판단 기록에 남겼어요." : "Logged.");
        return ExitCode.Done;
    }

    private static Wording Label(LeadRoute route) => route switch
    {
        LeadRoute.Ask => new("질문 하나 남음", "one question away"),
        LeadRoute.Waiting => new("자리를 기다림", "waiting for room"),
        _ => new("나누지 않음", "not routed"),
    };
}
