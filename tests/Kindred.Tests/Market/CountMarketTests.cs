using Kindred.Core.Basics;
using Kindred.Core.Market;
using Xunit;

namespace Kindred.Tests.Market;

/// <summary>Counts against lines of the Census file itself (susb-2021-firms-by-state-sector-size.csv), written out here by hand.</summary>
public sealed class CountMarketTests
{
    [Theory]
    [InlineData(null, 0, null, "", 6_294_604)] // 00,--,01: Total
    [InlineData(null, 1, null, "", 6_294_604)]
    [InlineData("51", 0, null, "", 88_127)]
    [InlineData("51", 500, null, "", 1_226)]
    [InlineData(null, 20, 99, "", 519_015)]
    [InlineData(null, 20, 499, "", 607_038)] // 519,015 + 88,023
    [InlineData(null, 0, 4, "", 4_009_508)]
    public void Count_WholeBands_EqualsTheCensusLine(string? naics, int from, int? to, string states, long firms)
    {
        var estimate = MarketModule.Count(Question(naics, from, to, states)).Value;
        Assert.Equal(firms, estimate.Firms);
        Assert.Equal((firms, firms), (estimate.Low, estimate.High));
        Assert.Equal(2021, estimate.Year);
        Assert.True(estimate.IsOfficial);
    }

    [Fact]
    public void Count_CutBands_LiesBetweenTheExtremes()
    {
        // 50–200 people cuts 20–99 (519,015 firms) and 100–499 (88,023).
        var estimate = MarketModule.Count(Question(null, 50, 200, "")).Value;
        Assert.Equal((0, 607_038), (estimate.Low, estimate.High));
        // Pareto through N(≥20) = 626,726, N(≥100) = 107,711, N(≥500) = 19,688, computed by hand.
        var first = Math.Log(626_726.0 / 107_711) / Math.Log(5);
        var second = Math.Log(107_711.0 / 19_688) / Math.Log(5);
        var expected = (626_726 * Math.Pow(2.5, -first)) - 107_711 + 107_711 - (107_711 * Math.Pow(2.01, -second));
        Assert.Equal(expected, estimate.Firms, 1.0);
        Assert.Contains(estimate.Notes, note => note.En.Contains("Inside the statistic's size bands", StringComparison.Ordinal));
    }

    [Fact]
    public void Count_Nation_IsNeverTheSumOfStates()
    {
        var nation = MarketModule.Count(Question("54", 100, null, "")).Value.Firms;
        var states = Kindred.Core.Standards.UsState.All.Sum(state => MarketModule.Count(Question("54", 100, null, state.Code)).Value.Firms);
        Assert.True(states > nation, "The states' sum must count firms in several states more than once.");
        var all = MarketModule.Count(Question("54", 100, null, string.Join(';', Kindred.Core.Standards.UsState.All.Select(state => state.Code)))).Value;
        Assert.InRange(all.Firms, 0, nation);
    }

    [Fact]
    public void Count_SeveralStates_GivesLargestAndSum()
    {
        long One(string state) => MarketModule.Count(Question("51", 100, null, state)).Value.Firms;
        var both = MarketModule.Count(Question("51", 100, null, "CA;Texas")).Value;
        Assert.Equal((One("CA"), One("CA") + One("TX"), One("CA") + One("TX")), (both.Low, both.Firms, both.High));
        Assert.Contains(both.Notes, note => note.En.Contains("counts in each", StringComparison.Ordinal));
    }

    [Fact]
    public void Count_LongerCode_CountsTheSectorAndSaysSo()
    {
        var software = MarketModule.Count(Question("513210", 0, null, "")).Value;
        Assert.Equal(MarketModule.Count(Question("51", 0, null, "")).Value.Firms, software.Firms);
        Assert.True(software.UpperBoundOnly);
        Assert.Contains(software.Notes, note => note.En.Contains("513210", StringComparison.Ordinal) && note.Ko.Contains("상한", StringComparison.Ordinal));
        Assert.False(MarketModule.Count(Question("51", 0, null, "")).Value.UpperBoundOnly);
    }

