using Kindred.Core.Basics;
using Kindred.Statistics.Counts;
using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Sequential;

namespace Kindred.Core.Reviews;

/// <summary>Whether win rates by level, by score band and over all changed, and whether the card still promises what comes. Exact tests, corrected by Holm.</summary>
internal static class DriftOfRelation
{
    private const double Level = 0.05;
    private const int FewestOfLevel = 20;
    private const int NumberBins = 4;

    private sealed record Line(DriftKind Kind, string Field, Wording Label, Wording? Level, int ThenWon, int Then, int NowWon, int Now, double? P = null, double? Expected = null);

    public static Result<DriftFigures> Run(ReviewRows rows, HonestScores honest, DriftFigures? inputs)
    {
        if (rows.Buys is not { } buys || rows.ClosedThen.Length == 0)
        {
            return Result.Refused<DriftFigures>(ReviewChecks.NoOutcomes(rows.ClosedThen.Length));
        }

        if (rows.ClosedNow.Length == 0)
        {
            return Result.Refused<DriftFigures>(ReviewChecks.NoOutcomesNow(rows.Period));
        }

        var lines = new List<Line> { Of(DriftKind.WinRate, "all", new Wording("모든 딜", "all deals"), null, buys.Table.Positive, rows.ClosedThen, rows.ClosedNow) };

        // Whoever comes in more often than before is looked at however few deals there are: that it is too early to say is said too.
        var moved = (inputs?.Rows ?? []).Where(row => row is { Verdict: FigureVerdict.Found, Level: not null }).Select(row => (row.Field, row.Level!.En)).ToHashSet();
        foreach (var field in ReviewFields.Of(rows.Request, buys.Table))
        {
            lines.AddRange(Levels(field, buys.Table.Positive, rows.ClosedThen, rows.ClosedNow, moved));
        }

        lines.AddRange(Bands(rows, honest));
        if (Calibration(rows, honest) is { } promised)
        {
            lines.Add(promised);
        }

        var adjusted = HolmAdjustment.Of([.. lines.Select(line => line.P ?? Fisher(line))]);
        var figures = lines.Select((line, i) => Figure(line, adjusted[i], Level / lines.Count))
            .OrderBy(figure => figure.Verdict == FigureVerdict.Found ? 0 : figure.Level is { } level && moved.Contains((figure.Field, level.En)) ? 1 : 2).ThenBy(figure => figure.AdjustedP).ThenByDescending(figure => Math.Abs((figure.Now?.Rate ?? 0) - (figure.Then?.Rate ?? 0)) * Math.Sqrt(figure.Have)).ToArray();
        var found = figures.Where(figure => figure.Verdict == FigureVerdict.Found).ToArray();
        var silent = figures.Count(figure => figure.Verdict == FigureVerdict.NotEnough);
        return Result.Accepted(new DriftFigures(figures, rows.ClosedThen.Length, rows.ClosedNow.Length, Level, 0, rows.Request.Seed, found.Length == 0
            ? new Wording($"성공률이 달라졌다고 말할 수 있는 곳이 없어요 (살펴본 {Format.Whole(figures.Length)}곳 가운데 {Format.Whole(silent)}곳은 건수가 모자라요).", $"Nowhere can a change of the win rate be said ({Format.Whole(silent)} of {Format.Whole(figures.Length)} comparisons have too few deals).")
            : new Wording($"성공률이 달라졌어요: {string.Join(" ", found.Select(figure => figure.Sentence.Ko))}", $"Win rates changed: {string.Join(" ", found.Select(figure => figure.Sentence.En))}")));
    }

    private static Line Of(DriftKind kind, string field, Wording label, Wording? level, byte[] positive, IEnumerable<int> then, IEnumerable<int> now)
    {
        int[] before = [.. then], after = [.. now];
        return new Line(kind, field, label, level, before.Count(row => positive[row] == 1), before.Length, after.Count(row => positive[row] == 1), after.Length);
    }

    private static IEnumerable<Line> Levels(ReviewFields.Prepared field, byte[] positive, int[] then, int[] now, HashSet<(string Field, string Level)> moved)
    {
        var (codes, words) = field.Codes is { } given ? (given, field.Levels) : Binned(field.Values!, then);
        foreach (var level in Enumerable.Range(0, words.Count))
        {
            var line = Of(DriftKind.WinRate, field.Field, field.Label, words[level], positive, then.Where(row => codes[row] == level), now.Where(row => codes[row] == level));
            if (line.Now > 0 && (line.Then >= FewestOfLevel || (line.Then > 0 && moved.Contains((field.Field, words[level].En)))))
            {
                yield return line;
            }
        }
    }

    /// <summary>Numbers in quarters of the reference; unknown ones are a level.</summary>
    private static (int[] Codes, IReadOnlyList<Wording> Words) Binned(double[] values, int[] then)
    {
        double[] sorted = [.. then.Select(row => values[row]).Where(value => !double.IsNaN(value)).Order()];
        double[] ends = sorted.Length == 0 ? [] : [.. Enumerable.Range(1, NumberBins - 1).Select(quarter => sorted[sorted.Length * quarter / NumberBins]).Distinct()];
        var words = new List<Wording> { new("모름", "unknown") };
        for (var bin = 0; bin <= ends.Length; bin++)
        {
            words.Add(bin == 0 ? (ends.Length == 0 ? new Wording("전부", "all known") : new Wording($"{Format.Grouped(ends[0])} 미만", $"below {Format.Grouped(ends[0])}"))
                : bin == ends.Length ? new Wording($"{Format.Grouped(ends[^1])} 이상", $"{Format.Grouped(ends[^1])} and more")
                : new Wording($"{Format.Grouped(ends[bin - 1])} 이상 {Format.Grouped(ends[bin])} 미만", $"{Format.Grouped(ends[bin - 1])} to below {Format.Grouped(ends[bin])}"));
        }

        return ([.. values.Select(value => double.IsNaN(value) ? 0 : 1 + ends.Count(end => value >= end))], words);
    }

