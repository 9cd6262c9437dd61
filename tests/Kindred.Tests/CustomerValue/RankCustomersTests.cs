using Kindred.Core.Accounts;
using Kindred.Core.CustomerValue;
using Xunit;

namespace Kindred.Tests.CustomerValue;

/// <summary>The value of a customer by hand, cohorts of equal age, thin records, direction, robustness, refusal.</summary>
public sealed class RankCustomersTests
{
    private const double Strict = 1e-12;
    private static readonly DateOnly Q1 = new(2024, 2, 1);
    private static readonly DateOnly Q2 = new(2024, 5, 1);
    private static readonly DateOnly Q3 = new(2024, 8, 1);

    [Fact]
    public void Run_OneCriterion_ValueIsRankPulledToTheMiddle()
    {
        // Amounts 1..21: ranks 0, 0.05 … 1. Only contract value (weight 2) is known: w̄ = 2, value = (2·rank + 2·2·0.5) / (2 + 2·2).
        var ranking = RankCustomers.Run(CustomersByHand.Of([.. Enumerable.Range(1, 21).Select(i => ((decimal?)i, (int?)null, Q1))])).Value;
        Assert.Equal(Enumerable.Range(1, 21), ranking.Customers.Select(customer => customer.Rank));
        Assert.Equal(Enumerable.Range(0, 21).Reverse(), ranking.Customers.Select(customer => customer.Account));
        foreach (var customer in ranking.Customers)
        {
            Assert.Equal(((2 * customer.Account / 20.0) + 2) / 6, customer.Value, Strict);
            Assert.Equal(1.0, customer.Coverage);
            Assert.Equal("2024-Q1", customer.Cohort);
        }

        Assert.Equal("USD", ranking.Currency);
    }

    [Fact]
    public void Run_TwoCriteria_ByHand_AndThinRecordsListedApart()
    {
        // Weights 2 (value) and 1 (days to sign): w̄ = 1.5, pull 2·1.5. Customer 20 has an amount only, customer 21 a cycle only.
        (decimal? Amount, int? CycleDays, DateOnly Signed)[] deals =
            [.. Enumerable.Range(0, 20).Select(i => ((decimal?)(100 + i), (int?)(10 + i), Q1)), (1000m, null, Q1), (null, 1, Q1)];
        var byAccount = RankCustomers.Run(CustomersByHand.Of(deals)).Value.Customers.ToDictionary(customer => customer.Account);

        // Customer 19: second-best amount of 21 (rank 19/20), slowest of 21 cycles (rank 0).
        Assert.Equal(((2 * 0.95) + (1 * 0.0) + 1.5) / (3 + 3), byAccount[19].Value, Strict);
        Assert.Equal(((2 * 1.0) + 1.5) / (2 + 3), byAccount[20].Value, Strict);
        Assert.Equal(2.0 / 3, byAccount[20].Coverage, Strict);
        Assert.Equal(1, byAccount[20].Rank);
        Assert.Equal(1.0 / 3, byAccount[21].Coverage, Strict);
        Assert.Equal(0, byAccount[21].Rank);
        Assert.Equal(21, byAccount.Values.Count(customer => customer.Rank > 0));
    }

    [Fact]
    public void Run_CyclesOnly_ShorterIsBetter()
    {
        var ranking = RankCustomers.Run(CustomersByHand.Of([.. Enumerable.Range(1, 25).Select(i => ((decimal?)null, (int?)(i * 3), Q1))])).Value;
        Assert.Equal(Enumerable.Range(0, 25), ranking.Customers.Select(customer => customer.Account));
    }

    [Fact]
    public void Run_EqualFigures_ShareTheMiddleRank()
    {
        var ranking = RankCustomers.Run(CustomersByHand.Of([.. Enumerable.Range(0, 20).Select(_ => ((decimal?)500, (int?)null, Q1))])).Value;
        Assert.All(ranking.Customers, customer => Assert.Equal(0.5, customer.Value, Strict));
    }

    [Theory]
    [InlineData(25, 15, 22, "2024-Q1", "2024-Q2…2024-Q3")]
    [InlineData(25, 22, 10, "2024-Q1", "2024-Q2…2024-Q3")]
    [InlineData(5, 22, 30, "2024-Q1…2024-Q2", "2024-Q3")]
    public void Run_SmallCohort_JoinsItsNeighbour(int first, int second, int third, string one, string two)
    {
        var ranking = RankCustomers.Run(CustomersByHand.Of([.. Started(first, Q1, 1), .. Started(second, Q2, 1000), .. Started(third, Q3, 1_000_000)])).Value;
        Assert.Equal([one, two], ranking.Customers.Select(customer => customer.Cohort).Distinct().Order(StringComparer.Ordinal));
        Assert.All(ranking.Customers.GroupBy(customer => customer.Cohort), cohort => Assert.True(cohort.Count() >= 20));
    }

