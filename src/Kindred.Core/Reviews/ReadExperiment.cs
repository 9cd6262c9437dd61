using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Statistics.Sequential;

namespace Kindred.Core.Reviews;

/// <summary>Use case: reads a trial on a day. Looking is free: the intervals hold however often they are looked at.</summary>
public static class ReadExperiment
{
    /// <summary>p of the sample-ratio check below which nothing is compared.</summary>
    public const double RatioLevel = 0.001;

    /// <summary>Every lead has the same days to show a measure, so that what is seen early is not what happens early.</summary>
    private static readonly (string Key, int Days, Wording Label)[] Measures =
    [
        ("taken", 3, new("3일 안에 맡음", "taken within 3 days")), ("meeting", 7, new("7일 안에 미팅이나 새 딜", "meeting or new deal within 7 days")), ("won", 120, new("120일 안에 계약", "won within 120 days")),
    ];

    /// <summary>A lead of the trial.</summary>
    private sealed record Entry(string Lead, bool IsOver, LeadEventKind Route, DateOnly On, int Account);

    /// <summary>Reads a trial.</summary>
    /// <param name="request">Facts, log and score records of now.</param>
    /// <param name="trial">The trial.</param>
    public static ExperimentReading Of(DraftReviewRequest request, LoggedExperiment trial)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(trial);
        if (trial.Stopped is { } stopped)
        {
            return stopped;
        }

