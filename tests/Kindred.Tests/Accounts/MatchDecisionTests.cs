using Kindred.Core.Accounts;
using Kindred.Core.Standards;
using Xunit;

namespace Kindred.Tests.Accounts;

/// <summary>What people say about pairs and titles holds on every later reading.</summary>
public sealed class MatchDecisionTests
{
    private const string Domains = "Record ID,Company name,Company Domain Name,Industry\n1,Summit Bank,group.com,Banking\n2,Orchid Foods,group.com,Food";
    private const string Names = "Record ID,Company name,Company Domain Name,Industry\n1,Summit,summit.com,SaaS\n2,Summit,summit.co.kr,Retail";
    private const string Similar = "Record ID,Company name,Industry\n1,United Oil & Gas Corp.,Energy\n2,\"United Oil & Gas, UK\",Energy";

    private static AccountFacts Facts(string companies, params MatchDecision[] said) =>
        AccountsRun.Facts(new AssemblyOptions(Corrections: Corrections.None with { Matches = said }), TestTables.Read("companies.csv", companies));

    [Theory]
    [InlineData(Domains, "id:1", "id:2")]
    [InlineData(Names, "id:1", "id:2")]
    [InlineData(Similar, "id:1", "id:2")]
    public void Pair_OneCompany_IsJoinedAndNoLongerAsked(string companies, string one, string other)
    {
        Assert.Equal(new MatchPair(one, other), Assert.Single(Facts(companies).Merges).Pair);
        var facts = Facts(companies, new MatchDecision(new MatchPair(one, other), true));
        Assert.Single(facts.Companies);
        var merge = Assert.Single(facts.Merges);
        Assert.Equal((MatchKey.Decision, false, 0), (merge.By, merge.IsReview, merge.Account));
        Assert.DoesNotContain(facts.Quality.Issues, issue => issue.Code == "accounts.matches-to-review");
    }

    [Theory]
    [InlineData(Domains)]
    [InlineData(Names)]
    [InlineData(Similar)]
    public void Pair_TwoCompanies_StaysApartAndIsNeverAskedAgain(string companies)
    {
        var facts = Facts(companies, new MatchDecision(new MatchPair("id:1", "id:2"), false));
        Assert.Equal(2, facts.Companies.Count);
        Assert.Empty(facts.Merges);
    }

    [Fact]
    public void Pair_WhicheverRowComesFirst_IsTheSamePair()
    {
        var turned = "Record ID,Company name,Company Domain Name,Industry\n2,Orchid Foods,group.com,Food\n1,Summit Bank,group.com,Banking";
        Assert.Equal(Assert.Single(Facts(Domains).Merges).Pair, Assert.Single(Facts(turned).Merges).Pair);
        Assert.Single(Facts(turned, new MatchDecision(MatchPair.Of("id:2", "id:1"), true)).Companies);
    }

    [Fact]
    public void Pair_InManyRows_IsAskedOnce()
    {
        var deals = TestTables.Read("deals.csv", "Deal Name,Company name,Deal Stage,Amount\nx,United Oil & Gas UK,Closed Won,1\ny,United Oil & Gas UK,Closed Lost,1");
        var companies = TestTables.Read("companies.csv", "Record ID,Company name,Industry\n3,United Oil & Gas,Energy");
        var merge = Assert.Single(AccountsRun.Facts(companies, deals).Merges, found => found.IsReview);
        var joined = AccountsRun.Facts(new AssemblyOptions(Corrections: Corrections.None with { Matches = [new MatchDecision(merge.Pair!, true)] }), companies, deals);
        Assert.Single(joined.Companies);
        Assert.All(joined.Deals, deal => Assert.Equal(0, deal.Account));
    }

    [Fact]
    public void Pair_WhatResemblesEitherOfTwoJoined_FollowsTheWordAboutEither()
    {
        var three = Domains + "\n3,Willow Works,group.com,Retail";
        var first = Facts(three, new MatchDecision(new MatchPair("id:1", "id:2"), true));
        Assert.Equal(2, first.Companies.Count);
        Assert.Single(Facts(three, new MatchDecision(new MatchPair("id:1", "id:2"), true), new MatchDecision(new MatchPair("id:2", "id:3"), true)).Companies);
    }

    [Fact]
    public void Title_Stated_ReplacesWhatWasRead()
    {
        var people = TestTables.Read("contacts.csv", "Record ID,First Name,Last Name,Email,Job Title\n1,A,B,a@acme.com,Grand Wizard\n2,C,D,c@acme.com,CEO");
        var read = AccountsRun.Facts(TestTables.Read("companies.csv", "Record ID,Company name,Company Domain Name,Industry\n1,Acme,acme.com,SaaS"), people).People;
        Assert.Equal((JobLevel.Unknown, 0), (read[0].Title.Level, read[0].Title.Functions.Count));
        var corrections = Corrections.None with { Titles = new Dictionary<string, TitleReading> { ["Grand Wizard"] = StandardsModule.Title("Grand Wizard", JobFunction.Finance, JobLevel.Chief) } };
        var said = AccountsRun.Facts(new AssemblyOptions(Corrections: corrections), TestTables.Read("companies.csv", "Record ID,Company name,Company Domain Name,Industry\n1,Acme,acme.com,SaaS"), people).People;
        Assert.Equal([BuyingRole.EconomicBuyer], said[0].Title.Roles);
        Assert.Equal((JobLevel.Chief, JobFunction.Finance), (said[0].Title.Level, said[0].Title.Functions.Single()));
        Assert.Equal(read[1].Title.Level, said[1].Title.Level);
    }
}
