using System.CommandLine;
using System.Runtime.InteropServices;
using Kindred.Core.Basics;
using Kindred.Storage;

namespace Kindred.Cli;

/// <summary><c>kindred doctor</c>: what this machine has, what is missing, and the line that mends it.</summary>
internal static class DoctorVerb
{
    private sealed record Finding(string Id, bool IsWell, string Found, string? Mend);

    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var workspace = new Option<string>("--workspace") { Description = ko ? "작업 공간 폴더" : "Workspace folder", DefaultValueFactory = _ => "kindred-data" };
        var format = CommonOptions.Format();
        var command = new Command("doctor", ko ? "이 컴퓨터에 무엇이 있고 무엇이 없는지 살펴봐요.\n\n예: kindred doctor" : "Look at what this machine has and lacks.\n\nExample: kindred doctor") { workspace, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var findings = await LookAsync(Path.GetFullPath(parsed.GetValue(workspace)!), ko, cancel);
            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json =>
                {
                    json.WriteStartObject();
                    json.WriteBoolean("well", findings.All(finding => finding.IsWell));
                    json.WriteStartArray("findings");
                    foreach (var finding in findings)
                    {
                        json.WriteStartObject();
                        json.WriteString("id", finding.Id);
                        json.WriteBoolean("well", finding.IsWell);
                        json.WriteString("found", finding.Found);
                        json.WriteString("mend", finding.Mend);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                });
            }
            else
            {
                foreach (var finding in findings)
                {
                    Console.WriteLine($"{(finding.IsWell ? "ok  " : "--  ")}{finding.Id}: {finding.Found}{(finding.Mend is null ? "" : " → " + finding.Mend)}");
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<List<Finding>> LookAsync(string folder, bool ko, CancellationToken cancel)
    {
        var findings = new List<Finding>
        {
            new("runtime", true, RuntimeInformation.FrameworkDescription + ", " + RuntimeInformation.OSDescription, null),
            new("processors", true, Format.Whole(Environment.ProcessorCount), null),
        };
        var root = new DriveInfo(Path.GetPathRoot(folder)!);
        try
        {
            var existing = folder;
            while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
            {
                existing = parent;
            }

            root = new DriveInfo(existing);
            var isRoomy = root.AvailableFreeSpace > 0.05 * root.TotalSize;
            findings.Add(new Finding("disk", isRoomy, $"{Format.Whole(root.AvailableFreeSpace >> 20)} MB", isRoomy ? null : ko ? "디스크를 5% 넘게 비워 주세요" : "free more than 5 % of the disk"));
        }
        catch (IOException failure)
        {
            findings.Add(new Finding("disk", false, failure.Message, ko ? "디스크를 확인해 주세요" : "check the disk"));
        }

        findings.AddRange(await WorkspaceOfAsync(folder, ko, cancel));
        foreach (var (program, package) in new[] { ("pdftoppm", "poppler-utils"), ("fc-list", "fontconfig") })
        {
            var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(part => Path.Combine(part, program)).FirstOrDefault(File.Exists);
            findings.Add(new Finding(program, path is not null, path ?? (ko ? "없음" : "not found"), path is null ? "sudo apt-get install " + package : null));
        }

        return findings;
    }

    private static async Task<IReadOnlyList<Finding>> WorkspaceOfAsync(string folder, bool ko, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            return [new Finding("workspace", true, ko ? $"{folder} (아직 없음)" : $"{folder} (not there yet)", null)];
        }

        if (!Workspace.OpenForReading(folder).TryGet(out var workspace, out var reasons))
        {
            return [new Finding("workspace", reasons[0].Code == "storage.no-workspace", reasons[0].Message.In(ko ? Language.Korean : Language.English), null)];
        }

        using (workspace)
        {
            return [new Finding("workspace", true, folder, null), await LogsOfAsync(workspace, ko, cancel)];
        }
    }

    /// <summary>Whether score records, decisions and reviews still say what was written.</summary>
    private static async Task<Finding> LogsOfAsync(Workspace workspace, bool ko, CancellationToken cancel)
    {
        if ((await workspace.Reviews.VerifyAsync(cancel)).TryGet(out var rows, out var reasons))
        {
            var head = (await workspace.Logs.HeadsAsync(cancel)).FirstOrDefault(log => log.Log == "review")?.Digest[..16] ?? "–";
            return new Finding("logs", true, ko ? $"{Format.Grouped(rows)}줄이 모두 처음 그대로예요 (점검 기록 지문 {head})" : $"all {Format.Grouped(rows)} rows are as they were written (digest of the review log {head})", null);
        }

        var found = string.Join(" ", reasons.Select(reason => reason.Message.In(ko ? Language.Korean : Language.English)));
        return reasons[0].Code == "reviews.unsealed" ? new Finding("logs", true, found, null) : new Finding("logs", false, found, ko ? "백업과 비교해 주세요" : "compare with a backup");
    }
}
