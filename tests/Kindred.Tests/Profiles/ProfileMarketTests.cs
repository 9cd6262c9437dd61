using Kindred.Core.Conditions;
using Kindred.Core.Market;
using Kindred.Core.Patterns;
using Kindred.Core.Profiles;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Profiles;

/// <summary>What a profile asks of the official statistics, and what it says they cannot know.</summary>
public sealed class ProfileMarketTests
{
    private static readonly Table Nobody = new("companies", []);

    [Fact]
    public void Run_IndustryAndSize_AreCountedTechnologyIsNot()
    {
        var market = CountProfileMarket.Run(Of(ProfilesByHand.Core), Nobody, null).Value;
        var asked = MarketModule.Count(new MarketQuestion("US", ["52", "51"], 50, 200, [], [])).Value;
        Assert.Equal((asked.Firms, asked.Low, asked.High), (market.Firms, market.Low, market.High));
        Assert.True(market.Firms > 0);
        Assert.Contains(market.IgnoredConditions, ignored => ignored.En.Contains("HubSpot", StringComparison.Ordinal));
        Assert.Contains(market.IgnoredConditions, ignored => ignored.Ko.Contains("HubSpot", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_NoConditions_IsRefused()
    {
        var reason = Assert.Single(CountProfileMarket.Run(ProfilesByHand.Profile(null), Nobody, null).Reasons);
        Assert.Equal(("market.no-profile", "market"), (reason.Code, reason.Subject));
        Assert.Contains("once there are conditions", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_StatedFigure_IsTakenAsItStands()
    {
        var market = CountProfileMarket.Run(Of(ProfilesByHand.Core), Nobody, new StatedMarket("KR", 4200, 2024, "Statistics Korea")).Value;
        Assert.Equal((4200L, 2024, false), (market.Firms, market.Year, market.IsOfficial));
        Assert.Contains("Statistics Korea", market.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CountryWithoutStatistics_IsRefused()
    {
        var korean = new Conjunction([Condition.Is("sector", "software"), Condition.Is("country", "KR")]);
        Assert.Equal("market.no-statistics-for-country", Assert.Single(CountProfileMarket.Run(Of(korean), Nobody, null).Reasons).Code);
    }

    [Fact]
    public void Run_HypothesisInsteadOfACore_IsCounted()
    {
        var hypothesis = ProfilesByHand.Pattern(ProfilesByHand.Core, ProfileRole.Hypothesis, PatternStatus.Promising);
        Assert.Equal(CountProfileMarket.Run(Of(ProfilesByHand.Core), Nobody, null).Value.Firms, CountProfileMarket.Run(ProfilesByHand.Profile(null, hypothesis), Nobody, null).Value.Firms);
    }

    private static IdealCustomerProfile Of(Conjunction core) => ProfilesByHand.Profile(ProfilesByHand.Pattern(core, ProfileRole.Core, PatternStatus.Proven));
}
