using Kindred.Core.Accounts;
using Kindred.Core.Patterns;
using Kindred.Statistics.MultipleTesting;

namespace Kindred.Core.Profiles;

/// <summary>The evidence of both questions.</summary>
/// <param name="Buys">Who buys: the view and its proof.</param>
/// <param name="Stays">Who stays; null when it cannot be asked.</param>
/// <param name="WonAndKept">Won and kept; null when it cannot be asked.</param>
/// <param name="BuysOutsideCore">Who buys among companies outside the core: what stands out there, up or down, is not merely the core's absence; null without a core.</param>
public sealed record TwoQuestions(ProvenView Buys, ProvenView? Stays, ProvenView? WonAndKept, ProvenView? BuysOutsideCore = null);

/// <summary>A question's rows with what its proof found.</summary>
/// <param name="View">Rows and outcome.</param>
/// <param name="Screening">Fields kept and left out.</param>
/// <param name="Proof">The proof.</param>
public sealed record ProvenView(AsOfView View, FieldScreening Screening, ProofResult Proof);

/// <summary>Decides what each pattern means: core raises "won and kept" and lowers neither; regret raises won but not kept; try-harder raises kept but not won; anti lowers won.</summary>
public static class AssignRoles
{
    /// <summary>Looks at the patterns of the question who buys from all sides.</summary>
    public static IReadOnlyList<ProfilePattern> OfBuyers(TwoQuestions questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return Look(questions.Buys.Proof.Patterns, questions, OfBuying);
    }

    /// <summary>Looks at what stands out outside the core, compared with the other companies outside it.</summary>
    public static IReadOnlyList<ProfilePattern> OfOthers(TwoQuestions questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return questions.BuysOutsideCore is not { } others ? [] : Look(others.Proof.Patterns, questions with { Buys = others }, OfBuying);
    }

    /// <summary>What goes with staying but not with buying.</summary>
    public static IReadOnlyList<ProfilePattern> OfStayers(TwoQuestions questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return [.. Look(questions.Stays?.Proof.Patterns ?? [], questions, OfStaying).Where(pattern => pattern.Role == ProfileRole.TryHarder)];
    }

    /// <summary>The clearest pattern that held up, raises winning, and is not explained by owner, channel or quarter; null when there is none.</summary>
    public static ProfilePattern? Core(IReadOnlyList<ProfilePattern> patterns) => Cores(patterns).FirstOrDefault();

    /// <summary>All patterns that could be the core, clearest first.</summary>
    public static IReadOnlyList<ProfilePattern> Cores(IReadOnlyList<ProfilePattern> patterns) =>
        [.. patterns.Where(pattern => pattern.Role is ProfileRole.Core or ProfileRole.Buys && pattern.Pattern.Proof!.Status == PatternStatus.Proven && pattern.Pattern.IsHigher && !pattern.Pattern.Proof.Confounding.Any(check => check.IsConfounded))
            .OrderBy(pattern => pattern.Role).ThenByDescending(Clarity)];

    /// <summary>How clearly more are won, and more are won and kept, inside than outside: standard errors added up.</summary>
    private static double Clarity(ProfilePattern pattern) =>
        RateDistance.StandardErrors(pattern.Buys, pattern.BuysRest) + (pattern is { WonAndKept: { } kept, WonAndKeptRest: { } rest } ? RateDistance.StandardErrors(kept, rest) : 0);

    private static ProfileRole OfBuying(Pattern pattern, Sides sides)
    {
        if (pattern.Proof!.Status == PatternStatus.Hypothesis)
        {
            return ProfileRole.Hypothesis;
        }

        if (!pattern.IsHigher)
        {
            return ProfileRole.Anti;
        }

        if (sides.Stays is not { } stays || sides.StaysRest is not { } staysRest || sides.Kept is not { } kept || sides.KeptRest is not { } keptRest)
        {
            return ProfileRole.Buys;
        }

        // Kept clearly less than the rest: easily sold, soon gone — unless so many sign that more are still won and kept.
        var lowersStays = IsLower(stays, staysRest);
        var raisesKept = kept.Low > keptRest.Value;
        return lowersStays ? ProfileRole.Regret : raisesKept ? ProfileRole.Core : ProfileRole.Buys;
    }

    /// <summary>One-sided Fisher p below 0.05: fewer kept inside than outside.</summary>
    private static bool IsLower(Rate inside, Rate outside)
    {
        var rows = inside.Rows + outside.Rows;
        var positives = inside.Positives + outside.Positives;
        return inside.Rows > 0 && outside.Rows > 0 && new HypergeometricMidP(rows, positives).FisherLower(inside.Rows, inside.Positives) < 0.05;
    }

    private static ProfileRole OfStaying(Pattern pattern, Sides sides)
    {
        var isSure = pattern.Proof!.Status != PatternStatus.Hypothesis;
        var raisesWon = sides.Buys.Low > sides.BuysRest.Value;
        return isSure && pattern.IsHigher && !raisesWon ? ProfileRole.TryHarder : ProfileRole.Hypothesis;
    }

    private static ProfilePattern[] Look(IReadOnlyList<Pattern> patterns, TwoQuestions questions, Func<Pattern, Sides, ProfileRole> role)
    {
        var buying = new QuestionRates(questions.Buys.View.Table);
        var staying = questions.Stays is { } s ? new QuestionRates(s.View.Table) : null;
        var keeping = questions.WonAndKept is { } k ? new QuestionRates(k.View.Table) : null;
        return [.. patterns.Select(pattern =>
        {
            var (buys, buysRest) = buying.Of(pattern.Conditions);
            var stays = staying?.Of(pattern.Conditions);
            var kept = keeping?.Of(pattern.Conditions);
            var sides = new Sides(buys, buysRest, stays?.Inside, stays?.Outside, kept?.Inside, kept?.Outside);
            return new ProfilePattern(pattern, role(pattern, sides), buys, buysRest, sides.Stays, sides.StaysRest, sides.Kept, sides.KeptRest, MoreNeeded(pattern, questions.Buys));
        })];
    }

    /// <summary>
    /// How many more deals like these would settle a hypothesis, if its rate stayed at the honest one (or half-way between the raw rate and the base
    /// when no honest one exists): the size at which a difference like this is found 80 % of the time.
    /// </summary>
    private static int? MoreNeeded(Pattern pattern, ProvenView buys)
    {
        var proof = pattern.Proof!;
        if (proof.Status == PatternStatus.Proven || buys.Proof.CriticalP <= 0)
        {
            return null;
        }

        var table = buys.View.Table;
        var baseRate = table.Positive.Average(value => (double)value);
        var expected = pattern.Honest?.Value ?? (pattern.Raw.Value + baseRate) / 2;
        if (pattern.IsHigher != expected > baseRate || Math.Abs(expected - baseRate) < 0.01)
        {
            return null;
        }

        var z = -FindableUplift.NormalQuantile(buys.Proof.CriticalP / 2) * Math.Sqrt(baseRate * (1 - baseRate)) + FindableUplift.NormalQuantile(0.8) * Math.Sqrt(Math.Max(0.01, expected * (1 - expected)));
        var needed = Math.Pow(z / (expected - baseRate), 2);
        var more = needed - pattern.Raw.Rows;
        return more > 1000 ? null : Math.Max(10, (int)Math.Ceiling(more / 10) * 10);
    }

    private sealed record Sides(Rate Buys, Rate BuysRest, Rate? Stays, Rate? StaysRest, Rate? Kept, Rate? KeptRest);
}
