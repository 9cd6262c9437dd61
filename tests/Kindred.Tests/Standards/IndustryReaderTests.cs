using Kindred.Core.Standards;
using Xunit;

namespace Kindred.Tests.Standards;

public sealed class IndustryReaderTests
{
    [Theory]
    [InlineData("513210", "513210", null, "software", 1.0)]
    [InlineData("NAICS 5132", "5132", null, "software", 1.0)]
    [InlineData("J58222", "513210", "58222", "software", 1.0)]
    [InlineData("58222", "513210", "58222", "software", 1.0)]
    [InlineData("J58111", null, "58111", "media", 1.0)]
    [InlineData("62", "62", null, "health", 0.5)]
    public void Read_Code_GivesItsEntry(string text, string? naics, string? ksic, string sector, double confidence)
    {
        var match = IndustryReader.Read(text)!;
        Assert.Equal((naics, ksic, sector), (match.Naics?.Code, match.Ksic?.Code, match.Sector.Word));
        Assert.Equal(IndustryMatchMethod.Code, match.Method);
        Assert.Equal(confidence, match.Confidence);
    }

    [Fact]
    public void Read_KoreanTitle_BearsTheNaicsCodeOfItsSpellingsOnly()
    {
        var known = IndustryReader.Read("경영 컨설팅업")!;
        Assert.Equal(("71531", "541611"), (known.Ksic!.Code, known.Naics!.Code));
        Assert.Null(IndustryReader.Read("만화 출판업")!.Naics);
    }

    [Fact]
    public void Read_AmbiguousCodeWithHint_FollowsTheColumn()
    {
        var match = IndustryReader.Read("62", IndustrySystem.Ksic11)!;
        Assert.Equal(("62", "software", 1.0), (match.Ksic!.Code, match.Sector.Word, match.Confidence));
    }

    [Theory]
    [InlineData("Software Publishers", "513210", null)]
    [InlineData("시스템ㆍ응용 소프트웨어 개발 및 공급업", null, "5822")]
    public void Read_OfficialTitle_IsCertain(string text, string? naics, string? ksic)
    {
        var match = IndustryReader.Read(text)!;
        Assert.Equal(IndustryMatchMethod.Title, match.Method);
        Assert.Equal(1.0, match.Confidence);
        Assert.True(naics is null || match.Naics!.Code.StartsWith(naics[..4], StringComparison.Ordinal));
        Assert.Equal(ksic, match.Ksic?.Code);
    }

    [Theory]
    [InlineData("COMPUTER_SOFTWARE", "software")]
    [InlineData("Computer Software", "software")]
    [InlineData("INFORMATION_TECHNOLOGY_AND_SERVICES", "software")]
    [InlineData("소프트웨어", "software")]
    [InlineData("ＳａａＳ", "software")]
    [InlineData("FinTech", "fintech")]
    [InlineData("핀테크", "fintech")]
    [InlineData("제조", "manufacturing")]
    [InlineData("제조업", "manufacturing")]
    [InlineData("Electronics", "manufacturing")]
    [InlineData("Apparel", "manufacturing")]
    [InlineData("이커머스", "commerce")]
    [InlineData("E-Commerce", "commerce")]
    [InlineData("RETAIL", "commerce")]
    [InlineData("물류", "logistics")]
    [InlineData("Transportation", "logistics")]
    [InlineData("TRANSPORTATION_TRUCKING_RAILROAD", "logistics")]
    [InlineData("교육", "education")]
    [InlineData("EdTech", "education")]
    [InlineData("의료", "health")]
    [InlineData("HealthTech", "health")]
    [InlineData("HOSPITAL_HEALTH_CARE", "health")]
    [InlineData("Biotechnology", "health")]
    [InlineData("공공", "public")]
    [InlineData("Government", "public")]
    [InlineData("Consulting", "services")]
    [InlineData("Hospitality", "hospitality")]
    [InlineData("Energy", "energy")]
    [InlineData("Agriculture", "agriculture")]
    [InlineData("Construction", "construction")]
    [InlineData("대학병원", "health")]
    [InlineData("시청", "public")]
    [InlineData("Not For Profit", "nonprofit")]
    [InlineData("DevTools", "software")]
    [InlineData("Cybersecurity", "software")]
    public void Read_CrmSpelling_GivesTheSectorWithConfidence(string text, string sector)
    {
        var match = IndustryReader.Read(text)!;
        Assert.Equal(sector, match.Sector.Word);
        Assert.True(match.Confidence >= 0.95, match.Method.ToString());
    }

    [Theory]
    [InlineData("B2B 소프트웨어 회사", "software")]
    [InlineData("Vertical SaaS for dentists", "software")]
    [InlineData("자동차 부품 2차 협력사", "manufacturing")]
    public void Read_WordInside_IsLessCertain(string text, string sector)
    {
        var match = IndustryReader.Read(text)!;
        Assert.Equal((sector, IndustryMatchMethod.Words, 0.7), (match.Sector.Word, match.Method, match.Confidence));
    }

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("zzqx")]
    public void Read_NothingKnown_IsNull(string text) => Assert.Null(IndustryReader.Read(text));

    [Fact]
    public void Read_LatinTermInsideAWord_IsNotFound() => Assert.Null(IndustryReader.Read("Kitty")); // "it" stands inside, not as a word.

    [Fact]
    public void Terms_EveryRow_NamesKnownCodes() => Assert.All(
        ReferenceFile.Rows("industry-terms.csv"),
        row => Assert.True(Sectors.Find(row[1]) is not null && IndustryCodes.Find(IndustrySystem.Naics2022, row[2]) is not null && IndustryCodes.Find(IndustrySystem.Ksic11, row[3]) is not null, row[0]));
}
