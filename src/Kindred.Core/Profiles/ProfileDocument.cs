using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>The ICP as <c>icp.json</c>: the source of the report, the tables and every other form. Plain data, both languages; figures as computed.</summary>
public sealed record ProfileDocument
{
    /// <summary>Name of the format.</summary>
    public string Format { get; init; } = "kindred-icp/1";

    /// <summary>Version of the profile: 1, 2, ….</summary>
    public int Version { get; init; } = 1;

    /// <summary>Name the team gives it.</summary>
    public required Wording Name { get; init; }

    /// <summary>Set for invented data: the strip above every page.</summary>
    public Wording? Notice { get; init; }

    /// <summary>The day the data speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Seed of everything random.</summary>
    public long Seed { get; init; }

    /// <summary>proven, hypotheses, insufficient or no-pattern.</summary>
    public required string Verdict { get; init; }

    /// <summary>Why, in plain words.</summary>
    public required Wording Why { get; init; }

    /// <summary>The sentence that heads the page.</summary>
    public required Wording Sentence { get; init; }

    /// <summary>The profile in one paragraph.</summary>
    public required Wording Paragraph { get; init; }

    /// <summary>What was asked: "계약했어요 / signed", or a column and its value.</summary>
    public Wording Outcome { get; init; } = new("계약했어요", "signed");

    /// <summary>The core as a filter recipe, or null.</summary>
    public Wording? Recipe { get; init; }

    /// <summary>Closed new-business deals (or rows of the outcome) that went well and that did not.</summary>
    public required OutcomeCounts Outcomes { get; init; }

    /// <summary>Smallest differences that would have been found 80 % of the time.</summary>
    public IReadOnlyList<PowerLine> Power { get; init; } = [];

    /// <summary>The core, or null.</summary>
    public PatternLine? Core { get; init; }

    /// <summary>What to test first.</summary>
    public IReadOnlyList<PatternLine> Hypotheses { get; init; } = [];

    /// <summary>Easily sold, soon gone.</summary>
    public IReadOnlyList<PatternLine> Regret { get; init; } = [];

    /// <summary>Rarely buys.</summary>
    public IReadOnlyList<PatternLine> Anti { get; init; } = [];

    /// <summary>Stays when won, not won more often.</summary>
    public IReadOnlyList<PatternLine> TryHarder { get; init; } = [];

    /// <summary>Every pattern looked at.</summary>
    public IReadOnlyList<PatternLine> Patterns { get; init; } = [];

    /// <summary>Lines with their origin: held-up, hypothesis, stated, unknown.</summary>
    public IReadOnlyList<ClauseLine> Clauses { get; init; } = [];

    /// <summary>What is not for us.</summary>
    public IReadOnlyList<ClauseLine> NotForUs { get; init; } = [];

    /// <summary>Core against the rest.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>What a careful colleague would look at.</summary>
    public IReadOnlyList<LintWarning> Lint { get; init; } = [];

    /// <summary>Companies per state: core, adjacent, regret, anti, outside.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>();

    /// <summary>Adjacent companies by what differs.</summary>
    public IReadOnlyList<AdjacentLine> Adjacent { get; init; } = [];

    /// <summary>The market, or why it could not be counted.</summary>
    public MarketLine? Market { get; init; }

    /// <summary>Best customers, best first, and the worst.</summary>
    public IReadOnlyList<CustomerLine> Customers { get; init; } = [];

    /// <summary>How many customers there are in all.</summary>
    public int CustomerCount { get; init; }

    /// <summary>Fields that were left out, with the reason.</summary>
    public IReadOnlyList<FieldLine> LeftOut { get; init; } = [];

    /// <summary>Fields that look like they were written after the outcome.</summary>
    public IReadOnlyList<FieldLine> Leakage { get; init; } = [];

    /// <summary>Coverage of the fields that may enter a profile.</summary>
    public IReadOnlyList<CoverageLine> Coverage { get; init; } = [];

    /// <summary>Trouble found in the data, gravest first.</summary>
    public IReadOnlyList<IssueLine> Issues { get; init; } = [];

    /// <summary>Rows of files that found their company.</summary>
    public IReadOnlyList<MatchLine> Matching { get; init; } = [];

    /// <summary>Who has agreed.</summary>
    public IReadOnlyList<SignOff> SignOffs { get; init; } = [];

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The file's text; the same profile gives the same bytes.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>Reads icp.json.</summary>
    /// <returns>The document; refused: <c>profiles.icp-unreadable</c>.</returns>
    public static Result<ProfileDocument> Read(string json, string fileName)
    {
        try
        {
            return JsonSerializer.Deserialize<ProfileDocument>(json, Options) is { Format: "kindred-icp/1" } document ? Result.Accepted(document) : Unreadable(fileName, "format");
        }
        catch (JsonException broken)
        {
            return Unreadable(fileName, broken.Message);
        }
    }

    private static Result<ProfileDocument> Unreadable(string fileName, string found) => Result.Refused<ProfileDocument>("profiles.icp-unreadable", fileName,
        $"'{fileName}'을(를) 고객상으로 읽을 수 없어요: {found}. kindred build가 쓴 icp.json을 주세요.",
        $"'{fileName}' cannot be read as a profile: {found}. Give an icp.json written by kindred build.");
}
