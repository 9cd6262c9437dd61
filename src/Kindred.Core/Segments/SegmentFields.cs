using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Standards;
using Kindred.Core.Tables;

namespace Kindred.Core.Segments;

/// <summary>A field companies can be divided by.</summary>
/// <param name="Id">As typed and as in addresses.</param>
/// <param name="Label">For people.</param>
public sealed record SegmentField(string Id, Wording Label);

/// <summary>The fields companies can be divided by, and their values.</summary>
public static class SegmentFields
{
    /// <summary>Fields with a meaning of their own; besides, every text column about companies is one, under its name.</summary>
    public static IReadOnlyList<SegmentField> Standard { get; } =
    [
        new("industry", new("업종", "industry")),
        new("size", new("규모", "size")),
        new("region", new("지역", "region")),
        new("country", new("국가", "country")),
        new("role", new("결정하는 사람", "who decides")),
        new("pain", new("문제", "pain")),
        new("plan", new("요금제", "plan")),
        new("icp", new("ICP 상태", "ICP state")),
        new("contract-year", new("계약 연차", "contract year")),
        new("channel", new("들어온 경로", "channel")),
    ];

    /// <summary>Per company its value of a field.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="months">The panel; only the contract year asks for it.</param>
    /// <param name="request">Size scheme.</param>
    /// <param name="standing">State of every company to the profile; null without one.</param>
    /// <param name="id">Id of the field.</param>
    /// <returns>The values; refused: <c>segments.unknown-field</c>, <c>segments.size-scheme</c>, <c>segments.no-profile</c>.</returns>
    internal static Result<(SegmentField Field, SegmentKey[] Keys)> Of(AccountFacts facts, CustomerMonths? months, SegmentRequest request, IReadOnlyList<ClassifiedAccount>? standing, string id)
    {
        var field = Standard.FirstOrDefault(one => one.Id == id);
        if (id == "size" && BandScheme.Find(request.SizeScheme, "employees") is null)
        {
            var schemes = string.Join(", ", BandScheme.All.Where(scheme => scheme.Measure == "employees").Select(scheme => scheme.Name));
            return Result.Refused<(SegmentField, SegmentKey[])>("segments.size-scheme", request.SizeScheme, $"'{request.SizeScheme}'은(는) 없는 구간표예요. {schemes} 가운데 골라 주세요.", $"There is no band scheme '{request.SizeScheme}'. Choose one of {schemes}.");
        }

        if (id == "icp" && standing is not { Count: > 0 })
        {
            return Result.Refused<(SegmentField, SegmentKey[])>("segments.no-profile", "icp", "아직 ICP가 없어서 ICP 상태로 나눌 수 없어요. 먼저 kindred build를 실행해 주세요.", "There is no profile yet, so nobody can be divided by ICP state. Run kindred build first.");
        }

        var keys = id switch
        {
            "industry" => Each(facts, company => company.Industry is { } industry ? new SegmentKey(industry.Sector.Word, industry.Sector.Label) : Word(company.IndustryText)),
            "size" => Sizes(facts, BandScheme.Find(request.SizeScheme, "employees")!),
            "region" => Each(facts, company => company.Place.Region is { } region ? new SegmentKey(region.En, region) : SegmentKey.Unknown),
            "country" => Each(facts, company => company.Place.Country is { } country ? new SegmentKey(country.Iso2, country.Name) : SegmentKey.Unknown),
            "role" => Roles(facts),
            "plan" => Plans(facts),
            "icp" => Standing(facts, standing!),
            "contract-year" => Years(facts, months!),
            "channel" => Channels(facts),
            _ => Column(facts, id),
        };
        return keys is null
            ? Result.Refused<(SegmentField, SegmentKey[])>("segments.unknown-field", id, $"'{id}'(으)로는 나눌 수 없어요. 쓸 수 있는 항목: {Names(facts)}.", $"Companies cannot be divided by '{id}'. Fields: {Names(facts)}.")
            : Result.Accepted((field ?? new SegmentField(id, Wording.Same(id)), keys));
    }

    private static SegmentKey[] Each(AccountFacts facts, Func<Company, SegmentKey> key) => [.. facts.Companies.Select(key)];

    private static SegmentKey Word(string? text) => string.IsNullOrWhiteSpace(text) ? SegmentKey.Unknown : new SegmentKey(text.Trim(), Wording.Same(text.Trim()));

