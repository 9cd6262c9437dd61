using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Leads;

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
        var capacities = new Option<string?>("--capacities") { Description = ko ? "담당자마다 다른 처리량 (owner,capacity 열이 있는 CSV)" : "CSV with the columns owner and capacity, for owners who differ" };
        var timing = new Option<int>("--timing-days") { Description = ko ? "'시기 아님'으로 넘긴 리드가 며칠 뒤에 다시 올라올지 (1–730)" : "Days after which a lead passed for its timing comes back (1–730)", DefaultValueFactory = _ => LeadProgress.DefaultTimingDays };
        var explore = new Option<double>("--explore") { Description = ko ? "기준 아래에서 무작위로 뽑을 비율 (0–0.5)" : "Share of leads below the cut to draw at random (0–0.5)", DefaultValueFactory = _ => 0.1 };
        var days = new Option<int>("--days") { Description = ko ? "며칠 안에 들어온 리드 (기본: 지난 분기)" : "Leads of the last days (default: last quarter)", DefaultValueFactory = _ => QuarterDays };
        var dryRun = new Option<bool>("--dry-run") { Description = ko ? "기록하지 않고 무엇이 될지만 보여 줘요" : "Show what would happen; log nothing" };
        var seed = CommonOptions.Seed(language);
        var format = CommonOptions.Format();
        var command = new Command("route", ko
            ? "리드를 담당자에게 나눠요. 기준 아래에서도 조금 뽑아 점수 없이 판단하게 해요.\n\n예: kindred route --dry-run --capacity 15"
            : "Give leads to their owners. Some below the cut are drawn and judged without their score.\n\nExample: kindred route --dry-run --capacity 15") { workspace, card, capacity, capacities, explore, timing, days, dryRun, seed, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var isDry = parsed.GetValue(dryRun);
            var call = (Capacity: parsed.GetValue(capacity), Capacities: parsed.GetValue(capacities), Timing: parsed.GetValue(timing), Explore: parsed.GetValue(explore), Days: parsed.GetValue(days), Seed: parsed.GetValue(seed), IsJson: parsed.GetValue(format) == "json");
            var folder = parsed.GetValue(workspace)!;
            Result<IReadOnlyList<RoutedLead>> Route(LeadWorkspace leads)
            {
                var from = leads.Facts.AsOf.AddDays(-call.Days);
                var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
                var recent = leads.Leads.Where(lead => lead.CreatedOn is null || lead.CreatedOn >= from || leads.ProgressOf(lead).ReturnsOn(call.Timing) <= today).ToArray();
                return Owners(leads, recent, call.Capacities, call.Capacity, cancel).Then(owners => RouteLeads.Run(
                    new RouteLeadsRequest([.. recent.Select(lead => new LeadToRoute(lead.Id, leads.Receipt(lead).Score, lead.Owner))], owners, leads.Card.Cut, call.Explore, call.Seed) { Log = leads.Log, Today = today, TimingDays = call.Timing }));
            }

            var done = isDry
                ? (await OpenLeads.ReadAsync(folder, parsed.GetValue(card), cancel)).Then(leads => Route(leads).Then(log => Result.Accepted(Show(leads, log, true, call.IsJson, language))))
                : await OpenLeads.WithOwnedAsync(folder, parsed.GetValue(card), async (owned, leads) =>
                {
                    if (!Route(leads).TryGet(out var log, out var refused))
                    {
                        return Result.Refused<int>(refused);
                    }

                    await LeadRecords.RouteAsync(owned, leads, log, TimeProvider.System.GetUtcNow(), cancel);
                    return Result.Accepted(Show(leads, log, false, call.IsJson, language));
                }, cancel);
            return done.TryGet(out var code, out var reasons) ? code : Output.Refuse(reasons, language);
        });
        return command;
    }

    /// <summary>Owners of the leads to route with the usual capacity; a file may name any owner and give each one a capacity of their own.</summary>
    private static Result<IReadOnlyDictionary<string, int>> Owners(LeadWorkspace leads, IReadOnlyList<LeadEntry> recent, string? file, int usual, CancellationToken cancel)
    {
        IReadOnlyCollection<string> Names(IEnumerable<LeadEntry> of) => [.. of.Select(lead => lead.Owner).OfType<string>().Distinct(StringComparer.Ordinal).DefaultIfEmpty(Nobody)];
        var routed = Names(recent);
        if (file is null)
        {
            return Result.Accepted<IReadOnlyDictionary<string, int>>(routed.ToDictionary(owner => owner, _ => usual, StringComparer.Ordinal));
        }

        return InputTables.ReadOne(file, cancel).Then(read => read.Rejects.Count > 0 ? Result.Refused<IReadOnlyDictionary<string, int>>([.. read.Rejects.Select(reject => reject.Reason)]) : OwnerCapacities.Read(read.Table, Names(leads.Leads), usual)).Then(all => Result.Accepted<IReadOnlyDictionary<string, int>>(
            all.Where(entry => routed.Contains(entry.Key) || entry.Value != usual).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal)));
    }

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

        foreach (var route in new[] { LeadRoute.Ask, LeadRoute.Waiting, LeadRoute.Held, LeadRoute.Decided })
        {
            Console.WriteLine($"{Label(route).In(language)}: {Format.Grouped(log.Count(entry => entry.Route == route))}");
        }

        Console.WriteLine(isDry ? ko ? "기록하지 않았어요." : "Nothing was logged." : ko ? "판단 기록에 남겼어요." : "Logged.");
        return ExitCode.Done;
    }

    private static Wording Label(LeadRoute route) => route switch
    {
        LeadRoute.Ask => new("질문 하나 남음", "one question away"),
        LeadRoute.Decided => new("이미 판단함", "decided already"),
        LeadRoute.Waiting => new("자리를 기다림", "waiting for room"),
        _ => new("나누지 않음", "not routed"),
    };
}
