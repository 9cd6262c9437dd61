using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Profiles;

/// <summary>Writes a profile from the evidence of both questions.</summary>
public static class DraftProfile
{
    private const int MostHypotheses = 5;
    private const int MostEnds = 3;

    /// <summary>Drafts version 1 (or the next).</summary>
    public static IdealCustomerProfile Run(AccountFacts facts, TwoQuestions questions, long seed, int version = 1)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(questions);
        var buys = questions.Buys;
        var table = buys.View.Table;
        var fields = table.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        foreach (var field in questions.Stays?.View.Table.Fields ?? [])
        {
            fields.TryAdd(field.Name, field);
        }

        var phrases = new ProfilePhrases(fields);
        var buyers = AssignRoles.OfBuyers(questions);
        var cores = AssignRoles.Cores(buyers);
        var core = AssignRoles.Core(buyers);
        var others = AssignRoles.OfOthers(questions);
        var stayers = AssignRoles.OfStayers(questions);
        IReadOnlyList<ProfilePattern> patterns = [.. buyers, .. others, .. stayers];
        var ends = core is null ? buyers : others;
        var positive = table.Positive.Count(value => value == 1);
        var negative = table.Positive.Length - positive;
        // Where enough deals showed nothing, what sticks out most is noise: it is not offered as something to test.
        var hypotheses = buys.Proof.Verdict == Verdict.NoPattern ? [] : Hypotheses(buyers, core, table.Table);
        var verdict = buys.Proof.Verdict == Verdict.Proven && core is null ? Verdict.Hypotheses : buys.Proof.Verdict;
        var hasDates = table.Dates.Any(date => date >= 0);
        var sentence = verdict switch
        {
            Verdict.Proven => ProfileSentences.Proven(phrases, core!, hasDates, table.Outcome),
            Verdict.Insufficient when Math.Min(positive, negative) >= PatternChecks.FewestPositives => ProfileSentences.NothingToCompare(positive, negative),
            Verdict.Insufficient => ProfileSentences.Insufficient(positive, negative, table.Outcome),
            Verdict.NoPattern => ProfileSentences.NoPattern(table.Positive.Length, buys.Proof.Power.Count > 1 ? buys.Proof.Power[1].Lift : null, table.Outcome),
            _ => ProfileSentences.Hypotheses(phrases, hypotheses, table.Outcome),
        };
        return new IdealCustomerProfile
        {
            Version = version,
            Name = core is null ? new Wording("이름을 정해 주세요", "Give it a name") : NameOf(core.Pattern.Conditions, phrases),
            AsOf = facts.AsOf,
            Seed = seed,
            Verdict = verdict,
            Why = WhyVerdict(verdict, core, buys, positive, negative),
            Sentence = sentence,
            Fields = [.. fields.Values],
            Outcome = table.Outcome,
            Outcomes = (positive, negative),
            Power = buys.Proof.Power,
            Core = core,
            Hypotheses = hypotheses,
            Regret = Distinct(ends.Concat(core is null ? [] : buyers.Where(pattern => IsApart(pattern, core, table.Table))).Where(pattern => pattern.Role == ProfileRole.Regret), table.Table, RegretClarity),
            Anti = Distinct(ends.Concat(core is null ? [] : buyers.Where(pattern => IsWorstEnd(pattern, core))).Where(pattern => pattern.Role == ProfileRole.Anti), table.Table, AntiClarity),
            TryHarder = stayers,
            Patterns = patterns,
            Clauses = WriteClauses.Run(facts, table, core, hypotheses, phrases),
            Comparisons = core is null ? [] : CoreAgainstRest.Run(facts, questions, core),
            Lint = core is null ? [] : LintProfile.Run(core.Pattern.Conditions, table, DistinctCores(cores)),
        };
    }

    /// <summary>Patterns that share no field with the first are further cores; variations of it are not.</summary>
    private static int DistinctCores(IReadOnlyList<ProfilePattern> cores) => cores.Count == 0 ? 0 : 1 + cores.Skip(1).Count(other => !FieldsOf(other).Overlaps(FieldsOf(cores[0])));

    private static HashSet<string> FieldsOf(ProfilePattern pattern) => [.. pattern.Pattern.Conditions.Conditions.Select(condition => condition.Field)];

    /// <summary>
    /// A single trait with fewer than the companies outside the core, not merely fewer than the core. Longer descriptions count only where they were corrected
    /// among the companies outside the core: against everybody, any mixture of what the core lacks looks bad.
    /// </summary>
    private static bool IsWorstEnd(ProfilePattern pattern, ProfilePattern core) =>
        pattern.Pattern.Conditions.Conditions.Count == 1 && (pattern.Pattern.Honest ?? pattern.Buys).High < core.BuysRest.Value;

    /// <summary>What rarely buys is clearest where the highest rate still believable is lowest.</summary>
    private static double AntiClarity(ProfilePattern pattern) => -(pattern.Pattern.Honest ?? pattern.Buys).High;

    /// <summary>Regret has two sides, more won and fewer kept: standard errors between inside and outside, added up as for the core. The rate won is the honest one: a condition too many flatters the other.</summary>
    private static double RegretClarity(ProfilePattern pattern) => RateDistance.StandardErrors(pattern.Buys with { Value = (pattern.Pattern.Honest ?? pattern.Buys).Value }, pattern.BuysRest) + RateDistance.StandardErrors(pattern.StaysRest!, pattern.Stays!);

    /// <summary>At most a tenth of its companies are in the core: that more are won there is not the core's doing.</summary>
    private static bool IsApart(ProfilePattern pattern, ProfilePattern core, Table table)
    {
        var rows = ConditionRows.Of(table, pattern.Pattern.Conditions);
        return RowBits.CountOfBoth(rows, ConditionRows.Of(table, core.Pattern.Conditions)) * 10 <= RowBits.Count(rows);
    }

    /// <summary>The clearest patterns that do not describe much the same deals: so many at most.</summary>
    private static List<ProfilePattern> Distinct(IEnumerable<ProfilePattern> patterns, Table table, Func<ProfilePattern, double> clarity, int most = MostEnds, bool areAlternatives = false)
    {
        var kept = new List<(ProfilePattern Pattern, ulong[] Rows)>();
        foreach (var pattern in patterns.OrderBy(pattern => pattern.Pattern.Proof!.Status).ThenByDescending(clarity).ThenBy(pattern => pattern.Pattern.Conditions.Conditions.Count))
        {
            var rows = ConditionRows.Of(table, pattern.Pattern.Conditions);
            var smaller = RowBits.Count(rows);
            if (kept.Count < most && !kept.Exists(other => areAlternatives ? RowBits.Jaccard(other.Rows, rows) >= 0.5 : RowBits.CountOfBoth(other.Rows, rows) * 2 >= Math.Min(smaller, RowBits.Count(other.Rows))))
            {
                kept.Add((pattern, rows));
            }
        }

        return [.. kept.Select(entry => entry.Pattern)];
    }

    private static List<ProfilePattern> Hypotheses(IReadOnlyList<ProfilePattern> patterns, ProfilePattern? core, Table table) => Distinct(
        patterns.Where(pattern => pattern != core && pattern.Pattern.IsHigher && pattern.Pattern.Proof!.Status != PatternStatus.Proven
            && pattern.Role is ProfileRole.Hypothesis or ProfileRole.Buys or ProfileRole.Core && pattern.Buys.Value > pattern.BuysRest.Value),
        table,
        pattern => -pattern.Pattern.P,
        core is null ? 3 : MostHypotheses,
        areAlternatives: true);

    private static Wording NameOf(Conjunction core, ProfilePhrases phrases)
    {
        var parts = core.Conditions.Select(phrases.Value).ToArray();
        return new Wording(string.Join(" · ", parts.Select(part => part.Ko)), string.Join(" · ", parts.Select(part => part.En)));
    }

    private static Wording WhyVerdict(Verdict verdict, ProfilePattern? core, ProvenView buys, int positive, int negative) => verdict switch
    {
        Verdict.Proven => new Wording(
            $"모두 살펴본 조건을 감안해도 우연으로 보기 어렵고(보정 p {P(core!)}), 다섯 번 중 {Format.Whole(core!.Pattern.Proof!.FoldsFound)}번 따로 떼어 둔 딜에서 다시 나왔어요.",
            $"Chance is unlikely even after counting everything searched (adjusted p {P(core!)}), and it came back in {Format.Whole(core!.Pattern.Proof!.FoldsFound)} of 5 parts it was not found in."),
        Verdict.Insufficient when Math.Min(positive, negative) >= PatternChecks.FewestPositives => new Wording("조건으로 쓸 수 있는 회사 항목이 하나도 없어요.", "No field about the companies can be used as a condition."),
        Verdict.Insufficient => new Wording(
            $"성공 {Format.Grouped(positive)}건, 실패 {Format.Grouped(negative)}건이에요. 비교하려면 각각 {Format.Whole(PatternChecks.FewestPositives)}건이 필요해요.",
            $"{Format.Grouped(positive)} won and {Format.Grouped(negative)} not won; a comparison needs {Format.Whole(PatternChecks.FewestPositives)} of each."),
        Verdict.NoPattern => new Wording("차이가 있었다면 보였을 만큼 딜이 많은데, 우연을 넘는 차이가 없었어요.", "There are deals enough to show a difference, and none went beyond chance."),
        _ => buys.Proof.Patterns.Any(pattern => pattern.Proof!.Status != PatternStatus.Hypothesis)
            ? new Wording("두드러진 조건이 있지만 아직 한 가지 확인이 부족해요.", "Something stands out, but one of the two checks is still missing.")
            : new Wording("딜이 적어서, 꽤 큰 차이가 있어도 아직 가려낼 수 없어요.", "There are too few deals to tell even a large difference from chance."),
    };

    private static string P(ProfilePattern pattern) => pattern.Pattern.Proof!.AdjustedP < 0.001 ? "< 0.001" : Format.Fixed(pattern.Pattern.Proof!.AdjustedP, 3);
}
