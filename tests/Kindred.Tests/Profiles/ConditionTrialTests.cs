using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Profiles;
using Kindred.Core.Tables;
using Kindred.Statistics.Intervals;
using Xunit;

namespace Kindred.Tests.Profiles;

/// <summary>Trying conditions: what they count, against counting by hand.</summary>
public sealed class ConditionTrialTests
{
    private static readonly string?[] Sectors = ["software", "software", "software", "retail", "retail", "retail", null, "software"];
    private static readonly double[] Employees = [60, 70, 300, 60, 20, 500, 80, 55];
    private static readonly byte[] Won = [1, 1, 0, 0, 1, 0, 0, 1];

    [Fact]
    public void Run_TwoConditions_CountsRowsRestCompaniesAndCustomers()
    {
        var trial = Trial();
        var tried = trial.Run(new Conjunction([Condition.Is("sector", "software"), Condition.Between("employees", 49, 200)]));
        Assert.Equal((3, 3, 5, 1), (tried.Inside.Rows, tried.Inside.Positives, tried.Rest.Rows, tried.Rest.Positives));
        var rest = WilsonInterval.Of(1, 5);
        Assert.Equal((rest.Low, rest.High), (tried.Rest.Low, tried.Rest.High));

        // Company 7 is a software firm of 55 people, and the only customer among the three.
        Assert.Equal((3, 1), (tried.Companies, tried.Customers));
        Assert.Equal("software companies with 50–200 people", tried.Text.En);
        Assert.True(tried.Market.IsAccepted);
    }

    [Fact]
    public void Run_NothingFits_HasNoRowsAndAllTheRest()
    {
        var tried = Trial().Run(new Conjunction([Condition.Is("sector", "mining")]));
        Assert.Equal((0, 8, 0), (tried.Inside.Rows, tried.Rest.Rows, tried.Companies));
    }

    [Fact]
    public void Run_DealsOfOneCompany_WidenTheInterval()
    {
        var single = Trial().Run(new Conjunction([Condition.Between("employees", 0, 100)]));
        var together = Trial([0, 0, 1, 2, 2, 3, 3, 3]).Run(new Conjunction([Condition.Between("employees", 0, 100)]));
        Assert.Equal(single.Inside.Value, together.Inside.Value);
        Assert.True(together.Inside.High - together.Inside.Low >= single.Inside.High - single.Inside.Low);
    }

    [Fact]
    public void Fields_LeftOutOrPersonal_AreNotOffered()
    {
        Assert.Equal(["sector", "employees"], Trial().Fields.Select(choice => choice.Field.Name));
        Assert.Equal(["employees"], Trial(leftOut: "sector").Fields.Select(choice => choice.Field.Name));
    }

    [Fact]
    public void Fields_Words_StandByFrequencyWithTheirLabel()
    {
        var sector = Trial().Fields[0];
        Assert.Equal([("software", 4), ("retail", 3)], sector.Words.Select(word => (word.Word, word.Rows)));
        Assert.Equal("소프트웨어·IT", sector.Words[0].Label.Ko);
        Assert.False(sector.IsNumber);
    }

    [Theory]
    [InlineData(50.0, 200.0, "(49,200]")]
    [InlineData(null, 200.0, "(-inf,200]")]
    [InlineData(50.0, null, "(49,inf)")]
    [InlineData(49.5, null, "(49,inf)")]
    public void Between_WholeNumbers_IncludesBothEnds(double? from, double? to, string expected) => Assert.Equal(expected, Trial().Fields[1].Between(from, to)!.ValueText);

    [Fact]
    public void Between_WrongOrderOrNothing_IsNoCondition()
    {
        var employees = Trial().Fields[1];
        Assert.Null(employees.Between(200, 50));
        Assert.Null(employees.Between(null, null));
        Assert.Null(Trial().Fields[0].Between(1, 2));
    }

    [Fact]
    public void With_WordsNotInTheData_IsNoCondition()
    {
        var sector = Trial().Fields[0];
        Assert.Null(sector.With(["mining"]));
        Assert.Equal(Condition.Is("sector", "retail"), sector.With(["retail", "mining"]));
    }

    private static ConditionTrial Trial(int[]? accounts = null, string leftOut = "")
    {
        var table = new Table("buys", [TextColumn.From("sector", Sectors), new NumberColumn("employees", Employees), TextColumn.From("title", Sectors)]);
        Field[] fields = [ProfilesByHand.Fields[0], ProfilesByHand.Fields[1], new("title", Wording.Same("title"), FieldLevel.Person)];
        var view = new AsOfView(new AsOfTable(table, fields, accounts ?? [0, 1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 8], Won, ProfilesByHand.Signed, []), new Table("none", [], 8), [0, 1, 2, 3, 4, 5, 6, 7]);
        return new ConditionTrial(view, table, [false, false, true, true, false, false, false, true], new HashSet<string> { leftOut });
    }
}
