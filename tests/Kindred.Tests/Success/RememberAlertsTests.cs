using Kindred.Core.Basics;
using Kindred.Core.Success;
using Kindred.Product;
using Kindred.Tests.Files;
using Kindred.Tests.Segments;
using Xunit;

namespace Kindred.Tests.Success;

/// <summary>A week's budget over several weeks: what was said is not said again, what got worse is, and everybody's turn comes.</summary>
public sealed class RememberAlertsTests
{
    private static readonly DateTimeOffset Monday = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Run_SameReasons_AreNeitherRaisedNorCountedAgainWithinSevenDays()
    {
        Alert[] seen = [Of(0, 900, ("risk", 0.2)), Of(1, 800, ("fall", 0.5)), Of(2, 700, ("silent", 0))];
        var first = Run(seen, [], 2, 0);
        Assert.Equal([0, 1], Raised(first));
        Assert.Equal([2], Waiting(first));
        Assert.Equal(["c0", "c1"], first.Fresh.Select(raised => raised.Company));
        Assert.Contains("This week's 2 are taken; 0 wait ahead, the next place comes free on 2026-06-08", first.Alerts[2].Waits!.En, StringComparison.Ordinal);
        Assert.Contains("다음 자리는 2026-06-08에 나요", first.Alerts[2].Waits!.Ko, StringComparison.Ordinal);
        foreach (var day in new[] { 0.5, 3, 6.9 })
        {
            var later = Run(seen, first.Fresh, 2, day);
            Assert.Equal([0, 1], Raised(later));
            Assert.Equal([2], Waiting(later));
            Assert.Empty(later.Fresh);
            Assert.Equal(2, later.Spent);
            Assert.All(later.Alerts.Take(2), alert => Assert.Equal(Monday, alert.RaisedAt));
        }
    }

    [Fact]
    public void Run_OverWeeks_EverybodysTurnComesBeforeAnythingIsSaidAgain()
    {
        Alert[] seen = [.. Enumerable.Range(0, 5).Select(i => Of(i, 900 - i, ("risk", 0.2)))];
        List<RaisedAlert> log = [];
        var turns = new List<int[]>();
        for (var day = 0; day < 35; day++)
        {
            var week = Run(seen, log, 2, day);
            log.AddRange(week.Fresh);
            Assert.True(log.Count(raised => raised.At > Monday.AddDays(day - 7)) <= 2, $"day {day}");
            if (week.Fresh.Count > 0)
            {
                turns.Add([.. week.Fresh.Select(raised => raised.Company[1] - '0')]);
            }
        }

        // Five weeks: the first two, the next two, the last one and then again from the top.
        Assert.Equal([[0, 1], [2, 3], [4, 0], [0, 1], [0, 1]], turns);
    }

