using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;

namespace Kindred.Core.Profiles;

/// <summary>Turns a build into the document everything else is made from.</summary>
public static class WriteProfile
{
    private const int BestShown = 20;
    private const int WorstShown = 5;

    /// <summary>The document of a build.</summary>
    public static ProfileDocument Run(BuildResult built, Wording? notice = null)
    {
        ArgumentNullException.ThrowIfNull(built);
        var profile = built.Profile;
        var fields = profile.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        var phrases = new ProfilePhrases(fields);
        PatternLine Line(ProfilePattern pattern) => LineOf(pattern, fields, phrases);
        return new ProfileDocument
        {
            Version = profile.Version,
            Name = profile.Name,
            Notice = notice,
            AsOf = profile.AsOf,
            Seed = profile.Seed,
            Verdict = VerdictCode(profile.Verdict),
            Why = profile.Why,
            Sentence = profile.Sentence,
            Paragraph = ProfileForms.Paragraph(profile),
            Outcome = profile.Outcome,
            Recipe = ProfileForms.Recipe(profile),
            Outcomes = new OutcomeCounts(profile.Outcomes.Positive, profile.Outcomes.Negative),
            Power = [.. profile.Power.Select(at => new PowerLine(at.Coverage, at.Uplift, at.Lift))],
            Core = profile.Core is null ? null : Line(profile.Core),
            Hypotheses = [.. profile.Hypotheses.Select(Line)],
            Regret = [.. profile.Regret.Select(Line)],
            Anti = [.. profile.Anti.Select(Line)],
            TryHarder = [.. profile.TryHarder.Select(Line)],
            Patterns = [.. profile.Patterns.Select(Line)],
            Clauses = [.. profile.Clauses.Select(clause => new ClauseLine(clause.Row, ProfileForms.LabelOf(clause.Row), OriginCode(clause.Origin), clause.Text, clause.Coverage, clause.StatedBy, clause.StatedOn))],
            NotForUs = [.. ProfileForms.NotForUs(profile).Select(line => new ClauseLine("not", line.Label, OriginCode(line.Origin), line.Text, null))],
            Comparisons = profile.Comparisons,
            Lint = profile.Lint,
            Counts = Enum.GetValues<AccountState>().ToDictionary(StateCode, state => built.Accounts.Count(account => account.State == state)),
            Adjacent = Adjacent(built.Accounts, phrases),
            Market = Market(built),
            Customers = Customers(built),
            CustomerCount = built.Ranking?.Customers.Count ?? 0,
            LeftOut = [.. built.Questions.Buys.Screening.Dropped.Select(dropped => new FieldLine(dropped.Field, dropped.Reason.Code, dropped.Reason.Message))],
            Leakage = [.. built.Questions.Buys.Screening.Leakage.Concat(built.Questions.Buys.Screening.Suspects).Select(leak => new FieldLine(leak.Field, leak.Reason.Code, leak.Reason.Message))],
            Coverage = Coverage(built, fields),
            Issues = [.. built.Facts.Quality.Issues.Select(issue => new IssueLine(issue.Code, issue.Subject, issue.Count, issue.Total, issue.Message))],
            Matching = [.. built.Facts.MatchRates.Select(rate => new MatchLine(rate.Table, rate.Rows, rate.Share))],
            SignOffs = profile.SignOffs,
        };
    }

    /// <summary>Code of a verdict.</summary>
    public static string VerdictCode(Verdict verdict) => verdict switch
    {
        Verdict.Proven => "proven",
        Verdict.Hypotheses => "hypotheses",
        Verdict.Insufficient => "insufficient",
        _ => "no-pattern",
    };

    /// <summary>Code of a state.</summary>
    public static string StateCode(AccountState state) => state switch
    {
        AccountState.Core => "core",
        AccountState.Adjacent => "adjacent",
        AccountState.Regret => "regret",
        AccountState.Anti => "anti",
        _ => "outside",
    };

    private static string OriginCode(ClauseOrigin origin) => origin switch
    {
        ClauseOrigin.HeldUp => "held-up",
        ClauseOrigin.Hypothesis => "hypothesis",
        ClauseOrigin.Stated => "stated",
        _ => "unknown",
    };

    private static string RoleCode(ProfileRole role) => role switch
    {
        ProfileRole.Core => "core",
        ProfileRole.Buys => "buys",
        ProfileRole.Regret => "regret",
        ProfileRole.TryHarder => "try-harder",
        ProfileRole.Anti => "anti",
        _ => "hypothesis",
    };