        var (plan, rows) = (trial.Plan, new ReviewRows(request));
        var entries = Entries(rows, plan, request.Today);
        var day = Math.Clamp(request.Today.DayNumber - plan.StartsOn.DayNumber + 1, 0, plan.Days);
        var isOver = request.Today >= plan.EndsOn;
        Entry[] scored = [.. entries.Where(entry => entry is { IsOver: true, Route: LeadEventKind.Queued })], random = [.. entries.Where(entry => entry.Route == LeadEventKind.Explored)];
        var below = random.Length + entries.Count(entry => entry is { IsOver: false, Route: not LeadEventKind.Explored });
        double? p = below == 0 ? null : SampleRatio.P(random.Length, below, plan.RandomShare);
        var isBroken = p < RatioLevel;
        ExperimentMeasure[] measures = isBroken || scored.Length + random.Length == 0 ? [] : [.. Measures.Select(measure => Measure(rows, measure, scored, random, request.Today))];
        return new ExperimentReading(plan, day, isOver, scored.Length, random.Length, below, p, isBroken, measures, null, Sentence(plan, day, isOver, scored.Length, random.Length, below, p, isBroken, measures));
    }

    /// <summary>A reading as it is written down when a trial is stopped.</summary>
    /// <param name="reading">The reading of that day.</param>
    /// <param name="why">Why it is stopped.</param>
    /// <returns>The reading with the reason; refused: <c>reviews.no-reason</c>.</returns>
    public static Result<ExperimentReading> Stopped(ExperimentReading reading, string why)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return string.IsNullOrWhiteSpace(why) ? Result.Refused<ExperimentReading>(ReviewChecks.NoWhy(ReviewBook.ExperimentSubject(reading.Plan.Number))) : Result.Accepted(reading with { IsOver = true, Why = why.Trim() });
    }

    /// <summary>Leads routed while it ran, each with its first route and the score of that day.</summary>
    private static List<Entry> Entries(ReviewRows rows, ExperimentPlan plan, DateOnly today)
    {
        var records = rows.Request.Scores.GroupBy(record => record.Lead, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal);
        var entries = new List<Entry>();
        foreach (var lead in rows.Request.Log.Events.Where(entry => entry.Kind is LeadEventKind.Queued or LeadEventKind.Explored or LeadEventKind.Held).GroupBy(entry => entry.Lead, StringComparer.Ordinal))
        {
            var routed = lead.FirstOrDefault(entry => entry.Kind == LeadEventKind.Explored && IsWithin(entry)) ?? lead.FirstOrDefault(IsWithin);
            if (routed is not null && records.TryGetValue(lead.Key, out var own))
            {
                var score = own.LastOrDefault(record => record.At <= routed.At) ?? own[0];
                entries.Add(new Entry(lead.Key, score.Expected >= plan.Cut, routed.Kind, Day(routed.At), rows.AccountOf(lead.Key)));
            }
        }

        return entries;

        bool IsWithin(LeadEvent entry) => Day(entry.At) is var day && day >= plan.StartsOn && day < plan.EndsOn && day <= today;
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);

    /// <summary>Leads enter when their days are over: whose turn it is hangs on routing and calendar, never on the outcome.</summary>
    private static ExperimentMeasure Measure(ReviewRows rows, (string Key, int Days, Wording Label) measure, Entry[] scored, Entry[] random, DateOnly today)
    {
        var (times, (key, days, label)) = (new LeadTimes(rows), measure);
        var taken = rows.Request.Log.Events.Where(line => line.Kind == LeadEventKind.Taken).ToLookup(line => line.Lead, line => Day(line.At), StringComparer.Ordinal);
        var (first, second) = (Known(scored), Known(random));
        SequentialBlock[] blocks = [.. first.Concat(second).Select(one => one.On).Distinct().Order().Select(day => new SequentialBlock(
            first.Count(one => one.On == day && one.Is), first.Count(one => one.On == day), second.Count(one => one.On == day && one.Is), second.Count(one => one.On == day)))];
        var read = AlwaysValidDifference.Of(blocks);
        var (a, b) = (RateFigure.From(first.Count(one => one.Is), first.Count), RateFigure.From(second.Count(one => one.Is), second.Count));
        var (low, high) = (Format.Whole((long)Math.Round(read.Interval.Low * 100)), Format.Whole((long)Math.Round(read.Interval.High * 100)));
        var said = read.IsCalled ? new Wording("차이가 있어요", "a difference") : new Wording("아직 말할 수 없어요", "not enough to say");
        return new ExperimentMeasure(key, label, a, b, read.Interval.Low, read.Interval.High, Math.Min(read.Evidence, 1e12), read.IsCalled, new Wording(
            $"{label.Ko}: 점수 {Format.Whole(a.Count)}/{Format.Whole(a.Of)}, 무작위 {Format.Whole(b.Count)}/{Format.Whole(b.Of)}. 차이 {low}–{high}%p(언제 봐도 되는 95 % 구간): {said.Ko}.",
            $"{label.En}: scored {Format.Whole(a.Count)} of {Format.Whole(a.Of)}, random {Format.Whole(b.Count)} of {Format.Whole(b.Of)}; difference {low} to {high} points (95 %, valid whenever looked at): {said.En}."));

        List<(DateOnly On, bool Is)> Known(Entry[] entries) => [.. entries.Where(entry => entry.On.AddDays(days) <= today).Select(entry => (entry.On.AddDays(days), Shows(entry, entry.On.AddDays(days))))];

        bool Shows(Entry entry, DateOnly until) => key switch
        {
            "taken" => taken[entry.Lead].Any(day => day >= entry.On && day <= until),
            "meeting" => times.MeetingSince(entry.Account, entry.On) <= until,
            _ => entry.Account >= 0 && rows.Facts.Deals.Any(deal => deal is { IsNewBusiness: true, Outcome: DealOutcome.Won } && deal.Account == entry.Account && deal.CreatedOn >= entry.On && deal.ClosedOn <= until),
        };
    }

    private static Wording Sentence(ExperimentPlan plan, int day, bool isOver, int scored, int random, int below, double? p, bool isBroken, ExperimentMeasure[] measures)
    {
        var (ko, en) = isOver ? ($"{Format.Whole(plan.Days)}일이 끝났어요", $"the {Format.Whole(plan.Days)} days are over") : day == 0 ? ("아직 시작하지 않았어요", "it has not started") : ($"{Format.Whole(plan.Days)}일 중 {Format.Whole(day)}일째예요", $"day {Format.Whole(day)} of {Format.Whole(plan.Days)}");
        if (isBroken)
        {
            return new Wording(
                $"{plan.Name.Ko}: {ko}. 무작위 비율이 계획과 달라요({Format.Whole(below)}곳 중 {Format.Whole(random)}곳, 계획 {Format.Percent(plan.RandomShare, 0)}, p {Format.Fixed(p!.Value, 4)}). 누구를 뽑았는지 확인하기 전에는 견주지 않아요.",
                $"{plan.Name.En}: {en}. The random share is not as planned ({Format.Whole(random)} of {Format.Whole(below)}, planned {Format.Percent(plan.RandomShare, 0)}, p {Format.Fixed(p!.Value, 4)}). Nothing is compared before it is known who was drawn.");
        }

        var called = measures.Where(measure => measure.IsCalled).ToArray();
        return new Wording(
            $"{plan.Name.Ko}: {ko}. 점수 {Format.Whole(scored)}곳, 무작위 {Format.Whole(random)}곳. {(called.Length == 0 ? "아직 차이를 말할 수 없어요." : string.Join(" ", called.Select(measure => measure.Sentence.Ko)))}",
            $"{plan.Name.En}: {en}; {Format.Whole(scored)} scored leads, {Format.Whole(random)} random. {(called.Length == 0 ? "No difference can be said yet." : string.Join(" ", called.Select(measure => measure.Sentence.En)))}");
    }
}
