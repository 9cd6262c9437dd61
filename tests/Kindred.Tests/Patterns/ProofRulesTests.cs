using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>Each rule of what holds up, at its boundary: without the rule the test fails.</summary>
public sealed class ProofRulesTests
{
    private static readonly Condition Software = Condition.Is("sector", "software");
    private static readonly Condition North = Condition.Is("region", "north");

    [Fact]
    public void StatusOf_EverythingClear_IsProven() => Assert.Equal(PatternStatus.Proven, Clear().Status(Clear().Candidate(true, Software)));

    [Theory]
    [InlineData(0.0499, PatternStatus.Proven)]
    [InlineData(0.05, PatternStatus.Promising)]
    [InlineData(0.2499, PatternStatus.Promising)]
    [InlineData(0.25, PatternStatus.Hypothesis)]
    public void StatusOf_CorrectedP_DecidesAtFiveAndTwentyFivePercent(double adjusted, PatternStatus expected) => Assert.Equal(expected, Clear().Status(Clear().Candidate(true, Software), adjusted));

    [Theory]
    [InlineData(3, PatternStatus.Proven)]
    [InlineData(2, PatternStatus.Promising)]
    public void StatusOf_FoundInFewerThanThreeFolds_IsNotProven(int folds, PatternStatus expected) => Assert.Equal(expected, Clear().Status(Clear().Candidate(true, Software), folds: folds));

    [Theory]
    [InlineData(0.05, 2, PatternStatus.Hypothesis)]
    [InlineData(0.2, 3, PatternStatus.Promising)]
    public void StatusOf_UnconfirmedAboveFivePercent_IsAHypothesis(double adjusted, int folds, PatternStatus expected) => Assert.Equal(expected, Clear().Status(Clear().Candidate(true, Software), adjusted, folds));

    [Theory]
    [InlineData(true, PatternStatus.Proven)]
    [InlineData(null, PatternStatus.Proven)]
    [InlineData(false, PatternStatus.Promising)]
    public void StatusOf_NotLater_IsNotProven(bool? holdsLater, PatternStatus expected) => Assert.Equal(expected, Clear().Status(Clear().Candidate(true, Software), holdsLater: holdsLater));

    [Theory]
    [InlineData(true, 0.51, 0.9, PatternStatus.Proven)]
    [InlineData(true, 0.49, 0.9, PatternStatus.Promising)]
    [InlineData(false, 0.1, 0.49, PatternStatus.Proven)]
    [InlineData(false, 0.1, 0.51, PatternStatus.Promising)]
    public void StatusOf_HonestIntervalHoldsTheBaseRate_IsNotProven(bool isHigher, double low, double high, PatternStatus expected)
    {
        var data = Clear(); // base rate 200 of 400
        Assert.Equal(expected, data.Status(data.Candidate(isHigher, isHigher ? Software : Condition.Is("sector", "retail")), honest: new Rate(100, 50, 0.5, low, high)));
    }

    [Theory]
    [InlineData(0.0499, 1, PatternStatus.Proven)]
    [InlineData(0.05, 1, PatternStatus.Promising)]
    [InlineData(0.0249, 2, PatternStatus.Proven)]
    [InlineData(0.025, 2, PatternStatus.Promising)]
    public void StatusOf_ConditionWorthLittleOnLeftOutRows_IsNotProven(double incrementP, int length, PatternStatus expected)
    {
        var data = Clear();
        Assert.Equal(expected, data.Status(data.Candidate(true, length == 1 ? [Software] : [Software, North]), incrementP: incrementP));
    }

    // 60 of 100 won where the sector is known to be software. Those known to be otherwise win 59 of 100; where the sector is not known nobody does.
    [Theory]
    [InlineData(40, PatternStatus.Proven)]
    [InlineData(59, PatternStatus.Hypothesis)]
    public void StatusOf_NoBetterThanItsKnownOpposite_IsAHypothesis(int wonOtherwise, PatternStatus expected)
    {
        var data = RuleData.Of(("software", "north", 60, 40), ("retail", "north", wonOtherwise, 100 - wonOtherwise), (null, "north", 0, 100));
        Assert.Equal(expected, data.Status(data.Candidate(true, Software)));
    }

