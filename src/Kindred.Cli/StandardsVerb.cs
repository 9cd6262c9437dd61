using System.CommandLine;
using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Cli;

/// <summary><c>kindred standards</c>: how a word is read: industry, title, company, region.</summary>
internal static class StandardsVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var command = new Command("standards", ko
            ? "낱말을 표준으로 읽어 줘요.\n\n예:\n  kindred standards industry 소프트웨어\n  kindred standards title \"CISO 겸 개발팀장\""
            : "Show how a word is read as a standard.\n\nExamples:\n  kindred standards industry \"Computer Software\"\n  kindred standards title \"VP Finance\"");
        command.Subcommands.Add(Sub("industry", ko ? "업종 → NAICS 2022, KSIC 11" : "Industry to NAICS 2022 and KSIC 11", language, Industry));
        command.Subcommands.Add(Sub("title", ko ? "직책 → 기능, 직급, 구매 역할" : "Job title to function, level and buying role", language, Title));
        command.Subcommands.Add(Sub("company", ko ? "회사 이름 → 비교용 이름" : "Company name to the name compared by", language, Company));
        command.Subcommands.Add(Sub("region", ko ? "지역 → 국가, 시도, 시군구 (쉼표로 구분)" : "Region to country, state, city (separated by commas)", language, Region));
        return command;
    }

    private static Command Sub(string name, string description, Language language, Action<Utf8JsonWriter, string, Language> write)
    {
        var text = new Argument<string>("TEXT") { Description = language == Language.Korean ? "읽을 낱말" : "The word to read" };
        var format = CommonOptions.Format();
        var command = new Command(name, description) { text, format };
        command.SetAction((parsed, _) =>
        {
            void Json(Utf8JsonWriter json)
            {
                json.WriteStartObject();
                json.WriteString("text", parsed.GetValue(text));
                write(json, parsed.GetValue(text)!, language);
                json.WriteEndObject();
            }

            if (parsed.GetValue(format) == "json")
            {
                Output.Json(Json);
            }
            else
            {
                using var stream = new MemoryStream();
                using (var writer = new Utf8JsonWriter(stream))
                {
                    Json(writer);
                }

                foreach (var property in JsonDocument.Parse(stream.ToArray()).RootElement.EnumerateObject())
                {
                    Console.WriteLine($"{property.Name}: {property.Value}");
                }
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Industry(Utf8JsonWriter json, string text, Language language)
    {
        if (StandardsModule.Industry(text) is not { } match)
        {
            json.WriteNull("sector");
            json.WriteString("note", language == Language.Korean ? "모르는 업종이에요. NAICS나 KSIC 코드로 적어 주세요." : "Unknown industry. Give a NAICS or KSIC code.");
            return;
        }

        json.WriteString("sector", match.Sector.Word);
        json.WriteString("label", match.Sector.Label.In(language));
        json.WriteString("naics", match.Naics?.Code);
        json.WriteString("naicsTitle", match.Naics?.Title.In(language));
        json.WriteString("ksic", match.Ksic?.Code);
        json.WriteString("ksicTitle", match.Ksic?.Title.In(language));
        json.WriteString("method", match.Method.ToString());
        json.WriteNumber("confidence", match.Confidence);
    }

    private static void Title(Utf8JsonWriter json, string text, Language language)
    {
        var reading = StandardsModule.Title(text);
        json.WriteString("functions", string.Join(", ", reading.Functions));
        json.WriteString("level", reading.Level.ToString());
        json.WriteString("buyingRoles", string.Join(", ", reading.Roles));
    }

    private static void Company(Utf8JsonWriter json, string text, Language language)
    {
        var name = StandardsModule.Company(text);
        json.WriteString("comparedBy", name.Key);
        json.WriteString("core", name.Core);
    }

    private static void Region(Utf8JsonWriter json, string text, Language language)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var place = parts.Length switch
        {
            1 => StandardsModule.Region(null, parts[0], null),
            2 => StandardsModule.Region(null, parts[0], parts[1]),
            _ => StandardsModule.Region(parts[0], parts[1], parts[2]),
        };
        json.WriteString("country", place.Country?.Iso2);
        json.WriteString("region", place.Region?.In(language));
        json.WriteString("city", place.City?.In(language));
        json.WriteString("capitalArea", place.IsCapitalArea?.ToString());
    }
}
