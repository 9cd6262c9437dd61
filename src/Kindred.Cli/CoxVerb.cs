using System.CommandLine;
using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Statistics.Survival;

namespace Kindred.Cli;

/// <summary><c>kindred cox</c>: what goes with a shorter life in any flat file.</summary>
internal static class CoxVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var file = new Argument<string>("FILE") { Description = ko ? "CSV, TSV 또는 XLSX 파일" : "A CSV, TSV or XLSX file" };
        var duration = new Option<string>("--duration") { Description = ko ? "기간이 숫자로 적힌 열" : "Column with the length of time", Required = true };
        var ended = new Option<string>("--event") { Description = ko ? "끝났음을 뜻하는 열=값" : "COLUMN=VALUE that means it ended", Required = true };
        var covariates = new Option<string>("--covariates") { Description = ko ? "살펴볼 열 (쉼표로 구분). 글자 열은 가장 흔한 값과 견줘요" : "Columns to look at, separated by commas. Text is compared with its commonest value", Required = true };
        var ties = CommonOptions.Among(new Option<string>("--ties") { Description = "efron | breslow", DefaultValueFactory = _ => "efron" }, "efron", "breslow");
        var format = CommonOptions.Format();
        var command = new Command("cox", ko
            ? "무엇이 짧은 수명과 함께 가는지 비례위험 모형으로 보여 줘요.\n\n예: kindred cox customers.csv --duration tenure --event Churn=Yes --covariates Contract,MonthlyCharges"
            : "Show what goes with a shorter life, by proportional hazards.\n\nExample: kindred cox customers.csv --duration tenure --event Churn=Yes --covariates Contract,MonthlyCharges") { file, duration, ended, covariates, ties, format };
        command.SetAction((parsed, cancel) =>
        {
            if (EventOption.Read(parsed.GetValue(ended)!, language) is not { } wanted)
            {
                return Task.FromResult(ExitCode.WrongUsage);
            }

            string[] names = parsed.GetValue(covariates)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var treatment = parsed.GetValue(ties) == "breslow" ? CoxTies.Breslow : CoxTies.Efron;
            var result = InputTables.ReadOne(parsed.GetValue(file)!, cancel).Then(reading => FitHazards.Run(new HazardsRequest(reading.Table, parsed.GetValue(duration)!, wanted.Column, wanted.Value, names, treatment), cancel));
            if (!result.TryGet(out var model, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json => Write(json, model, language));
            }
            else
            {
                HazardText.Write(model, language);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Write(Utf8JsonWriter json, HazardModel model, Language language)
    {
        json.WriteStartObject();
        json.WriteNumber("n", model.N);
        json.WriteNumber("events", model.Events);
        json.WriteNumber("leftOut", model.LeftOut);
        json.WriteString("ties", model.Ties == CoxTies.Efron ? "efron" : "breslow");
        json.WriteStartArray("covariates");
        foreach (var line in model.Lines)
        {
            json.WriteStartObject();
            json.WriteString("name", line.Name);
            json.WriteString("column", line.Column);
            json.WriteString("level", line.Level);
            json.WriteString("reference", line.Reference);
            MineJson.WriteNumber(json, "coef", line.Coefficient ?? double.NaN);
            MineJson.WriteNumber(json, "se", line.StandardError ?? double.NaN);
            MineJson.WriteNumber(json, "hr", line.HazardRatio ?? double.NaN);
            MineJson.WriteNumber(json, "low", line.Low ?? double.NaN);
            MineJson.WriteNumber(json, "high", line.High ?? double.NaN);
            MineJson.WriteNumber(json, "z", line.Z ?? double.NaN);
            MineJson.WriteNumber(json, "p", line.P ?? double.NaN);
            json.WriteNumber("n", line.N);
            json.WriteString("why", line.Why?.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("logLikelihoodNull", model.LogLikelihoodNull);
        json.WriteNumber("logLikelihood", model.LogLikelihood);
        json.WriteStartObject("likelihoodRatio");
        json.WriteNumber("chisq", model.LikelihoodRatio);
        json.WriteNumber("df", model.Degrees);
        json.WriteNumber("p", model.P);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
