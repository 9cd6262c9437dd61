using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Profiles;
using Kindred.Core.Tables;
using Kindred.Tests.Patterns;

namespace Kindred.Tests.Profiles;

/// <summary>Profiles and their parts, written out by hand or built from a table in which the truth is known.</summary>
internal static class ProfilesByHand
{
    public static readonly Wording Signed = new("계약했어요", "signed");

    public static readonly Field[] Fields =
    [
        new("sector", new Wording("업종", "industry"), FieldLevel.Company),
        new("employees", new Wording("직원", "employees"), FieldLevel.Company, new Wording("명", "people")),
        new("technologies", new Wording("기술", "technology"), FieldLevel.Company),
        new("country", new Wording("국가", "country"), FieldLevel.Company),
        new("funding stage", new Wording("투자 단계", "funding stage"), FieldLevel.Company),
    ];

    public static readonly ProfilePhrases Phrases = new(Fields.ToDictionary(field => field.Name, StringComparer.Ordinal));

    /// <summary>Software and fintech, 50–200 people, on Salesforce or HubSpot.</summary>
    public static readonly Conjunction Core = new(
        [Condition.OneOf("sector", ["fintech", "software"]), Condition.Between("employees", 49, 200), Condition.HasAny("technologies", ["HubSpot", "Salesforce"])]);

    public static Rate Rate(int positives, int rows, double low, double high) => new(rows, positives, (double)positives / rows, low, high);

    public static ProfilePattern Pattern(Conjunction conditions, ProfileRole role, PatternStatus status, int? more = null, Rate? stays = null) => new(
        new Pattern(conditions, role is not ProfileRole.Anti, Rate(90, 158, 0.49, 0.64), role is ProfileRole.Anti ? Rate(5, 100, 0.02, 0.11) : Rate(85, 158, 0.46, 0.61), 2.1, 80, 1e-9,
            new PatternProof(0.001, status, 5, true, Rate(20, 40, 0.35, 0.65), 0.98, [], (7, 8), true, [])),
        role, Rate(90, 158, 0.49, 0.64), Rate(100, 600, 0.14, 0.2), stays, stays, null, null, more);

    public static IdealCustomerProfile Profile(ProfilePattern? core, params ProfilePattern[] hypotheses) => new()
    {
        Name = new("이름", "name"),
        AsOf = new DateOnly(2026, 1, 31),
        Seed = 7,
        Verdict = core is null ? Verdict.Hypotheses : Verdict.Proven,
        Why = new("까닭", "why"),
        Sentence = new("한 문장.", "One sentence."),
        Fields = Fields,
        Outcome = Signed,
        Outcomes = (200, 558),
        Power = [],
        Core = core,
        Hypotheses = hypotheses,
    };

    /// <summary>A build of a deals file of 600 companies in which software companies with more than 50 people sign more often.</summary>
    /// <param name="uplift">How much more often; 0 for nothing to find.</param>
    /// <param name="rows">Deals.</param>
    public static Result<BuildResult> Built(double uplift, int rows = 600)
    {
        var (table, positive) = Planted.Companies(rows, 21, uplift);
        var sector = (TextColumn)table.Find("sector")!;
        string[] Text(Func<int, string> cell) => [.. Enumerable.Range(0, rows).Select(cell)];
        var deals = new Table("deals.csv",
        [
            TextColumn.From("Deal Name", Text(row => "Licence " + Format.Whole(row))),
            TextColumn.From("Company", Text(row => "Firm " + Format.Whole(row))),
            TextColumn.From("Industry", Text(row => sector.TextAt(row))),
            table.Find("employees")!.Renamed("Employees"),
            TextColumn.From("Stage", Text(row => positive[row] == 1 ? "Closed Won" : "Closed Lost")),
            new DateColumn("Close Date", [.. Enumerable.Range(0, rows).Select(row => new DateTime(2024, 1, 1).AddDays(row).Ticks)]),
        ]);
        return BuildProfile.Run(new BuildRequest([new SourceTable(deals, "deals.csv", null, [])], Seed: 3));
    }
}