    private static PatternLine LineOf(ProfilePattern pattern, Dictionary<string, Field> fields, ProfilePhrases phrases)
    {
        var evidence = pattern.Pattern;
        var proof = evidence.Proof!;
        return new PatternLine(
            RoleCode(pattern.Role),
            [.. evidence.Conditions.Conditions.Select(condition => new ConditionText(
                condition.Field, condition.OpText, condition.Op == ConditionOp.Interval ? [condition.ValueText] : condition.Values, Worded(condition, fields)))],
            phrases.Companies(evidence.Conditions),
            proof.Status switch { PatternStatus.Proven => "proven", PatternStatus.Promising => "promising", _ => "hypothesis" },
            evidence.IsHigher,
            Of(evidence.Raw)!,
            Of(evidence.Honest),
            evidence.Lift,
            evidence.Quality,
            evidence.P,
            proof.AdjustedP,
            proof.FoldsFound,
            proof.Stability,
            proof.HoldsLater,
            proof.PeriodsSeen?.Same,
            proof.PeriodsSeen?.Of,
            [.. proof.Equivalents.Select(phrases.Companies)],
            [.. proof.Confounding.Select(check => new ConfoundingLine(check.Field, check.OddsRatio, check.Low, check.High, check.CrudeOddsRatio, check.IsConfounded))],
            Of(pattern.Buys)!,
            Of(pattern.BuysRest)!,
            Of(pattern.Stays),
            Of(pattern.StaysRest),
            Of(pattern.WonAndKept),
            Of(pattern.WonAndKeptRest),
            pattern.MoreDealsNeeded);
    }

    private static RateLine? Of(Rate? rate) => rate is null ? null : new RateLine(rate.Rows, rate.Positives, rate.Value, rate.Low, rate.High);

    private static Wording Worded(Condition condition, Dictionary<string, Field> fields) =>
        new(ConditionWording.Of(condition, Language.Korean, fields), ConditionWording.Of(condition, Language.English, fields));

    private static List<AdjacentLine> Adjacent(IReadOnlyList<ClassifiedAccount> accounts, ProfilePhrases phrases) =>
        [.. accounts.Where(account => account.State == AccountState.Adjacent)
            .GroupBy(account => string.Join('\u0001', account.Differing.Concat(account.Unknown.Select(field => field + "?"))))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                var first = group.First();
                var parts = first.Differing.Select(field => (Label: phrases.Label(field), IsUnknown: false)).Concat(first.Unknown.Select(field => (Label: phrases.Label(field), IsUnknown: true))).ToArray();
                return new AdjacentLine(group.Key.Split('\u0001'), new Wording(
                    string.Join(", ", parts.Select(part => part.Label.Ko + (part.IsUnknown ? " 모름" : " 다름"))),
                    string.Join(", ", parts.Select(part => part.Label.En + (part.IsUnknown ? " unknown" : " differs")))), group.Count());
            })];

    private static MarketLine Market(BuildResult built) => built.Market.TryGet(out var market, out var reasons)
        ? new MarketLine(market.Firms, market.Low, market.High, market.Year, market.Source, market.UpperBoundOnly, market.UsedConditions, market.IgnoredConditions, market.Notes, null)
        : new MarketLine(null, null, null, null, null, false, [], [], [], reasons[0].Message);

    private static List<CustomerLine> Customers(BuildResult built)
    {
        if (built.Ranking is not { } ranking)
        {
            return [];
        }

        var ranked = ranking.Customers.Where(customer => customer.Rank > 0).ToArray();
        var shown = ranked.Length <= BestShown + WorstShown ? ranked : [.. ranked.Take(BestShown), .. ranked.TakeLast(WorstShown)];
        return [.. shown.Select(customer => new CustomerLine(
            customer.Rank,
            built.Facts.Companies[customer.Account].Name,
            StateCode(built.Accounts[customer.Account].State),
            customer.Value,
            customer.InTopShare,
            customer.Coverage,
            customer.IsActive,
            [.. ranking.Criteria.Select((criterion, index) => new FigureLine(
                criterion.Id, criterion.Label, double.IsNaN(customer.Figures[index]) ? null : customer.Figures[index], criterion.Id is "contract-value" or "cac" ? ranking.Currency : criterion.Unit.En))]))];
    }

    private static List<CoverageLine> Coverage(BuildResult built, Dictionary<string, Field> fields)
    {
        var table = built.Questions.Buys.View.Table;
        return [.. table.Table.Columns.Where(column => fields.ContainsKey(column.Name)).Select(column =>
        {
            int filled = 0, positive = 0, positives = 0;
            for (var row = 0; row < column.Length; row++)
            {
                var known = column.IsMissing(row) ? 0 : 1;
                filled += known;
                positives += table.Positive[row];
                positive += known * table.Positive[row];
            }

            var negatives = column.Length - positives;
            double? inPositive = positives == 0 ? null : (double)positive / positives;
            double? inNegative = negatives == 0 ? null : (double)(filled - positive) / negatives;
            return new CoverageLine(column.Name, fields[column.Name].Label, column.Length, filled, Differs(positive, positives, filled - positive, negatives), inPositive, inNegative);
        }).OrderBy(line => (double)line.Filled / Math.Max(1, line.Rows))];
    }

    /// <summary>z of two proportions at least 3: then "missing" would say something about the outcome, a problem of the data and never a finding.</summary>
    private static bool Differs(int a, int n, int b, int m)
    {
        if (n == 0 || m == 0 || a + b == 0 || a + b == n + m)
        {
            return false;
        }

        var rate = (double)(a + b) / (n + m);
        return Math.Abs((double)a / n - (double)b / m) >= 3 * Math.Sqrt(rate * (1 - rate) * (1.0 / n + 1.0 / m));
    }
}
