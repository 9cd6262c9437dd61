using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;
using Kindred.Statistics.Resampling;
using Xunit;

namespace Kindred.Tests.Leads;

public sealed class RouteLeadsTests
{
    private static readonly Dictionary<string, int> Two = new() { ["Kim"] = 10, ["Lee"] = 4 };

    [Fact]
    public void Run_OverTheCut_GoesToItsOwnerElseToTheOneWithMostRoom()
    {
        var log = Route([Lead("a", 90, "Lee"), Lead("b", 80, null), Lead("c", 75, "Park")], explore: 0);
        Assert.Equal([("b", "Kim", 1), ("c", "Kim", 2), ("a", "Lee", 1)], log.Select(entry => (entry.Id, entry.Owner!, entry.Place)));
        Assert.All(log, entry => Assert.Equal(LeadRoute.Queued, entry.Route));
        Assert.Contains("owner of the account", log[2].Why.En, StringComparison.Ordinal);
        Assert.Contains("most room", log[0].Why.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LeadsThatWereDecided_AreNotGivenOutAgainUntilTheirTimeComes()
    {
        var at = new DateTimeOffset(2026, 8, 1, 9, 0, 0, TimeSpan.Zero);
        LeadEvent Event(long id, string lead, LeadEventKind kind, string? reason = null) => new(id, lead, kind, "Kim", reason, "card", at);
        var log = new LeadLog([Event(1, "a", LeadEventKind.Taken), Event(2, "b", LeadEventKind.Passed, "timing"), Event(3, "c", LeadEventKind.Passed, "size"), Event(4, "d", LeadEventKind.Queued)], []);
        RouteLeadsRequest Request(DateOnly today) => new([Lead("a", 90, null), Lead("b", 89, null), Lead("c", 88, null), Lead("d", 87, null)], Two, 70, 0) { Log = log, Today = today };
        string Routes(DateOnly today) => string.Join(" ", RouteLeads.Run(Request(today)).Value.OrderBy(entry => entry.Id, StringComparer.Ordinal).Select(entry => entry.Id + ":" + entry.Route));

        Assert.Equal("a:Decided b:Decided c:Decided d:Queued", Routes(new DateOnly(2026, 10, 29)));
        Assert.Equal("a:Decided b:Queued c:Decided d:Queued", Routes(new DateOnly(2026, 10, 30)));
        var why = RouteLeads.Run(Request(new DateOnly(2026, 10, 29))).Value.Single(entry => entry.Id == "b").Why;
        Assert.Equal("Passed by Kim on 2026-08-01: timing; comes back on 2026-10-30.", why.En);
        Assert.Equal("leads.timing-days", RouteLeads.Run(Request(default) with { TimingDays = 0 }).Reasons[0].Code);
    }

    [Fact]
    public void Run_OwnerIsFull_TheBestAreTakenAndTheOthersWait()
    {
        var log = Route([.. Enumerable.Range(0, 6).Select(i => Lead("L" + i, 95 - i, "Lee"))], explore: 0);
        Assert.Equal(["L0", "L1", "L2", "L3"], log.Where(entry => entry.Route == LeadRoute.Queued).Select(entry => entry.Id));
        Assert.Equal(["L4", "L5"], log.Where(entry => entry.Route == LeadRoute.Waiting).Select(entry => entry.Id));
        Assert.Contains("Lee의 자리 4개", log[^1].Why.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Below_AboutATenthIsDrawnAndCarriesNoScore()
    {
        var leads = Enumerable.Range(0, 2000).Select(i => Lead("lead-" + i, i % 60, null)).ToArray();
        var log = Route(leads, explore: 0.1, owners: new() { ["Kim"] = 5000 });
        var explored = log.Where(entry => entry.Route == LeadRoute.Explored).ToArray();

        // Binomial(2000, 0.1): mean 200, standard deviation 13.4; four of them.
        Assert.InRange(explored.Length, 147, 253);
        Assert.All(explored, entry => Assert.Null(entry.ShownScore));
        Assert.All(log.Where(entry => entry.Route == LeadRoute.Held), entry => Assert.NotNull(entry.ShownScore));
        Assert.Equal(2000, log.Count);
    }

    [Fact]
    public void Run_OtherOrderSameSeed_SameLog()
    {
        var leads = Enumerable.Range(0, 300).Select(i => Lead("x" + i, i % 101, i % 3 == 0 ? "Kim" : i % 3 == 1 ? "Lee" : null)).ToArray();
        var shuffled = leads.ToArray();
        new SeededRandom(5).Shuffle<LeadToRoute>(shuffled);
        Assert.Equal(Route(leads).Select(Text), Route(shuffled).Select(Text));
        Assert.NotEqual(Route(leads, seed: 1).Select(Text), Route(leads, seed: 2).Select(Text));
    }

    [Fact]
    public void Run_ExploredLeads_TakeNoMoreThanTheirShareWhileOthersWait()
    {
        var leads = Enumerable.Range(0, 500).Select(i => Lead("x" + i, i < 100 ? 80 : 30, "Kim")).ToArray();
        var log = Route(leads, explore: 0.2, owners: new() { ["Kim"] = 10 });
        Assert.Equal((8, 2), (log.Count(entry => entry.Route == LeadRoute.Queued), log.Count(entry => entry.Route == LeadRoute.Explored)));
        Assert.Equal(Enumerable.Range(1, 10), log.Where(entry => entry.Place > 0).Select(entry => entry.Place));
        Assert.Equal(92, log.Count(entry => entry.Route == LeadRoute.Waiting));
    }

    [Fact]
    public void Run_PlacesOfExploredLeads_AreSpreadOverTheQueue()
    {
        var places = Enumerable.Range(0, 200).Select(seed => Route([.. Enumerable.Range(0, 9).Select(i => Lead("s" + i, 90, null)), Lead("low", 10, null)], explore: 0.5, seed: seed).FirstOrDefault(entry => entry.Route == LeadRoute.Explored)?.Place ?? 0).Where(place => place > 0).ToArray();
        Assert.Equal(Enumerable.Range(1, 8), places.Distinct().Order().Take(8));
    }

    [Fact]
    public void Run_OneQuestionAway_IsToBeAsked()
    {
        var log = Route([new LeadToRoute("q", new RowScore(60, 60, 40, 90, ScoreState.OneQuestion), null)], explore: 0);
        Assert.Equal((LeadRoute.Ask, null, "기준 70점까지 질문 하나 남았어요."), (log[0].Route, log[0].Owner, log[0].Why.Ko));
    }

    [Fact]
    public void Run_WrongRequests_AreRefused()
    {
        Assert.Equal("leads.explore-share", RouteLeads.Run(new RouteLeadsRequest([Lead("a", 1, null)], Two, 70, 0.7)).Reasons[0].Code);
        Assert.Equal("leads.capacity", RouteLeads.Run(new RouteLeadsRequest([Lead("a", 1, null)], new Dictionary<string, int> { ["Kim"] = -1 }, 70)).Reasons[0].Code);
        Assert.Equal("leads.no-leads", RouteLeads.Run(new RouteLeadsRequest([], Two, 70)).Reasons[0].Code);
    }

    private static string Text(RoutedLead lead) => $"{lead.Id} {lead.Route} {lead.Owner} {Format.Whole(lead.Place)}";

    private static LeadToRoute Lead(string id, int score, string? owner) => new(id, new RowScore(score, score, score, score, score >= 70 ? ScoreState.Over : ScoreState.Below), owner);

    private static IReadOnlyList<RoutedLead> Route(LeadToRoute[] leads, double explore = 0.1, Dictionary<string, int>? owners = null, long seed = 1) =>
        RouteLeads.Run(new RouteLeadsRequest(leads, owners ?? Two, 70, explore, seed)).Value;
}
