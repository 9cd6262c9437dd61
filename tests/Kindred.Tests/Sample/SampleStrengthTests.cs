using System.Globalization;
using Kindred.Sample;
using Xunit;

namespace Kindred.Tests.Sample;

/// <summary>The figures of the sample's description, as means of 40 seeds. Simulation tolerance: bands of about three standard errors of a 40-seed mean.</summary>
public sealed class SampleStrengthTests(SampleStrengthTests.FortySeeds seeds) : IClassFixture<SampleStrengthTests.FortySeeds>
{
    [Theory]
    [InlineData("all", 1200, 0.1, 21.4, 0.7)]
    [InlineData("core", 158, 6, 53.6, 2.0)]
    [InlineData("rest", 1042, 6, 16.5, 0.6)]
    [InlineData("two of three", 310, 14, 19.3, 1.2)]
    [InlineData("regret", 95, 5, 41.6, 2.4)]
    [InlineData("anti", 97, 5, 3.7, 0.6)]
    [InlineData("triggered", 360, 8, 28.5, 1.3)]
    [InlineData("core triggered", 47, 4, 71.0, 3.2)]
    [InlineData("country US", 432, 12, 24.1, 1.0)]
    [InlineData("country KR", 720, 12, 19.9, 0.8)]
    [InlineData("manufacturing 50-200 crm", 30, 3, 19.7, 3.5)]
    public void Generate_MeanOfFortySeeds_MeetsThePlantedRates(string group, double deals, double dealsBand, double percentWon, double percentBand)
    {
        var (meanDeals, meanRate) = seeds.Mean(group);
        Assert.InRange(meanDeals, deals - dealsBand, deals + dealsBand);
        Assert.InRange(100 * meanRate, percentWon - percentBand, percentWon + percentBand);
    }

    [Theory]
    [InlineData("software", .29)]
    [InlineData("fintech", .11)]
    [InlineData("manufacturing", .14)]
    [InlineData("commerce", .15)]
    [InlineData("health", .07)]
    [InlineData("services", .10)]
    [InlineData("education", .05)]
    [InlineData("logistics", .05)]
    [InlineData("public", .04)]
    public void Generate_MeanOfFortySeeds_MeetsTheIndustryWeights(string industry, double weight) =>
        Assert.InRange(seeds.Mean("industry " + industry).Deals / 1200, weight - 0.01, weight + 0.01);

    [Fact]
    public void Generate_MeanOfFortySeeds_KeepsAsPlanted()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"kept twelve months: {seeds.All.Average(one => one.KeptBase):P2} of deals, regret {seeds.All.Average(one => one.KeptRegret):P2}"));
        Assert.InRange(seeds.All.Average(one => one.KeptBase), 0.162, 0.173);
        Assert.InRange(seeds.All.Average(one => one.KeptRegret), 0.156, 0.187);
    }

    [Fact]
    public void Generate_MeanOfFortySeeds_HasTheStatedCustomersAndRevenue()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"active {seeds.All.Average(one => one.ActiveCustomers):F1}, churned {seeds.All.Average(one => one.ChurnedCustomers):F1}, ARR {seeds.All.Average(one => one.ArrBillionWon):F2} bn won, of it in dollars {seeds.All.Average(one => one.DollarShare):P1}"));
        Assert.InRange(seeds.All.Average(one => one.ActiveCustomers), 182, 202);
        Assert.InRange(seeds.All.Average(one => one.ChurnedCustomers), 59, 71);
        Assert.InRange(seeds.All.Average(one => one.ArrBillionWon), 2.65, 2.95);
        Assert.InRange(seeds.All.Average(one => one.DollarShare), 0.29, 0.37);
    }

    [Fact]
    public void Generate_FirstHalfDecoy_ShinesInTheFirstHalfOnly()
    {
        var first = seeds.Mean("first half decoy").Rate / seeds.Mean("first half others").Rate;
        var second = seeds.Mean("second half decoy").Rate / seeds.Mean("second half others").Rate;
        Assert.InRange(first, 1.6, 2.0);
        Assert.InRange(second, 0.9, 1.1);
    }

    [Fact]
    public void Generate_PartnerChannel_IsHalfCoreWithoutEffectInside()
    {
        var (coreDeals, coreRate) = seeds.Mean("channel Partner core");
        var (otherDeals, _) = seeds.Mean("channel Partner");
        Assert.InRange((coreDeals + otherDeals) / 1200, 0.07, 0.09);
        Assert.InRange(coreDeals / (coreDeals + otherDeals), 0.44, 0.56);
        Assert.InRange(coreRate, 0.50, 0.58);
    }

    /// <summary>Forty companies, made once. Its text says what was measured.</summary>
    public sealed class FortySeeds
    {
        public FortySeeds() => All = [.. Enumerable.Range(1, 40).Select(seed =>
            SampleFigures.Of(SampleCompany.Generate(new SampleOptions(seed, SampleStory.Good, 3000, SampleFigures.AsOf))))];

        internal IReadOnlyList<SampleFigures> All { get; }

        internal (double Deals, double Rate) Mean(string group)
        {
            var deals = All.Average(one => one.Groups.GetValueOrDefault(group).Deals);
            var wins = All.Average(one => one.Groups.GetValueOrDefault(group).Wins);
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group}: {deals:F1} deals, {100 * wins / deals:F2} % won"));
            return (deals, wins / deals);
        }
    }
}
