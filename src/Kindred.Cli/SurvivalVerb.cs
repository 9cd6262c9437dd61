using System.CommandLine;
using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Statistics.Survival;

namespace Kindred.Cli;

/// <summary><c>kindred survival</c>: how long rows of any flat file last.</summary>
internal static class SurvivalVerb
{
    private static readonly double[] Shown = [0.25, 0.5, 0.75];

    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var file = new Argument<string>("FILE") { Description = ko ? "CSV, TSV 또는 XLSX 파일" : "A CSV, TSV or XLSX file" };
        var duration = new Option<string>("--duration") { Description = ko ? "기간이 숫자로 적힌 열" : "Column with the length of time", Required = true };
        var ended = new Option<string>("--event") { Description = ko ? "끝났음을 뜻하는 열=값" : "COLUMN=VALUE that means it ended", Required = true };
        var by = new Option<string?>("--by") { Description = ko ? "나눌 열" : "Column of groups" };
        var interval = CommonOptions.Among(new Option<string>("--interval") { Description = "plain | log | log-log | beta-product", DefaultValueFactory = _ => "log" }, "plain", "log", "log-log", "beta-product");
        var format = CommonOptions.Format();
        var command = new Command("survival", ko
            ? "얼마나 오래 가는지 생존 곡선으로 보여 줘요.\n\n예: kindred survival customers.csv --duration tenure --event Churn=Yes --by Contract"
            : "Show how long things last as survival curves.\n\nExample: kindred survival customers.csv --duration tenure --event Churn=Yes --by Contract") { file, duration, ended, by, interval, format };
        command.SetAction((parsed, cancel) =>
        {
            if (EventOption.Read(parsed.GetValue(ended)!, language) is not { } wanted)
            {
                return Task.FromResult(ExitCode.WrongUsage);
            }

            var result = InputTables.ReadOne(parsed.GetValue(file)!, cancel).Then(reading => CompareSurvival.Run(new SurvivalRequest(reading.Table, parsed.GetValue(duration)!, wanted.Column, wanted.Value, parsed.GetValue(by))));
            if (!result.TryGet(out var compared, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            var kind = parsed.GetValue(interval) switch { "plain" => SurvivalInterval.Plain, "log-log" => SurvivalInterval.LogLog, "beta-product" => SurvivalInterval.BetaProduct, _ => SurvivalInterval.Log };
            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json => Write(json, compared, kind));
            }
            else
            {
                Write(compared, kind, language);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Write(Utf8JsonWriter json, SurvivalComparison compared, SurvivalInterval kind)
    {
        json.WriteStartObject();
        json.WriteStartArray("groups");
        foreach (var (name, curve) in compared.Groups)
        {
            var median = curve.Quantile(0.5, kind);
            json.WriteStartObject();
            json.WriteString("group", name);
            json.WriteNumber("n", curve.Count);
            json.WriteNumber("events", curve.Events);
            MineJson.WriteNumber(json, "median", median.Time ?? double.NaN);
            MineJson.WriteNumber(json, "medianLow", median.Low ?? double.NaN);
            MineJson.WriteNumber(json, "medianHigh", median.High ?? double.NaN);
            json.WriteStartArray("curve");
            for (var at = 0; at < curve.Steps.Count; at++)
            {
                var (step, ends) = (curve.Steps[at], curve.IntervalAt(at, kind));
                json.WriteStartObject();
                json.WriteNumber("t", step.Time);
                json.WriteNumber("s", step.Survival);
                MineJson.WriteNumber(json, "low", ends.Low);
                MineJson.WriteNumber(json, "high", ends.High);
                json.WriteNumber("atRisk", step.AtRisk);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (compared.LogRank is { } test)
        {
            json.WriteStartObject("logRank");
            json.WriteNumber("chisq", test.ChiSquared);
            json.WriteNumber("df", test.Degrees);
            json.WriteNumber("p", test.P);
            json.WriteNumber("logP", test.LogP);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("logRank");
        }

        json.WriteNumber("leftOut", compared.LeftOut);
        json.WriteEndObject();
    }

    private static void Write(SurvivalComparison compared, SurvivalInterval kind, Language language)
    {
        var ko = language == Language.Korean;
        foreach (var (name, curve) in compared.Groups)
        {
            Console.WriteLine($"{(name.Length == 0 ? ko ? "전체" : "All" : name)}: n {Format.Grouped(curve.Count)}, {(ko ? "끝남" : "ended")} {Format.Grouped(curve.Events)}");
            foreach (var share in Shown)
            {
                var q = curve.Quantile(share, kind);
                var left = Format.Percent(1 - share, 0);
                Console.WriteLine("  " + (q.Time is { } time
                    ? (ko ? $"{left}가 남는 때: " : $"{left} are left at ") + Format.Grouped(time) + $" ({End(q.Low)}–{End(q.High)})"
                    : ko ? $"{left}까지 줄지 않았어요" : $"not yet down to {left}"));
            }
        }

        if (compared.LogRank is { } test)
        {
            Console.WriteLine((ko ? "곡선이 모두 같은가 (로그순위): " : "Are the curves one (log-rank): ") + $"χ² {Format.Fixed(test.ChiSquared, 2)}, df {Format.Whole(test.Degrees)}, p {HazardText.P(test.P)}");
        }

        if (compared.LeftOut > 0)
        {
            Console.WriteLine(ko ? $"빈 칸이 있어 뺀 줄: {Format.Grouped(compared.LeftOut)}" : $"Rows left out because a cell is empty: {Format.Grouped(compared.LeftOut)}");
        }

        static string End(double? end) => end is { } value ? Format.Grouped(value) : "?";
    }
}
