using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary><c>kindred scorecard threshold</c>: what every cut would mean.</summary>
internal static class ScorecardThreshold
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var path = new Argument<string>("PATH") { Description = ko ? "작업 공간 폴더나 card.json" : "Workspace folder or card.json" };
        var hours = new Option<double>("--hours-per-lead") { Description = ko ? "리드 한 건에 드는 시간" : "Hours a rep spends on a lead", DefaultValueFactory = _ => 2 };
        var capacity = new Option<double?>("--capacity") { Description = ko ? "맡을 수 있는 리드의 비율 (0–1)" : "Share of leads the team can work (0–1)" };
        var cut = new Option<int?>("--cut") { Description = ko ? "볼 기준 (기본: 점수표의 기준)" : "The cut to look at (the card's own by default)" };
        var draft = new Option<bool>("--draft") { Description = ko ? "쓰고 있는 것 대신 마지막 초안" : "The last draft instead of the card in use" };
        var format = CommonOptions.Format();
        var command = new Command("threshold", ko ? "기준마다 정밀도, 재현율, 건수, 시간이 어떻게 달라지는지 보여 줘요" : "Show precision, recall, volume and hours at every cut") { path, hours, capacity, cut, draft, format };
        command.SetAction((parsed, cancel) =>
        {
            var perLead = parsed.GetValue(hours);
            if (!(perLead > 0) || parsed.GetValue(capacity) is <= 0 or > 1 || parsed.GetValue(cut) is < 1 or > 100)
            {
                return Task.FromResult(Output.Refuse([new Reason("scorecards.threshold", "threshold", new Wording(
                    "--hours-per-lead는 0보다 크고, --capacity는 0–1, --cut은 1–100이어야 해요.", "--hours-per-lead must be above 0, --capacity 0–1, --cut 1–100."))], language));
            }

            if (!ScorecardFolder.Read(parsed.GetValue(path)!, parsed.GetValue(draft)).TryGet(out var found, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            if (found.Evidence is not { HasOutcomes: true } evidence)
            {
                return Task.FromResult(Output.Refuse([new Reason("scorecards.no-evidence", found.Path, new Wording(
                    $"'{found.Path}' 옆에 결과로 평가한 기록이 없어요. 결과가 모인 뒤 kindred scorecard learn --workspace로 배우면 함께 남아요.", $"No evidence from outcomes stands beside '{found.Path}'. kindred scorecard learn --workspace leaves it there once there are outcomes."))], language));
            }

            var table = ThresholdTable.Of(evidence, perLead);
            var meaning = ThresholdTable.Meaning(evidence, parsed.GetValue(cut) ?? found.Card.Cut, parsed.GetValue(capacity));
            if (parsed.GetValue(format) == "json")
            {
                WriteJson(table, meaning, parsed.GetValue(cut) ?? found.Card.Cut, language);
            }
            else
            {
                WriteText(table, meaning, language);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void WriteJson(IReadOnlyList<ThresholdRow> table, CutMeaning meaning, int cut, Language language) => Output.Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("cut", cut);
        json.WriteNumber("share", meaning.Share);
        MineJson.WriteNumber(json, "rate", meaning.Rate);
        json.WriteNumber("low", meaning.Low);
        json.WriteNumber("high", meaning.High);
        json.WriteString("text", meaning.Text.In(language));
        MineJson.WriteNumber(json, "suggestedCut", meaning.Suggested);
        json.WriteStartArray("cuts");
        foreach (var row in table)
        {
            json.WriteStartObject();
            json.WriteNumber("cut", row.Cut);
            json.WriteNumber("volume", row.Volume);
            json.WriteNumber("share", row.Share);
            MineJson.WriteNumber(json, "precision", row.Precision);
            json.WriteNumber("precisionLow", row.PrecisionLow);
            json.WriteNumber("precisionHigh", row.PrecisionHigh);
            MineJson.WriteNumber(json, "recall", row.Recall);
            json.WriteNumber("expectedWins", row.ExpectedWins);
            json.WriteNumber("repHours", row.RepHours);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteText(IReadOnlyList<ThresholdRow> table, CutMeaning meaning, Language language)
    {
        var ko = language == Language.Korean;
        Console.WriteLine(meaning.Text.In(language));
        Console.WriteLine();
        Console.WriteLine(ko ? "기준   건수   비율   정밀도(구간)         재현율   100건당 성공   100건당 시간" : " cut  volume   share   precision (interval)   recall   wins/100   hours/100");
        foreach (var row in table.Where(row => row.Cut % 5 == 0))
        {
            Console.WriteLine($"{Format.Whole(row.Cut),4} {Format.Grouped(row.Volume),7} {Format.Percent(row.Share),7}   " +
                (double.IsNaN(row.Precision) ? "–".PadRight(20) : $"{Format.Percent(row.Precision)} ({Format.Percent(row.PrecisionLow)}–{Format.Percent(row.PrecisionHigh)})".PadRight(20)) +
                $" {Format.Percent(row.Recall),7} {Format.Fixed(row.ExpectedWins, 1),9} {Format.Fixed(row.RepHours, 0),9}");
        }
    }
}
