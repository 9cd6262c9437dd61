using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Personas;
using Kindred.Core.Profiles;

namespace Kindred.Cli;

/// <summary><c>kindred personas</c>: kinds of people with what the records show, and who is missing where.</summary>
internal static class PersonasVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var workspace = LeadOptions.Workspace(language);
        var format = CommonOptions.Format();
        var command = new Command("personas", ko
            ? "누가 정하고 무엇을 읽는지, 어느 회사에 누가 아직 안 보이는지 보여 줘요.\n\n예: kindred personas --format json"
            : "Who decides and what they read, and who is not seen where.\n\nExample: kindred personas --format json") { workspace, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetValue(workspace)!;
            if (!(await OpenReading.ReadAsync(folder, cancel)).TryGet(out var open, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            var facts = open.Board.Book.Facts;
            if (facts.People.Count == 0)
            {
                return Output.Refuse([new Reason("personas.no-people", folder, new Wording($"'{folder}'에 사람이 없어요. 연락처 파일을 가져와 주세요.", $"There are no people in '{folder}'. Import a contacts file."))], language);
            }

            var study = StudyPersonas.Run(open.Board.Book, open.Board.Study, open.Standing);
            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json => Write(json, study, facts));
                return ExitCode.Done;
            }

            if (InventedMark.IsOn(folder))
            {
                Console.WriteLine(InventedMark.Notice.In(language));
            }

            Show(study, facts, language);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(PersonaStudy study, Core.Accounts.AccountFacts facts, Language language)
    {
        var ko = language == Language.Korean;
        foreach (var alert in study.Alerts)
        {
            Console.WriteLine("! " + alert.Alert.In(language));
        }

        foreach (var persona in study.Personas)
        {
            var part = BuyingParts.Label(persona.Parts[0].Part).In(language);
            var reads = persona.Reads.Count > 0 ? persona.Reads[0].Label.In(language) : "–";
            Console.WriteLine(ko
                ? $"{persona.Group.Label.Ko}: {Format.Grouped(persona.People)}명, 회사 {Format.Grouped(persona.Companies)}곳, {part}, 가장 많이 읽는 것 {reads}, 21일 안에 만남 {(persona.Met is { } met ? ReadingVerb.Rate(met.Figures.Met) + " (" + met.Words.Ko + ")" : "–")}"
                : $"{persona.Group.Label.En}: {Format.Grouped(persona.People)} people at {Format.Grouped(persona.Companies)} companies, {part}, reads most: {reads}, met within 21 days {(persona.Met is { } seen ? ReadingVerb.Rate(seen.Figures.Met) + " (" + seen.Words.En + ")" : "–")}");
        }

        foreach (var open in study.Open.Where(open => open.Committee.Missing.Count > 0).Take(20))
        {
            Console.WriteLine($"  {facts.Companies[facts.Deals[open.Deal].Account].Name}: {(ko ? "안 보임 " : "not seen: ")}{string.Join(", ", open.Committee.Missing.Select(part => BuyingParts.Label(part).In(language)))}");
        }
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, PersonaStudy study, Core.Accounts.AccountFacts facts)
    {
        json.WriteStartObject();
        json.WriteNumber("people", study.People);
        json.WriteNumber("withoutTitle", study.WithoutTitle);
        json.WriteStartArray("personas");
        foreach (var persona in study.Personas)
        {
            json.WriteStartObject();
            json.WriteString("group", persona.Group.Code);
            LeadJson.Wording(json, "label", persona.Group.Label);
            json.WriteNumber("people", persona.People);
            json.WriteNumber("companies", persona.Companies);
            json.WriteStartObject("parts");
            foreach (var (part, people) in persona.Parts)
            {
                json.WriteNumber(Code(part), people);
            }

            json.WriteEndObject();
            json.WriteStartObject("titles");
            foreach (var (title, people) in persona.Titles)
            {
                json.WriteNumber(title, people);
            }

            json.WriteEndObject();
            ReadingJson.Share(json, "atWon", persona.AtWon);
            ReadingJson.Share(json, "atLost", persona.AtLost);
            ReadingJson.Cells(json, "reading", persona.Met is { } met ? [met] : []);
            json.WriteStartArray("interests");
            foreach (var tag in persona.Interests)
            {
                json.WriteStringValue(tag.Tag);
            }

            json.WriteEndArray();
            Items("kpi", persona.Kpi);
            Items("questions", persona.Questions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("matrix");
        foreach (var cell in study.Matrix)
        {
            json.WriteStartObject();
            json.WriteString("state", WriteProfile.StateCode(cell.State));
            json.WriteString("part", Code(cell.Part));
            ReadingJson.Share(json, "seen", cell.Seen);
            json.WriteBoolean("isAlert", study.Alerts.Contains(cell));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("openDeals");
        foreach (var open in study.Open)
        {
            json.WriteStartObject();
            json.WriteString("deal", facts.Deals[open.Deal].Key);
            json.WriteString("company", facts.Companies[facts.Deals[open.Deal].Account].Name);
            json.WriteNumber("people", open.Committee.Members.Count);
            json.WriteStartArray("missing");
            foreach (var part in open.Committee.Missing)
            {
                json.WriteStringValue(Code(part));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Items(string name, IReadOnlyList<BankItem> items)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                LeadJson.Wording(json, null, item.Detail ?? item.Text);
            }

            json.WriteEndArray();
        }
    }

    private static string Code(BuyingPart part) => part switch
    {
        BuyingPart.EconomicBuyer => "economic-buyer",
        BuyingPart.Reviewer => "reviewer",
        BuyingPart.Champion => "champion",
        BuyingPart.Procurement => "procurement",
        _ => "none",
    };
}
