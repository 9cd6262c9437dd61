using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Xunit;

namespace Kindred.Tests.Accounts;

public sealed class RecogniseTests
{
    [Theory]
    [InlineData("회사명,사업자등록번호,업종,직원수,매출액,시도\n매듭,124-81-00998,소프트웨어,50,100억,서울", TableKind.Companies)]
    [InlineData("Record ID,Company name,Company Domain Name,Industry,Number of Employees,Country/Region\n1,A,a.com,SaaS,5,US", TableKind.Companies)]
    [InlineData("이름,이메일,직책,부서,회사명\n홍길동,h@a.co.kr,대표이사,경영,매듭", TableKind.People)]
    [InlineData("Id,FirstName,LastName,Company,Email,Status,IsConverted\n1,A,B,Acme,a@acme.com,Open,FALSE", TableKind.Leads)]
    [InlineData("딜명,회사명,단계,금액,마감일,영업담당\n도입,매듭,수주,100,2026-01-02,김", TableKind.Deals)]
    [InlineData("Id,AccountId,Name,StageName,Amount,CloseDate\n1,2,x,Closed Won,5,2026-01-02", TableKind.Deals)]
    [InlineData("ID,ACCOUNTID,NAME,STAGENAME,AMOUNT,CLOSEDATE,ISWON,ISCLOSED\n1,2,x,Closed Won,5,2026-01-02,TRUE,TRUE", TableKind.Deals)]
    [InlineData("Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Probability (%),Age,Close Date,Created Date,Type,Lead Source\nK,Acme,x,Closed Won,5,100,3,2026-01-02,2026-01-01,New Customer,Web", TableKind.Deals)]
    [InlineData("Record ID,First Name,Last Name,Email,Job Title,Associated Company IDs\n1,A,B,a@b.com,CEO,7;8", TableKind.People)]
    [InlineData("Id,OpportunityId,StageName,CreatedDate,ForecastCategory\n1,2,Won,2026-01-02,Closed\n3,2,Lost,2026-01-03,Closed", TableKind.StageHistory)]
    [InlineData("id,Customer ID,Plan,Interval,Amount,Status,Start Date (UTC),Canceled At (UTC)\ns1,c1,Pro,month,10,active,2026-01-02,", TableKind.Subscriptions)]
    [InlineData("고객사,요금제,월금액,시작일,해지일\n매듭,Pro,100,2026-01-02,", TableKind.Subscriptions)]
    [InlineData("작성일자,승인번호,공급받는자사업자등록번호,상호,합계금액,공급가액,세액\n2026-01-02,x1,124-81-00998,매듭,110,100,10", TableKind.Invoices)]
    [InlineData("account_id,date,event,count\n1,2026-01-02,login,3", TableKind.Usage)]
    [InlineData("Ticket ID,Company,Created at,Priority\n1,Acme,2026-01-02,high", TableKind.Tickets)]
    [InlineData("월,채널,비용\n2026-01,검색광고,100", TableKind.Costs)]
    [InlineData("Company,Signal,Date,Source\nAcme,Funding round,2026-01-02,news", TableKind.Signals)]
    [InlineData("Company,Product,Vendor,Role,Contract end\nAcme,Salesforce,Salesforce,replaces,2027-01-01", TableKind.Technologies)]
    [InlineData("Company,Activity type,Activity date,Subject\nAcme,Meeting,2026-01-02,Demo", TableKind.Activities)]
    [InlineData("Document,Viewer email,Viewed at,Duration\nIntro,a@acme.com,2026-01-02,31", TableKind.DocumentVisits)]
    [InlineData("account_id,churn_date,reason_code\n1,2026-01-02,price", TableKind.Cancellations)]
    [InlineData("colour,shape\nred,round", TableKind.Unknown)]
    [InlineData("StageName,Count,StageName (groups)\nWon,5,a\nLost,3,b", TableKind.Unknown)]
    public void Recognise_HeadersAndValues_GiveTheKind(string csv, TableKind kind) =>
        Assert.Equal(kind, AccountsRun.Mapping(TestTables.Read("x.csv", csv)).Tables[0].Kind);

    [Fact]
    public void Recognise_HeaderWithoutFittingValues_IsNotBelieved()
    {
        var mapping = AccountsRun.Mapping(TestTables.Read("companies.csv", "Company name,Industry,Number of Employees,Website\nA,SaaS,Big,none\nB,SaaS,Small,none"));
        var employees = mapping.Tables[0].Columns.Single(column => column.Column == "Number of Employees");
        Assert.Equal((ColumnRole.None, FieldLevel.Company), (employees.Role, employees.Level));
        Assert.Null(mapping.Tables[0].Find(ColumnRole.Domain));
    }

    [Theory]
    [InlineData("Ownership", FieldLevel.Company)]
    [InlineData("Fiscal Year End", FieldLevel.Company)]
    [InlineData("Web Traffic Tier", FieldLevel.Company)]
    [InlineData("Lifecycle Stage", FieldLevel.AfterOutcome)]
    [InlineData("Last Activity Date", FieldLevel.AfterOutcome)]
    [InlineData("lead_status", FieldLevel.AfterOutcome)]
    [InlineData("onboarding_owner", FieldLevel.AfterOutcome)]
    [InlineData("NPS", FieldLevel.AfterOutcome)]
    [InlineData("건강점수", FieldLevel.AfterOutcome)]
    [InlineData("해지 사유", FieldLevel.AfterOutcome)]
    [InlineData("utm_campaign", FieldLevel.Channel)]
    [InlineData("Referral Source", FieldLevel.Channel)]
    [InlineData("Company owner", FieldLevel.Deal)]
    [InlineData("요금제", FieldLevel.Deal)]
    [InlineData("Payment Method", FieldLevel.Deal)]
    [InlineData("해외 지사 수", FieldLevel.Company)]
    public void Recognise_ColumnsOfCompanies_GetTheirLevel(string header, FieldLevel level)
    {
        var mapping = AccountsRun.Mapping(TestTables.Read("companies.csv", "Company name,Industry," + header + "\nA,SaaS,x\nB,SaaS,y"));
        var column = mapping.Tables[0].Columns.Single(column => column.Column == header);
        Assert.Equal(level, column.Level);
        Assert.False(string.IsNullOrWhiteSpace(column.Why.Ko) || string.IsNullOrWhiteSpace(column.Why.En));
    }

