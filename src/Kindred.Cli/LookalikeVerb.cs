using System.CommandLine;
using System.Text.Json;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Success;

namespace Kindred.Cli;

/// <summary><c>kindred lookalike</c>: the success stories nearest to a company or lead; without one, stories, candidates and customers to win back.</summary>
internal static class LookalikeVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var id = new Argument<string?>("ID") { Description = ko ? "회사나 리드의 번호 또는 회사 이름 (없으면 성공 사례와 다시 볼 고객)" : "Id of a company or lead, or a company's name (without one: stories, and customers to win back)", Arity = ArgumentArity.ZeroOrOne };
        var shared = new SuccessOptions(language);
        var format = CommonOptions.Format();
        var command = new Command("lookalike", ko
            ? "가장 닮은 성공 사례와, 무엇이 비슷하고 다른지 보여 줘요.\n\n예: kindred lookalike 7100000411"
            : "Show the success stories nearest to a company, what is alike and what differs.\n\nExample: kindred lookalike 7100000411") { id, format };
        shared.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            if (!(await shared.StudyAsync(parsed, cancel)).TryGet(out var found, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            var facts = found.Snapshot.Facts!;
            var wanted = parsed.GetValue(id);
            if (wanted is not null && Find(facts, wanted) is null)
            {
                return Output.Refuse([new Reason("success.no-such-company", wanted, new Wording($"'{wanted}'에 맞는 회사도 리드도 없어요. 회사나 리드의 번호, 또는 회사 이름을 그대로 적어 주세요.", $"No company and no lead is '{wanted}'. Write the id of a company or lead, or a company's name."))], language);
            }

            var lookalikes = Lookalikes.Of(facts, found.Snapshot.Companies!, found.Snapshot.Fields, found.Study.Stories);
            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json => Write(json, facts, found.Study, lookalikes, wanted is null ? null : Find(facts, wanted)));
                return ExitCode.Done;
            }

            if (found.Snapshot.IsInvented)
            {
                Console.WriteLine(InventedMark.Notice.In(language));
            }

            Console.WriteLine(lookalikes.IsLearned
                ? ko ? $"무게는 12개월 남은 {Format.Grouped(lookalikes.Kept)}곳과 떠난 {Format.Grouped(lookalikes.Gone)}곳에서 배웠어요: {Weights(lookalikes, language)}" : $"Weights learned from {Format.Grouped(lookalikes.Kept)} customers that stayed 12 months and {Format.Grouped(lookalikes.Gone)} that did not: {Weights(lookalikes, language)}"
                : ko ? $"배울 고객이 적어서(남은 {Format.Grouped(lookalikes.Kept)}곳, 떠난 {Format.Grouped(lookalikes.Gone)}곳, 각각 {Format.Whole(Lookalikes.Fewest)}곳 필요) 모든 특징을 같은 무게로 봤어요." : $"Too few customers to learn from ({Format.Grouped(lookalikes.Kept)} stayed, {Format.Grouped(lookalikes.Gone)} did not; {Format.Whole(Lookalikes.Fewest)} of each are needed): every trait counts the same.");
            if (wanted is null)
            {
                Show(facts, found.Study, language);
                return ExitCode.Done;
            }

            var own = Find(facts, wanted)!.Value;
            Console.WriteLine(facts.Companies[own].Name);
            if (lookalikes.Silence(own) is { } why)
            {
                Console.WriteLine("  " + why.In(language));
                return ExitCode.Done;
            }

            foreach (var near in lookalikes.Of(own))
            {
                Console.WriteLine($"  {facts.Companies[near.Account].Name}: {(ko ? "닮은 정도" : "likeness")} {Format.Percent(near.Likeness, 0)} ({(ko ? "아는 특징" : "known")} {Format.Percent(near.Known, 0)})");
                Console.WriteLine($"    {(ko ? "비슷한 점" : "alike")}: {Pairs(near.Alike, language)}");
                Console.WriteLine($"    {(ko ? "다른 점" : "differs")}: {Pairs(near.Different, language)}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static int? Find(AccountFacts facts, string wanted) =>
        facts.Companies.FirstOrDefault(company => company.Key == wanted || string.Equals(company.Domain, wanted, StringComparison.OrdinalIgnoreCase))?.Index
        ?? LeadBook.Of(facts).FirstOrDefault(lead => lead.Id == wanted && lead.Account >= 0)?.Account
        ?? facts.Companies.FirstOrDefault(company => company.Name == wanted || company.OtherNames.Contains(wanted))?.Index;

    private static void Show(AccountFacts facts, SuccessStudy study, Language language)
    {
        var ko = language == Language.Korean;
        foreach (var story in study.Stories)
        {
            Console.WriteLine($"{(story.IsTold ? ko ? "사례" : "story" : ko ? "다음 후보" : "candidate")}: {facts.Companies[story.Account].Name} ({string.Join("; ", story.Facts.Select(fact => fact.In(language)))})");
        }

        foreach (var returner in study.Returners)
        {
            var changes = returner.Changes.Count > 0 ? "; " + string.Join("; ", returner.Changes.Select(change => change.In(language))) : "";
            Console.WriteLine($"{(ko ? "다시 볼 고객" : "win back")}: {facts.Companies[returner.Account].Name} ({(ko ? Format.Date(returner.LeftOn) + "에 떠남" : "left " + Format.Date(returner.LeftOn))}; {(returner.IsCore ? ko ? "지금은 핵심" : "core now" : ko ? "조건 한두 개만 달라요" : "one or two conditions differ")}{changes})");
        }
    }

    private static string Weights(Lookalikes lookalikes, Language language) => string.Join(", ", lookalikes.Weights.Where(trait => trait.Weight >= 0.01).Take(6).Select(trait => trait.Label.In(language) + " " + Format.Percent(trait.Weight, 0)));

    private static string Pairs(IReadOnlyList<TraitPair> pairs, Language language) => pairs.Count == 0 ? "–" : string.Join(", ", pairs.Take(5).Select(pair => pair.Said.In(language)));

    private static void Write(Utf8JsonWriter json, AccountFacts facts, SuccessStudy study, Lookalikes lookalikes, int? account)
    {
        json.WriteStartObject();
        SuccessJson.Head(json, study);
        json.WriteBoolean("isLearned", lookalikes.IsLearned);
        json.WriteNumber("kept", lookalikes.Kept);
        json.WriteNumber("gone", lookalikes.Gone);
        json.WriteStartObject("traits");
        foreach (var trait in lookalikes.Weights)
        {
            json.WriteNumber(trait.Field, trait.Weight);
        }

        json.WriteEndObject();
        if (account is { } own)
        {
            json.WriteString("company", facts.Companies[own].Name);
            json.WriteString("silence", lookalikes.Silence(own)?.En);
            json.WriteStartArray("nearest");
            foreach (var near in lookalikes.Silence(own) is null ? lookalikes.Of(own) : [])
            {
                json.WriteStartObject();
                SuccessJson.Company(json, facts, near.Account);
                json.WriteNumber("likeness", near.Likeness);
                json.WriteNumber("known", near.Known);
                WritePairs(json, "alike", near.Alike);
                WritePairs(json, "differs", near.Different);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("stories");
        foreach (var story in study.Stories)
        {
            json.WriteStartObject();
            SuccessJson.Company(json, facts, story.Account);
            json.WriteBoolean("isTold", story.IsTold);
            json.WriteString("why", string.Join("; ", story.Facts.Select(fact => fact.En)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("winBack");
        foreach (var returner in study.Returners)
        {
            json.WriteStartObject();
            SuccessJson.Company(json, facts, returner.Account);
            json.WriteString("leftOn", Format.Date(returner.LeftOn));
            json.WriteBoolean("isCore", returner.IsCore);
            json.WriteString("changes", string.Join("; ", returner.Changes.Select(change => change.En)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IReadOnlyList<TraitPair> pairs)
    {
        json.WriteStartArray(name);
        foreach (var pair in pairs)
        {
            json.WriteStartObject();
            json.WriteString("trait", pair.Label.En);
            json.WriteString("own", pair.Own.En);
            json.WriteString("theirs", pair.Theirs.En);
            json.WriteNumber("weight", pair.Weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
