using Kindred.Core.Patterns;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>Names that give a field away, in English and Korean, however they are spelled.</summary>
public sealed class NameHintsTests
{
    [Theory]
    [InlineData("CloseDate", "close")]
    [InlineData("closed_at", "closed")]
    [InlineData("Won Amount", "won")]
    [InlineData("LOST_REASON", "lost")]
    [InlineData("Deal Stage", "stage")]
    [InlineData("Status", "status")]
    [InlineData("Probability (%)", "probability")]
    [InlineData("ForecastCategory", "forecast")]
    [InlineData("Elapsed.Days", "elapsed")]
    [InlineData("duration", "duration")]
    [InlineData("Lead Score", "score")]
    [InlineData("HealthIndex", "index")]
    [InlineData("Call Length", "call length")]
    [InlineData("Days in Stage 2", "stage")]
    [InlineData("Days to close", "close")]
    [InlineData("DaysIn Pipeline", "days in")]
    [InlineData("Last Activity Date", "last activity")]
    [InlineData("last_modified", "last modified")]
    [InlineData("Tags", "tags")]
    [InlineData("Notes", "notes")]
    [InlineData("Customer Rating", "rating")]
    [InlineData("실주 사유", "실주")]
    [InlineData("영업단계", "단계")]
    [InlineData("계약일", "계약일")]
    [InlineData("통화 시간", "통화 시간")]
    [InlineData("예상 매출", "예상")]
    [InlineData("고객 등급", "등급")]
    public void AfterTheFact_ProcessName_SaysWhichWord(string field, string hint) => Assert.Equal(hint, NameHints.AfterTheFact(field));

    [Theory]
    [InlineData("Contract")]
    [InlineData("tenure")]
    [InlineData("MonthlyCharges")]
    [InlineData("Up_sale")]
    [InlineData("Client")]
    [InlineData("Competitors")]
    [InlineData("poutcome")]
    [InlineData("month")]
    [InlineData("Industry")]
    [InlineData("Employees")]
    [InlineData("Percentage")]
    [InlineData("Wonderful Co")]
    [InlineData("업종")]
    [InlineData("직원수")]
    [InlineData("지역")]
    public void AfterTheFact_TraitOfACompany_IsNoHint(string field) => Assert.Null(NameHints.AfterTheFact(field));

    [Theory]
    [InlineData("AccountId", true)]
    [InlineData("customerID", true)]
    [InlineData("record_id", true)]
    [InlineData("사업자등록번호", true)]
    [InlineData("UUID", true)]
    [InlineData("Paid", false)]
    [InlineData("Idaho", false)]
    [InlineData("Keyboard", false)]
    public void IsIdentifier_Name_IsReadByWords(string field, bool isIdentifier) => Assert.Equal(isIdentifier, NameHints.IsIdentifier(field));

    [Theory]
    [InlineData("month", true)]
    [InlineData("DayOfWeek", true)]
    [InlineData("분기", true)]
    [InlineData("monthly charges", false)]
    [InlineData("Birthday", false)]
    public void IsCalendar_Name_OnlyPureCalendarFields(string field, bool isCalendar) => Assert.Equal(isCalendar, NameHints.IsCalendar(field));
}
