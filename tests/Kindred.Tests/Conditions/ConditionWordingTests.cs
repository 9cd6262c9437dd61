using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Xunit;

namespace Kindred.Tests.Conditions;

public sealed class ConditionWordingTests
{
    private const double Lowest = double.NegativeInfinity;
    private const double Highest = double.PositiveInfinity;

    private static readonly Dictionary<string, Field> Fields = new(StringComparer.Ordinal)
    {
        ["employees"] = new Field("employees", new Wording("직원", "employees"), FieldLevel.Company, new Wording("명", "people")),
    };

    /// <summary>Above 49 whole people is "50 or more"; a fraction is not rounded up.</summary>
    [Theory]
    [InlineData(49, 200, "employees 50–200 people", "직원 50–200명")]
    [InlineData(49, Highest, "employees 50 people or more", "직원 50명 이상")]
    [InlineData(Lowest, 20, "employees up to 20 people", "직원 20명 이하")]
    [InlineData(0.5, Highest, "employees over 0.5 people", "직원 0.5명 초과")]
    [InlineData(0.5, 2, "employees 0.5–2 people", "직원 0.5–2명")]
    [InlineData(9999, 20000, "employees 10,000–20,000 people", "직원 10,000–20,000명")]
    [InlineData(1999, 2015, "employees 2000–2015 people", "직원 2000–2015명")]
    public void Of_AnInterval_IsSaidAsPeopleSayIt(double above, double upTo, string english, string korean)
    {
        var condition = Condition.Between("employees", above, upTo);
        Assert.Equal(english, ConditionWording.Of(condition, Language.English, Fields));
        Assert.Equal(korean, ConditionWording.Of(condition, Language.Korean, Fields));
    }

    [Fact]
    public void Of_Words_AreJoinedInBothLanguages()
    {
        var condition = Condition.OneOf("industry", ["software", "fintech", "media"]);
        Assert.Equal("industry = fintech, media or software", ConditionWording.Of(condition, Language.English));
        Assert.Equal("industry: fintech, media나 software", ConditionWording.Of(condition, Language.Korean));
    }

    [Fact]
    public void Of_Tags_SaysThatTheyAreUsed()
    {
        var condition = Condition.HasAny("tools", ["Jira", "HubSpot"]);
        Assert.Equal("tools: HubSpot or Jira", ConditionWording.Of(condition, Language.English));
        Assert.Equal("tools: HubSpot이나 Jira 사용", ConditionWording.Of(condition, Language.Korean));
    }

    [Fact]
    public void Of_AConjunction_JoinsItsConditions()
    {
        var conjunction = new Conjunction([Condition.Is("industry", "retail"), Condition.Between("employees", 49, 200)]);
        Assert.Equal("industry = retail, employees 50–200 people", ConditionWording.Of(conjunction, Language.English, Fields));
        Assert.Equal("everyone", ConditionWording.Of(Conjunction.Everything, Language.English));
        Assert.Equal("모두", ConditionWording.Of(Conjunction.Everything, Language.Korean));
    }
}