    [Theory]
    [InlineData("risk", 0.20, 0.24, false)]
    [InlineData("risk", 0.20, 0.25, true)]
    [InlineData("fall", 0.45, 0.54, false)]
    [InlineData("fall", 0.45, 0.56, true)]
    [InlineData("overdue", 31, 60, false)]
    [InlineData("overdue", 31, 61, true)]
    [InlineData("renewal", 61, 70, false)]
    [InlineData("renewal", 61, 71, true)]
    [InlineData("silent", 0, 0, false)]
    public void Run_WorseWithinTheWeek_IsRaisedAndCountedAgain(string kind, double before, double now, bool isWorse)
    {
        RaisedAlert[] log = [new("c0", Monday, [new(kind, before)])];
        var week = Run([Of(0, 900, (kind, now))], log, 2, 2);
        Assert.Equal(isWorse ? 1 : 0, week.Fresh.Count);
        Assert.Equal(isWorse ? 2 : 1, week.Spent);
        Assert.Equal(isWorse ? Monday.AddDays(2) : Monday, week.Alerts[0].RaisedAt);
        var full = Run([Of(0, 900, (kind, now))], log, 1, 2);
        Assert.Empty(full.Fresh);
        Assert.Equal(!isWorse, full.Alerts[0].IsRaised);
        if (isWorse)
        {
            Assert.StartsWith("Got worse since 2026-06-01. This week's 1 are taken", full.Alerts[0].Waits!.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_ANewReason_IsWorse_AndGoesBeforeWhatWasSaid()
    {
        RaisedAlert[] log = [new("c0", Monday, [new("risk", 0.2)]), new("c1", Monday, [new("risk", 0.2)])];
        var eighth = Run([Of(0, 900, ("risk", 0.2)), Of(1, 10, ("silent", 0), ("risk", 0.2))], log, 1, 8);
        Assert.Equal(["c1"], eighth.Fresh.Select(raised => raised.Company));
        Assert.Equal(["silent", "risk"], eighth.Fresh[0].States.Select(state => state.Kind));
    }

    [Fact]
    public void Run_BudgetChanged_CountsWhatWasSpent()
    {
        Alert[] seen = [.. Enumerable.Range(0, 4).Select(i => Of(i, 900 - i, ("risk", 0.2)))];
        var first = Run(seen, [], 1, 0);
        Assert.Equal([1, 2], Run(seen, first.Fresh, 3, 1).Fresh.Select(raised => raised.Company[1] - '0'));
        var none = Run(seen, first.Fresh, 0, 1);
        Assert.Equal([0], Raised(none));
        Assert.Contains("set to 0", none.Alerts[1].Waits!.En, StringComparison.Ordinal);
        // Who recovered is not shown, and was counted all the same.
        var recovered = Run([.. seen.Skip(1)], first.Fresh, 1, 2);
        Assert.Equal((1, 0), (recovered.Spent, recovered.Fresh.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(seen, [], -1, 0));
    }

    [Fact]
    public void Log_SurvivesARestart_ForgetsAfterThreeMonths_AndIsWrittenByMembersOnly()
    {
        using var folder = new ScratchFolder();
        var facts = FactsByHand.Of(3, [.. Enumerable.Range(0, 3).Select(i => FactsByHand.Sub(i, "2025-01-10", null, 1000 - i))]);
        var study = SuccessModule.Study(facts, new SuccessRequest { AlertsPerWeek = 1 }, []).Value with { Alerts = [Of(0, 900, ("risk", 0.2)), Of(1, 800, ("risk", 0.2)), Of(2, 700, ("silent", 0))] };
        var snapshot = new WorkspaceSnapshot { Folder = folder.Root, IsInvented = false, Imports = [], Facts = facts };
        var looked = AlertLog.ThisWeek(snapshot, study, Monday, isRaising: false);
        Assert.Equal((1, 0), (looked.SpentThisWeek, looked.Alerts.Single(alert => alert.IsRaised).Account));
        Assert.Empty(AlertLog.Read(folder.Root));
        Assert.Equal([0, 1, 2, 0], new[] { 0, 7, 14, 21 }.Select(day => AlertLog.ThisWeek(snapshot, study, Monday.AddDays(day).AddMinutes(day), isRaising: true).Alerts.Single(alert => alert.IsRaised).Account));
        var log = AlertLog.Read(folder.Root);
        Assert.Equal(["c0", "c1", "c2", "c0"], log.Select(raised => raised.Company));
        Assert.Equal(new AlertState("silent", 0), Assert.Single(log[2].States));
        // Two months later the first three are gone from the file; the last one is still known.
        AlertLog.ThisWeek(snapshot, study, Monday.AddDays(110), isRaising: true);
        Assert.Equal(2, AlertLog.Read(folder.Root).Count);
        File.WriteAllText(Path.Combine(folder.Root, "alerts.json"), "[{\"company\": null}, null, 5");
        Assert.Empty(AlertLog.Read(folder.Root));
        Assert.Same(study, AlertLog.ThisWeek(snapshot with { IsInvented = true }, study, Monday, isRaising: true));
    }

    private static AlertWeek Run(IReadOnlyList<Alert> seen, IReadOnlyList<RaisedAlert> log, int budget, double day) => RememberAlerts.Run(seen, account => "c" + Format.Whole(account), log, budget, Monday.AddDays(day));

    private static Alert Of(int account, double atStake, params (string Kind, double Severity)[] states) =>
        new(account, [.. states.Select(state => state.Kind)], [.. states.Select(state => Wording.Same(state.Kind))], atStake, null) { States = [.. states.Select(state => new AlertState(state.Kind, state.Severity))] };

    private static int[] Raised(AlertWeek week) => [.. week.Alerts.Where(alert => alert.IsRaised).Select(alert => alert.Account)];

    private static int[] Waiting(AlertWeek week) => [.. week.Alerts.Where(alert => !alert.IsRaised).Select(alert => alert.Account)];
}
