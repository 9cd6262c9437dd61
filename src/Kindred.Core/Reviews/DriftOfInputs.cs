using Kindred.Core.Basics;
using Kindred.Statistics.Drift;
using Kindred.Statistics.Sequential;

namespace Kindred.Core.Reviews;

/// <summary>Whether other companies come in than before, all fields together.</summary>
internal static class DriftOfInputs
{
    private const double Level = 0.05;
    private const int Fewest = 20;

    public static Result<DriftFigures> Run(ReviewRows rows, CancellationToken cancel)
    {
        var request = rows.Request;
        var incoming = rows.Incoming.Where(entry => entry.On >= rows.Period.ThenFrom && entry.On < rows.Period.NowTo).ToArray();
        var then = incoming.Count(entry => entry.On < rows.Period.NowFrom);
        var now = incoming.Length - then;
        if (then < Fewest || now < Fewest)
        {
            return Result.Refused<DriftFigures>(ReviewChecks.TooFewIncoming(then, now, Fewest));
        }

        var fields = ReviewFields.Of(request, rows.On(incoming));
        if (fields.Count == 0)
        {
            return Result.Refused<DriftFigures>(ReviewChecks.NoFields());
        }

        var outcomes = DriftTest.Run([.. fields.Select(field => field.Codes is { } codes ? DriftField.Category(codes, field.Levels.Count) : DriftField.Number(field.Values!))], then, request.Permutations, request.Seed, cancel);
        var figures = fields.Select((field, i) => Figure(field, outcomes[i], then, now, Level / fields.Count)).OrderBy(figure => figure.Verdict == FigureVerdict.Found ? 0 : 1).ThenBy(figure => figure.AdjustedP).ToArray();
        var found = figures.Where(figure => figure.Verdict == FigureVerdict.Found).ToArray();
        var silent = figures.Count(figure => figure.Verdict == FigureVerdict.NotEnough);
        return Result.Accepted(new DriftFigures(figures, then, now, Level, request.Permutations, request.Seed, found.Length == 0
            ? new Wording($"들어오는 회사가 달라진 흔적이 없어요 (항목 {Format.Whole(figures.Length)}개, 전 {Format.Whole(then)}곳, 이번 {Format.Whole(now)}곳; {Format.Whole(silent)}개는 아직 말할 수 없어요).", $"No sign that other companies come in ({Format.Whole(figures.Length)} fields, {Format.Whole(then)} before, {Format.Whole(now)} now; of {Format.Whole(silent)} there is not enough to say).")
            : new Wording($"들어오는 회사가 달라졌어요: {string.Join(" ", found.Select(figure => figure.Sentence.Ko))}", $"Other companies come in: {string.Join(" ", found.Select(figure => figure.Sentence.En))}")));
    }

