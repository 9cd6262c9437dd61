using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Features with a standard meaning: industry, size, place, age, funding.</summary>
internal static class CompanyFeatures
{
    public static IEnumerable<Feature> Make(AccountFacts facts, DecisionRows rows) => All(facts, rows).Where(pair => IsCompanyLevel(facts, pair.Role)).Select(pair => pair.Feature);

    /// <summary>False when a person gave every column of that meaning another level.</summary>
    private static bool IsCompanyLevel(AccountFacts facts, ColumnRole role)
    {
        var columns = facts.Placed.SelectMany(placed => placed.Mapping.Columns).Where(column => column.Role == role).ToArray();
        return columns.Length == 0 || Array.Exists(columns, column => column.Level == FieldLevel.Company);
    }

    private static IEnumerable<(ColumnRole Role, Feature Feature)> All(AccountFacts facts, DecisionRows rows)
    {
        foreach (var feature in Industries(facts, rows))
        {
            yield return (ColumnRole.Industry, feature);
        }

        yield return (ColumnRole.Employees, Number(rows, "employees", new Wording("직원 수", "employees"), FieldUnits.People, ColumnRole.Employees, facts, company => company.Employees));
        if (Currency(facts) is { } currency)
        {
            yield return (ColumnRole.Revenue, Number(rows, "revenue", new Wording("매출", "revenue"), Wording.Same(currency), ColumnRole.Revenue, facts,
                company => company.Revenue is { } money && facts.Rates.Convert(money, currency, facts.AsOf).TryGet(out var same, out _) ? (double)same.Major : double.NaN));
        }

        yield return (ColumnRole.Country, Text(rows, "country", new Wording("국가", "country"), ColumnRole.Country, facts, company => company.Place.Country?.Iso2));
        yield return (ColumnRole.State, Text(rows, "region", new Wording("지역", "region"), ColumnRole.State, facts, company => company.Place.Country?.Iso2 == "KR" ? company.Place.Region?.Ko : company.Place.Region?.En));
        yield return (ColumnRole.City, Text(rows, "city", new Wording("도시", "city"), ColumnRole.City, facts, company => company.Place.Country?.Iso2 == "KR" ? company.Place.City?.Ko : company.Place.City?.En));
        yield return (ColumnRole.State, Text(rows, "capital area", new Wording("수도권", "capital area"), ColumnRole.State, facts, company => company.Place.IsCapitalArea is { } inside ? inside ? "Yes" : "No" : null));
        yield return (ColumnRole.Founded, Number(rows, "founded", new Wording("설립 연도", "founded"), null, ColumnRole.Founded, facts, company => company.Founded ?? double.NaN));
        yield return (ColumnRole.FundingStage, Text(rows, "funding stage", new Wording("투자 단계", "funding stage"), ColumnRole.FundingStage, facts, company => company.FundingStage));
    }

    private static IEnumerable<Feature> Industries(AccountFacts facts, DecisionRows rows)
    {
        var texts = facts.Companies.Where(company => company.IndustryText is not null || company.Industry is not null).ToArray();
        var understood = texts.Count(company => company.Industry is not null);
        if (understood * 2 < texts.Length || texts.Length == 0)
        {
            yield return Text(rows, "industry", new Wording("업종", "industry"), ColumnRole.Industry, facts, company => company.IndustryText);
            yield break;
        }

        // Spellings of one code are one industry; it bears the spelling most companies use.
        var names = texts.Where(company => company.Industry is not null).GroupBy(Code).ToDictionary(
            group => group.Key,
            group => group.GroupBy(company => company.IndustryText ?? company.Industry!.Text, StringComparer.Ordinal).OrderByDescending(words => words.Count()).ThenBy(words => words.Key, StringComparer.Ordinal).First().Key,
            StringComparer.Ordinal);
        var sectors = texts.Where(company => company.Industry is not null).Select(company => company.Industry!.Sector.Word).Distinct(StringComparer.Ordinal).Count();
        if (names.Count == sectors)
        {
            yield return Text(rows, "industry", new Wording("업종", "industry"), ColumnRole.Industry, facts, company => company.Industry?.Sector.Word ?? company.IndustryText);
            yield break;
        }

        yield return Text(rows, "industry", new Wording("업종", "industry"), ColumnRole.Industry, facts, company => company.Industry is null ? company.IndustryText : names[Code(company)]);
        yield return Text(rows, "sector", new Wording("산업", "sector"), ColumnRole.Industry, facts, company => company.Industry?.Sector.Word ?? company.IndustryText);
    }

    /// <summary>The currency revenues are compared in: the one set, else the commonest, when all others have a rate to it; null when some could not be compared (then revenue is no feature: missing would mean "other country").</summary>
    private static string? Currency(AccountFacts facts)
    {
        var amounts = facts.Companies.Where(company => company.Revenue is not null).Select(company => company.Revenue!.Value).ToArray();
        var common = amounts.GroupBy(money => money.Currency, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        string[] named = [.. amounts.Select(money => money.Currency).Distinct(StringComparer.Ordinal)];
        return new[] { facts.Currency, common }.OfType<string>().FirstOrDefault(into => named.Length > 0 && named.All(other => facts.Rates.Convert(new Money(0, other), into, facts.AsOf).IsAccepted));
    }

    private static string Code(Company company) => company.Industry!.Naics?.Code ?? "K" + company.Industry.Ksic!.Code;

    private static Feature Number(DecisionRows rows, string name, Wording label, Wording? unit, ColumnRole role, AccountFacts facts, Func<Company, double> value)
    {
        var values = new double[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(facts.Companies[rows.Accounts[i]]);
        }

        return new Feature(new Field(name, label, FieldLevel.Company, unit, Source(facts, role)), new NumberColumn(name, values));
    }

    private static Feature Text(DecisionRows rows, string name, Wording label, ColumnRole role, AccountFacts facts, Func<Company, string?> value)
    {
        var codes = new TextCodes(rows.Count);
        foreach (var account in rows.Accounts)
        {
            codes.Add(value(facts.Companies[account]));
        }

        return new Feature(new Field(name, label, FieldLevel.Company, null, Source(facts, role)), codes.Finish(name));
    }

    private static string? Source(AccountFacts facts, ColumnRole role) => facts.Placed
        .Where(placed => placed.Mapping.Kind is TableKind.Companies or TableKind.Wide or TableKind.Deals or TableKind.Leads && placed.Mapping.Find(role) is not null)
        .Select(placed => placed.Source.Name + ": " + placed.Mapping.Find(role)).FirstOrDefault();
}
