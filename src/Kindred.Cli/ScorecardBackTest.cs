using System.CommandLine;
using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary><c>kindred scorecard backtest</c>: what became of the decisions of each band of scores.</summary>
internal static class ScorecardBackTest
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var workspace = LeadOptions.Workspace(language);
        var draft = new Option<bool>("--draft") { Description = ko ? "쓰고 있는 것 대신 마지막 초안" : "The last draft instead of the card in use" };
        var format = CommonOptions.Format();
        var command = new Command("backtest", ko
            ? "점수 구간마다 성공률, 걸린 날, 첫 사용까지 걸린 날을 되짚어 봐요. 각 딜은 그 딜에서 배우지 않은 점수표로 매긴 점수예요.\n\n예: kindred scorecard backtest --workspace ./kindred-data"
            : "Look back by band of scores: win rate, cycle, time to first use. Each deal has the score of a card that did not learn from it.\n\nExample: kindred scorecard backtest --workspace ./kindred-data") { workspace, draft, format };
        command.SetAction((parsed, cancel) =>
        {
            var result = ScorecardFolder.Read(parsed.GetValue(workspace)!, parsed.GetValue(draft)).Then(found => found.Evidence is { HasOutcomes: true } evidence
                ? ScorecardFolder.ReadBackTest(found.Path, found.Card).Then(rows => BackTest.Run(rows, evidence, found.Card.Cut)).Then(done => Result.Accepted((found.Card, Evidence: evidence, Done: done)))
                : Result.Refused<(Scorecard Card, CardEvidence Evidence, BackTestResult Done)>(ScorecardChecks.NoBackTest(found.Path)));
            if (!result.TryGet(out var looked, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json => Write(json, looked.Card, looked.Evidence, looked.Done, language));
            }
            else
            {
                WriteText(Console.Out, looked.Card, looked.Done, language);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Write(Utf8JsonWriter json, Scorecard card, CardEvidence evidence, BackTestResult done, Language language)
    {
        json.WriteStartObject();
        CardInput.Write(json, card);
        json.WriteString("basis", done.Basis == BackTestBasis.TimeSplit ? "time" : "folds");
        json.WriteString("from", done.From is { } from ? Format.Date(from) : null);
        json.WriteString("learnedOn", Format.Date(done.LearnedOn));
        json.WriteNumber("seed", done.Seed);
        json.WriteNumber("rows", done.Rows);
        json.WriteNumber("positives", done.Positives);
        json.WriteNumber("cut", done.Cut);
        json.WriteNumber("share", done.AtCut.Share);
        MineJson.WriteNumber(json, "rate", done.AtCut.Rate);
        json.WriteNumber("low", done.AtCut.Low);
        json.WriteNumber("high", done.AtCut.High);
        json.WriteString("text", done.AtCut.Text.In(language));
        MineJson.WriteNumber(json, "suggestedCut", done.AtCut.Suggested);
        ScorecardJson.WriteSufficiency(json, evidence.Sufficiency, language);
        WriteBands(json, "bands", done.Bands, language);
        json.WriteNumber("allRows", done.AllRows);
        WriteBands(json, "allBands", done.AllBands, language);
        json.WriteEndObject();
    }

    private static void WriteBands(Utf8JsonWriter json, string name, IReadOnlyList<BackTestBand> bands, Language language)
    {
        json.WriteStartArray(name);
        foreach (var band in bands)
        {
            json.WriteStartObject();
            json.WriteNumber("from", band.From);
            json.WriteNumber("to", band.To);
            json.WriteNumber("rows", band.Rows);
            json.WriteNumber("share", band.Share);
            json.WriteNumber("positives", band.Positives);
            json.WriteBoolean("enough", band.IsEnough);
            MineJson.WriteNumber(json, "winRate", band.WinRate);
            MineJson.WriteNumber(json, "low", band.Low);
            MineJson.WriteNumber(json, "high", band.High);
            json.WriteString("note", band.IsEnough ? null : BackTestBand.NotEnough(band.Rows).In(language));
            WriteDays(json, "cycleDays", band.Cycle);
            WriteDays(json, "daysToValue", band.ToValue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDays(Utf8JsonWriter json, string name, MeanDays days)
    {
        json.WriteStartObject(name);
        json.WriteNumber("n", days.Count);
        MineJson.WriteNumber(json, "mean", days.Mean);
        MineJson.WriteNumber(json, "low", days.Low);
        MineJson.WriteNumber(json, "high", days.High);
        json.WriteEndObject();
    }

    private static void WriteText(TextWriter output, Scorecard card, BackTestResult done, Language language)
    {
        var ko = language == Language.Korean;
        output.WriteLine(ScorecardText.StateOf(card).In(language));
        output.WriteLine(done.AtCut.Text.In(language));
        output.WriteLine();
        if (done.Basis == BackTestBasis.TimeSplit)
        {
            output.WriteLine(ko
                ? $"{Format.Date(done.From!.Value)}부터 시작한 마지막 20% {Format.Grouped(done.Rows)}건 (그 앞의 딜에서만 배운 점수표의 점수)"
                : $"The last 20 %, {Format.Grouped(done.Rows)} deals from {Format.Date(done.From!.Value)} on, scored by a card learned from the earlier ones");
            WriteTable(output, done.Bands, language);
            output.WriteLine();
        }

        output.WriteLine(ko
            ? $"모든 딜 {Format.Grouped(done.AllRows)}건 (다섯으로 나누어 나머지에서 배운 점수표의 점수)"
            : $"All {Format.Grouped(done.AllRows)} deals, each scored by a card learned from the other folds");
        WriteTable(output, done.AllBands, language);
    }

    private static void WriteTable(TextWriter output, IReadOnlyList<BackTestBand> bands, Language language)
    {
        var ko = language == Language.Korean;
        output.WriteLine(ko ? "  점수     건수   비율   성공률(95% 구간)       걸린 날            첫 사용까지" : " score     rows  share   win rate (95 %)        cycle days         days to first use");
        foreach (var band in bands)
        {
            var rate = band.IsEnough ? $"{Format.Percent(band.WinRate)} ({Format.Percent(band.Low)}–{Format.Percent(band.High)})" : BackTestBand.NotEnough(band.Rows).In(language);
            output.WriteLine(($"{Format.Whole(band.From),3}–{Format.Whole(band.To),-3} {Format.Grouped(band.Rows),7} {Format.Percent(band.Share, 0),6}   "
                + (band.IsEnough ? $"{rate,-22} {Days(band.Cycle, language),-18} {Days(band.ToValue, language)}" : rate)).TrimEnd());
        }
    }

    private static string Days(MeanDays days, Language language) => days.IsEnough
        ? $"{Format.Fixed(days.Mean, 0)} ({Format.Fixed(days.Low, 0)}–{Format.Fixed(days.High, 0)})"
        : BackTestBand.NotEnough(days.Count).In(language);
}