    private static DriftFigure Figure(ReviewFields.Prepared field, DriftOutcome outcome, int then, int now, double level)
    {
        var isFound = outcome.AdjustedP <= Level;
        if (field.Codes is { } codes)
        {
            var at = outcome.Level >= 0 ? outcome.Level : 0;
            var before = RateFigure.From(codes.Take(then).Count(code => code == at), then);
            var after = RateFigure.From(codes.Skip(then).Count(code => code == at), now);
            var share = Math.Clamp(before.Rate!.Value, 0.02, 0.5);
            var need = TwoProportionPower.NeedSecond(share, then, Math.Min(2 * share, (1 + share) / 2), level) ?? TwoProportionPower.Need(share, Math.Min(2 * share, (1 + share) / 2), level);
            var verdict = isFound ? FigureVerdict.Found : now >= need ? FigureVerdict.NoSign : FigureVerdict.NotEnough;
            var words = field.Levels[at];
            return new DriftFigure(DriftKind.Category, field.Field, field.Label, words, before, after, null, null, outcome.Statistic, outcome.AdjustedP, outcome.Psi, outcome.PsiLimit, verdict, now, need, verdict switch
            {
                FigureVerdict.Found => new Wording($"{field.Label.Ko}: {words.Ko} 비율이 {Format.Percent(before.Rate!.Value, 0)}({Format.Whole(then)}곳)에서 {Format.Percent(after.Rate!.Value, 0)}({Format.Whole(now)}곳)가 되었어요.", $"{field.Label.En}: the share of {words.En} went from {Format.Percent(before.Rate!.Value, 0)} (of {Format.Whole(then)}) to {Format.Percent(after.Rate!.Value, 0)} (of {Format.Whole(now)})."),
                FigureVerdict.NoSign => new Wording($"{field.Label.Ko}: 달라진 흔적이 없어요. 비율이 두 배가 되었다면 대부분 찾았을 거예요.", $"{field.Label.En}: no sign of change; a share that doubled would most likely have been found."),
                _ => new Wording($"{field.Label.Ko}: 아직 말할 수 없어요 (필요 {Format.Grouped(need)}곳, 현재 {Format.Grouped(now)}곳).", $"{field.Label.En}: not enough to say (need {Format.Grouped(need)}, have {Format.Grouped(now)})."),
            });
        }

        double[] first = [.. field.Values!.Take(then).Where(value => !double.IsNaN(value)).Order()], second = [.. field.Values!.Skip(then).Where(value => !double.IsNaN(value)).Order()];
        var wanted = NeedOfNumber(then, level);
        var says = isFound ? FigureVerdict.Found : second.Length >= wanted ? FigureVerdict.NoSign : FigureVerdict.NotEnough;
        double? was = Median(first), nowIs = Median(second);
        return new DriftFigure(DriftKind.Number, field.Field, field.Label, null, null, null, was, nowIs, outcome.Statistic, outcome.AdjustedP, outcome.Psi, outcome.PsiLimit, says, second.Length, wanted, says switch
        {
            FigureVerdict.Found when was is { } a && nowIs is { } b => new Wording($"{field.Label.Ko}: 중앙값이 {Format.Grouped(a)}에서 {Format.Grouped(b)}이(가) 되었어요 (전 {Format.Whole(first.Length)}곳, 이번 {Format.Whole(second.Length)}곳).", $"{field.Label.En}: the median went from {Format.Grouped(a)} to {Format.Grouped(b)} ({Format.Whole(first.Length)} before, {Format.Whole(second.Length)} now)."),
            FigureVerdict.Found => new Wording($"{field.Label.Ko}: 값이 있는 회사의 비율이 달라졌어요 (전 {Format.Whole(first.Length)}/{Format.Whole(then)}곳, 이번 {Format.Whole(second.Length)}/{Format.Whole(now)}곳).", $"{field.Label.En}: it is known of another share of companies ({Format.Whole(first.Length)} of {Format.Whole(then)} before, {Format.Whole(second.Length)} of {Format.Whole(now)} now)."),
            FigureVerdict.NoSign => new Wording($"{field.Label.Ko}: 달라진 흔적이 없어요. 표준편차의 반만큼 옮겨 갔다면 대부분 찾았을 거예요.", $"{field.Label.En}: no sign of change; a shift of half a standard deviation would most likely have been found."),
            _ => new Wording($"{field.Label.Ko}: 아직 말할 수 없어요 (필요 {Format.Grouped(wanted)}곳, 현재 {Format.Grouped(second.Length)}곳).", $"{field.Label.En}: not enough to say (need {Format.Grouped(wanted)}, have {Format.Grouped(second.Length)})."),
        });
    }

    /// <summary>Rows now at which a shift of half a standard deviation (distance 0.197 of normal samples) passes the limit of Kolmogorov's first term with some room.</summary>
    private static int NeedOfNumber(int then, double level)
    {
        var effective = Math.Pow((Math.Sqrt(Math.Log(2 / level) / 2) + 0.42) / 0.197, 2);
        return (int)Math.Ceiling(then > effective ? effective * then / (then - effective) : 2 * effective);
    }

    private static double? Median(double[] sorted) => sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
