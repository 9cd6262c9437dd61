using System.CommandLine;
using System.Text.Json;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Success;

namespace Kindred.Cli;

/// <summary><c>kindred tiers</c>: who is looked after how, who moved and why, what to do by when.</summary>
internal static class TiersVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var shared = new SuccessOptions(language);
        var top = new Option<int>("--top") { Description = ko ? "등급마다 보여 줄 고객 수" : "Customers to show a tier", DefaultValueFactory = _ => 10 };
        var format = CommonOptions.Format();
        var command = new Command("tiers", ko
            ? "고객을 A·B·C로 나누고, 누가 왜 옮겼는지와 기한이 있는 할 일을 보여 줘요.\n\n예: kindred tiers --capacity-a 15 --capacity-b 50"
            : "Sort customers into tiers A, B and C, and show who moved and why and what to do by when.\n\nExample: kindred tiers --capacity-a 15 --capacity-b 50") { top, format };
        shared.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            if (!(await shared.StudyAsync(parsed, cancel)).TryGet(out var found, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            var most = Math.Max(1, parsed.GetValue(top));
            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json => Write(json, found.Snapshot.Facts!, found.Study));
                return ExitCode.Done;
            }

            if (found.Snapshot.IsInvented)
            {
                Console.WriteLine(InventedMark.Notice.In(language));
            }

            Show(found.Snapshot.Facts!, found.Study, most, language);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(AccountFacts facts, SuccessStudy study, int most, Language language)
    {
        var ko = language == Language.Korean;
        foreach (var tier in Enum.GetValues<Tier>())
        {
            var own = study.Customers.Where(customer => customer.Place.Tier == tier).OrderByDescending(customer => customer.Place.Points).ToArray();
            Console.WriteLine($"{tier}: {Format.Grouped(own.Length)}{(ko ? "곳" : "")} — {SuccessModule.Playbook(tier).In(language)}");
            foreach (var customer in own.Take(most))
            {
                Console.WriteLine($"  {facts.Companies[customer.Account].Name}: {Format.Fixed(customer.Place.Points, 1)} ({string.Join(", ", customer.Place.Parts.Select(part => part.Label.In(language) + " " + (part.Score is { } score ? Format.Fixed(part.Weight * score, 0) + "/" + Format.Whole(part.Weight) : ko ? "모름" : "unknown")))})");
            }
        }

        Console.WriteLine();
        var moved = study.Customers.Where(customer => customer.Place.HasMoved).OrderBy(customer => customer.Place.Tier).ToArray();
        Console.WriteLine(ko ? $"90일 동안 옮긴 고객 {Format.Whole(moved.Length)}곳" : $"{Format.Whole(moved.Length)} moved in 90 days");
        foreach (var customer in moved.Take(most))
        {
            Console.WriteLine($"  {facts.Companies[customer.Account].Name}: {customer.Place.Before} → {customer.Place.Tier}. {customer.Place.Why!.In(language)}");
        }

        Console.WriteLine();
        Console.WriteLine(ko ? $"할 일 {Format.Grouped(study.Tasks.Count)}건" : $"{Format.Grouped(study.Tasks.Count)} tasks");
        foreach (var task in study.Tasks.Where(task => task.Tier != Tier.C || task.Id != "health-mail").Take(most))
        {
            Console.WriteLine($"  {Format.Date(task.DueOn)} [{task.Tier}] {facts.Companies[task.Account].Name}: {task.What.In(language)} ({task.Why.In(language)})");
        }
    }

    private static void Write(Utf8JsonWriter json, AccountFacts facts, SuccessStudy study)
    {
        json.WriteStartObject();
        SuccessJson.Head(json, study);
        json.WriteNumber("capacityA", study.Request.CapacityA);
        json.WriteNumber("capacityB", study.Request.CapacityB);
        json.WriteStartArray("customers");
        foreach (var customer in study.Customers.OrderBy(customer => customer.Place.Tier).ThenByDescending(customer => customer.Place.Points))
        {
            json.WriteStartObject();
            SuccessJson.Company(json, facts, customer.Account);
            json.WriteString("tier", customer.Place.Tier.ToString());
            json.WriteNumber("points", customer.Place.Points);
            json.WriteString("before", customer.Place.Before?.ToString());
            json.WriteString("why", customer.Place.Why?.En);
            json.WriteStartObject("parts");
            foreach (var part in customer.Place.Parts.Where(part => part.Score is not null))
            {
                json.WriteNumber(part.Id, part.Score!.Value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tasks");
        foreach (var task in study.Tasks)
        {
            json.WriteStartObject();
            SuccessJson.Company(json, facts, task.Account);
            json.WriteString("tier", task.Tier.ToString());
            json.WriteString("task", task.Id);
            json.WriteString("what", task.What.En);
            json.WriteString("dueOn", Format.Date(task.DueOn));
            json.WriteString("why", task.Why.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
