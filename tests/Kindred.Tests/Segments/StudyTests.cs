using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Statistics.Survival;
using Xunit;
using static Kindred.Tests.Segments.FactsByHand;

namespace Kindred.Tests.Segments;

/// <summary>The study on small facts: what is refused, what cannot be told, how costs are shared out, how verdicts come about.</summary>
public sealed class StudyTests
{
    [Fact]
    public void Study_NothingEverEnds_HasBoundsAndNoPoint()
    {
        var study = Study(Of(8, [.. Enumerable.Range(0, 8).Select(i => Sub(i, "2025-01-01", null, 100))]));
        var all = study.Overall;
        Assert.Equal(0, all.Curve!.Events);
        Assert.Null(all.AgainstRest);
        Assert.Null(all[SegmentMeasure.MedianLife].Value);
        Assert.Contains("절반", all[SegmentMeasure.MedianLife].Why!.Ko, StringComparison.Ordinal);
        var churn = all[SegmentMeasure.LogoChurn];
        Assert.Equal((0.0, true), (churn.Observed, churn is { Low: > 0, High: > 0, Value: > 0 }));
        var left = all[SegmentMeasure.Survival12];
        Assert.Equal((1.0, 1.0), (left.Value, left.High));
        Assert.InRange(left.Low!.Value, 0.5, 0.75);
        Assert.Equal(SurvivalInterval.BetaProduct, all.CurveInterval);
        IsFinite(study);
    }

    [Fact]
    public void Study_OneCustomer_CannotTell()
    {
        var study = Study(Of(1, Sub(0, "2026-01-01", null, 100)));
        Assert.Equal(SegmentVerdict.CannotTell, study.Overall.Verdict);
        Assert.Contains("아직 말할 수 없어요", study.Overall.Reason.Ko, StringComparison.Ordinal);
        Assert.Equal((1, 5), (study.Overall[SegmentMeasure.Clv].N, study.Overall[SegmentMeasure.Clv].Need));
        Assert.Equal("segments.too-few-events", study.Traits.Reasons[0].Code);
        IsFinite(study);
    }

    [Fact]
    public void Study_WithoutCosts_SaysSoAndJudgesByWhatIsKnown()
    {
        var study = Study(Of(8, [.. Enumerable.Range(0, 8).Select(i => Sub(i, "2025-01-01", i < 2 ? "2026-01-01" : null, 100))]));
        Assert.Null(study.Costs);
        Assert.Contains("costs", study.Overall[SegmentMeasure.Cac].Why!.En, StringComparison.Ordinal);
        Assert.Null(study.Overall.Consistency);
        Assert.Contains(study.Overall.Checks, check => check.IsMet is null);
        Assert.NotEqual(SegmentVerdict.Keep, study.Overall.Verdict);
        IsFinite(study);
    }

    /// <summary>Channel spend 1,000 a month for six months, a sale a month later: the last month waits, the rest falls on the customers by amount.</summary>
    [Theory]
    [InlineData(CostRule.Channel)]
    [InlineData(CostRule.Month)]
    [InlineData(CostRule.Even)]
    public void Costs_AnyRule_AreNeitherLostNorInvented(CostRule rule)
    {
        var facts = Of(6, [.. Enumerable.Range(0, 6).Select(i => Sub(i, "2026-02-20", null, 100 * (i + 1)))]) with
        {
            Deals = [Won(0, "2026-01-05", "2026-02-05", "Ads"), Won(1, "2026-01-05", "2026-02-05", "Ads"), Won(2, "2026-03-01", "2026-04-01", "Ads"), Won(3, "2026-03-01", "2026-04-01", "Partner"), Won(4, "2026-03-01", "2026-04-01", "Partner")],
            Costs = [.. Enumerable.Range(1, 6).Select(month => Spend($"2026-0{Format.Whole(month)}-01", "Ads", 1000)), Spend("2026-01-01", "Partner", 700), Spend("2026-01-01", "Webinar", 50)],
        };
        var costs = Study(facts, new SegmentRequest { By = [], CostRule = rule }).Costs!;
        Assert.Equal(6750, costs.Channels.Sum(channel => channel.Spend));
        Assert.Equal(6750, costs.Channels.Sum(channel => channel.Allocated + channel.NotYet) + costs.Unmatched);
        Assert.Equal(costs.Channels.Sum(channel => channel.Allocated), costs.ByAccount.Values.Sum(), 6);
        if (rule == CostRule.Channel)
        {
            var ads = costs.Channels.Single(channel => channel.Channel == "ads");
            Assert.Equal((1, 5000, 1000, 3), (ads.LagMonths, ads.Allocated, ads.NotYet, ads.Customers));
            Assert.Equal(5000 / 600.0 * 300, costs.ByAccount[2], 6);
            Assert.Equal(50, costs.Unmatched);
        }
    }

