using Kindred.Core.Standards;
using Xunit;

namespace Kindred.Tests.Standards;

public sealed class RegionTests
{
    [Fact]
    public void Country_All_AreThe249OfIso3166()
    {
        Assert.Equal(249, Country.All.Count);
        Assert.Equal(249, Country.All.Select(country => country.Iso3).Distinct().Count());
        Assert.All(Country.All, country => Assert.True(country.Name.Ko.Length > 0 && country.Name.En.Length > 0 && country.Iso2.Length == 2));
    }

    [Theory]
    [InlineData("South Korea", "KR")]
    [InlineData("대한민국", "KR")]
    [InlineData("KOR", "KR")]
    [InlineData("u.s.a.", "US")]
    [InlineData("미국", "US")]
    [InlineData("UK", "GB")]
    [InlineData("호주", "AU")]
    [InlineData("Côte d’Ivoire", "CI")]
    public void Country_Read_KnowsCodesAndNames(string text, string iso2) => Assert.Equal(iso2, Country.Read(text)!.Iso2);

    [Fact]
    public void UsState_All_Are51WithDistinctFips()
    {
        Assert.Equal(51, UsState.All.Count);
        Assert.Equal(51, UsState.All.Select(state => state.Fips).Distinct().Count());
        Assert.Equal("CA", UsState.Read("california")!.Code);
        Assert.Equal("NY", UsState.Read("뉴욕주")!.Code);
        Assert.Null(UsState.Read("Ontario"));
    }

    [Fact]
    public void KoreanRegions_All_HaveTheSeventeenSido() =>
        Assert.Equal(17, KoreanRegions.All.Select(region => region.Sido.Ko).Distinct().Count());

    [Theory]
    [InlineData("강원도 춘천시", "강원특별자치도", "춘천시")]
    [InlineData("전라북도 전주시 완산구", "전북특별자치도", "전주시 완산구")]
    [InlineData("전북 익산시", "전북특별자치도", "익산시")]
    [InlineData("경상북도 군위군", "대구광역시", "군위군")]
    [InlineData("대구 군위군", "대구광역시", "군위군")]
    [InlineData("인천광역시 남구", "인천광역시", "미추홀구")]
    [InlineData("서울특별시 강남구 테헤란로 1", "서울특별시", "강남구")]
    [InlineData("경기 성남시 분당구 판교역로 235", "경기도", "성남시 분당구")]
    [InlineData("경기도 수원시", "경기도", "수원시")]
    [InlineData("대한민국 부산 해운대구", "부산광역시", "해운대구")]
    [InlineData("Gangnam-gu, Seoul", "서울특별시", "강남구")]
    [InlineData("세종시", "세종특별자치시", "세종시")]
    [InlineData("분당구", null, null)]
    [InlineData("강남구", "서울특별시", "강남구")]
    [InlineData("중구", null, null)]
    [InlineData("Springfield", null, null)]
    public void KoreanRegions_Read_GivesTheNamesOfToday(string text, string? sido, string? sigungu)
    {
        var region = KoreanRegions.Read(text);
        Assert.Equal((sido, sigungu), (region?.Sido.Ko, region?.Sigungu?.Ko));
    }

    [Fact]
    public void Place_Read_FlagsCapitalAreaAndOverseas()
    {
        var seoul = Place.Read("", "서울", "마포구");
        Assert.Equal(("KR", "마포구", true, false), (seoul.Country!.Iso2, seoul.City!.Ko, seoul.IsCapitalArea, seoul.IsOverseas));
        Assert.False(Place.Read("KR", "부산광역시", "").IsCapitalArea);
        var austin = Place.Read("", "TX", "Austin");
        Assert.Equal(("US", "Texas", "Austin", null, true), (austin.Country!.Iso2, austin.Region!.En, austin.City!.En, austin.IsCapitalArea, austin.IsOverseas));
        Assert.Null(Place.Read("", "", "").IsOverseas);
        Assert.Equal("FR", Place.Read("France", "", "Paris").Country!.Iso2);
    }

    [Fact]
    public void Bands_EveryScheme_HasNoGapAndNoOverlap()
    {
        Assert.Equal(8, BandScheme.All.Count);
        foreach (var scheme in BandScheme.All)
        {
            Assert.Equal(0, scheme.Bands[0].From);
            Assert.Equal(double.PositiveInfinity, scheme.Bands[^1].Below);
            Assert.All(scheme.Bands.Zip(scheme.Bands.Skip(1)), pair => Assert.Equal(pair.First.Below, pair.Second.From));
        }
    }

    [Theory]
    [InlineData("market-tier", "employees", 499, "SMB (under 500)")]
    [InlineData("market-tier", "employees", 500, "mid-market (500–2,000)")]
    [InlineData("market-tier", "employees", 2000, "mid-market (500–2,000)")]
    [InlineData("market-tier", "employees", 2001, "enterprise (over 2,000)")]
    [InlineData("market-tier", "revenue", 49_999_999, "under $50M")]
    [InlineData("market-tier", "revenue", 1_000_000_000, "$50M–$1B")]
    [InlineData("susb", "employees", 20, "20-99")]
    [InlineData("worksheet", "employees", 200, "200–999")]
    public void Bands_Of_KeepsTheStatedBoundaries(string scheme, string measure, double value, string band)
    {
        Assert.Equal(band, BandScheme.Find(scheme, measure)!.Of(value)!.Label.En);
        Assert.Null(BandScheme.Find(scheme, measure)!.Of(double.NaN));
    }

    [Theory]
    [InlineData("51-200", 51, 200)]
    [InlineData("1,001 – 5,000명", 1001, 5000)]
    [InlineData("10,001+", 10001, null)]
    [InlineData("50명 미만", 0, 49)]
    [InlineData("300인 이상", 300, null)]
    [InlineData("85", 85, 85)]
    public void EmployeeRange_Read_UnderstandsCrmRanges(string text, int low, int? high) => Assert.Equal(new EmployeeRange(low, high), EmployeeRange.Read(text));

    [Fact]
    public void EmployeeRange_Read_RefusesWordsAndPhones()
    {
        Assert.Null(EmployeeRange.Read("many"));
        Assert.Null(EmployeeRange.Read("010-1234-5678"));
        Assert.Equal(101, EmployeeRange.Read("51-200")!.Middle);
    }
}
