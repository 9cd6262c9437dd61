using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Patterns;

namespace Kindred.Cli;

/// <summary><c>kindred mine</c>: what goes with an outcome in any flat file.</summary>
internal static class MineVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var file = new Argument<string>("FILE") { Description = ko ? "CSV, TSV 또는 XLSX 파일" : "A CSV, TSV or XLSX file" };
        var target = new Option<string>("--target") { Description = ko ? "결과 열=긍정으로 볼 값" : "COLUMN=VALUE of the outcome", Required = true };
        var ignore = new Option<string?>("--ignore") { Description = ko ? "보지 않을 열 (쉼표로 구분)" : "Columns to leave alone, separated by commas" };
        var depth = new Option<int>("--depth") { Description = ko ? "조건의 최대 개수" : "Most conditions in a pattern", DefaultValueFactory = _ => 3 };
        var top = new Option<int>("--top") { Description = ko ? "보여 줄 패턴 수" : "Patterns to show", DefaultValueFactory = _ => 10 };
        var quality = CommonOptions.Among(new Option<string>("--quality") { Description = "wracc | chi2 | binom | lift | odds", DefaultValueFactory = _ => "wracc" }, "wracc", "chi2", "binom", "lift", "odds");
        var selectors = CommonOptions.Among(new Option<string>("--selectors") { Description = "equality | rich" }, "equality", "rich");
        var support = new Option<int?>("--min-support") { Description = ko ? "패턴에 들어야 할 최소 행 수 (기본 20)" : "Rows a pattern must cover (20)" };
        var prove = new Option<bool>("--prove") { Description = ko ? "우연과 다중 비교를 바로잡고 따로 떼어 둔 행에서 다시 확인해요" : "Correct for chance and for everything searched, and confirm on rows left out" };
        var keepLeaks = new Option<bool>("--keep-leaks") { Description = ko ? "결과 뒤에 적힌 것으로 보이는 열도 살펴봐요" : "Search columns that look written after the outcome too" };
        var account = new Option<string?>("--account") { Description = ko ? "같은 회사의 행을 묶는 열" : "Column that says which rows belong to one account" };
        var date = new Option<string?>("--date") { Description = ko ? "결정한 날의 열 (나중 시기 확인용)" : "Column with the day of the decision (for the check on later rows)" };
        var seed = CommonOptions.Seed(language);
        var format = CommonOptions.Format();
        var command = new Command("mine", ko
            ? "결과와 함께 가는 조건을 찾아요.\n\n예:\n  kindred mine deals.csv --target Status=Won\n  kindred mine deals.csv --target Status=Won --prove --account Company"
            : "Find the conditions that go with an outcome.\n\nExamples:\n  kindred mine deals.csv --target Status=Won\n  kindred mine deals.csv --target Status=Won --prove --account Company")
        { file, target, ignore, depth, top, quality, selectors, support, prove, keepLeaks, account, date, seed, format };
        command.SetAction((parsed, cancel) =>
        {
            var wanted = parsed.GetValue(target)!;
            var at = wanted.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
            {
                Console.Error.WriteLine(ko ? $"--target '{wanted}'에 '='가 없어요. 열=값으로 써 주세요. [mine.target]" : $"--target '{wanted}' has no '='. Write COLUMN=VALUE. [mine.target]");
                return Task.FromResult(ExitCode.WrongUsage);
            }

            var read = InputTables.ReadOne(parsed.GetValue(file)!, cancel);
            var result = read.Then(reading => MinePatterns.Run(
                new MineRequest(
                    reading.Table,
                    wanted[..at],
                    wanted[(at + 1)..],
                    parsed.GetValue(ignore)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                    parsed.GetValue(depth),
                    parsed.GetValue(top),
                    Enum.Parse<SubgroupQualityName>(parsed.GetValue(quality)!, ignoreCase: true),
                    parsed.GetValue(selectors) is { } kind ? kind == "rich" : null,
                    parsed.GetValue(support),
                    parsed.GetValue(prove),
                    parsed.GetValue(keepLeaks),
                    parsed.GetValue(account),
                    parsed.GetValue(date),
                    parsed.GetValue(seed)),
                TimeProvider.System,
                parsed.GetValue(prove) ? Output.Progress(ko ? "확인" : "Proving") : null,
                cancel));
            if (!result.TryGet(out var mined, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            if (parsed.GetValue(format) == "json")
            {
                Output.Json(writer => MineJson.Write(writer, mined, language));
            }
            else
            {
                MineText.Write(Console.Out, mined, language);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