    [Theory]
    [InlineData("nonsense", "segments.unknown-field")]
    [InlineData("icp", "segments.no-profile")]
    public void Study_FieldThatIsNotThere_IsRefused(string field, string code)
    {
        var refused = SegmentsModule.Study(Eight(), new SegmentRequest { By = [field] }).Reasons[0];
        Assert.Equal((code, field), (refused.Code, refused.Subject));
        Assert.True(refused.Message.Ko.Length > 10 && refused.Message.En.Length > 10);
    }

    public static TheoryData<SegmentRequest, string> OutOfBounds => new()
    {
        { new SegmentRequest { By = ["a", "b", "c", "d"] }, "segments.fields" },
        { new SegmentRequest { By = ["size", "size"] }, "segments.fields" },
        { new SegmentRequest { Months = 5 }, "segments.months" },
        { new SegmentRequest { Margin = 0 }, "segments.margin" },
        { new SegmentRequest { Margin = double.NaN }, "segments.margin" },
        { new SegmentRequest { DiscountPerYear = -0.1 }, "segments.discount" },
        { new SegmentRequest { HorizonMonths = 300 }, "segments.horizon" },
        { new SegmentRequest { By = ["size"], SizeScheme = "shoe" }, "segments.size-scheme" },
        { new SegmentRequest { KeyFeature = "teleport" }, "segments.unknown-feature" },
    };

    [Theory]
    [MemberData(nameof(OutOfBounds))]
    public void Study_RequestOutOfBounds_IsRefused(SegmentRequest request, string code)
    {
        var refused = SegmentsModule.Study(Eight(), request).Reasons;
        Assert.Contains(refused, reason => reason.Code == code && reason.Message.Ko.Length > 10 && reason.Message.En.Length > 10);
    }

    [Fact]
    public void Study_SameRequest_SameStudy()
    {
        var facts = Eight();
        Assert.Equal(Study(facts).Overall.Figures, Study(facts).Overall.Figures);
    }

    [Fact]
    public void Study_SegmentsAndOverall_HoldTheSameCustomers()
    {
        var facts = Eight();
        var study = Study(facts, new SegmentRequest { By = ["industry", "size"] });
        Assert.Equal(study.Overall[SegmentMeasure.Customers].Value, study.Segments.Sum(row => row[SegmentMeasure.Customers].Value));
        Assert.Equal(study.Overall[SegmentMeasure.Mrr].Value, study.Segments.Sum(row => row[SegmentMeasure.Mrr].Value));
        Assert.NotNull(study.Find("software", "50–199"));
        IsFinite(study);
    }

    [Fact]
    public void Benchmarks_EditedTable_ReplacesTheShippedOne()
    {
        var table = Benchmark.Parse(Benchmark.Header + "\nours,payback,,,,6,yes,2026,여섯 달,Six months,Our board\n").Value;
        Assert.Equal((6, "Our board", 2026, true), (table[0].High, table[0].Source, table[0].Year, table[0].IsMetBy(6)));
        Assert.False(table[0].IsMetBy(6.1));
        Assert.Equal(5, Benchmark.Shipped.Count);
        Assert.All(Benchmark.Shipped, one => Assert.True(one.Source.Length > 0 && one.Year > 2000));
    }

