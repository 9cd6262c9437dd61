using Kindred.Core.Accounts;
using Xunit;

namespace Kindred.Tests.Accounts;

public sealed class MatchingTests
{
    [Fact]
    public void Match_SalesforceIdsOf15And18_AreOne()
    {
        var facts = AccountsRun.Facts(
            TestTables.Read("Account.csv", "Id,Name,Industry\n001bm00001ZL8U9AAL,Edge,Energy\n001bm00001ZL8u9AAL,Other,Energy"),
            TestTables.Read("Opportunity.csv", "Id,AccountId,Name,StageName,Amount\n006bm00000LKJNNAA5,001bm00001ZL8U9,a,Closed Won,1\n006bm00000LKJNOAA5,001bm00001ZL8u9,b,Closed Lost,1"));
        Assert.Equal(2, facts.Companies.Count);
        Assert.Equal(["Edge", "Other"], facts.Deals.Select(deal => facts.Companies[deal.Account].Name)); // Ids that differ in case only are two.
    }

    [Fact]
    public void Match_BusinessNumberThenDomainThenName_JoinAndSaySo()
    {
        var facts = AccountsRun.Facts(
            TestTables.Read("companies.csv", "Record ID,Company name,Company Domain Name,사업자등록번호,Industry\n1,(주)매듭,maedeup.co.kr,124-81-00998,SaaS\n2,Acme Inc.,acme.com,,Retail\n3,한빛소프트,,,SaaS"),
            TestTables.Read("invoices.csv", "작성일자,승인번호,공급받는자사업자등록번호,상호,공급가액,세액\n2026-01-02,a,1248100998,다른 이름,100,10"),
            TestTables.Read("subscriptions.csv", "id,Customer Email,Plan,Start Date,MRR\ns1,pay@acme.com,Pro,2026-01-01,10\ns2,kim@naver.com,Pro,2026-01-01,10"),
            TestTables.Read("deals.csv", "Deal Name,Company name,Deal Stage,Amount\nd,한빛소프트 주식회사,수주,5"));
        Assert.Equal(3, facts.Companies.Count);
        Assert.Equal("(주)매듭", facts.Companies[facts.Invoices.Single().Account].Name);
        Assert.Equal("Acme Inc.", facts.Companies[facts.Subscriptions.Single().Account].Name); // The free-mail row names no company.
        Assert.Equal("한빛소프트", facts.Companies[facts.Deals.Single().Account].Name);
        Assert.Equal([MatchKey.BusinessNumber, MatchKey.Domain, MatchKey.Name], facts.Merges.OrderBy(merge => merge.By).Select(merge => merge.By));
        Assert.All(facts.Merges, merge => Assert.True(merge.Score == 1.0 && !merge.IsReview && merge.Row == 0));
        Assert.Contains(facts.Quality.Issues, issue => issue.Code == "accounts.subscription-without-company" && issue.Count == 1);
    }

    [Fact]
    public void Match_DuplicateCompanies_AreMergedWithLineage()
    {
        var facts = AccountsRun.Facts(TestTables.Read("companies.csv", "Record ID,Company name,Company Domain Name,Industry,Number of Employees\n1,Acme Inc.,acme.com,SaaS,\n2,ACME LLC,,,80\n3,Globex,globex.com,SaaS,7\n4,Acme Corporation,www.acme.com,SaaS,90"));
        Assert.Equal(2, facts.Companies.Count);
        Assert.Equal((80.0, "Acme Inc."), (facts.Companies[0].Employees, facts.Companies[0].Name));
        Assert.Equal(["ACME LLC", "Acme Corporation"], facts.Companies[0].OtherNames);
        Assert.Equal([("companies.csv", 1, MatchKey.Name), ("companies.csv", 3, MatchKey.Domain)], facts.Merges.Select(merge => (merge.Table, merge.Row, merge.By)));
        Assert.Contains(facts.Quality.Issues, issue => issue.Code == "accounts.duplicate-companies" && issue.Count == 2 && issue.Total == 4);
    }

