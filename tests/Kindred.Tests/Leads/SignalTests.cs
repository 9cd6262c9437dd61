using Kindred.Core.Accounts;
using Kindred.Core.Leads;
using Xunit;

namespace Kindred.Tests.Leads;

public sealed class SignalTests
{
    [Theory]
    [InlineData("New RevOps lead", SignalKind.NewExecutive)]
    [InlineData("New finance lead", SignalKind.NewExecutive)]
    [InlineData("Series B raised", SignalKind.FundingRound)]
    [InlineData("시리즈 A 투자 유치", SignalKind.FundingRound)]
    [InlineData("ISMS 심사 예정", SignalKind.Audit)]
    [InlineData("Cloud bill spike", SignalKind.CostSpike)]
    [InlineData("Headcount growth", SignalKind.HeadcountGrowth)]
    [InlineData("Poor reviews", SignalKind.PoorReviews)]
    [InlineData("data retention policy changed", SignalKind.RetentionPolicy)]
    [InlineData("다른 회사에 인수됨", SignalKind.MergerOrAcquisition)]
    [InlineData("개인정보보호법 시행령 개정", SignalKind.Regulation)]
    [InlineData("예산 삭감", SignalKind.BudgetCut)]
    [InlineData("전환율 하락", SignalKind.FallingConversion)]
    [InlineData("overlapping tools for support", SignalKind.ToolOverlap)]
    [InlineData("growth that outran the process", SignalKind.OutgrownProcess)]
    [InlineData("Office move", SignalKind.Other)]
    [InlineData("unappointed", SignalKind.Other)]
    public void Read_AsWritten_IsItsKind(string text, SignalKind kind) => Assert.Equal(kind, SignalKinds.Read(text));

    [Fact]
    public void StrengthOn_HalvesWithEachHalfLifeAndStartsOnItsDay()
    {
        var signal = new LeadSignal(0, SignalKind.NewExecutive, new DateOnly(2026, 1, 1), null, "news", "New VP");
        Assert.Equal(1, signal.StrengthOn(new DateOnly(2026, 1, 1)));
        Assert.Equal(0.5, signal.StrengthOn(new DateOnly(2026, 1, 1).AddDays(120)), 12);
        Assert.Equal(0.25, signal.StrengthOn(new DateOnly(2026, 1, 1).AddDays(240)), 12);
        Assert.Equal(0, signal.StrengthOn(new DateOnly(2025, 12, 31)));
        Assert.Equal(0, (signal with { Kind = SignalKind.Other }).StrengthOn(new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void On_TwoHalfStrengths_ComeToThreeQuarters()
    {
        var day = new DateOnly(2026, 5, 1);
        LeadSignal[] signals = [new(0, SignalKind.NewExecutive, day.AddDays(-120), null, null, "a"), new(0, SignalKind.Audit, day.AddDays(-90), null, null, "b"), new(0, SignalKind.Audit, day.AddDays(-4000), null, null, "old")];
        var evidence = ReadSignals.On(day, signals);
        Assert.Equal(0.75, evidence.Strength, 9);
        Assert.Equal(2, evidence.Signals.Count);
    }

    [Theory]
    [InlineData(100, 120, 365, true)]
    [InlineData(100, 119, 365, false)]
    [InlineData(100, 105, 60, true)]
    [InlineData(100, 200, 29, false)]
    [InlineData(100, 90, 365, false)]
    public void Growth_FromTwoDatedHeadcounts_NeedsAFifthAYear(double before, double after, int days, bool expected)
    {
        var day = new DateOnly(2025, 1, 1);
        var found = HeadcountGrowth.Of([new Headcount(3, day.AddDays(days), after, "LinkedIn"), new Headcount(3, day, before, null)]).ToArray();
        Assert.Equal(expected ? 1 : 0, found.Length);
        Assert.All(found, signal => Assert.Equal((3, SignalKind.HeadcountGrowth, day.AddDays(days), "LinkedIn"), (signal.Account, SignalKinds.Read(signal.Kind), signal.On, signal.Source)));
    }
}
