using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Xunit;

namespace Kindred.Tests.Accounts;

/// <summary>The sheet for those without a CRM imports as it is, in both languages.</summary>
public sealed class WorksheetTests
{
    [Theory]
    [InlineData(Language.Korean, "매듭,maedeup.co.kr,수주,2026-01-02,소프트웨어,50-99명,시리즈 A,125억 원,대한민국,서울,강남구,Slack;Jira,Notion,엑셀,재무팀장,재무,예|바늘,,실주,2026-02-02,제조,20,시드,10억 원,대한민국,부산,,Slack,,,대표,,아니오|실,,실주,2026-03-02,제조,30,시드,20억 원,대한민국,부산,,Jira,,,대표,,아니오")]
    [InlineData(Language.English, "Acme,acme.com,Won,2026-01-02,Software,50-99,Series A,$12M,United States,California,San Francisco,Slack;Jira,Notion,Excel,CFO,Finance,yes|Globex,,Lost,2026-02-02,Manufacturing,20,Seed,$1M,United States,Texas,,Slack,,,CEO,,no|Initech,,Lost,2026-03-02,Manufacturing,30,Seed,$2M,United States,Texas,,Jira,,,CEO,,no")]
    public void Worksheet_FilledIn_AnswersWhoBuys(Language language, string rows)
    {
        var csv = string.Join(',', Worksheet.Columns.Select(column => column.Header.In(language))) + "\n" + rows.Replace('|', '\n');
        var facts = AccountsRun.Facts(TestTables.Read("worksheet.csv", csv));
        var view = AccountsModule.Buys(facts).Value;
        Assert.Equal([1, 0, 0], view.Table.Positive.Select(one => (int)one));
        Assert.Equal(new DateOnly(2026, 1, 2).DayNumber, view.Table.Dates[0]);
        Assert.Equal("software", facts.Companies[0].Industry!.Sector.Word);
        Assert.InRange(facts.Companies[0].Employees, 50, 99);
        var fields = view.Table.Fields.Select(field => field.Name).ToArray();
        Assert.Superset(new HashSet<string> { "industry", "employees", "revenue", "region", "funding stage", language == Language.Korean ? "연동할 도구" : "Tools to integrate" }, fields.ToHashSet());
        foreach (var column in Worksheet.Columns.Where(column => column.Header.En is "Job title" or "Department" or "Price fits" or "Result" or "Close date"))
        {
            Assert.DoesNotContain(column.Header.In(language), fields);
        }
    }
}
