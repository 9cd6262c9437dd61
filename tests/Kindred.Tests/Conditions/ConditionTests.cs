using Kindred.Core.Conditions;
using Xunit;

namespace Kindred.Tests.Conditions;

public sealed class ConditionTests
{
    private const double Lowest = double.NegativeInfinity;
    private const double Highest = double.PositiveInfinity;

    [Fact]
    public void OneOf_OneValue_IsAnEquality()
    {
        Assert.Equal(Condition.Is("industry", "retail"), Condition.OneOf("industry", ["retail", "retail"]));
        Assert.Equal(ConditionOp.Equal, Condition.OneOf("industry", ["retail"]).Op);
    }

    [Fact]
    public void OneOf_Values_AreSortedAndDistinct() => Assert.Equal(["B", "a", "b"], Condition.OneOf("x", ["b", "a", "b", "B"]).Values);

    [Fact]
    public void OneOf_NoValue_IsMisuse() => Assert.Throws<ArgumentException>(() => Condition.OneOf("x", []));

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(5, double.NaN)]
    [InlineData(Lowest, Highest)]
    public void Between_NoInterval_IsMisuse(double above, double upTo) => Assert.Throws<ArgumentException>(() => Condition.Between("x", above, upTo));

    [Fact]
    public void Equals_DifferentParts_TellsThemApart()
    {
        Condition[] all = [Condition.Is("a", "x"), Condition.Is("b", "x"), Condition.Is("a", "y"), Condition.OneOf("a", ["x", "y"]), Condition.HasAny("a", ["x", "y"]), Condition.HasAny("a", ["x"]), Condition.Between("a", 1, 2), Condition.Between("a", 1, 3), Condition.Between("a", 0, 2)];
        foreach (var left in all)
        {
            Assert.Single(all, right => left.Equals(right));
        }

        Assert.Equal(Condition.OneOf("a", ["y", "x"]).GetHashCode(), Condition.OneOf("a", ["x", "y"]).GetHashCode());
    }

    [Theory]
    [InlineData(20, 40, "(20,40]")]
    [InlineData(Lowest, 6, "(-inf,6]")]
    [InlineData(0.5, Highest, "(0.5,inf)")]
    public void ValueText_OfAnInterval_IsWhatScriptsRead(double above, double upTo, string expected)
    {
        Assert.Equal(expected, Condition.Between("x", above, upTo).ValueText);
        Assert.Equal("interval", Condition.Between("x", above, upTo).OpText);
    }

    [Fact]
    public void ToString_OfAConjunction_IsOneLine()
    {
        var conjunction = new Conjunction([Condition.OneOf("industry", ["retail", "health"]), Condition.HasAny("tools", ["Jira"]), Condition.Is("country", "KR")]);
        Assert.Equal("industry in health | retail AND tools has Jira AND country = KR", conjunction.ToString());
        Assert.Equal("everything", Conjunction.Everything.ToString());
    }

    [Fact]
    public void Equals_ConjunctionsOfEqualConditions_AreEqual()
    {
        var one = new Conjunction([Condition.Is("a", "x"), Condition.Between("n", 1, 2)]);
        Assert.Equal(one, new Conjunction([Condition.Is("a", "x"), Condition.Between("n", 1, 2)]));
        Assert.Equal(one.GetHashCode(), new Conjunction([Condition.Is("a", "x"), Condition.Between("n", 1, 2)]).GetHashCode());
        Assert.NotEqual(one, new Conjunction([Condition.Is("a", "x")]));
    }
}