    [Theory]
    [InlineData("contract_sent_date", FieldLevel.AfterOutcome)]
    [InlineData("final_discount", FieldLevel.AfterOutcome)]
    [InlineData("Closed Lost Reason", FieldLevel.AfterOutcome)]
    [InlineData("Probability", FieldLevel.AfterOutcome)]
    [InlineData("Something else", FieldLevel.Deal)]
    [InlineData("직원 규모", FieldLevel.Company)]
    public void Recognise_ColumnsOfDeals_GetTheirLevel(string header, FieldLevel level)
    {
        var mapping = AccountsRun.Mapping(TestTables.Read("deals.csv", "Deal Name,Deal Stage,Amount," + header + "\nA,Closed Won,1,x\nB,Closed Lost,2,y"));
        Assert.Equal(level, mapping.Tables[0].Columns.Single(column => column.Column == header).Level);
    }

    [Fact]
    public void Recognise_Stages_AreAskedWithCountsAndDefaults()
    {
        var mapping = AccountsRun.Mapping(TestTables.Read("deals.csv", "Deal Name,Deal Stage,Deal Type\na,수주,신규\nb,실주,신규\nc,계약완료,갱신\nd,구두합의,신규\ne,수주,증설\nf,Closed Won,신규"));
        var won = mapping.Questions.Single(question => question.Id == "won-stages");
        Assert.Equal([new Choice("수주", 2, true), new Choice("Closed Won", 1, true), new Choice("계약완료", 1, true), new Choice("구두합의", 1, false), new Choice("실주", 1, false)], won.Choices);
        var fresh = mapping.Questions.Single(question => question.Id == "new-business");
        Assert.Equal([new Choice("신규", 4, true), new Choice("갱신", 1, false), new Choice("증설", 1, false)], fresh.Choices);
        Assert.True(mapping.Questions.Count <= 2);
    }

    [Fact]
    public void Recognise_SavedMapping_Overrides()
    {
        var table = TestTables.Read("x.csv", "Company name,Industry,Colour\nA,SaaS,red\nB,SaaS,blue");
        var found = AccountsRun.Mapping(table);
        var edited = found with { Tables = [found.Tables[0] with { Columns = [.. found.Tables[0].Columns.Select(column => column.Column == "Colour" ? column with { Level = FieldLevel.Person } : column)] }] };
        var read = MappingFile.Read(MappingFile.Write(edited)).Value;
        var again = AccountsModule.Recognise([table], read).Value;
        Assert.Equal(FieldLevel.Person, again.Tables[0].Columns.Single(column => column.Column == "Colour").Level);
        Assert.Equal(1.0, again.Tables[0].Confidence);
    }

    [Fact]
    public void Recognise_MappingOfAMissingColumn_IsRefused()
    {
        var table = TestTables.Read("x.csv", "Company name,Industry\nA,SaaS");
        var saved = AccountsRun.Mapping(TestTables.Read("x.csv", "Company name,Industry,Gone\nA,SaaS,1"));
        var reason = Assert.Single(AccountsModule.Recognise([table], saved).Reasons);
        Assert.Equal(("accounts.mapping-column", "x.csv"), (reason.Code, reason.Subject));
        Assert.Contains("'Gone'", reason.Message.En, StringComparison.Ordinal);
        Assert.Contains("Industry", reason.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_MappingWithOneRoleTwice_IsRefused()
    {
        var table = TestTables.Read("x.csv", "Company name,Industry,업종2\nA,SaaS,b");
        var found = AccountsRun.Mapping(table);
        var twice = found with { Tables = [found.Tables[0] with { Columns = [.. found.Tables[0].Columns.Select(column => column.Column == "업종2" ? column with { Role = ColumnRole.Industry } : column)] }] };
        var reason = Assert.Single(AccountsModule.Recognise([table], twice).Reasons);
        Assert.Equal("accounts.mapping-role", reason.Code);
        Assert.Contains("'업종2'", reason.Message.Ko, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"tables\":[],\"questions\":[],\"extra\":1}")]
    public void Read_BrokenMapping_IsRefusedWithTheFault(string json)
    {
        var reason = Assert.Single(MappingFile.Read(json).Reasons);
        Assert.Equal(("accounts.mapping-json", "mapping"), (reason.Code, reason.Subject));
        Assert.True(reason.Message.En.Length > 40);
    }

    [Fact]
    public void Recognise_NoRows_IsRefused()
    {
        Assert.Equal("accounts.no-rows", AccountsModule.Recognise([]).Reasons[0].Code);
        var reason = Assert.Single(AccountsModule.Recognise([TestTables.Read("empty.csv", "a,b")]).Reasons);
        Assert.Equal(("accounts.no-rows", "empty.csv"), (reason.Code, reason.Subject));
    }
}
