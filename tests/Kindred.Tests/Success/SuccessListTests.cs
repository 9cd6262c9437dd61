using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Success;
using Kindred.Product;
using Kindred.Tests.Files;
using Kindred.Tests.Segments;
using Xunit;

namespace Kindred.Tests.Success;

/// <summary>What teams take away: headers in the reader's language, amounts to the last digit, nothing a spreadsheet takes for a formula.</summary>
public sealed class SuccessListTests
{
    private static readonly string[] Names = ["=HYPERLINK(\"http://x\",\"y\")", "@SUM(A1:A9)", "+cmd|'/c calc'!A1", "Plain, Inc"];

    [Theory]
    [InlineData("sales", Language.English, "kind,company_id,company,state,date,monthly_krw,tier,health,leaves_within_90_days,why")]
    [InlineData("sales", Language.Korean, "종류,회사 번호,회사,ICP 상태,날짜,월 금액 (KRW),등급,건강 점수,90일 안에 떠날 확률,이유")]
    [InlineData("marketing", Language.English, "kind,company_id,company,state,why")]
    [InlineData("marketing", Language.Korean, "종류,회사 번호,회사,ICP 상태,이유")]
    [InlineData("product", Language.English, "company_id,company,tier,health,health_low,health_high,usage_trend,breadth,tickets,payment,sponsor,engagement,survey,key_feature_trend,silent_since,leaves_within_90_days,low,high,why")]
    [InlineData("product", Language.Korean, "회사 번호,회사,등급,건강 점수,건강 점수 (모르는 것이 모두 나쁠 때),건강 점수 (모르는 것이 모두 좋을 때),핵심 기능 사용 추세 (0–1),쓰는 기능의 폭 (0–1),문의량 (0–1),제때 결제 (0–1),결정권자와의 연결 (0–1),최근 접촉 (0–1),만족도 응답 (0–1),핵심 기능 사용 (지난 석 달 = 1),조용해진 달,90일 안에 떠날 확률,확률 아래 끝,확률 위 끝,이유")]
    [InlineData("tasks", Language.English, "due,company_id,company,tier,task,what,why")]
    [InlineData("tasks", Language.Korean, "기한,회사 번호,회사,등급,할 일 코드,할 일,이유")]
    public void Csv_EveryList_IsInTheReadersLanguageAndNoFormula(string list, Language language, string header)
    {
        var (snapshot, study) = Made();
        var text = SuccessLists.Csv(snapshot, study, list, language)!;
        Assert.Equal(header, text.TrimStart('\uFEFF').Split("\r\n")[0].Replace("\"", "", StringComparison.Ordinal));
        var reading = Reads.One(text);
        Assert.Empty(reading.Rejects);
        var firms = Reads.Words(reading, language == Language.Korean ? "회사" : "company");
        Assert.NotEmpty(firms);
        Assert.All(firms, firm => Assert.Contains(firm, Names));
        Assert.Contains(Names[0], firms);
        foreach (var line in text.TrimStart('\uFEFF').Split("\r\n"))
        {
            Assert.DoesNotMatch("(^|,)\"?[=@+]", line);
        }

        // Names here are English: only the words of the list itself could be Korean.
        Assert.Equal(language == Language.Korean, text.Any(letter => letter is >= '가' and <= '힣'));
    }

    [Fact]
    public void Csv_Amounts_StandToTheLastDigit()
    {
        var (snapshot, study) = Made();
        Assert.Contains(",3801719,", SuccessLists.Csv(snapshot, study, "sales", Language.English), StringComparison.Ordinal);
        Assert.Null(SuccessLists.Csv(snapshot, study, "other", Language.English));
        Assert.Equal(["sales", "marketing", "product", "tasks"], SuccessLists.Names);
    }

    private static (WorkspaceSnapshot, SuccessStudy) Made()
    {
        var facts = FactsByHand.Of(4, [.. Enumerable.Range(0, 4).Select(i => FactsByHand.Sub(i, "2025-01-10", null, 3_801_719 + i))]);
        facts = facts with
        {
            Companies = [.. facts.Companies.Select((company, i) => company with { Name = Names[i] })],
            Usage = [.. from account in Enumerable.Range(0, 4) from month in Enumerable.Range(3, 4) select new Usage(account, new DateOnly(2026, month, 1), "quote", account == 1 && month == 6 ? 0 : 100, 0, 1, new DateOnly(2026, month, 1))],
            Activities = [.. Enumerable.Range(0, 4).Where(i => i is 0 or 3).Select(i => new Activity(i, "Case study", new DateOnly(2026, 5, 1), null))],
        };
        var snapshot = new WorkspaceSnapshot { Folder = "here", IsInvented = false, Imports = [], Facts = facts };
        return (snapshot, SuccessModule.Study(facts, new SuccessRequest { CapacityA = 1, CapacityB = 1 }, []).Value);
    }
}
