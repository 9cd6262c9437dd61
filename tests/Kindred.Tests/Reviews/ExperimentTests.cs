using Kindred.Core.Accounts;
using Kindred.Core.Leads;
using Kindred.Core.Reviews;
using Xunit;

namespace Kindred.Tests.Reviews;

/// <summary>A trial says before its start what it can show, checks who was drawn, and may be looked at every day.</summary>
public sealed class ExperimentTests
{
    private static readonly DateOnly Start = ReviewFacts.AsOf.AddDays(-8);

    [Fact]
    public void Plan_OfTwoWeeks_SaysWhatItCannotShow()
    {
        var plan = Plan();
        Assert.Equal((294, 14, Start.AddDays(14)), (plan.NeedPerArm, plan.Days, plan.EndsOn));
        Assert.Equal(11, plan.ExpectedPerArm);
        Assert.InRange(plan.Power, 0.02, 0.2);
        Assert.Contains("20% becoming 30% takes 294 leads an arm", plan.Shows.En, StringComparison.Ordinal);
        Assert.Contains("한쪽에 294곳", plan.Shows.Ko, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0.2, 0.2)]
    [InlineData(14, 0.6, 0.2)]
    [InlineData(14, 0.2, double.NaN)]
    public void Plan_OutsideItsBounds_IsRefused(int days, double share, double rate) =>
        Assert.All(PlanExperiment.Run(new PlanExperimentRequest(1, 70, Start, rate, 1, 4) { Days = days, RandomShare = share }).Reasons, reason => Assert.Equal("reviews.bounds", reason.Code));

    [Fact]
    public void Reading_OnDayNine_ComparesLeadsWhoseDaysAreOver()
    {
        var reading = Read(scored: 60, random: 40, below: 160, takenScored: 0.9, takenRandom: 0.2);
        Assert.Equal((9, false, false), (reading.Day, reading.IsOver, reading.IsRatioBroken));
        Assert.Contains("day 9 of 14", reading.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("14일 중 9일째", reading.Sentence.Ko, StringComparison.Ordinal);
        var taken = reading.Measures.Single(measure => measure.Key == "taken");
        Assert.True(taken is { IsCalled: true, Low: > 0 }, taken.Sentence.En);
        Assert.InRange(taken.Scored.Of, 30, 59);
        Assert.False(reading.Measures.Single(measure => measure.Key == "won").IsCalled);
    }

    [Fact]
    public void Reading_ABrokenRatio_ComparesNothing()
    {
        var reading = Read(scored: 60, random: 90, below: 60, takenScored: 0.9, takenRandom: 0.2);
        Assert.True(reading.IsRatioBroken && reading.RatioP < ReadExperiment.RatioLevel);
        Assert.Empty(reading.Measures);
        Assert.Contains("Nothing is compared", reading.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_WithoutLeads_IsEmptyAndClean()
    {
        var reading = ReadExperiment.Of(ReviewFacts.Request(ReviewFacts.Facts([], [])), Trial());
        Assert.Equal((0, 0, null), (reading.Scored, reading.Random, reading.RatioP));
        Assert.Empty(reading.Measures);
        Assert.Equal("reviews.no-reason", ReadExperiment.Stopped(reading, " ").Reasons[0].Code);
        Assert.True(ReadExperiment.Stopped(reading, "no leads").Value.IsOver);
    }

    private static ExperimentPlan Plan() => PlanExperiment.Run(new PlanExperimentRequest(1, 70, Start, 0.2, 2, 4) { TargetRate = 0.3 }).Value;

    private static LoggedExperiment Trial() => new("experiment:1", Plan(), "Kim", ReviewFacts.At(Start), null);

    private static ExperimentReading Read(int scored, int random, int below, double takenScored, double takenRandom)
    {
        var facts = ReviewFacts.Of(9, scored + random + below, 0);
        var scores = new List<ScoreRecord>();
        var events = new List<LeadEvent>();
        for (var i = 0; i < scored + random + below; i++)
        {
            var (key, day) = (ReviewFacts.Key(i), Start.AddDays(i % 9));
            var kind = i < scored ? LeadEventKind.Queued : i < scored + random ? LeadEventKind.Explored : LeadEventKind.Held;
            scores.Add(ReviewFacts.Record(key, i < scored ? 80 : 40, day));
            events.Add(ReviewFacts.Event(key, kind, day));
            if (kind != LeadEventKind.Held)
            {
                var isTaken = i % 10 < (kind == LeadEventKind.Queued ? takenScored : takenRandom) * 10;
                events.Add(ReviewFacts.Event(key, isTaken ? LeadEventKind.Taken : LeadEventKind.Passed, day.AddDays(1), 10));
            }
        }

        var request = ReviewFacts.Request(facts) with { Scores = scores, Log = new LeadLog([.. events.Select((entry, i) => entry with { Id = i + 1 })], []) };
        Assert.DoesNotContain(facts.Deals, deal => deal.Outcome == DealOutcome.Open);
        return ReadExperiment.Of(request, Trial());
    }
}
