using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Profiles;

/// <summary>The sheet for those without a CRM: one row per customer or lost deal, one column per data point of R73, and how it ended. Filled in, it imports as it is; the headers are words the import knows.</summary>
public static class Worksheet
{
    /// <summary>Header of the column that says how it ended; its two words are won and lost.</summary>
    public static Wording Outcome { get; } = new("결과", "Result");

    /// <summary>The word for a deal that was won.</summary>
    public static Wording Won { get; } = new("수주", "Won");

    /// <summary>The word for a deal that was lost.</summary>
    public static Wording Lost { get; } = new("실주", "Lost");

    /// <summary>The columns in order.</summary>
    public static IReadOnlyList<WorksheetColumn> Columns { get; } =
    [
        new(null, new("회사명", "Company name"), new("한 줄에 한 회사", "one company a row")),
        new(null, new("홈페이지", "Website"), new("같은 회사를 알아보는 데 써요", "tells the same company apart")),
        new(null, Outcome, new("수주 또는 실주", "Won or Lost")),
        new(null, new("마감일", "Close date"), new("결정된 날, 예: 2026-11-21", "day of the decision, as 2026-11-21")),
        new("industry", new("업종", "Industry"), new("예: 소프트웨어", "as Software")),
        new("size", new("직원수", "Employees"), new("숫자 또는 범위", "a number or a range")),
        new("stage", new("성장단계", "Growth stage"), new("예: 시리즈 A, 상장", "as Series A, public")),
        new("revenue", new("연매출", "Annual revenue"), new("예: 125억 원", "as $12M")),
        new("location", new("국가", "Country"), new("예: 대한민국", "as United States")),
        new("location", new("시도", "State"), new("예: 서울", "as California")),
        new("location", new("시군구", "City"), new("예: 강남구", "as San Francisco")),
        new("integrate", new("연동할 도구", "Tools to integrate"), new("여럿이면 ;로 나눠요", "several: separate by ;")),
        new("complement", new("함께 쓰는 도구", "Tools complemented"), new("여럿이면 ;로 나눠요", "several: separate by ;")),
        new("replace", new("대체할 도구", "Tools replaced"), new("지금 쓰는 것, 엑셀도 괜찮아요", "what they use now, Excel counts")),
        new("decider", new("직책", "Job title"), new("결정한 사람의 직책", "title of the person who decided")),
        new("department", new("부서", "Department"), new("결정한 부서", "department that decided")),
        new("price-fit", new("가격 적합", "Price fits"), new("매출 규모에 우리 가격이 맞나요? 예 또는 아니오", "does our price fit that revenue? yes or no")),
    ];

    /// <summary>An empty sheet: headers only.</summary>
    public static Table Blank(Language language) =>
        new(new Wording("작성표", "Worksheet").In(language), [.. Columns.Select(column => TextColumn.From(column.Header.In(language), []))]);

    /// <summary>What each column is for, as a table of its own.</summary>
    public static Table Guide(Language language) =>
        new(new Wording("쓰는 법", "How to fill in").In(language),
        [
            TextColumn.From(new Wording("칸", "Column to fill").In(language), [.. Columns.Select(column => column.Header.In(language))]),
            TextColumn.From(new Wording("쓰는 법", "How to fill it").In(language), [.. Columns.Select(column => column.Hint.In(language))]),
        ]);
}
