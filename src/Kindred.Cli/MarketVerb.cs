using System.CommandLine;
using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Market;

namespace Kindred.Cli;

/// <summary><c>kindred market</c>: how many firms fit industry, size and region.</summary>
internal static class MarketVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var country = new Option<string>("--country") { Description = ko ? "국가 코드" : "Country code", DefaultValueFactory = _ => "US" };
        var industry = new Option<string?>("--industry") { Description = ko ? "NAICS 코드 (쉼표로 구분)" : "NAICS codes, separated by commas" };
        var employees = new Option<string?>("--employees") { Description = ko ? "직원 수: 50-200, 1000-" : "Employees: 50-200, 1000-" };
        var states = new Option<string?>("--state") { Description = ko ? "주 (쉼표로 구분)" : "States, separated by commas" };
        var format = CommonOptions.Format();
        var command = new Command("market", ko
            ? "업종·규모·지역에 맞는 회사가 몇 곳인지 공식 통계로 세요.\n\n예: kindred market --industry 51 --employees 50-200 --state CA"
            : "Count firms by industry, size and region from official statistics.\n\nExample: kindred market --industry 51 --employees 50-200 --state CA") { country, industry, employees, states, format };
        command.SetAction((parsed, cancel) =>
        {
            var size = (parsed.GetValue(employees) ?? "0-").Split('-');
            if (size.Length != 2 || !int.TryParse(size[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from) || (size[1].Length > 0 && !int.TryParse(size[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            {
                return Task.FromResult(Output.Refuse([new Reason("market.employees", "--employees", new Wording($"--employees '{parsed.GetValue(employees)}'을(를) 읽을 수 없어요. 50-200이나 1000-처럼 써 주세요.", $"--employees '{parsed.GetValue(employees)}' cannot be read. Write it like 50-200 or 1000-."))], language));
            }

            int? to = size[1].Length > 0 ? int.Parse(size[1], CultureInfo.InvariantCulture) : null;
            var counted = MarketModule.Count(new MarketQuestion(parsed.GetValue(country)!, Words(parsed.GetValue(industry)), from, to, Words(parsed.GetValue(states)), []));
            if (!counted.TryGet(out var market, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("firms", market.Firms);
                    json.WriteNumber("low", market.Low);
                    json.WriteNumber("high", market.High);
                    json.WriteNumber("year", market.Year);
                    json.WriteString("source", market.Source);
                    json.WriteBoolean("upperBoundOnly", market.UpperBoundOnly);
                    json.WriteEndObject();
                });
            }
            else
            {
                Console.WriteLine($"{Format.Grouped(market.Firms)} ({Format.Grouped(market.Low)}–{Format.Grouped(market.High)}), {market.Source}");
                foreach (var note in market.Notes)
                {
                    Console.WriteLine(note.In(language));
                }
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string[] Words(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
