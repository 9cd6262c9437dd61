using Kindred.Web.Customers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Kindred.Tests.Web;

/// <summary>Weights in the address.</summary>
public sealed class CustomersFilterTests
{
    [Fact]
    public void Of_WeightsOfTheForm_KeepsOnlyThoseThatDiffer()
    {
        var filter = Read("?w-retention=5&w-contract-value=2&w-cac=0&w-margin=abc&w-roi=11&w-expansion=-1");
        Assert.Equal([("cac", 0.0), ("retention", 5.0)], filter.Weights.Select(weight => (weight.Key, weight.Value)));
        Assert.Equal("/c?view=left&w-cac=0&w-retention=5", (filter with { View = "left" }).Url("/c"));
    }

    [Fact]
    public void Of_NothingChanged_RanksByTheDefaults() => Assert.Null(Read("?view=best&w-retention=2").ForRanking);

    [Fact]
    public void Of_AllZero_SaysSoAndRanksByTheDefaults()
    {
        var filter = Read("?" + string.Join('&', Core.CustomerValue.CustomerCriterion.Defaults.Select(criterion => "w-" + criterion.Id + "=0")));
        Assert.True(filter.AllZero);
        Assert.Null(filter.ForRanking);
    }

    [Theory]
    [InlineData("?view=worst", "worst")]
    [InlineData("?view=nonsense", "best")]
    public void Of_View_IsOneOfThree(string query, string view) => Assert.Equal(view, Read(query).View);

    private static CustomersFilter Read(string query) => CustomersFilter.Of(new QueryCollection(QueryHelpers.ParseQuery(query)), 1);
}
