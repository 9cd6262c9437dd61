using System.CommandLine;
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
        var report = new Option<string?>("--report") { Description = ko ? "보고서 HTML을 쓸 곳" : "Where to write the HTML report" };
        var seed = CommonOptions.Seed(language);
        var format = CommonOptions.Format();
        var command = new Command("build", ko
            ? "내려받은 파일로 고객상(ICP)을 만들고, 그것이 다시 확인되는지 봐요.\n\n예:\n  kindred build ./exports\n  kindred build deals.csv --outcome Status=Won --format json"
            : "Build the ideal customer profile from raw exports and check whether it holds up.\n\nExamples:\n  kindred build ./exports\n  kindred build deals.csv --outcome Status=Won --format json")
        { paths, workspace, outcome, asOf, report, seed, format };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(paths)!, parsed.GetValue(workspace), parsed.GetValue(outcome), parsed.GetValue(asOf), parsed.GetValue(report), parsed.GetValue(seed), parsed.GetValue(format) == "json", language, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string? workspace, string? outcome, string? asOf, string? report, long seed, bool isJson, Language language, CancellationToken cancel)
    {
        var ko = language == Language.Korean;
        var at = outcome?.IndexOf('=', StringComparison.Ordinal) ?? 1;
        if (at < 1)
        {
            await Console.Error.WriteLineAsync(ko ? $"--outcome '{outcome}'에 '='가 없어요. 열=값으로 써 주세요. [build.outcome]" : $"--outcome '{outcome}' has no '='. Write COLUMN=VALUE. [build.outcome]");
            return ExitCode.WrongUsage;
        }

        if (!Days.TryRead(asOf, TimeProvider.System, out var day))
        {
            return Output.Refuse([Days.Unreadable("--as-of", asOf!)], language);
        }

        // The owner of the workspace from the first row read to the last file written: a second process is told so at once.
        var folder = workspace ?? "kindred-data";
        var opened = await Workspace.OpenAsync(folder, TimeProvider.System, cancel);
        if (!opened.TryGet(out var owned, out var refused))
        {
            return Output.Refuse(refused, language);
        }

        using var keep = owned;
        var progress = Output.Progress(ko ? "만드는 중" : "Building");
        var read = paths.Length > 0 ? SourceFolder.Read(paths, new Partly(progress, 0, 0.2), cancel) : await ImportedTables.ReadAsync(owned, folder, cancel);
        if (!read.TryGet(out var reading, out var reasons))
        {
            return Output.Refuse(reasons, language);
        }

        var request = new BuildRequest(reading.Tables, Outcome: outcome is null ? null : (outcome[..at], outcome[(at + 1)..]), AsOf: asOf is null ? null : day, Seed: seed);
        if (!BuildProfile.Run(request, new StepProgress(progress), cancel).TryGet(out var built, out reasons))
        {
            return Output.Refuse(reasons, language);
        }

        var files = BuildFiles.Write(built, reading, folder, report, language);
        if (isJson)
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