    [Fact]
    public void StatusOf_NoWorseThanItsKnownOpposite_IsAHypothesis()
    {
        var data = RuleData.Of(("software", "north", 30, 70), ("retail", "north", 31, 69), (null, "north", 100, 0));
        Assert.Equal(PatternStatus.Hypothesis, data.Status(data.Candidate(false, Software)));
    }

    // p of the opposite: 40 of 100 against 27 of 100 is 0.036 one-sided, 24 is 0.011, 22 is 0.005 (Fisher).
    [Theory]
    [InlineData(27, PatternStatus.Hypothesis)]
    [InlineData(24, PatternStatus.Hypothesis)]
    [InlineData(22, PatternStatus.Proven)]
    public void StatusOf_KnownOpposite_MustBeWorseAtOnePercent(int wonOtherwise, PatternStatus expected)
    {
        var data = RuleData.Of(("software", "north", 40, 60), ("retail", "north", wonOtherwise, 100 - wonOtherwise));
        Assert.Equal(expected, data.Status(data.Candidate(true, Software)));
    }

    // One row known otherwise is enough to be better than: among 200 rows the one lost is it by chance in 1 of 200.
    [Fact]
    public void StatusOf_SingleRowKnownOtherwise_IsAnOpposite()
    {
        var data = RuleData.Of(("software", "north", 199, 0), ("retail", "north", 0, 1), (null, "north", 0, 60));
        Assert.Equal(PatternStatus.Proven, data.Status(data.Candidate(true, Software)));
    }

    [Theory]
    [InlineData(20, PatternStatus.Proven)]
    [InlineData(19, PatternStatus.Promising)]
    public void StatusOf_FewerThanTwentyPositivesInside_IsNotProven(int wonInside, PatternStatus expected)
    {
        var data = RuleData.Of(("software", "north", wonInside, 5), ("retail", "north", 60, 240));
        Assert.Equal(expected, data.Status(data.Candidate(true, Software)));
    }

    // 140 or 132 won of 420 or 400: 30 rows inside would have been expected to hold 10, or 9.9.
    [Theory]
    [InlineData(140, PatternStatus.Proven)]
    [InlineData(138, PatternStatus.Promising)]
    public void StatusOf_FewerThanTenExpectedInsideTheWorst_IsNotProven(int wonElsewhere, PatternStatus expected)
    {
        var data = RuleData.Of(("software", "north", 0, 30), ("retail", "north", wonElsewhere, 390 - wonElsewhere));
        Assert.Equal(expected, data.Status(data.Candidate(false, Software)));
    }

    [Theory]
    [InlineData(50, 200, PatternStatus.Proven)]
    [InlineData(49, 200, PatternStatus.Promising)]
    [InlineData(200, 50, PatternStatus.Proven)]
    [InlineData(200, 49, PatternStatus.Promising)]
    public void StatusOf_FewerThanFiftyOfEitherOutcome_IsNotProven(int won, int lost, PatternStatus expected)
    {
        // All the rarer outcome lies on one side, so that nothing else stands in the way.
        var data = won < lost
            ? RuleData.Of(("software", "north", won, 10), ("retail", "north", 0, lost - 10))
            : RuleData.Of(("software", "north", won - 10, 0), ("retail", "north", 10, lost));
        Assert.Equal(expected, data.Status(data.Candidate(true, Software)));
    }

    /// <summary>400 rows, half of them won: 100 of 100 in northern software, 20 of 60 in other software, 80 of 240 elsewhere.</summary>
    private static RuleData Clear() => RuleData.Of(("software", "north", 100, 0), ("software", "south", 20, 40), ("retail", "north", 40, 80), ("retail", "south", 40, 80));
}
