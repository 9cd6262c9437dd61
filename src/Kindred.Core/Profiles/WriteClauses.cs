using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Standards;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Profiles;

/// <summary>The lines of the profile: what the data knows, and for the rest the question that would fill it. A guess is never written.</summary>
internal static class WriteClauses
{
    /// <summary>Rows of the forms and the bank question behind each.</summary>
    private static readonly (string Row, string Bank, string Item)[] Rows =
    [
        ("industry", "segmentation-self-check", "business-type"),
        ("size", "segmentation-self-check", "share"),
        ("region", "segmentation-self-check", "share"),
        ("technology", "decision-maker-interview", "research"),
        ("funding", "segmentation-self-check", "share"),
        ("decision", "decision-maker-interview", "approvals"),
        ("budget", "decision-maker-interview", "approvals"),
        ("value", "decision-maker-interview", "wanted"),
        ("trigger", "qualitative-areas", "trigger"),
        ("goals", "customer-survey", "goal"),
    ];

    public static IReadOnlyList<Clause> Run(AccountFacts facts, AsOfTable table, ProfilePattern? core, IReadOnlyList<ProfilePattern> hypotheses, ProfilePhrases phrases)
    {
        var basis = core ?? hypotheses.FirstOrDefault();
        var origin = core is null ? ClauseOrigin.Hypothesis : ClauseOrigin.HeldUp;
        var clauses = new List<Clause>();
        foreach (var condition in basis?.Pattern.Conditions.Conditions ?? [])
        {
            clauses.Add(new Clause(RowOf(condition.Field), origin, new Wording(
                $"{phrases.Label(condition.Field).Ko}: {phrases.Value(condition).Ko}", $"{phrases.Label(condition.Field).En}: {phrases.Value(condition).En}"), condition, LintProfile.Coverage(table.Table, condition.Field)));
        }

        if (basis is not null && WhoSigns(facts, table, basis.Pattern.Conditions) is { } signs)
        {
            clauses.Add(signs);
        }

        clauses.AddRange(Watch(facts));
        foreach (var (row, bank, item) in Rows)
        {
            if (!clauses.Exists(clause => clause.Row == row))
            {
                clauses.Add(new Clause(row, ClauseOrigin.Unknown, Question(bank, item)));
            }
        }

        return clauses;
    }

    private static Wording Question(string bank, string item) => Banks.Shipped[bank][item].Text;

    internal static string RowOf(string field) => field switch
    {
        var industry when ProfilePhrases.IsIndustry(industry) => "industry",
        var technology when ProfilePhrases.IsTechnology(technology) => "technology",
        var place when ProfilePhrases.IsPlace(place) || place == "capital area" => "region",
        ProfilePhrases.EmployeesField or "revenue" or "founded" => "size",
        "funding stage" => "funding",
        _ => field.StartsWith("signals", StringComparison.Ordinal) ? "trigger" : "other",
    };

    /// <summary>Who at won companies of the profile holds the money, counted; an observation about people, not a condition.</summary>
    private static Clause? WhoSigns(AccountFacts facts, AsOfTable table, Conjunction conditions)
    {
        var rows = ConditionRows.Of(table.Table, conditions);
        var won = Enumerable.Range(0, table.Accounts.Length).Where(row => RowBits.Has(rows, row) && table.Positive[row] == 1).Select(row => table.Accounts[row]).ToHashSet();
        var buyers = facts.People.Where(person => won.Contains(person.Account) && person.Title.Roles.Contains(BuyingRole.EconomicBuyer)).ToArray();
        var best = buyers.GroupBy(person => person.Title.Functions.FirstOrDefault()).Select(group => (Function: group.Key, Count: group.Select(person => person.Account).Distinct().Count())).OrderByDescending(group => group.Count).FirstOrDefault();
        if (best.Count < 5)
        {
            return null;
        }

        var function = StandardsModule.Label(best.Function);
        var seen = buyers.Select(person => person.Account).Distinct().Count();
        return new Clause("decision", ClauseOrigin.Hypothesis, new Wording(
            $"계약한 {Format.Grouped(won.Count)}곳 중 {Format.Grouped(best.Count)}곳에서 {function.Ko} 책임자를 알고 있어요. 예산을 정하는 사람을 모르는 곳은 {Format.Grouped(won.Count - seen)}곳이에요.",
            $"In {Format.Grouped(best.Count)} of {Format.Grouped(won.Count)} signed companies we know a {function.En} head; in {Format.Grouped(won.Count - seen)} nobody who holds the budget is known."));
    }

    /// <summary>Signals are watch conditions: their kinds, and for how many companies any is known.</summary>
    private static IEnumerable<Clause> Watch(AccountFacts facts)
    {
        var dated = facts.Signals.Where(signal => signal is { Account: >= 0, On: not null }).ToArray();
        if (dated.Length == 0)
        {
            yield break;
        }

        var kinds = dated.CountBy(signal => signal.Kind, StringComparer.Ordinal).OrderByDescending(kind => kind.Value).Take(3).Select(kind => kind.Key).ToArray();
        var coverage = (double)dated.Select(signal => signal.Account).Distinct().Count() / Math.Max(1, facts.Companies.Count);
        yield return new Clause("trigger", ClauseOrigin.Hypothesis, new Wording(
            $"지켜볼 신호: {string.Join(", ", kinds)} (회사의 {Format.Percent(coverage, 0)}에서 알고 있어요)",
            $"Watch for: {string.Join(", ", kinds)} (known for {Format.Percent(coverage, 0)} of the companies)"), null, coverage);
    }
}
