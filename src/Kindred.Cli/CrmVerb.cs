using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Files.Writing;

namespace Kindred.Cli;

/// <summary><c>kindred crm</c>: scores go back to the CRM where reps live.</summary>
internal static class CrmVerb
{
    private const int ShownReasons = 5;

    public static Command Create(Language language) => new("crm", language == Language.Korean ? "점수를 CRM으로 돌려보내요." : "Bring scores back to the CRM.") { Export(language) };

    private static Command Export(Language language)
    {
        var ko = language == Language.Korean;
        var target = CommonOptions.Among(new Option<string>("--for") { Description = "hubspot | salesforce", Required = true }, "hubspot", "salesforce");
        var output = new Option<string?>("--out") { Description = ko ? "쓸 CSV (기본: 작업 공간의 crm-….csv)" : "CSV to write (default: crm-….csv in the workspace)" };
        var workspace = LeadOptions.Workspace(language);
        var card = LeadOptions.Card(language);
        var format = CommonOptions.Format();
        var command = new Command("export", ko
            ? "가져온 레코드 번호로 CRM에 다시 넣을 CSV와, 만들 항목과 순서를 적은 안내를 써요.\n\n예: kindred crm export --for hubspot"
            : "Write a CSV keyed by the imported record ids, and a page with the fields to create and the steps.\n\nExample: kindred crm export --for hubspot") { target, output, workspace, card, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetValue(workspace)!;
            if (!(await OpenLeads.ReadAsync(folder, parsed.GetValue(card), cancel)).TryGet(out var leads, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            var crm = parsed.GetValue(target) == "hubspot" ? Crm.HubSpot : Crm.Salesforce;
            var result = CrmFiles.Of(leads, crm, language).Result;
            var path = parsed.GetValue(output) ?? Path.Combine(folder, CrmFiles.Name(crm));
            var steps = Path.ChangeExtension(path, ".md");
            var others = result.Others.Select(file => (File: file, Path: Beside(path, file.Key))).ToArray();
            await WriteAsync(path, result.Header, result.Rows, cancel);
            foreach (var key in CrmFile.Keys)
            {
                if (others.FirstOrDefault(other => other.File.Key == key) is { File: not null } other)
                {
                    await WriteAsync(other.Path, other.File.Header, other.File.Rows, cancel);
                }
                else if (parsed.GetValue(output) is null)
                {
                    // What an earlier export left there no longer holds; elsewhere a file of that name may be somebody's own.
                    File.Delete(Beside(path, key));
                }
            }

            ProfileFolder.Put(steps, CrmSteps.Page(crm, Path.GetFileName(path), language, [.. others.Select(other => (other.File, Path.GetFileName(other.Path)))]));
            Show(result, path, steps, others, parsed.GetValue(format) == "json", language);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Beside(string path, string key) => Path.ChangeExtension(path, null) + "-" + key + Path.GetExtension(path);

    private static async Task WriteAsync(string path, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string?>> rows, CancellationToken cancel)
    {
        using var stream = new MemoryStream();
        SafeCsv.Write(stream, header, rows);
        await File.WriteAllBytesAsync(path + ".new", stream.ToArray(), cancel);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static void Show(CrmExportResult result, string path, string steps, IReadOnlyList<(CrmFile File, string Path)> others, bool isJson, Language language)
    {
        if (isJson)
        {
            Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("out", path);
                json.WriteString("steps", steps);
                json.WriteNumber("rows", result.Rows.Count);
                json.WriteStartArray("others");
                foreach (var (file, otherPath) in others)
                {
                    json.WriteStartObject();
                    json.WriteString("key", file.Key);
                    json.WriteString("out", otherPath);
                    json.WriteNumber("rows", file.Rows.Count);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartArray("fields");
                foreach (var field in result.Fields)
                {
                    json.WriteStartObject();
                    json.WriteString("column", field.Column);
                    json.WriteString("name", field.Name);
                    json.WriteString("type", field.Type);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartArray("leftOut");
                foreach (var reason in result.LeftOut)
                {
                    json.WriteStartObject();
                    json.WriteString("code", reason.Code);
                    json.WriteString("subject", reason.Subject);
                    json.WriteString("text", reason.Message.In(language));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        var ko = language == Language.Korean;
        Console.WriteLine(ko ? $"레코드 {Format.Grouped(result.Rows.Count)}개를 {path}에 썼어요. 순서는 {steps}에 있어요." : $"Wrote {Format.Grouped(result.Rows.Count)} records to {path}; the steps are in {steps}.");
        foreach (var (file, otherPath) in others)
        {
            Console.WriteLine(ko
                ? $"번호가 없는 {Format.Grouped(file.Rows.Count)}개는 {(file.Key == "by-domain" ? "도메인" : "이메일")}으로 찾도록 {otherPath}에 썼어요."
                : $"{Format.Grouped(file.Rows.Count)} without a record id, to be matched by {(file.Key == "by-domain" ? "domain" : "e-mail")}: {otherPath}");
        }

        if (result.LeftOut.Count > 0)
        {
            Console.WriteLine(ko ? $"{Format.Grouped(result.LeftOut.Count)}개는 빠졌어요." : $"{Format.Grouped(result.LeftOut.Count)} were left out:");
            foreach (var reason in result.LeftOut.Take(ShownReasons))
            {
                Console.WriteLine($"  {reason.Message.In(language)} [{reason.Code}]");
            }
        }
    }
}
