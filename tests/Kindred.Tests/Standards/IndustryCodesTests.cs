using Kindred.Core.Standards;
using Xunit;

namespace Kindred.Tests.Standards;

public sealed class IndustryCodesTests
{
    // Census Bureau, "2022 NAICS structure": 20 sectors, 96 subsectors, 308 industry groups, 689 industries, 1,012 national industries.
    [Theory]
    [InlineData(3, 96)]
    [InlineData(4, 308)]
    [InlineData(6, 1012)]
    public void All_Naics2022_HasTheOfficialCounts(int digits, int count) =>
        Assert.Equal(count, IndustryCodes.All(IndustrySystem.Naics2022).Count(code => code.Code.Length == digits));

    [Fact]
    public void All_Naics2022_HasTwentySectorsAnd689Industries()
    {
        var codes = IndustryCodes.All(IndustrySystem.Naics2022);
        Assert.Equal(20, codes.Count(code => code.Code.Length == 2 || code.Code.Contains('-', StringComparison.Ordinal)));
        Assert.Equal(689, codes.Count(code => code.Code.Length == 5 && !code.Code.Contains('-', StringComparison.Ordinal)));
    }

    // Statistics Korea, KSIC 11: 21 sections, 77 divisions, 234 groups, 501 classes, 1,205 subclasses.
    [Theory]
    [InlineData(1, 21)]
    [InlineData(2, 77)]
    [InlineData(3, 234)]
    [InlineData(4, 501)]
    [InlineData(5, 1205)]
    public void All_Ksic11_HasTheOfficialCounts(int digits, int count) =>
        Assert.Equal(count, IndustryCodes.All(IndustrySystem.Ksic11).Count(code => code.Code.Length == digits));

    [Fact]
    public void Find_SectorInsideARange_GivesTheRange()
    {
        Assert.Equal("Manufacturing", IndustryCodes.Find(IndustrySystem.Naics2022, "32")!.Title.En);
        Assert.Equal("31-33", IndustryCodes.Top(IndustrySystem.Naics2022, "325412")!.Code);
        Assert.Null(IndustryCodes.Find(IndustrySystem.Naics2022, "999999"));
    }

    [Fact]
    public void OfCode_EveryOfficialCode_HasASector()
    {
        var without = IndustryCodes.All(IndustrySystem.Naics2022).Concat(IndustryCodes.All(IndustrySystem.Ksic11))
            .Where(code => Sectors.OfCode(code.System, code.Code) is null)
            .Select(code => code.Code).ToArray();
        // Management of companies (55) is services; households (T) and foreign bodies (U) are no customers.
        Assert.All(without, code => Assert.Contains(code[0], "TU9"));
    }

    [Fact]
    public void FromKsic10_Semiconductors_FollowsTheOfficialTable()
    {
        Assert.Equal([new IndustryLink("01110", "01110", false)], IndustryLinks.FromKsic10("01110"));
        Assert.Equal("10411", Assert.Single(IndustryLinks.FromKsic10("10401")).To);
        Assert.Empty(IndustryLinks.FromKsic10("00000"));
    }

    [Fact]
    public void FromNaics2017_SoftwarePublishers_Became513210()
    {
        // Census 2017–2022 concordance: 511210 Software Publishers → 513210; 519130 split.
        Assert.Equal([new IndustryLink("511210", "513210", false)], IndustryLinks.FromNaics2017("511210"));
        Assert.All(IndustryLinks.FromNaics2017("519130"), link => Assert.True(link.IsApproximate));
        Assert.Equal(2, IndustryLinks.FromNaics2017("519130").Count);
    }

    [Fact]
    public void FromNaics2017_EveryCodeOfTheCensusTable_LeadsTo2022()
    {
        var rows = ReferenceFile.Rows("naics2017-to-isic4.csv").Select(row => row[0]).Where(code => code != "0").Distinct().ToArray();
        Assert.True(rows.Length > 1000);
        Assert.All(rows, code => Assert.NotEmpty(IndustryLinks.FromNaics2017(code)));
        Assert.All(rows.SelectMany(IndustryLinks.FromNaics2017), link => Assert.NotNull(IndustryCodes.Find(IndustrySystem.Naics2022, link.To)));
    }

    [Theory]
    [InlineData("5822", "513", true)]
    [InlineData("62", "541", true)]
    [InlineData("651", "524", true)]
    [InlineData("85", "611", true)]
    [InlineData("51", "481", true)]
    public void KsicToNaics_KnownIndustry_NamesTheNaicsSubsector(string ksic, string naics, bool approximate)
    {
        var links = IndustryLinks.KsicToNaics(ksic);
        Assert.Equal(approximate, Assert.Single(links, link => link.To == naics).IsApproximate);
    }

    [Fact]
    public void KsicToNaics_EveryDivision_HasALink()
    {
        var divisions = IndustryCodes.All(IndustrySystem.Ksic11).Where(code => code.Code.Length == 2 && code.Code is not ("97" or "98" or "99"));
        Assert.All(divisions, division => Assert.NotEmpty(IndustryLinks.KsicToNaics(division.Code)));
    }
}