    /// <summary>Left-out scores of the card when it was learned against honest scores since.</summary>
    private static IEnumerable<Line> Bands(ReviewRows rows, HonestScores honest)
    {
        if (rows.Request is not { Card: { } card, Evidence: { HasOutcomes: true } evidence } || honest.Closed.Count == 0)
        {
            yield break;
        }

        foreach (var (from, to) in ReviewBands.Ranges(card.Cut))
        {
            var now = honest.Closed.Where(each => each.Score >= from && each.Score <= to).ToArray();
            int then = 0, won = 0;
            for (var score = from; score <= to; score++)
            {
                (then, won) = (then + evidence.Rows[score], won + evidence.Positives[score]);
            }

            if (then >= FewestOfLevel && now.Length > 0)
            {
                yield return new Line(DriftKind.WinRate, "score-band", new Wording("점수 구간", "score band"), new Wording($"{Format.Whole(from)}–{Format.Whole(to)}점", $"{Format.Whole(from)}–{Format.Whole(to)}"), won, then, now.Count(each => each.IsWon), now.Length);
            }
        }
    }

    private static Line? Calibration(ReviewRows rows, HonestScores honest)
    {
        if (rows.Request.Card?.Calibration is not { } calibration || honest.Closed.Count == 0)
        {
            return null;
        }

        double[] promised = [.. honest.Closed.Select(each => calibration.Probability[each.Score])];
        var won = honest.Closed.Count(each => each.IsWon);
        return new Line(DriftKind.Calibration, "calibration", new Wording("점수표의 약속", "what the card promised"), null, 0, 0, won, promised.Length, PoissonBinomial.TwoSidedP(promised, won), promised.Sum());
    }

    private static double Fisher(Line line)
    {
        var margins = new HypergeometricMidP(line.Then + line.Now, line.ThenWon + line.NowWon);
        return Math.Min(1, 2 * Math.Min(margins.FisherLower(line.Now, line.NowWon), margins.FisherUpper(line.Now, line.NowWon)));
    }

    private static DriftFigure Figure(Line line, double adjusted, double level)
    {
        var now = RateFigure.From(line.NowWon, line.Now);
        if (line.Expected is { } expected)
        {
            var rate = Math.Clamp(expected / line.Now, 0.02, 0.98);
            var wanted = TwoProportionPower.Need(rate, rate / 2, level) / 2;
            var says = adjusted <= Level ? FigureVerdict.Found : line.Now >= wanted ? FigureVerdict.NoSign : FigureVerdict.NotEnough;
            var share = Format.Percent(expected / line.Now, 0);
            return new DriftFigure(line.Kind, line.Field, line.Label, null, null, now, null, null, null, adjusted, null, null, says, line.Now, wanted, says == FigureVerdict.NotEnough
                ? new Wording($"점수표가 약속한 성공률은 {share}예요. 맞는지는 {ReviewWords.NotEnough(line.Now, wanted).Ko}", $"The card promised {share} won; whether it holds: {ReviewWords.NotEnough(line.Now, wanted).En}.")
                : new Wording($"점수표는 {share}를 약속했고, 실제는 {now.Words.Ko}예요.", $"The card promised {share}; it was {now.Words.En}."));
        }

        var then = RateFigure.From(line.ThenWon, line.Then);
        var before = Math.Clamp(then.Rate!.Value, 0.04, 0.96);
        var need = TwoProportionPower.NeedSecond(before, line.Then, before / 2, level) ?? TwoProportionPower.Need(before, before / 2, level);
        var verdict = adjusted <= Level ? FigureVerdict.Found : line.Now >= need ? FigureVerdict.NoSign : FigureVerdict.NotEnough;
        var (ko, en) = line.Level is { } words ? (words.Ko, words.En) : (line.Label.Ko, line.Label.En);
        var (a, b) = (Format.Percent(then.Rate.Value, 0), Format.Percent(now.Rate ?? 0, 0));
        return new DriftFigure(line.Kind, line.Field, line.Label, line.Level, then, now, null, null, null, adjusted, null, null, verdict, line.Now, need, verdict switch
        {
            FigureVerdict.Found => new Wording($"{ko}의 성공률이 {a}({Format.Whole(line.Then)}건)에서 {b}({Format.Whole(line.Now)}건)가 되었어요.", $"The win rate of {en} went from {a} (n {Format.Whole(line.Then)}) to {b} (n {Format.Whole(line.Now)})."),
            FigureVerdict.NoSign => new Wording($"{ko}: 성공률이 달라진 흔적이 없어요 ({a} → {b}). 반으로 줄었다면 대부분 찾았을 거예요.", $"{en}: no sign of change ({a} → {b}); a win rate that halved would most likely have been found."),
            _ => new Wording($"{ko}: {a}({Format.Whole(line.Then)}건) → {b}({Format.Whole(line.Now)}건). 아직 말할 수 없어요 (필요 {Format.Grouped(need)}건, 현재 {Format.Whole(line.Now)}건).", $"{en}: {a} (n {Format.Whole(line.Then)}) → {b} (n {Format.Whole(line.Now)}), not enough to say (need {Format.Grouped(need)}, have {Format.Whole(line.Now)})."),
        });
    }
}