    [Theory]
    [InlineData("311", "31-33")]
    [InlineData("33", "31-33")]
    [InlineData("455", "44-45")]
    [InlineData("492", "48-49")]
    [InlineData("51", "51")]
    [InlineData("12", null)]
    [InlineData("5x", null)]
    [InlineData("", null)]
    public void SectorOf_Code_IsItsSectorRow(string code, string? sector) => Assert.Equal(sector, FirmTable.SectorOf(code));

    [Fact]
    public void SectorTitles_AndMissingSectors_AreAllOfNaics() =>
        Assert.Equal(20, FirmTable.SectorTitles.Keys.Count(sector => sector is not (FirmTable.AllSectors or "99")) + FirmTable.MissingSectors.Count + 1); // + 92, which SUSB leaves out

    [Fact]
    public void Count_OtherConditions_AreNamedAsIgnored()
    {
        var crm = new Wording("Salesforce나 HubSpot", "Salesforce or HubSpot");
        var estimate = MarketModule.Count(Question("51", 50, 200, "") with { OtherConditions = [crm] }).Value;
        Assert.Equal([crm], estimate.IgnoredConditions);
        Assert.Contains(estimate.Notes, note => note.En.StartsWith("Industry, size and region only", StringComparison.Ordinal));
        Assert.Equal(3, estimate.UsedConditions.Count);
    }

    [Theory]
    [InlineData("KR", "51", 0, 10, "", "market.no-statistics-for-country", "KR", "Korea")]
    [InlineData("FR", "51", 0, 10, "", "market.no-statistics-for-country", "FR", "'FR'")]
    [InlineData("US", "9x", 0, 10, "", "market.unknown-industry", "9x", "'9x'")]
    [InlineData("US", "332", 0, 10, "", "market.industry-not-shipped", "332", "'332'")]
    [InlineData("US", "44-45", 0, 10, "", "market.industry-not-shipped", "44-45", "'44-45'")]
    [InlineData("US", "51", 0, 10, "Seoul", "market.unknown-state", "Seoul", "'Seoul'")]
    [InlineData("US", "51", 20, 10, "", "market.empty-size-range", "20–10", "'20–10'")]
    [InlineData("US", "51", -1, 10, "", "market.empty-size-range", "-1–10", "'-1–10'")]
    public void Count_ImpossibleQuestion_IsRefused(string country, string naics, int from, int to, string state, string code, string subject, string quoted)
    {
        var refused = MarketModule.Count(Question(naics, from, to, state) with { Country = country });
        Assert.Equal((code, subject), (refused.Reasons[0].Code, refused.Reasons[0].Subject));
        Assert.Contains(quoted, refused.Reasons[0].Message.En, StringComparison.Ordinal);
        Assert.Matches("(요|어요|주세요)\\.$", refused.Reasons[0].Message.Ko);
    }

    [Fact]
    public void Take_StatedFigure_IsKeptAsStated()
    {
        var estimate = MarketModule.Take(new StatedMarket("KR", 4200, 2024, "통계청 전국사업체조사"), []).Value;
        Assert.Equal((4200, 2024, "통계청 전국사업체조사", false), (estimate.Firms, estimate.Year, estimate.Source, estimate.IsOfficial));
    }

    [Theory]
    [InlineData(0, "x", "market.stated-figure-too-small", "'0'")]
    [InlineData(10, "  ", "market.source-missing", "'10'")]
    public void Take_WithoutFigureOrSource_IsRefused(long firms, string source, string code, string quoted)
    {
        var refused = MarketModule.Take(new StatedMarket("KR", firms, 2024, source), []);
        Assert.Equal(code, refused.Reasons[0].Code);
        Assert.Contains(quoted, refused.Reasons[0].Message.En, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Reasons[0].Subject);
    }

    private static MarketQuestion Question(string? naics, int from, int? to, string states) =>
        new("US", naics is null ? [] : [naics], from, to, states.Split(';', StringSplitOptions.RemoveEmptyEntries), []);
}
