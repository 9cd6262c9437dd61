using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Workspaces;
using Kindred.Files;
using Kindred.Storage;

namespace Kindred.Cli;

/// <summary><c>kindred import</c>: keeps files in the workspace, all or nothing, repeatable and undoable.</summary>
internal static class ImportVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var paths = CommonOptions.Paths(language, new Argument<string[]>("PATH") { Description = ko ? "파일이나 폴더" : "Files or folders", Arity = ArgumentArity.ZeroOrMore });
        var workspace = new Option<string>("--workspace") { Description = ko ? "작업 공간 폴더" : "Workspace folder", DefaultValueFactory = _ => "kindred-data" };
        var dryRun = new Option<bool>("--dry-run") { Description = ko ? "저장하지 않고 무엇이 될지만 보여 줘요" : "Show what would happen; store nothing" };
        var undo = new Option<long?>("--undo") { Description = ko ? "이 번호의 가져오기를 되돌려요" : "Undo the import of this number" };
        var list = new Option<bool>("--list") { Description = ko ? "가져온 것을 보여 줘요" : "List the imports" };
        var format = CommonOptions.Format();
        var command = new Command("import", ko
            ? "파일을 작업 공간에 넣어요. 같은 파일은 다시 넣어도 바뀌지 않고, 언제든 되돌릴 수 있어요.\n\n예:\n  kindred import ./exports --dry-run\n  kindred import deals.csv --workspace ./data\n  kindred import --undo 3"
            : "Keep files in the workspace. The same file again changes nothing, and every import can be undone.\n\nExamples:\n  kindred import ./exports --dry-run\n  kindred import deals.csv --workspace ./data\n  kindred import --undo 3")
        { paths, workspace, dryRun, undo, list, format };
        command.SetAction((parsed, cancel) => RunAsync(
            new Call(parsed.GetValue(paths)!, parsed.GetValue(workspace)!, parsed.GetValue(dryRun), parsed.GetValue(undo), parsed.GetValue(list), parsed.GetValue(format) == "json", language), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Call call, CancellationToken cancel)
    {
        if (call.Paths.Length == 0 && call.Undo is null && !call.List)
        {
            await Console.Error.WriteLineAsync(call.Language == Language.Korean ? "파일이나 폴더를 주거나, --list 또는 --undo N을 붙여 주세요. [import.nothing-to-do]" : "Give files or folders, or --list, or --undo N. [import.nothing-to-do]");
            return ExitCode.WrongUsage;
        }

        var opened = await Workspace.OpenAsync(call.Workspace, TimeProvider.System, cancel);
        if (!opened.TryGet(out var workspace, out var reasons))
        {
            return Output.Refuse(reasons, call.Language);
        }

        using (workspace)
        {
            if (call.Undo is { } number)
            {
                var undone = await workspace.Imports.UndoAsync(number, cancel);
                return undone.TryGet(out var import, out reasons) ? Show([new ImportResult(import, import.Accepted, import.Rejected, 0, false)], call) : Output.Refuse(reasons, call.Language);
            }

            if (call.List)
            {
                var all = await workspace.Imports.ListAsync(cancel);
                return Show([.. all.Select(import => new ImportResult(import, import.Accepted, import.Rejected, 0, false))], call);
            }

            return await StoreAsync(workspace, call, cancel);
        }
    }

    private static async Task<int> StoreAsync(Workspace workspace, Call call, CancellationToken cancel)
    {
        var results = new List<ImportResult>();
        var refused = new List<Reason>();
        var importer = new ImportTable(workspace.Imports);
        var files = SourceFolder.Files(call.Paths);
        if (files.Count == 0)
        {
            return Output.Refuse([SourceFolder.NoFiles("import.no-files", call.Paths)], call.Language);
        }

        foreach (var file in files)
        {
            var progress = Output.Progress(Path.GetFileName(file));
            if (!TableFiles.Open(file, null, null, cancel).TryGet(out var tables, out var reasons))
            {
                refused.AddRange(reasons);
                continue;
            }

            foreach (var table in tables)
            {
                results.Add(await importer.RunAsync(new ImportRequest(table.AsImport(), after => table.Batches(afterRow: after, progress: progress, ct: cancel), call.IsDryRun), cancel));
            }
        }

        if (!call.IsDryRun && InventedMark.IsIn(call.Paths))
        {
            InventedMark.Put(call.Workspace);
        }

        var code = Show(results, call);
        return refused.Count > 0 ? Output.Refuse(refused, call.Language) : code;
    }

    private static int Show(IReadOnlyList<ImportResult> results, Call call)
    {
        if (call.IsJson)
        {
            Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteBoolean("dryRun", call.IsDryRun);
                json.WriteStartArray("imports");
                foreach (var result in results)
                {
                    json.WriteStartObject();
                    MineJson.WriteNumber(json, "id", result.Import?.Id);
                    json.WriteString("file", result.Import?.Table.FileName);
                    json.WriteString("state", result.Import?.State.ToString().ToLowerInvariant());
                    json.WriteNumber("accepted", result.Accepted);
                    json.WriteNumber("rejected", result.Rejected);
                    json.WriteNumber("resumedBehind", result.ResumedBehind);
                    json.WriteBoolean("changedNothing", result.ChangedNothing);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return ExitCode.Done;
        }

        var ko = call.Language == Language.Korean;
        foreach (var result in results)
        {
            var name = result.Import is { } import ? $"#{Format.Whole(import.Id)} {import.Table.FileName}" : "";
            var note = call.IsDryRun ? (ko ? "저장하지 않았어요" : "nothing stored") : result.ChangedNothing ? (ko ? "이미 있던 파일이라 바뀐 것이 없어요" : "the same file as before: nothing changed") : result.Import?.State.ToString().ToLowerInvariant();
            Console.WriteLine(ko
                ? $"{name} 받은 행 {Format.Grouped(result.Accepted)}, 거절한 행 {Format.Grouped(result.Rejected)} ({note})"
                : $"{name} {Format.Grouped(result.Accepted)} rows accepted, {Format.Grouped(result.Rejected)} rejected ({note})");
        }

        return ExitCode.Done;
    }

    private sealed record Call(string[] Paths, string Workspace, bool IsDryRun, long? Undo, bool List, bool IsJson, Language Language);
}
