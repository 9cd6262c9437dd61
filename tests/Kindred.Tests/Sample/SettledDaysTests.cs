using Kindred.Sample;
using Kindred.Sample.Making;
using Xunit;

namespace Kindred.Tests.Sample;

/// <summary>The turn of US fintech is planted by exchanging days: outcomes, cycles and what happened in each period stay as drawn.</summary>
public sealed class SettledDaysTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(18)]
    [InlineData(33)]
    public void Settle_MovesDaysAlone(int seed)
    {
        var options = new SampleOptions(seed, SampleStory.Good, 3000, AsOf);
        var accounts = AccountMaker.Make(options, 3000);
        var drawn = DealMaker.Make(options, accounts, 1200, 84);
        var settled = SettledDays.Settle(options, accounts, drawn, 1);
        Assert.Equal(drawn.Count, settled.Count);
        Assert.Equal(drawn.Select(deal => (deal.Account, deal.Outcome, deal.Amount, deal.Channel, deal.Triggered, Cycle(deal))), settled.Select(deal => (deal.Account, deal.Outcome, deal.Amount, deal.Channel, deal.Triggered, Cycle(deal))));
        Assert.Equal(drawn.Where(IsClosed).Select(deal => (deal.Closed, deal.Outcome)).Order(), settled.Where(IsClosed).Select(deal => (deal.Closed, deal.Outcome)).Order());
        Assert.InRange(drawn.Zip(settled).Count(pair => pair.First.Closed != pair.Second.Closed), 10, 100);
        Assert.Equal(settled.OrderBy(deal => deal.RecordId).Select(deal => deal.Created), settled.Select(deal => deal.Created).Order());
        Assert.Equal(settled.Count, settled.Select(deal => deal.RecordId).Distinct().Count());
        Assert.All(settled.Where(deal => accounts[deal.Account].Country != "KR"), deal => Assert.True(deal.Created >= AsOf.AddMonths(-24)));

        var own = settled.Where(deal => IsClosed(deal) && accounts[deal.Account] is { Country: "US", Industry: "fintech" }).ToArray();
        Assert.Equal((24, 7), Of(own, AsOf.AddDays(-90), AsOf));
        Assert.Equal((21, 11), Of(own, AsOf.AddDays(-455), AsOf.AddDays(-90)));
    }

    [Theory]
    [InlineData(SampleStory.Small)]
    [InlineData(SampleStory.None)]
    public void Settle_OtherStories_AreLeftAlone(SampleStory story)
    {
        var options = new SampleOptions(18, story, 3000, AsOf);
        var accounts = AccountMaker.Make(options, 3000);
        var drawn = DealMaker.Make(options, accounts, 1200, 84);
        Assert.Same(drawn, SettledDays.Settle(options, accounts, drawn, 1));
    }

    private static bool IsClosed(SampleDeal deal) => deal.Outcome != SampleOutcome.Open;

    private static int Cycle(SampleDeal deal) => deal.Closed.DayNumber - deal.Created.DayNumber;

    private static (int Deals, int Won) Of(SampleDeal[] deals, DateOnly after, DateOnly until) =>
        (deals.Count(deal => deal.Closed > after && deal.Closed <= until), deals.Count(deal => deal.Closed > after && deal.Closed <= until && deal.Outcome == SampleOutcome.Won));
}
