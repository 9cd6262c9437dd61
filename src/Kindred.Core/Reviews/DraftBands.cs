using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Reviews;

/// <summary>Score bands against what became of leads, from the records; before the card was used, from its back-test.</summary>
internal static class DraftBands
{
    private const int Draws = 2000;

    public static Result<BandFigures> Run(ReviewRows rows)
    {
        var request = rows.Request;
        if (request.Card is not { } card)
        {
            return Result.Refused<BandFigures>(ReviewChecks.NoCard());
        }

        IReadOnlyList<BandFigure> tested = request.BackTest is { } test ? [.. test.Bands.Select(Tested)] : [];
        var first = request.Scores.Where(record => DateOnly.FromDateTime(record.At.DateTime) <= request.Today).GroupBy(record => record.Lead, StringComparer.Ordinal).Select(same => same.First()).ToArray();
        if (first.Length == 0)
        {
            return tested.Count == 0 ? Result.Refused<BandFigures>(ReviewChecks.NoScoreRecords()) : Result.Accepted(new BandFigures(BandBasis.BackTest, tested, tested, null, null,
                ReviewChecks.NoScoreRecords().Message, null, new Wording("점수표를 쓰기 전이라 되돌아본 결과를 보여 드려요.", "The card has not been used yet, so this is its back-test.")));
        }

        var times = new LeadTimes(rows);
        var explored = request.Log.Events.Where(entry => entry.Kind == LeadEventKind.Explored).Select(entry => entry.Lead).ToHashSet(StringComparer.Ordinal);
        var bands = ReviewBands.Ranges(card.Cut).Select((range, i) => Figure(rows, times, range.From, range.To, [.. first.Where(record => record.Score >= range.From && record.Score <= range.To)], i)).ToArray();
        var random = first.Where(record => explored.Contains(record.Lead)).ToArray();
        var top = bands.Where(band => band.From >= card.Cut).ToArray();
        var (on, readable) = Readable(rows, [.. first.Where(record => record.Score >= card.Cut)], top.Sum(band => band.Won.Of));
        var taken = RateFigure.From(top.Sum(band => band.Taken.Count), top.Sum(band => band.Taken.Of));
        var below = RateFigure.From(bands.Except(top).Sum(band => band.Taken.Count), bands.Except(top).Sum(band => band.Taken.Of));
        return Result.Accepted(new BandFigures(BandBasis.Records, bands, tested, random.Length == 0 ? null : Figure(rows, times, 0, 100, random, 99), on, readable, ReviewWords.Effort, new Wording(
            $"{Format.Whole(card.Cut)}점 이상을 맡은 비율: {taken.Words.Ko}; 그 아래: {below.Words.Ko}.", $"Taken at {Format.Whole(card.Cut)} and above: {taken.Words.En}; below: {below.Words.En}.")));
    }

    private static BandFigure Tested(BackTestBand band) => new(band.From, band.To, band.Rows, RateFigure.From(0, 0), RateFigure.From(0, 0), RateFigure.From(band.Positives, band.Rows), 0, null, Days(band.Cycle), Days(band.ToValue));

    private static DaysFigure Days(MeanDays days) => days.IsEnough ? new DaysFigure(days.Count, days.Mean, days.Low, days.High) : new DaysFigure(days.Count, null, null, null);

    private static BandFigure Figure(ReviewRows rows, LeadTimes times, int from, int to, ScoreRecord[] records, int stream)
    {
        var progress = records.Select(record => rows.Request.Log.Of(record.Lead)).Where(progress => progress.IsDecided).ToArray();
        var found = records.Select(times.Of).ToArray();
        var closed = found.Where(time => time.IsClosed).ToArray();
        var open = found.Where(time => time.OpenDays is not null).ToArray();
        return new BandFigure(from, to, records.Length,
            RateFigure.From(progress.Count(each => each.Phase == LeadPhase.Taken), progress.Length),
            RateFigure.From(found.Count(time => time.HasMeeting), found.Length),
            RateFigure.From(closed.Count(time => time.IsWon), closed.Length), open.Length, open.Length == 0 ? null : open.Average(time => time.OpenDays!.Value),
            Mean([.. closed.Select(time => time.CycleDays).OfType<double>()], rows.Request.Seed, 2 * stream), Mean([.. closed.Select(time => time.DaysToValue).OfType<double>()], rows.Request.Seed, (2 * stream) + 1));
    }