    [Fact]
    public void Run_OlderCohort_IsComparedWithItsOwn()
    {
        var ranking = RankCustomers.Run(CustomersByHand.Of([.. Started(21, Q1, 1), .. Started(21, Q3, 1_000_000)])).Value;
        Assert.Equal(ranking.Customers.Single(customer => customer.Account == 20).Value, ranking.Customers.Single(customer => customer.Account == 41).Value, Strict);
    }

    [Fact]
    public void Run_OneCriterion_TopIsTheSameUnderEveryWeighting()
    {
        var ranking = RankCustomers.Run(CustomersByHand.Of([.. Started(30, Q1, 1)]), topSize: 5).Value;
        Assert.All(ranking.Customers, customer => Assert.Equal(customer.Rank <= 5 ? 1.0 : 0.0, customer.InTopShare, 1e-9));
    }

    [Fact]
    public void Run_TwoCriteriaAgainstEachOther_SharesAreSeededAndSumToTheTop()
    {
        var facts = CustomersByHand.Of([.. Enumerable.Range(0, 40).Select(i => ((decimal?)(i * 37 % 40), (int?)(1 + (i * 17 % 40)), Q1))]);
        var first = RankCustomers.Run(facts, topSize: 10, seed: 3).Value;
        var again = RankCustomers.Run(facts, topSize: 10, seed: 3).Value;
        var other = RankCustomers.Run(facts, topSize: 10, seed: 4).Value;
        Assert.Equal(first.Customers.Select(customer => customer.InTopShare), again.Customers.Select(customer => customer.InTopShare));
        Assert.NotEqual(first.Customers.Select(customer => customer.InTopShare), other.Customers.Select(customer => customer.InTopShare));
        Assert.Equal(first.Customers.Select(customer => customer.Account), other.Customers.Select(customer => customer.Account));
        Assert.Equal(10.0, first.Customers.Sum(customer => customer.InTopShare), 1e-9);
        Assert.Contains(first.Customers, customer => customer.InTopShare is > 0 and < 1);
    }

    [Fact]
    public void Run_WeightZero_LeavesTheCriterionOut()
    {
        (decimal? Amount, int? CycleDays, DateOnly Signed)[] deals = [.. Enumerable.Range(0, 25).Select(i => ((decimal?)i, (int?)(1 + (i * 7 % 25)), Q1))];
        var ranking = RankCustomers.Run(CustomersByHand.Of(deals), new Dictionary<string, double> { ["contract-value"] = 0 }).Value;
        Assert.Equal(Enumerable.Range(0, 25).OrderBy(i => deals[i].CycleDays), ranking.Customers.Select(customer => customer.Account));
    }

    [Fact]
    public void Run_AmountInAnotherCurrency_IsUnknownWithoutARate()
    {
        var dollars = CustomersByHand.Of([.. Started(24, Q1, 1)]);
        var facts = dollars with
        {
            Companies = [.. dollars.Companies, CustomersByHand.CompanyOf(24)],
            Deals = [.. dollars.Deals, CustomersByHand.Won(24, 9_000_000, null, Q1, "KRW")],
        };
        var ranking = RankCustomers.Run(facts).Value;
        Assert.Equal("USD", ranking.Currency);
        var won = ranking.Customers.Single(customer => customer.Account == 24);
        Assert.True(double.IsNaN(won.Figures[0]));
        Assert.Equal((0, 0.0), (won.Rank, won.Coverage));
    }

    [Fact]
    public void Run_NoCustomers_IsRefused()
    {
        var facts = CustomersByHand.Of([]);
        var reason = Assert.Single(RankCustomers.Run(facts).Reasons);
        Assert.Equal(("customers.none", "deals"), (reason.Code, reason.Subject));
        Assert.Contains("neither a won deal nor a subscription", reason.Message.En, StringComparison.Ordinal);
        Assert.Contains("고객 순위를 만들 수 없어요", reason.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LostAndRenewalDeals_MakeNoCustomer()
    {
        var facts = CustomersByHand.Of([.. Started(3, Q1, 1)]);
        facts = facts with { Deals = [facts.Deals[0], facts.Deals[1] with { Outcome = DealOutcome.Lost }, facts.Deals[2] with { IsNewBusiness = false }] };
        Assert.Equal([0], RankCustomers.Run(facts).Value.Customers.Select(customer => customer.Account));
    }

    private static IEnumerable<(decimal?, int?, DateOnly)> Started(int count, DateOnly signed, int from) => Enumerable.Range(0, count).Select(i => ((decimal?)(from + i), (int?)null, signed));
}
