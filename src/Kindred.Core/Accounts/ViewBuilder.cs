using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Decision rows → as-of view: features as known on the day, checked; everything else with its reason.</summary>
internal static class ViewBuilder
{
    /// <param name="outcomeColumn">"file: column" of the outcome, where one column is the outcome.</param>
    public static AsOfView Build(AccountFacts facts, DecisionRows rows, string name, Wording outcome, string? outcomeColumn = null)
    {
        var (custom, dropped) = CustomFeatures.Make(facts, rows, outcomeColumn);
        var kept = new List<Feature>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var feature in CompanyFeatures.Make(facts, rows).Concat(DatedFeatures.Make(facts, rows)).Concat(custom))
        {
            var reason = FeatureChecks.Check(feature, rows);
            if (reason is null && names.Add(feature.Field.Name))
            {
                kept.Add(feature);
            }
            else if (!ColumnProbe.IsEmpty(feature.Values))
            {
                dropped.Add(new DroppedField(feature.Field.Name, reason ?? new Reason("accounts.repeated", feature.Field.Name, new Wording("'" + feature.Field.Name + "'은(는) 이미 다른 열에서 읽었어요.", "'" + feature.Field.Name + "' was already read from another column."))));
            }
        }

        var table = new Table(name, [.. kept.Select(feature => feature.Values)], rows.Count);
        var view = new AsOfTable(table, [.. kept.Select(feature => feature.Field)], [.. rows.Accounts], [.. rows.Days], [.. rows.Positive], outcome, dropped);
        return new AsOfView(view, Confounders.Make(facts, rows), [.. rows.Deals]);
    }
}