    private static DaysFigure Mean(double[] values, long seed, int stream)
    {
        if (values.Length < RateFigure.FewestRows)
        {
            return new DaysFigure(values.Length, null, null, null);
        }

        var random = new SeededRandom(seed, 300 + stream);
        double[] means = [.. Enumerable.Range(0, Draws).Select(_ => Enumerable.Range(0, values.Length).Sum(_ => values[random.Below(values.Length)]) / values.Length).Order()];
        return new DaysFigure(values.Length, values.Average(), means[(int)(0.025 * Draws)], means[(int)(0.975 * Draws) - 1]);
    }

    /// <summary>Twenty leads over the cut at the pace so far, and then as long as nine in ten deals take to close.</summary>
    private static (DateOnly? On, Wording Words) Readable(ReviewRows rows, ScoreRecord[] over, int closed)
    {
        const int need = RateFigure.FewestRows;
        if (closed >= need)
        {
            return (null, new Wording($"기준을 넘은 리드의 딜 {Format.Whole(closed)}건이 끝나서 성공률을 읽을 수 있어요.", $"{Format.Whole(closed)} deals of leads over the cut have closed: their win rate can be read."));
        }

        double[] cycles = [.. rows.Facts.Deals.Where(deal => deal is { IsNewBusiness: true, Outcome: not DealOutcome.Open, CreatedOn: not null, ClosedOn: not null } && deal.ClosedOn >= deal.CreatedOn).Select(deal => (double)(deal.ClosedOn!.Value.DayNumber - deal.CreatedOn!.Value.DayNumber)).Order()];
        if (over.Length == 0 || cycles.Length < need)
        {
            return (null, new Wording($"언제 읽을 수 있을지 아직 말할 수 없어요 (기준을 넘은 리드 {Format.Whole(over.Length)}곳, 끝난 딜 {Format.Whole(cycles.Length)}건).", $"When win rates can be read cannot be said yet ({Format.Whole(over.Length)} leads over the cut, {Format.Whole(cycles.Length)} closed deals)."));
        }

        DateOnly[] days = [.. over.Select(record => DateOnly.FromDateTime(record.At.DateTime)).Order()];
        var since = Math.Max(1, rows.Request.Today.DayNumber - days[0].DayNumber + 1);
        var twentieth = days.Length >= need ? days[need - 1] : rows.Request.Today.AddDays((int)Math.Min(3650, Math.Ceiling((need - days.Length) * (double)since / days.Length)));
        var nine = (int)cycles[Math.Min(cycles.Length - 1, (int)(0.9 * cycles.Length))];
        var on = twentieth.AddDays(nine);
        var reached = days.Length >= need;
        return (on, new Wording(
            $"성공률은 {Format.Date(on)}쯤 읽을 수 있어요: 기준을 넘은 리드가 {Format.Whole(need)}곳이 {(reached ? "된" : "될")} 날({Format.Date(twentieth)})부터, 딜 열에 아홉이 끝나는 {Format.Whole(nine)}일이 지나야 해요(딜 {Format.Grouped(cycles.Length)}건에서).",
            $"Win rates can be read about {Format.Date(on)}: {Format.Whole(need)} leads over the cut by {Format.Date(twentieth)}, then the {Format.Whole(nine)} days in which nine in ten deals close (of {Format.Grouped(cycles.Length)} deals)."));
    }
}
