using System.Text.Json;
using System.Text.Json.Serialization;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Standards;
using Kindred.Core.Success;

namespace Kindred.Product;

/// <summary>What the owner of a workspace set. Kept as settings.json beside the data.</summary>
public sealed record WorkspaceSettings
{
    private const string Name = "settings.json";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Nothing set: every default.</summary>
    public static WorkspaceSettings Defaults { get; } = new();

    /// <summary>ISO currency amounts are compared in; null takes the commonest of the data.</summary>
    public string? Currency { get; init; }

    /// <summary>Exchange rates as CSV with the header since,from,to,rate; empty for none.</summary>
    public string Rates { get; init; } = "";

    /// <summary>Name of the band scheme by which sizes of companies are shown; <c>worksheet</c> unless set.</summary>
    public string BandScheme { get; init; } = "worksheet";

    /// <summary>Days between two reviews of profile and card, 7–730; 90 unless set.</summary>
    public int ReviewDays { get; init; } = 90;

    /// <summary>Hours a rep spends on a lead, 0.1–100; 2 unless set.</summary>
    public double HoursPerLead { get; init; } = 2;

    /// <summary>Share of the incoming leads the reps can work, 0.01–1; null aims at a quarter.</summary>
    public double? Capacity { get; init; }

    /// <summary>Days the rows of an undone import are kept, 0–3650; 30 unless set.</summary>
    public int KeepUndoneDays { get; init; } = 30;

    /// <summary>Accounts the team can look after in person (tier A), 0–100,000; 20 unless set.</summary>
    public int TierA { get; init; } = 20;

    /// <summary>Accounts the team can check in with every month (tier B), 0–100,000; 60 unless set.</summary>
    public int TierB { get; init; } = 60;

    /// <summary>Most alerts about customers in a week, 0–1,000; 5 unless set.</summary>
    public int AlertsPerWeek { get; init; } = 5;

    /// <summary>Points of health by factor as name=points, separated by commas; empty for the default.</summary>
    public string HealthPoints { get; init; } = "";

    /// <summary>What is assumed about the economics of segments.</summary>
    public SegmentSettings Segments { get; init; } = new();

    /// <summary>What engagement may count as on the card; nothing unless set.</summary>
    public EngagementUse Engagement { get; init; }

    /// <summary>Domains and addresses whose reading counts nowhere, beside our own; empty for none.</summary>
    public string IgnoredReaders { get; init; } = "";

    /// <summary>What is set about reviews and what is told about them.</summary>
    public ReviewSettings Reviews { get; init; } = new();

    /// <summary>The rates, read.</summary>
    [JsonIgnore]
    public ExchangeRates ExchangeRates => Core.Standards.ExchangeRates.Parse(Rates).TryGet(out var rates, out _) ? rates : Core.Standards.ExchangeRates.None;

    /// <summary>What these say about customers.</summary>
    [JsonIgnore]
    public SuccessRequest Success => new() { CapacityA = TierA, CapacityB = TierB, AlertsPerWeek = AlertsPerWeek, Weights = HealthWeights.Parse(HealthPoints).TryGet(out var weights, out _) ? weights : HealthWeights.Default };

    /// <summary>The scheme by which numbers of employees are shown.</summary>
    [JsonIgnore]
    public BandScheme Employees => Core.Standards.BandScheme.Find(BandScheme, "employees")!;

    /// <summary>Names of the schemes there are for employees, with their labels.</summary>
    public static IReadOnlyList<BandScheme> Schemes => [.. Core.Standards.BandScheme.All.Where(scheme => scheme.Measure == "employees")];

    /// <summary>Reads them; the defaults where nothing was set.</summary>
    /// <returns>The settings; refused: <c>settings.unreadable</c>, and what <see cref="Checked"/> refuses.</returns>
    public static Result<WorkspaceSettings> Read(string folder)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
        {
            return Result.Accepted(Defaults);
        }

