using System.CommandLine;
using System.Globalization;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.CustomerValue;

namespace Kindred.Cli;

/// <summary><c>kindred customers</c>: the best and the worst customers, with how robust their place is.</summary>
internal static class CustomersVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var paths = CommonOptions.Paths(language, new Argument<string[]>("PATH") { Description = ko ? "파일이나 폴더" : "Files or folders", Arity = ArgumentArity.OneOrMore });
        var weights = new Option<string?>("--weights") { Description = (ko ? "가중치: " : "Weights: ") + "retention=3,cycle-days=0" };
        var top = new Option<int>("--top") { Description = ko ? "보여 줄 고객 수" : "Customers to show", DefaultValueFactory = _ => 20 };
        var seed = CommonOptions.Seed(language);
        var format = CommonOptions.Format();
        var command = new Command("customers", ko
            ? "고객을 가치로 줄 세우고, 가중치가 달라져도 그 자리에 있는지 보여 줘요.\n\n예: kindred customers ./exports --weights retention=3"
            : "Rank customers by value and show whether they keep their place when the weights change.\n\nExample: kindred customers ./exports --weights retention=3") { paths, weights, top, seed, format };
        command.SetAction((parsed, cancel) =>
        {
            if (!TryWeights(parsed.GetValue(weights), out var chosen, out var wrong))
            {
                return Task.FromResult(Output.Refuse([new Reason("customers.weights", "--weights", new Wording($"--weights '{wrong}'을(를) 읽을 수 없어요. 쓸 수 있는 기준: {Known}. 예: retention=3", $"--weights '{wrong}' cannot be read. Criteria: {Known}. Example: retention=3"))], language));
            }

            if (parsed.GetValue(top) is var wanted and < 1)
            {
                return Task.FromResult(Output.Refuse([new Reason("customers.top", "--top", new Wording($"--top은 1 이상이에요. 받은 값: {Format.Whole(wanted)}.", $"--top is at least 1, not {Format.Whole(wanted)}."))], language));
            }

            var result = SourceFolder.Read(parsed.GetValue(paths)!, null, cancel)
                .Then(read => Result.Accepted(read.SayReplaced(language)))
                .Then(reading => AccountsModule.Recognise(reading.Tables).Then(mapping => AccountsModule.Assemble(reading.Tables, mapping, new AssemblyOptions())))
                .Then(facts => RankCustomers.Run(facts, chosen, seed: parsed.GetValue(seed)).Then(ranking => Result.Accepted((facts, ranking))));
            if (!result.TryGet(out var found, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            Show(found.facts, found.ranking, parsed.GetValue(top), parsed.GetValue(format) == "json", language);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string Known => string.Join(", ", CustomerCriterion.Defaults.Select(criterion => criterion.Id));

    private static bool TryWeights(string? text, out Dictionary<string, double> weights, out string wrong)
    {
        weights = new Dictionary<string, double>(StringComparer.Ordinal);
        wrong = "";
        foreach (var pair in text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var parts = pair.Split('=');
            if (parts.Length != 2 || CustomerCriterion.Defaults.All(criterion => criterion.Id != parts[0]) || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || weight < 0 || !double.IsFinite(weight))
            {
                wrong = pair;
                return false;
            }

            weights[parts[0]] = weight;
        }

        return true;
    }

    private static void Show(AccountFacts facts, CustomerRanking ranking, int top, bool isJson, Language language)
    {
        var shown = ranking.Customers.Where(customer => customer.Rank > 0).Take(top).ToArray();
        if (isJson)
        {
            Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("customers", ranking.Customers.Count);
                json.WriteString("currency", ranking.Currency);
                json.WriteStartArray("ranked");
                foreach (var customer in shown)
                {
                    json.WriteStartObject();
                    json.WriteNumber("rank", customer.Rank);
                    json.WriteString("company", facts.Companies[customer.Account].Name);
                    json.WriteNumber("value", customer.Value);
                    json.WriteNumber("inTop", customer.InTopShare);
                    json.WriteNumber("coverage", customer.Coverage);
                    json.WriteStartObject("figures");
                    for (var i = 0; i < ranking.Criteria.Count; i++)
                    {
                        MineJson.WriteNumber(json, ranking.Criteria[i].Id, customer.Figures[i]);
                    }

                    json.WriteEndObject();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        var ko = language == Language.Korean;
        foreach (var customer in shown)
        {
            Console.WriteLine(ko
                ? $"{Format.Whole(customer.Rank),3}. {facts.Companies[customer.Account].Name}  값 {Format.Fixed(customer.Value, 2)}, 상위 {Format.Whole(ranking.TopSize)} 유지 {Format.Percent(customer.InTopShare, 0)}"
                : $"{Format.Whole(customer.Rank),3}. {facts.Companies[customer.Account].Name}  value {Format.Fixed(customer.Value, 2)}, in the top {Format.Whole(ranking.TopSize)} in {Format.Percent(customer.InTopShare, 0)} of weightings");
        }
    }
}
