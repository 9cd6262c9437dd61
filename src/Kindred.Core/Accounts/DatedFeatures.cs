using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Accounts;

/// <summary>Features that change over time, as they were seen on the day of the decision: technologies, signals of the last 180 days.</summary>
internal static class DatedFeatures
{
    private const int SignalDays = 180;
    private const string Mark = ";";

    public static IEnumerable<Feature> Make(AccountFacts facts, DecisionRows rows)
    {
        var byAccount = facts.Technologies.ToLookup(fact => fact.Account);
        if (facts.Technologies.Count > 0 || facts.Companies.Any(company => company.Technologies.Count > 0))
        {
            yield return Tags(rows, "technologies", new Wording("쓰는 기술", "technologies"), Source(facts, TableKind.Technologies), (account, day) =>
                facts.Companies[account].Technologies.Concat(byAccount[account].Where(fact => IsSeen(fact.SeenOn, day)).Select(fact => fact.Product)));
        }

        foreach (var category in facts.Technologies.Select(fact => fact.Category).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(word => word, StringComparer.Ordinal))
        {
            yield return Tags(rows, "technology: " + category, new Wording(category, category), Source(facts, TableKind.Technologies), (account, day) =>
                byAccount[account].Where(fact => string.Equals(fact.Category, category, StringComparison.OrdinalIgnoreCase) && IsSeen(fact.SeenOn, day)).Select(fact => fact.Product));
        }

        if (facts.Signals.Count > 0)
        {
            var signals = facts.Signals.Where(signal => signal.On is not null).ToLookup(signal => signal.Account);
            yield return Tags(rows, "signals, last 180 days", new Wording("최근 180일 시그널", "signals, last 180 days"), Source(facts, TableKind.Signals), (account, day) =>
                day < 0 ? [] : signals[account].Where(signal => signal.On!.Value.DayNumber <= day && signal.On.Value.DayNumber >= day - SignalDays).Select(signal => signal.Kind));
        }
    }

    /// <summary>An undated fact counts as known; a dated one from its day on; none when the day of the decision is unknown.</summary>
    private static bool IsSeen(DateOnly? seen, int day) => seen is not { } on || (day >= 0 && on.DayNumber <= day);

    private static Feature Tags(DecisionRows rows, string name, Wording label, string? source, Func<int, int, IEnumerable<string>> tags)
    {
        var codes = new TextCodes(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var words = tags(rows.Accounts[i], rows.Days[i]).Select(tag => tag.Replace(';', ',')).Distinct(StringComparer.Ordinal).OrderBy(tag => tag, StringComparer.Ordinal).ToArray();
            codes.Add(words.Length == 0 ? null : string.Join(Mark, words));
        }

        return new Feature(new Field(name, label, FieldLevel.Company, null, source), codes.Finish(name, Mark[0]));
    }

    private static string? Source(AccountFacts facts, TableKind kind) => facts.Placed.FirstOrDefault(placed => placed.Mapping.Kind == kind)?.Source.Name;
}
