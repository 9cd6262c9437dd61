using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Accounts;

/// <summary>Features that change over time, as they were seen on the day of the decision: technologies, signals of the last 180 days.</summary>
internal static class DatedFeatures
{
    private const int SignalDays = 180;
    private const char Mark = ';';

    public static IEnumerable<Feature> Make(AccountFacts facts, DecisionRows rows)
    {
        var source = Source(facts, TableKind.Technologies);
        if (facts.Technologies.Count > 0 || facts.Companies.Any(company => company.Technologies.Count > 0))
        {
            var all = ByAccount(facts, facts.Technologies.Select(fact => (fact.Account, fact.Product, fact.SeenOn))
                .Concat(facts.Companies.SelectMany(company => company.Technologies.Select(product => (company.Index, product, (DateOnly?)null)))));
            yield return Tags(rows, "technologies", new Wording("쓰는 기술", "technologies"), source, all, IsSeen);
        }

        foreach (var group in facts.Technologies.Where(fact => fact.Category is not null).GroupBy(fact => fact.Category!, StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return Tags(rows, "technology: " + group.Key, Wording.Same(group.Key), source, ByAccount(facts, group.Select(fact => (fact.Account, fact.Product, fact.SeenOn))), IsSeen);
        }

        if (facts.Signals.Count > 0)
        {
            var signals = ByAccount(facts, facts.Signals.Where(signal => signal.On is not null).Select(signal => (signal.Account, signal.Kind, signal.On)));
            yield return Tags(rows, "signals, last 180 days", new Wording("최근 180일 시그널", "signals, last 180 days"), Source(facts, TableKind.Signals), signals, (seen, day) => day >= 0 && seen <= day && seen >= day - SignalDays);
        }
    }

    /// <summary>An undated fact (-1) counts as known; a dated one from its day on; none when the day of the decision is unknown.</summary>
    private static bool IsSeen(int seen, int day) => seen < 0 || (day >= 0 && seen <= day);

    /// <summary>Per company its facts as word and day number, sorted by word.</summary>
    private static (string Word, int Day)[]?[] ByAccount(AccountFacts facts, IEnumerable<(int Account, string Word, DateOnly? On)> all)
    {
        var byAccount = new (string, int)[]?[facts.Companies.Count];
        foreach (var group in all.GroupBy(fact => fact.Account))
        {
            byAccount[group.Key] = [.. group.Select(fact => (fact.Word.Replace(Mark, ','), fact.On?.DayNumber ?? -1)).OrderBy(fact => fact.Item1, StringComparer.Ordinal)];
        }

        return byAccount;
    }

    private static Feature Tags(DecisionRows rows, string name, Wording label, string? source, (string Word, int Day)[]?[] facts, Func<int, int, bool> holds)
    {
        var codes = new TextCodes(rows.Count);
        var words = new List<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            words.Clear();
            foreach (var (word, day) in facts[rows.Accounts[i]] ?? [])
            {
                if (holds(day, rows.Days[i]) && (words.Count == 0 || words[^1] != word))
                {
                    words.Add(word);
                }
            }

            codes.Add(words.Count switch { 0 => null, 1 => words[0], _ => string.Join(Mark, words) });
        }

        return new Feature(new Field(name, label, FieldLevel.Company, null, source), codes.Finish(name, Mark));
    }

    private static string? Source(AccountFacts facts, TableKind kind) => facts.Placed.FirstOrDefault(placed => placed.Mapping.Kind == kind)?.Source.Name;
}