    private static SegmentKey[] Sizes(AccountFacts facts, BandScheme scheme)
    {
        var keys = scheme.Bands.ToDictionary(band => band, band => new SegmentKey(band.Label.En, band.Label, band.From));
        return Each(facts, company => scheme.Of(company.Employees) is { } band ? keys[band] : SegmentKey.Unknown);
    }

    /// <summary>Function of the person of the highest level we know there.</summary>
    private static SegmentKey[] Roles(AccountFacts facts)
    {
        var keys = Each(facts, _ => SegmentKey.Unknown);
        foreach (var group in facts.People.Where(person => person.Account >= 0 && person.Title.Functions.Count > 0).GroupBy(person => person.Account))
        {
            var highest = group.MinBy(person => person.Title.Level is { } level ? (int)level : int.MaxValue)!;
            keys[group.Key] = new SegmentKey(highest.Title.Functions[0].ToString(), FunctionWords.Of(highest.Title.Functions[0]));
        }

        return keys;
    }

    /// <summary>Plan of the subscription that began last.</summary>
    private static SegmentKey[] Plans(AccountFacts facts)
    {
        var keys = Each(facts, _ => SegmentKey.Unknown);
        foreach (var one in facts.Subscriptions.Where(one => !one.IsTrial && one.Account >= 0 && one.Plan is not null && one.StartedOn <= facts.AsOf).OrderBy(one => one.StartedOn).ThenByDescending(one => one.Monthly?.Minor ?? 0))
        {
            keys[one.Account] = keys[one.Account].Code.Length > 0 && one.Plan!.Contains("add-on", StringComparison.OrdinalIgnoreCase) ? keys[one.Account] : Word(one.Plan);
        }

        return keys;
    }

    private static SegmentKey[] Standing(AccountFacts facts, IReadOnlyList<ClassifiedAccount> standing)
    {
        var keys = Each(facts, _ => SegmentKey.Unknown);
        foreach (var account in standing)
        {
            keys[account.Account] = new SegmentKey(WriteProfile.StateCode(account.State), StateLabel(account.State), (int)account.State);
        }

        return keys;
    }

    private static Wording StateLabel(AccountState state) => state switch
    {
        AccountState.Core => new("핵심", "core"),
        AccountState.Adjacent => new("인접", "adjacent"),
        AccountState.Regret => new("쉽게 사고 일찍 떠남", "easily won, soon gone"),
        AccountState.Anti => new("거의 사지 않음", "rarely buys"),
        _ => new("그 밖", "outside"),
    };

    private static SegmentKey[] Years(AccountFacts facts, CustomerMonths months)
    {
        var keys = Each(facts, _ => SegmentKey.Unknown);
        foreach (var life in months.Lives)
        {
            keys[life.Account] = life.Months switch { < 12 => new("1", new("1년차", "1st year"), 1), < 24 => new("2", new("2년차", "2nd year"), 2), _ => new("3+", new("3년차 이상", "3rd year or later"), 3) };
        }

        return keys;
    }

    private static SegmentKey[] Channels(AccountFacts facts)
    {
        var keys = Each(facts, _ => SegmentKey.Unknown);
        foreach (var deal in facts.Deals.Where(deal => deal is { IsNewBusiness: true, Source: not null } && deal.Account >= 0).OrderBy(deal => deal.Outcome == DealOutcome.Won).ThenBy(deal => deal.ClosedOn))
        {
            var source = LeadSource.Read(deal.Source!);
            keys[deal.Account] = source is null ? Word(deal.Source) : new SegmentKey(source.Word, source.Label);
        }

        return keys;
    }

    /// <summary>A text column about companies under its own name; pain under any name that says so.</summary>
    private static SegmentKey[]? Column(AccountFacts facts, string id)
    {
        var table = CompaniesNow.Of(facts);
        var column = id == "pain" ? table.Columns.FirstOrDefault(IsPain) : table.Find(id);
        return column is TextColumn text ? [.. Enumerable.Range(0, facts.Companies.Count).Select(row => Word(text.TextAt(row)))] : null;
    }

    private static bool IsPain(Column column) => column is TextColumn && new[] { "pain", "problem", "challenge", "문제", "고민", "어려움" }.Any(word => column.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Names(AccountFacts facts) =>
        string.Join(", ", Standard.Select(field => field.Id).Concat(CompaniesNow.Of(facts).Columns.OfType<TextColumn>().Select(column => column.Name)).Distinct(StringComparer.Ordinal).Take(30));
}
