using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Market;
using Kindred.Core.Tables;

namespace Kindred.Core.Profiles;

/// <summary>Puts a profile's industry, size and region to the official statistics; everything else is said to be beyond them.</summary>
public static class CountProfileMarket
{
    /// <summary>NAICS prefixes of a sector word, for asking the statistic.</summary>
    private static readonly Dictionary<string, string[]> Naics = new(StringComparer.Ordinal)
    {
        ["software"] = ["51"], ["fintech"] = ["52"], ["finance"] = ["52"], ["media"] = ["51"], ["telecom"] = ["51"], ["manufacturing"] = ["31-33"], ["commerce"] = ["42", "44-45"],
        ["health"] = ["62"], ["services"] = ["54", "56"], ["education"] = ["61"], ["logistics"] = ["48-49"], ["construction"] = ["23"], ["energy"] = ["21", "22"],
        ["real-estate"] = ["53"], ["hospitality"] = ["71", "72"], ["agriculture"] = ["11"], ["nonprofit"] = ["81"], ["public"] = [],
    };

    /// <summary>The market of the core, or of the first hypothesis.</summary>
    public static Result<MarketEstimate> Run(IdealCustomerProfile profile, Table companies, StatedMarket? stated)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(companies);
        var conditions = (profile.Core ?? profile.Hypotheses.FirstOrDefault())?.Pattern.Conditions;
        if (conditions is null)
        {
            return Result.Refused<MarketEstimate>("market.no-profile", "market", "조건이 정해지면 시장을 셀 수 있어요.", "The market can be counted once there are conditions.");
        }

        var fields = profile.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        return stated is not null
            ? MarketModule.Take(stated, [.. conditions.Conditions.Select(condition => Worded(condition, fields))])
            : Of(conditions, fields);
    }

    /// <summary>The market of some conditions, as far as official statistics know them.</summary>
    public static Result<MarketEstimate> Of(Conjunction conditions, IReadOnlyDictionary<string, Field> fields)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(fields);
        List<string> naics = [];
        List<string> states = [];
        List<Wording> others = [];
        int from = 0;
        int? to = null;
        string? country = null;
        foreach (var condition in conditions.Conditions)
        {
            switch (condition.Field)
            {
                case ProfilePhrases.SectorField or ProfilePhrases.IndustryField when condition.Values.All(Naics.ContainsKey):
                    naics.AddRange(condition.Values.SelectMany(word => Naics.GetValueOrDefault(word, [])));
                    break;
                case ProfilePhrases.EmployeesField when condition.Op == ConditionOp.Interval:
                    from = double.IsNegativeInfinity(condition.Above) ? 0 : (int)condition.Above + 1;
                    to = double.IsPositiveInfinity(condition.UpTo) ? null : (int)condition.UpTo;
                    break;
                case ProfilePhrases.CountryField when condition.Values.Count == 1:
                    country = condition.Values[0];
                    break;
                case "region":
                    states.AddRange(condition.Values);
                    break;
                default:
                    others.Add(Worded(condition, fields));
                    break;
            }
        }

        return MarketModule.Count(new MarketQuestion(CountryCode(country), [.. naics.Distinct()], from, to, states, others));
    }

    /// <summary>The statistic that is shipped counts US firms; a profile that names no country is counted there.</summary>
    private static string CountryCode(string? country) => country ?? "US";

    private static Wording Worded(Condition condition, IReadOnlyDictionary<string, Field> fields) =>
        new(ConditionWording.Of(condition, Language.Korean, fields), ConditionWording.Of(condition, Language.English, fields));
}
