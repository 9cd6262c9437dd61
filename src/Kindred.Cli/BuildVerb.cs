using System.CommandLine;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Storage;

namespace Kindred.Cli;

/// <summary><c>kindred build</c>: from raw exports to the ICP.</summary>
internal static class BuildVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var paths = CommonOptions.Paths(language, new Argument<string[]>("PATH") { Description = ko ? "파일이나 폴더 (없으면 작업 공간에 가져온 파일)" : "Files or folders (none: what was imported into the workspace)", Arity = ArgumentArity.ZeroOrMore });
        var workspace = new Option<string?>("--workspace") { Description = ko ? "결과를 둘 폴더 (기본: kindred-data)" : "Folder for the results (kindred-data by default)" };
        var outcome = new Option<string?>("--outcome") { Description = ko ? "결과로 볼 열=값 (기본: 계약한 신규 딜)" : "COLUMN=VALUE to take as outcome (won new-business deals by default)" };
        var asOf = new Option<string?>("--as-of") { Description = ko ? "기준일 yyyy-MM-dd (기본: 데이터의 마지막 날)" : "Day the data speaks for, yyyy-MM-dd (its last day by default)" };
        var won = new Option<string?>("--won") { Description = ko ? "계약 성공으로 볼 단계 (쉼표로 구분)" : "Stages that mean won, separated by commas" };
        var newBusiness = new Option<string?>("--new-business") { Description = ko ? "새 고객 딜로 볼 종류나 파이프라인 (쉼표로 구분)" : "Deal types or pipelines that are new business, separated by commas" };
        var mapping = new Option<string?>("--mapping") { Description = ko ? "저장해 둔 열 맞춤 JSON (없으면 새로 써요)" : "Saved mapping of columns, JSON (written when it is not there yet)" };
        var rates = new Option<string?>("--rates") { Description = ko ? "환율 CSV (since,from,to,rate)" : "Exchange rates CSV (since,from,to,rate)" };
        var market = new Option<string?>("--market") { Description = ko ? "아는 시장 크기: 국가;회사수;연도;출처" : "A market figure you know: COUNTRY;FIRMS;YEAR;SOURCE" };
        var report = new Option<string?>("--report") { Description = ko ? "보고서 HTML을 쓸 곳" : "Where to write the HTML report" };
        var seed = CommonOptions.Seed(language);
        var format = CommonOptions.Format();
        var command = new Command("build", ko
            ? "내려받은 파일로 고객상(ICP)을 만들고, 그것이 다시 확인되는지 봐요.\n\n예:\n  kindred build ./exports\n  kindred build deals.csv --outcome Status=Won --format json"
            : "Build the ideal customer profile from raw exports and check whether it holds up.\n\nExamples:\n  kindred build ./exports\n  kindred build deals.csv --outcome Status=Won --format json")
        { paths, workspace, outcome, asOf, won, newBusiness, mapping, rates, market, report, seed, format };
        command.SetAction((parsed, cancel) => RunAsync(
            new BuildCall(
                parsed.GetValue(paths)!,
                parsed.GetValue(workspace) ?? "kindred-data",
                parsed.GetValue(outcome),
                parsed.GetValue(asOf),
                parsed.GetValue(won),
                parsed.GetValue(newBusiness),
                parsed.GetValue(mapping),
                parsed.GetValue(rates),
                parsed.GetValue(market),
                parsed.GetValue(report),
                parsed.GetValue(seed),
                parsed.GetValue(format) == "json",
                language),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(BuildCall call, CancellationToken cancel)
    {
        var (language, ko) = (call.Language, call.Language == Language.Korean);
        var at = call.Outcome?.IndexOf('=', StringComparison.Ordinal) ?? 1;
        if (at < 1)
        {
            await Console.Error.WriteLineAsync(ko ? $"--outcome '{call.Outcome}'에 '='가 없어요. 열=값으로 써 주세요. [build.outcome]" : $"--outcome '{call.Outcome}' has no '='. Write COLUMN=VALUE. [build.outcome]");
            return ExitCode.WrongUsage;
        }

        if (!call.Inputs().TryGet(out var inputs, out var reasons))
        {
            return Output.Refuse(reasons, language);
        }

        // The owner of the workspace from the first row read to the last file written: a second process is told so at once.
        var opened = await Workspace.OpenAsync(call.Workspace, TimeProvider.System, cancel);
        if (!opened.TryGet(out var owned, out reasons))
        {
            return Output.Refuse(reasons, language);
        }

        using var keep = owned;
        // What people said about the imports (in the web app, say) holds here too, unless the call says otherwise.
        var choices = call.Paths.Length > 0 ? WorkspaceChoices.None : WorkspaceChoices.Read(call.Workspace);
        inputs = inputs with { Saved = inputs.Saved ?? choices.Mapping, Answers = inputs.Answers ?? choices.Answers };
        var progress = Output.Progress(ko ? "만드는 중" : "Building");
        var read = call.Paths.Length > 0 ? SourceFolder.Read(call.Paths, new Partly(progress, 0, 0.2), cancel, inputs.Saved) : await ImportedTables.ReadAsync(owned, call.Workspace, cancel, inputs.Saved);
        if (!read.TryGet(out var reading, out reasons))
        {
            return Output.Refuse(reasons, language);
        }

        reading.SayReplaced(language);
        var request = new BuildRequest(reading.Tables, inputs.Saved, call.Outcome is { } outcome ? (outcome[..at], outcome[(at + 1)..]) : null, inputs.AsOf, inputs.Answers, inputs.Rates, call.Seed, inputs.Stated, Corrections: choices.Corrections);
        if (!BuildProfile.Run(request, new StepProgress(progress), cancel).TryGet(out var built, out reasons))
        {
            return Output.Refuse(reasons, language);
        }

        if (call.Mapping is { } file && !File.Exists(file))
        {
            ProfileFolder.Put(Path.GetFullPath(file), MappingFile.Write(built.Mapping));
        }

        var files = BuildFiles.Write(built, reading, call.Workspace, call.Report, language);
        if (call.IsJson)
        {
            Output.Json(writer => BuildJson.Write(writer, built, reading, files, language));
        }
        else
        {
            BuildText.Write(Console.Out, built, reading, files, language);
        }

        return ExitCode.Done;
    }

    private sealed class Partly(IProgress<double> whole, double from, double share) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + share * value);
    }

    private sealed class StepProgress(IProgress<double> whole) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => whole.Report(0.2 + 0.8 * value.Share);
    }
}
