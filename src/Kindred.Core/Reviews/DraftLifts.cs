using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Reviews;

/// <summary>What profile and card told apart at publication, and tell apart since.</summary>
internal static class DraftLifts
{
    private const double Z = 1.959963984540054;
    private const double ZForPower = 0.8416212335729143;

    public static IReadOnlyList<LiftFigure> Run(ReviewRows rows, HonestScores honest, List<ReviewGap> gaps)
    {
        var lifts = new List<LiftFigure>();
        if (rows.Request.Profile is not { } profile)
        {
            gaps.Add(Gap(ReviewChecks.NoProfile()));
        }
        else if (profile.Core is not { } core)
        {
            gaps.Add(Gap(ReviewChecks.NoCore()));
        }
        else if (rows.Buys is { } buys)
        {
            var inside = ConditionRows.Of(buys.Table.Table, new Conjunction([.. core.Conditions.Select(condition => condition.ToCondition()).OfType<Condition>()]));
            int[] within = [.. rows.ClosedNow.Where(row => RowBits.Has(inside, row))], outside = [.. rows.ClosedNow.Except(within)];
            var then = core.Honest ?? core.Won;
            lifts.Add(Figure("icp", new Wording("핵심과 나머지", "Core against the rest"), RateFigure.From(then.Positives, then.N), RateFigure.From(core.WonRest.Positives, core.WonRest.N),
                RateFigure.From(within.Count(row => buys.Table.Positive[row] == 1), within.Length), RateFigure.From(outside.Count(row => buys.Table.Positive[row] == 1), outside.Length)));
        }

        if (rows.Request.Card is not { } card)
        {
            gaps.Add(Gap(ReviewChecks.NoCard()));
        }
        else if (rows.Request.Evidence is { HasOutcomes: true } evidence)
        {
            (int Of, int Won) Then(int from, int to) => (Enumerable.Range(from, to - from).Sum(score => evidence.Rows[score]), Enumerable.Range(from, to - from).Sum(score => evidence.Positives[score]));
            var (over, below) = (Then(card.Cut, 101), Then(0, card.Cut));
            var now = honest.Closed.ToLookup(each => each.Score >= card.Cut);
            lifts.Add(Figure("card", new Wording($"{Format.Whole(card.Cut)}점 이상과 미만", $"{Format.Whole(card.Cut)} and above against below"), RateFigure.From(over.Won, over.Of), RateFigure.From(below.Won, below.Of),
                RateFigure.From(now[true].Count(each => each.IsWon), now[true].Count()), RateFigure.From(now[false].Count(each => each.IsWon), now[false].Count())));
        }

        return lifts;
    }

    private static ReviewGap Gap(Reason reason) => new("lift", reason.Code, reason.Message);

    private static LiftFigure Figure(string key, Wording label, RateFigure thenIn, RateFigure thenOut, RateFigure nowIn, RateFigure nowOut)
    {
        RiskRatio? then = Ratio(thenIn, thenOut), now = Ratio(nowIn, nowOut);
        var need = RateFigure.FewestRows;
        if (then is { } before)
        {
            // A lift that halved is worth knowing: then's and now's standard errors together must be small enough to tell ln 2. Now's is guessed from then's rates.
            var wanted = Math.Pow(Math.Log(2) / (Z + ZForPower), 2) - (before.LogDeviation * before.LogDeviation);
            var perRow = now is { } here && nowIn.Of >= RateFigure.FewestRows ? here.LogDeviation * here.LogDeviation * nowIn.Of : before.LogDeviation * before.LogDeviation * thenIn.Of;
            need = Math.Max(need, (int)Math.Min(1_000_000, Math.Ceiling(perRow / (wanted > 0 ? wanted : Math.Pow(Math.Log(2) / (Z + ZForPower), 2) / 2))));
        }

        var isChanged = then is { } a && now is { } b && nowIn.IsEnough && nowOut.IsEnough && Math.Abs(Math.Log(b.Ratio / a.Ratio)) > Z * Math.Sqrt((a.LogDeviation * a.LogDeviation) + (b.LogDeviation * b.LogDeviation));
        var verdict = isChanged ? FigureVerdict.Found : nowIn.Of >= need ? FigureVerdict.NoSign : FigureVerdict.NotEnough;
        return new LiftFigure(key, label, thenIn, thenOut, nowIn, nowOut, Figure(then), Figure(now), verdict, nowIn.Of, need, Sentence(label, then, now, nowIn, verdict, need));
    }

    private static RatioFigure? Figure(RiskRatio? ratio) => ratio is { } known ? new RatioFigure(known.Ratio, known.Low, known.High) : null;

    private static RiskRatio? Ratio(RateFigure inside, RateFigure outside) => inside.Of == 0 || outside.Of == 0 ? null : RiskRatio.Of(inside.Count, inside.Of, outside.Count, outside.Of);

    private static Wording Sentence(Wording label, RiskRatio? then, RiskRatio? now, RateFigure inside, FigureVerdict verdict, int need)
    {
        string Times(RiskRatio? ratio) => ratio is { } known ? $"{Format.Fixed(known.Ratio, 1)} ({Format.Fixed(known.Low, 1)}–{Format.Fixed(known.High, 1)})" : "–";
        return verdict == FigureVerdict.NotEnough
            ? new Wording($"{label.Ko}: 그때 {Times(then)}배, 지금은 {ReviewWords.NotEnough(inside.Of, need).Ko}", $"{label.En}: {Times(then)} times then; now {ReviewWords.NotEnough(inside.Of, need).En}")
            : new Wording($"{label.Ko}: 그때 {Times(then)}배, 지금 {Times(now)}배. {ReviewLabels.Of(verdict).Ko}.", $"{label.En}: {Times(then)} times then, {Times(now)} now: {ReviewLabels.Of(verdict).En}.");
    }
}
