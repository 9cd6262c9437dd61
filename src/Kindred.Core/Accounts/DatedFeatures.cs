using System.Runtime.CompilerServices;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Accounts;

/// <summary>Features that change over time, as they were seen on the day of the decision: technologies, signals of the last 180 days.</summary>
internal static class DatedFeatures
{
    private const int SignalDays = 180;
    private const char Mark = ';';

    /// <summary>Every view of the same facts asks for the same words; they are laid out by company once, and go when the facts go.</summary>
    private static readonly ConditionalWeakTable<AccountFacts, Kind[]> Known = [];

    public static IEnumerable<Feature> Make(AccountFacts facts, DecisionRows rows) =>
        Known.GetValue(facts, Kinds).Select(kind => Tags(rows, kind));

    private static Kind[] Kinds(AccountFacts facts)
    {
        var kinds = new List<Kind>();
        var source = Source(facts, TableKind.Technologies);
        if (facts.Technologies.Count > 0 || facts.Companies.Any(company => company.Technologies.Count > 0))
        {
            var all = ByAccount(facts, facts.Technologies.Select(fact => (fact.Account, fact.Product, fact.SeenOn))
                .Concat(facts.Companies.SelectMany(company => company.Technologies.Select(product => (company.Index, product, (DateOnly?)null)))));
            kinds.Add(new Kind("technologies", new Wording("쓰는 기술", "technologies"), source, all, IsSeen));
        }

        foreach (var group in facts.Technologies.Where(fact => fact.Category is not null).GroupBy(fact => fact.Category!, StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            kinds.Add(new Kind("technology: " + group.Key, Wording.Same(group.Key), source, ByAccount(facts, group.Select(fact => (fact.Account, fact.Product, fact.SeenOn))), IsSeen));
        }

        if (facts.Signals.Count > 0)
        {
            var signals = ByAccount(facts, facts.Signals.Where(signal => signal.On is not null).Select(signal => (signal.Account, signal.Kind, signal.On)));
            kinds.Add(new Kind("signals, last 180 days", new Wording("최근 180일 시그널", "signals, last 180 days"), Source(facts, TableKind.Signals), signals, (seen, day) => day >= 0 && seen <= day && seen >= day - SignalDays));
        }

        return [.. kinds];
    }

    /// <summary>An undated fact (-1) counts as known; a dated one from its day on; none when the day of the decision is unknown.</summary>
    private static bool IsSeen(int seen, int day) => seen < 0 || (day >= 0 && seen <= day);

    /// <summary>Per company its facts as word and day number, sorted by word.</summary>
    private static (string Word, int Day)[]?[] ByAccount(AccountFacts facts, IEnumerable<(int Account, string Word, DateOnly? On)> all)
    {
        var lists = new List<(string Word, int Day)>?[facts.Companies.Count];
        foreach (var (account, word, on) in all)
        {
            (lists[account] ??= new(2)).Add((word.Replace(Mark, ','), on?.DayNumber ?? -1));
        }

        return Array.ConvertAll(lists, list => list is null ? null : list.Count == 1 ? [list[0]] : list.OrderBy(fact => fact.Word, StringComparer.Ordinal).ToArray());
    }

    private static Feature Tags(DecisionRows rows, Kind kind)
    {
        var codes = new TextCodes(rows.Count);
        var words = new List<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            words.Clear();
            foreach (var (word, day) in kind.Facts[rows.Accounts[i]] ?? [])
            {
                if (kind.Holds(day, rows.Days[i]) && (words.Count == 0 || words[^1] != word))
                {
                    words.Add(word);
                }
            }

            codes.Add(words.Count switch { 0 => null, 1 => words[0], _ => string.Join(Mark, words) });
        }

        return new Feature(new Field(kind.Name, kind.Label, FieldLevel.Company, null, kind.Source), codes.Finish(kind.Name, Mark));
    }

    private static string? Source(AccountFacts facts, TableKind kind) => facts.Placed.FirstOrDefault(placed => placed.Mapping.Kind == kind)?.Source.Name;

    /// <summary>Words by company, and which of them hold on a day.</summary>
    private sealed record Kind(string Name, Wording Label, string? Source, (string Word, int Day)[]?[] Facts, Func<int, int, bool> Holds);
}
