using Kindred.Core.Conditions;
using Kindred.Core.Profiles;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Profiles;

/// <summary>Core, adjacent with what differs, unknown, regret, anti, outside.</summary>
public sealed class ClassifyAccountsTests
{
    private static readonly Conjunction Core = new([Condition.Is("sector", "software"), Condition.Between("employees", 50, 200), Condition.Is("country", "US")]);
    private static readonly Conjunction[] Regret = [new([Condition.Between("employees", double.NegativeInfinity, 20)])];
    private static readonly Conjunction[] Anti = [new([Condition.Is("sector", "public")])];

    [Theory]
    [InlineData("software", 100, "US", AccountState.Core, "", "")]
    [InlineData("retail", 100, "US", AccountState.Adjacent, "sector", "")]
    [InlineData("software", 50, "US", AccountState.Adjacent, "employees", "")]
    [InlineData("software", 200, "US", AccountState.Core, "", "")]
    [InlineData("retail", 500, "US", AccountState.Adjacent, "sector,employees", "")]
    [InlineData("retail", 500, "KR", AccountState.Outside, "sector,employees,country", "")]
    [InlineData(null, 100, "US", AccountState.Adjacent, "", "sector")]
    [InlineData("software", double.NaN, "KR", AccountState.Adjacent, "country", "employees")]
    [InlineData("software", 10, "US", AccountState.Regret, "employees", "")]
    [InlineData("public", 100, "US", AccountState.Anti, "sector", "")]
    [InlineData("public", 10, "US", AccountState.Anti, "sector,employees", "")]
    public void Run_Company_StateAndWhatDiffers(string? sector, double employees, string country, AccountState state, string differing, string unknown)
    {
        var account = Assert.Single(ClassifyAccounts.Run(Companies(sector, employees, country), Core, Regret, Anti, [true]));
        Assert.Equal((state, differing, unknown, true), (account.State, string.Join(",", account.Differing), string.Join(",", account.Unknown), account.IsCustomer));
    }

    [Fact]
    public void Run_CoreThatIsAlsoAnti_IsCore() =>
        Assert.Equal(AccountState.Core, Assert.Single(ClassifyAccounts.Run(Companies("software", 100, "US"), Core, [], [new([Condition.Is("country", "US")])], [false])).State);

    [Fact]
    public void Run_NoCore_NobodyIsCoreOrAdjacent() =>
        Assert.Equal(AccountState.Outside, Assert.Single(ClassifyAccounts.Run(Companies("software", 100, "US"), Conjunction.Everything, [], [], [false])).State);

    [Theory]
    [InlineData(1, AccountState.Outside)]
    [InlineData(2, AccountState.Adjacent)]
    public void Run_ShortCore_OneThatSharesNothingIsNotAdjacent(int conditions, AccountState state) =>
        Assert.Equal(state, Assert.Single(ClassifyAccounts.Run(Companies("retail", 100, "US"), new Conjunction([.. Core.Conditions.Take(conditions)]), [], [], [false])).State);

    [Fact]
    public void Run_FieldNobodyHas_IsUnknown() =>
        Assert.Equal(["revenue"], Assert.Single(ClassifyAccounts.Run(Companies("software", 100, "US"), new Conjunction([Condition.Is("sector", "software"), Condition.Between("revenue", 1, 2)]), [], [], [false])).Unknown);

    private static Table Companies(string? sector, double employees, string country) =>
        new("companies", [TextColumn.From("sector", [sector]), new NumberColumn("employees", [employees]), TextColumn.From("country", [country])]);
}
