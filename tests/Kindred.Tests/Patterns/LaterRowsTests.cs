using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>What the rows say by date: a pattern, and each of its conditions, must not have gone.</summary>
public sealed class LaterRowsTests
{
    private static readonly Condition Software = Condition.Is("sector", "software");
    private static readonly Condition North = Condition.Is("region", "north");

    [Fact]
    public void Of_SameThroughout_Holds()
    {
        var (holds, rate) = Of(RuleData.Of(("software", "north", 120, 80, 0, 999), ("software", "south", 60, 140, 0, 999), ("retail", "north", 60, 140, 0, 999), ("retail", "south", 60, 140, 0, 999)), Software, North);
        Assert.True(holds);
        Assert.Equal(0.6, rate!.Value, 0.02);
    }

    /// <summary>The region parts the northern software companies from the others in the first half only; the sector does throughout, and keeps the whole above the base rate.</summary>
    [Fact]
    public void Of_OneConditionGoneHalfWay_DoesNotHold()
    {
        var data = RuleData.Of(
            ("software", "north", 80, 20, 0, 499), ("software", "north", 50, 50, 500, 999),
            ("software", "south", 40, 60, 0, 499), ("software", "south", 50, 50, 500, 999),
            ("retail", "north", 20, 80, 0, 999), ("retail", "south", 20, 80, 0, 999));
        Assert.False(Of(data, Software, North).Holds);
        Assert.True(Of(data, Software).Holds);
    }

    [Fact]
    public void Of_SingleGoneHalfWay_DoesNotHold()
    {
        // Still a little above the base rate in the last rows: the direction alone would let it pass.
        var data = RuleData.Of(("software", "north", 70, 30, 0, 499), ("software", "north", 31, 69, 500, 999), ("retail", "north", 90, 210, 0, 499), ("retail", "north", 90, 210, 500, 999));
        var (holds, rate) = Of(data, Software);
        Assert.True(rate!.Value > 0.3);
        Assert.False(holds);
    }

    [Fact]
    public void Of_WorstEndGoneHalfWay_DoesNotHold()
    {
        var data = RuleData.Of(("software", "north", 10, 90, 0, 499), ("software", "north", 48, 52, 500, 999), ("retail", "north", 150, 150, 0, 499), ("retail", "north", 150, 150, 500, 999));
        Assert.False(Of(data, isHigher: false, Software).Holds);
    }

    [Fact]
    public void Of_OtherWayInTheLastRows_DoesNotHold()
    {
        // Strong until 70 % of the rows, below the base rate after.
        var data = RuleData.Of(("software", "north", 140, 0, 0, 699), ("software", "north", 10, 50, 700, 999), ("retail", "north", 70, 70, 0, 699), ("retail", "north", 30, 30, 700, 999));
        Assert.False(Of(data, Software).Holds);
    }

    // Two days are one cut: an effect of the first day alone, on which three quarters of the rows lie, is seen to have gone.
    [Theory]
    [InlineData(105, 17, false)]
    [InlineData(83, 27, true)]
    public void Of_TwoDays_AreOneCut(int wonFirst, int wonThen, bool expected)
    {
        var data = RuleData.Of(("software", "north", wonFirst, 150 - wonFirst, 10, 10), ("software", "north", wonThen, 50 - wonThen, 20, 20), ("retail", "north", 45, 105, 10, 10), ("retail", "north", 15, 35, 20, 20));
        Assert.Equal(expected, Of(data, Software).Holds);
    }

    [Fact]
    public void Of_WithoutDates_SaysNothing() => Assert.Equal(((bool?)null, (Rate?)null), Of(RuleData.Of(("software", "north", 60, 40), ("retail", "north", 30, 70)), Software));

    [Fact]
    public void Of_OneDayOnly_SaysNothing() => Assert.Null(Of(RuleData.Of(("software", "north", 60, 40, 7, 7), ("retail", "north", 30, 70, 7, 7)), Software).Holds);

    [Fact]
    public void Of_NothingInsideLately_SaysNothing() =>
        Assert.Null(Of(RuleData.Of(("software", "north", 60, 40, 0, 300), ("retail", "north", 30, 70, 0, 300), ("retail", "south", 60, 140, 301, 999)), Software).Holds);

    [Fact]
    public void Periods_CountsQuartersOfTheSameDirection()
    {
        // Quarters of five rows a side count, from the first day there is; those with four on either side do not. Day 738520 is 2023-01-01.
        const int Start = 738520;
        var data = RuleData.Of(
            ("software", "north", 4, 1, 0, 0), ("retail", "north", 1, 4, 0, 0),
            ("software", "north", 20, 10, Start, Start + 80), ("retail", "north", 10, 20, Start, Start + 80),
            ("software", "north", 10, 20, Start + 95, Start + 170), ("retail", "north", 20, 10, Start + 95, Start + 170),
            ("software", "north", 9, 0, Start + 185, Start + 260), ("retail", "north", 0, 4, Start + 185, Start + 260),
            ("software", "north", 4, 0, Start + 280, Start + 300), ("retail", "north", 0, 9, Start + 280, Start + 300));
        var later = new LaterRows(data.Rows, data.Space);
        Assert.Equal((2, 3), later.Periods(data.Candidate(true, Software).Rows, true));
        Assert.Equal((1, 3), later.Periods(data.Candidate(true, Software).Rows, false));
    }

    private static (bool? Holds, Rate? Rate) Of(RuleData data, params Condition[] conditions) => Of(data, true, conditions);

    private static (bool? Holds, Rate? Rate) Of(RuleData data, bool isHigher, params Condition[] conditions)
    {
        var candidate = data.Candidate(isHigher, conditions);
        return new LaterRows(data.Rows, data.Space).Of(candidate, candidate.Rows);
    }
}