        try
        {
            return JsonSerializer.Deserialize<WorkspaceSettings>(File.ReadAllText(file), Json) is { } read ? read.Checked() : Result.Refused<WorkspaceSettings>(Unreadable(file, "null"));
        }
        catch (JsonException failure)
        {
            return Result.Refused<WorkspaceSettings>(Unreadable(file, failure.Message));
        }
    }

    /// <summary>Writes them, complete or not at all.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        ProfileFolder.Put(Path.Combine(folder, Name), JsonSerializer.Serialize(this, Json));
    }

    /// <summary>These, when each lies within its bounds.</summary>
    /// <returns>The settings; refused: <c>settings.currency</c>, <c>settings.band-scheme</c>, <c>settings.review-days</c>, <c>settings.hours-per-lead</c>, <c>settings.capacity</c>, <c>settings.keep-days</c>, <c>settings.new-outcomes</c>, <c>settings.recipient</c>, <c>settings.recipients</c>, <c>settings.zone</c>, <c>settings.mail-language</c>, <c>standards.exchange-rate-row</c>, <c>success.capacity</c>, <c>success.alerts</c>, <c>success.weights</c>, <c>success.weights-total</c>, <c>segments.margin</c>, <c>segments.discount</c>, <c>segments.horizon</c>, <c>segments.benchmark-header</c>, <c>segments.benchmark-row</c>.</returns>
    public Result<WorkspaceSettings> Checked()
    {
        var reasons = new List<Reason>();
        if (Currency is not null && (Currency.Length != 3 || !Currency.All(char.IsAsciiLetterUpper)))
        {
            reasons.Add(Of("currency", Currency, $"통화 '{Currency}'을(를) 모르겠어요. KRW, USD처럼 알파벳 세 글자로 적어 주세요.", $"'{Currency}' is no currency. Write three letters such as KRW or USD."));
        }

        if (Core.Standards.BandScheme.Find(BandScheme ?? "", "employees") is null)
        {
            reasons.Add(Of("band-scheme", BandScheme ?? "", $"'{BandScheme}'은(는) 없는 구간표예요. {string.Join(", ", Schemes.Select(scheme => scheme.Name))} 가운데 골라 주세요.", $"There is no band scheme '{BandScheme}'. Choose one of {string.Join(", ", Schemes.Select(scheme => scheme.Name))}."));
        }

        Within("review-days", ReviewDays, 7, 730, "점검 주기(일)", "Days between reviews");
        Within("hours-per-lead", HoursPerLead, 0.1, 100, "리드 하나에 드는 시간", "Hours per lead");
        Within("capacity", 100 * (Capacity ?? 0.25), 1, 100, "맡을 수 있는 리드 비율(%)", "Share of leads you can work (%)");
        Within("keep-days", KeepUndoneDays, 0, 3650, "되돌린 가져오기를 두는 날", "Days undone imports are kept");
        if (!Core.Standards.ExchangeRates.Parse(Rates ?? "").TryGet(out _, out var rows))
        {
            reasons.AddRange(rows);
        }

        reasons.AddRange((Reviews ?? new ReviewSettings()).Wrong());
        reasons.AddRange((Segments ?? new SegmentSettings()).Wrong());
        reasons.AddRange(Success.Check());
        reasons.AddRange(HealthWeights.Parse(HealthPoints).Reasons);
        return reasons.Count == 0 ? Result.Accepted(this) : Result.Refused<WorkspaceSettings>(reasons);

        void Within(string code, double value, double least, double most, string ko, string en)
        {
            if (!(value >= least && value <= most))
            {
                var (found, low, high) = (Format.Number(value), Format.Number(least), Format.Number(most));
                reasons.Add(Of(code, found, $"{ko}: {found}은(는) 쓸 수 없어요. {low}부터 {high}까지 적어 주세요.", $"{en}: {found} cannot be used. Write {low} to {high}."));
            }
        }
    }

    private static Reason Unreadable(string file, string why) => Of("unreadable", file, $"설정 파일 '{file}'을 읽을 수 없어요({why}). 지우면 기본값으로 시작해요.", $"The settings file '{file}' cannot be read ({why}). Delete it to start from the defaults.");

    private static Reason Of(string code, string subject, string ko, string en) => new("settings." + code, subject, new Wording(ko, en));
}