    [Fact]
    public void Match_OneNameTwoDomains_IsLeftForReview()
    {
        var facts = AccountsRun.Facts(TestTables.Read("companies.csv", "Record ID,Company name,Company Domain Name,Industry\n1,Summit,summit.com,SaaS\n2,Summit,summit.co.kr,Retail"));
        Assert.Equal(2, facts.Companies.Count);
        Assert.True(Assert.Single(facts.Merges).IsReview);
        Assert.Contains(facts.Quality.Issues, issue => issue.Code == "accounts.matches-to-review" && issue.Count == 1);
    }

    [Fact]
    public void Match_OneDomainTwoNames_IsLeftForReview()
    {
        var facts = AccountsRun.Facts(TestTables.Read("companies.csv", "Record ID,Company name,Company Domain Name,Industry\n1,Summit Bank,group.com,Banking\n2,Orchid Foods,group.com,Food"));
        Assert.Equal(2, facts.Companies.Count);
        Assert.Equal((MatchKey.Domain, true), (facts.Merges.Single().By, facts.Merges.Single().IsReview));
    }

    [Fact]
    public void Match_SimilarNames_JoinFromDealsButNeverWithinCompanies()
    {
        var facts = AccountsRun.Facts(
            TestTables.Read("companies.csv", "Record ID,Company name,Industry\n1,United Oil & Gas Corp.,Energy\n2,\"United Oil & Gas, UK\",Energy\n3,Edge Communications,Telecom"),
            TestTables.Read("deals.csv", "Deal Name,Company name,Deal Stage,Amount\nx,Edge Comunications,Closed Won,1\ny,Edge Communication Systems,Closed Won,1"));
        Assert.Equal(4, facts.Companies.Count); // Two United, Edge, and the doubtful one apart.
        var joined = facts.Merges.Single(merge => merge.By == MatchKey.SimilarName && !merge.IsReview);
        Assert.Equal(("deals.csv", 0), (joined.Table, joined.Row));
        Assert.InRange(joined.Score, 0.97, 0.9999);
        Assert.Contains(facts.Merges, merge => merge is { IsReview: true, Table: "companies.csv", Row: 1 });
    }

    [Fact]
    public void Match_ResidentNumberInPlaceOfABusinessNumber_IsCountedAndGone()
    {
        var facts = AccountsRun.Facts(TestTables.Read("companies.csv", "회사명,업종,사업자등록번호\n매듭,소프트웨어,800101-1234567\n바늘,소프트웨어,118100014"));
        Assert.Null(facts.Companies[0].BusinessNumber);
        Assert.Equal("0118100014", facts.Companies[1].BusinessNumber);
        var issue = facts.Quality.Issues.Single(issue => issue.Code == "standards.resident-number");
        Assert.Equal(1, issue.Count);
        Assert.DoesNotContain("800101", issue.Message.Ko + issue.Message.En + facts.Companies[0].Key, StringComparison.Ordinal);
        Assert.Contains(facts.Quality.Issues, found => found.Code == "accounts.number-padded" && found.Count == 1);
    }

    [Fact]
    public void Match_DealsWithoutAnyCompany_StandForThemselves()
    {
        var facts = AccountsRun.Facts(TestTables.Read("deals.csv", "Deal Name,Deal Stage,Amount\na,Closed Won,1\nb,Closed Lost,2"));
        Assert.Equal(2, facts.Companies.Count);
        Assert.Equal(0.0, facts.MatchRates.Single().Share);
    }

    [Fact]
    public void Match_Rate_CountsRowsPerWay()
    {
        var facts = AccountsRun.Facts(
            TestTables.Read("companies.csv", "Record ID,Company name,Industry\n1,Acme,SaaS\n2,Globex,SaaS"),
            TestTables.Read("deals.csv", "Deal Name,Associated Company,Associated Company IDs,Deal Stage\na,Acme,1,Closed Won\nb,Globex Inc,,Closed Lost\nc,Initech,,Closed Lost"));
        var rate = facts.MatchRates.Single(rate => rate.Table == "deals.csv");
        Assert.Equal((1, 1, 1), (rate.ByKey[MatchKey.CrmKey], rate.ByKey[MatchKey.Name], rate.ByKey[MatchKey.None]));
        Assert.Equal(2.0 / 3.0, rate.Share, 1e-12);
        Assert.Contains(facts.Quality.Issues, issue => issue.Code == "accounts.rows-without-company" && issue.Count == 1);
    }
}