    [Theory]
    [InlineData("x,shoe-size,,,,6,yes,2026,a,b,c")]
    [InlineData("x,payback,,,,,yes,2026,a,b,c")]
    [InlineData("x,payback,,,8,6,yes,2026,a,b,c")]
    [InlineData("x,payback,,,,6,yes,then,a,b,c")]
    [InlineData("x,payback,,,,NaN,yes,2026,a,b,c")]
    [InlineData("x,payback")]
    public void Benchmarks_RowThatCannotBeRead_IsRefused(string row)
    {
        var refused = Benchmark.Parse(Benchmark.Header + "\n" + row).Reasons[0];
        Assert.Equal(("segments.benchmark-row", "row 2"), (refused.Code, refused.Subject));
        Assert.Contains(row, refused.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Move_BetweenSegments_IsAmountOverCostAndSaysTheAssumption()
    {
        var facts = Priced();
        var study = Study(facts, new SegmentRequest { By = ["industry"] });
        SegmentRow from = study.Find("commerce")!, to = study.Find("software")!;
        var moved = SegmentsModule.Move(from, to, 1000).Value;
        Assert.Equal(1000 / to[SegmentMeasure.Cac].Value!.Value, moved.More.Value, 9);
        Assert.True(moved.More.Low < moved.More.Value && moved.More.Value < moved.More.High);
        Assert.Equal((1000 / from[SegmentMeasure.Cac].Value!.Value, 1000 / from[SegmentMeasure.Cac].High!.Value, 1000 / from[SegmentMeasure.Cac].Low!.Value), moved.Fewer);
        Assert.Contains("assumption", moved.Assumption.En, StringComparison.Ordinal);
        Assert.Equal("segments.amount", SegmentsModule.Move(from, to, 0).Reasons[0].Code);
        Assert.Equal("segments.no-cost", SegmentsModule.Move(Study(Eight()).Overall, to, 5).Reasons[0].Code);
    }

    [Fact]
    public void Cohorts_CountOnlyThoseSeenLongEnough()
    {
        var study = Study(Of(3, Sub(0, "2026-01-10", null, 5), Sub(1, "2026-02-10", "2026-03-20", 5), Sub(2, "2026-03-05", null, 5)));
        var cohort = Assert.Single(study.Cohorts.Cohorts);
        Assert.Equal(("2026-Q1", 3), (cohort.Name, cohort.Customers));
        Assert.Equal((1.0, 3), (cohort.Cells[0].Rate, cohort.Cells[0].N));
        Assert.Equal((2 / 3.0, 3), (cohort.Cells[2].Rate!.Value, cohort.Cells[2].N));
        Assert.Equal((1.0, 1), (cohort.Cells[5].Rate!.Value, cohort.Cells[5].N));
        Assert.Equal((null, 0), (cohort.Cells[6].Rate, cohort.Cells[6].N));
    }

    internal static void IsFinite(SegmentStudy study)
    {
        foreach (var figure in study.Segments.Append(study.Overall).SelectMany(row => row.Figures))
        {
            Assert.All(new[] { figure.Value, figure.Low, figure.High, figure.Observed }.OfType<double>(), value => Assert.True(double.IsFinite(value), figure.ToString()));
            Assert.True(figure.Value is not null || figure.Why is { Ko.Length: > 0, En.Length: > 0 }, figure.ToString());
            Assert.True(figure is { Low: null } or { High: null } || figure.Low <= figure.High, figure.ToString());
        }

        Assert.All(study.Segments.Append(study.Overall).SelectMany(row => row.ExpectedSurvival), value => Assert.InRange(value, 0, 1));
    }

    private static AccountFacts Eight() => Of(8, [.. Enumerable.Range(0, 8).Select(i => Sub(i, "2025-03-01", i % 3 == 0 ? "2026-02-01" : null, 100 + i))]);

    private static AccountFacts Priced()
    {
        var facts = Of(20, [.. Enumerable.Range(0, 20).Select(i => Sub(i, "2025-03-01", i % 4 == 0 ? "2026-02-01" : null, 100 + i))]);
        return facts with
        {
            Companies = [.. Enumerable.Range(0, 20).Select(i => Company(i, i % 2 == 0 ? "software" : "commerce"))],
            Deals = [.. Enumerable.Range(0, 20).Select(i => Won(i, "2025-02-01", "2025-02-25", i % 3 == 0 ? "Ads" : "Partner"))],
            Costs = [Spend("2025-01-01", "Ads", 9000), Spend("2025-01-01", "Partner", 4000)],
        };
    }

    private static SegmentStudy Study(AccountFacts facts, SegmentRequest? request = null) => SegmentsModule.Study(facts, request ?? new SegmentRequest { By = [] }).Value;
}
