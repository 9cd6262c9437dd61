using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
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
            var blind = await ExploredAsync(folder, cancel);
            var result = CrmExport.Run(leads.Leads.Select(lead => Lead(leads, lead, crm, blind.Contains(lead.Id))), crm, leads.Card, language);
            var path = parsed.GetValue(output) ?? Path.Combine(folder, $"crm-{parsed.GetValue(target)}.csv");
            var steps = Path.ChangeExtension(path, ".md");
            using (var stream = new MemoryStream())
            {
                SafeCsv.Write(stream, result.Header, result.Rows);
                await File.WriteAllBytesAsync(path + ".new", stream.ToArray(), cancel);
                File.Move(path + ".new", path, overwrite: true);
            }

            ProfileFolder.Put(steps, CrmSteps.Page(crm, Path.GetFileName(path), language));
            Show(result, path, steps, parsed.GetValue(format) == "json", language);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Leads that are being judged blind: drawn, and not decided yet.</summary>
    private static async Task<HashSet<string>> ExploredAsync(string folder, CancellationToken cancel)
    {
        using var workspace = Storage.Workspace.OpenForReading(folder).Value;
        var blind = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in await workspace.Leads.EventsAsync(null, cancel))
        {
            switch (entry.Kind)
            {
                case LeadEventKind.Explored:
                    blind.Add(entry.Lead);
                    break;
                case LeadEventKind.Opened:
                    break;
                default:
                    blind.Remove(entry.Lead);
                    break;
            }
        }

        return blind;
    }

    private static CrmLead Lead(LeadWorkspace leads, LeadEntry lead, Crm crm, bool isBlind)
    {
        var standing = leads.StandingOf(lead);
        string[] ids = crm == Crm.HubSpot ? [lead.CompanyId, lead.RecordId] : [lead.RecordId, lead.CompanyId];
        var id = ids.FirstOrDefault(one => crm == Crm.HubSpot ? one.Length > 0 && one.All(char.IsAsciiDigit) : SalesforceId.IsLikely(one)) ?? ids.FirstOrDefault(one => one.Length > 0) ?? "";
        return new CrmLead(id, lead.Name.Length > 0 ? lead.Name : lead.Id, leads.Receipt(lead), standing is null ? null : WriteProfile.StateCode(standing.State), standing is null ? [] : [.. standing.Differing, .. standing.Unknown], isBlind);
    }

    private static void Show(CrmExportResult result, string path, string steps, bool isJson, Language language)
    {
        if (isJson)
        {
            Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("out", path);
                json.WriteString("steps", steps);
                json.WriteNumber("rows", result.Rows.Count);
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
        if (result.LeftOut.Count > 0)
        {
            Console.WriteLine(ko ? $"{Format.Grouped(result.LeftOut.Count)}개는 번호가 없거나 맞지 않아 빠졌어요." : $"{Format.Grouped(result.LeftOut.Count)} were left out: no record id, or a wrong one.");
            foreach (var reason in result.LeftOut.Take(ShownReasons))
            {
                Console.WriteLine($"  {reason.Message.In(language)} [{reason.Code}]");
            }
        }
    }
}
