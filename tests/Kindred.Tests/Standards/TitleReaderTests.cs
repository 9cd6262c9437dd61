using Kindred.Core.Standards;
using Xunit;

namespace Kindred.Tests.Standards;

public sealed class TitleReaderTests
{
    [Theory]
    [InlineData("CFO", JobFunction.Finance, JobLevel.Chief, BuyingRole.EconomicBuyer)]
    [InlineData("VP, Finance", JobFunction.Finance, JobLevel.VicePresident, BuyingRole.EconomicBuyer)]
    [InlineData("SVP, Procurement", JobFunction.Procurement, JobLevel.VicePresident, BuyingRole.Procurement)]
    [InlineData("Director, Warehouse Mgmt", JobFunction.Operations, JobLevel.Director, BuyingRole.Champion)]
    [InlineData("Regional General Manager", JobFunction.Executive, JobLevel.Director, BuyingRole.Champion)]
    [InlineData("CTO", JobFunction.Technology, JobLevel.Chief, BuyingRole.TechnicalReview)]
    [InlineData("Head of Information Security", JobFunction.Security, JobLevel.Director, BuyingRole.TechnicalReview)]
    [InlineData("RevOps Manager", JobFunction.RevenueOperations, JobLevel.Manager, BuyingRole.Champion)]
    [InlineData("Account Executive", JobFunction.Sales, JobLevel.Staff, BuyingRole.User)]
    [InlineData("Customer Success Manager", JobFunction.CustomerSuccess, JobLevel.Staff, BuyingRole.User)]
    [InlineData("Assistant to the CEO", JobFunction.Executive, JobLevel.Staff, BuyingRole.User)]
    [InlineData("Vice President", null, JobLevel.VicePresident, BuyingRole.Champion)]
    [InlineData("Product Owner", JobFunction.Product, JobLevel.Staff, BuyingRole.User)]
    [InlineData("Sales Development Representative", JobFunction.Sales, JobLevel.Staff, BuyingRole.User)]
    [InlineData("Executive Vice President, Sales", JobFunction.Sales, JobLevel.VicePresident, BuyingRole.Champion)]
    [InlineData("General Counsel", JobFunction.Legal, JobLevel.Director, BuyingRole.TechnicalReview)]
    [InlineData("세일즈 오퍼레이션 리드", JobFunction.RevenueOperations, JobLevel.Manager, BuyingRole.Champion)]
    [InlineData("총괄이사 / 영업", JobFunction.Sales, JobLevel.VicePresident, BuyingRole.Champion)]
    [InlineData("대표이사", JobFunction.Executive, JobLevel.Chief, BuyingRole.EconomicBuyer)]
    [InlineData("재무팀장", JobFunction.Finance, JobLevel.Manager, BuyingRole.Champion)]
    [InlineData("영업본부장", JobFunction.Sales, JobLevel.VicePresident, BuyingRole.Champion)]
    [InlineData("인사팀 대리", JobFunction.HumanResources, JobLevel.Staff, BuyingRole.User)]
    [InlineData("구매팀 과장", JobFunction.Procurement, JobLevel.Manager, BuyingRole.Procurement)]
    [InlineData("정보보호실장", JobFunction.Security, JobLevel.Director, BuyingRole.TechnicalReview)]
    [InlineData("개발이사", JobFunction.Technology, JobLevel.VicePresident, BuyingRole.TechnicalReview)]
    public void Read_Title_GivesFunctionLevelAndRole(string text, JobFunction? function, JobLevel level, BuyingRole role)
    {
        var title = TitleReader.Read(text);
        Assert.Equal(function is { } one ? [one] : [], title.Functions);
        Assert.Equal((level, role), (title.Level, title.Roles[0]));
    }

    [Fact]
    public void Read_CompoundTitle_KeepsBothFunctionsAndTheHighestLevel()
    {
        var title = TitleReader.Read("CISO 겸 개발팀장");
        Assert.Equal([JobFunction.Security, JobFunction.Technology], title.Functions);
        Assert.Equal(JobLevel.Chief, title.Level);
        Assert.Equal([BuyingRole.Champion, BuyingRole.TechnicalReview], title.Roles);
    }

    [Theory]
    [InlineData("")]
    [InlineData("asdf")]
    public void Read_NothingKnown_SaysSo(string text)
    {
        var title = TitleReader.Read(text);
        Assert.Equal((JobLevel.Unknown, 0, 0), (title.Level, title.Functions.Count, title.Roles.Count));
    }
}
