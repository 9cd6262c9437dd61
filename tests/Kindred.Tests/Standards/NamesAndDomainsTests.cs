using Kindred.Core.Standards;
using Xunit;

namespace Kindred.Tests.Standards;

public sealed class NamesAndDomainsTests
{
    [Theory]
    [InlineData("(주)매듭", "매듭")]
    [InlineData("㈜매듭", "매듭")]
    [InlineData("주식회사 매듭", "매듭")]
    [InlineData("매듭 유한회사", "매듭")]
    [InlineData("농업회사법인 매듭 주식회사", "매듭")]
    [InlineData("Acme, Inc.", "acme")]
    [InlineData("ACME L.L.C.", "acme")]
    [InlineData("Acme Co., Ltd.", "acme")]
    [InlineData("The Acme Company", "acme")]
    [InlineData("Müller GmbH & Co. KG", "müller")]
    [InlineData("株式会社サンプル", "サンプル")]
    [InlineData("ＡＣＭＥ　Ｃｏｒｐ", "acme")]
    [InlineData("Foo Pte. Ltd.", "foo")]
    [InlineData("AT&T Inc", "at and t")]
    [InlineData("Co", "co")]
    public void Read_LegalForms_LeaveTheCore(string text, string core) => Assert.Equal(core, CompanyName.Read(text).Core);

    [Fact]
    public void Read_DecomposedHangul_EqualsComposed() =>
        Assert.Equal(CompanyName.Read("매듭").Key, CompanyName.Read("매듭".Normalize(System.Text.NormalizationForm.FormD)).Key);

    // Winkler's own examples (1990): MARTHA/MARHTA 0.961, DWAYNE/DUANE 0.840, DIXON/DICKSONX 0.813.
    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.961)]
    [InlineData("DWAYNE", "DUANE", 0.840)]
    [InlineData("DIXON", "DICKSONX", 0.813)]
    public void JaroWinkler_PublishedPairs_Agree(string left, string right, double expected)
    {
        Assert.Equal(expected, NameSimilarity.JaroWinkler(left, right), 0.0005);
        Assert.Equal(NameSimilarity.JaroWinkler(left, right), NameSimilarity.JaroWinkler(right, left), 1e-12);
    }

    [Theory]
    [InlineData("(주)삼성전자", "삼성 전자 주식회사", NameVerdict.Same)]
    [InlineData("Edge Communications", "Edge Comunications Inc", NameVerdict.Same)]
    [InlineData("한빛소프트", "한빛소프트웨어", NameVerdict.Review)]
    [InlineData("Company_0", "Company_10", NameVerdict.Different)]
    [InlineData("매듭 1호", "매듭 2호", NameVerdict.Different)]
    [InlineData("Acme", "Globex", NameVerdict.Different)]
    public void Of_TwoNames_FallIntoTheRightBand(string left, string right, NameVerdict verdict) =>
        Assert.Equal(verdict, StandardsModule.Compare(left, right).Verdict);

    [Theory]
    [InlineData("https://www.Example.co.kr/about?x=1", "example.co.kr")]
    [InlineData("shop.example.com:8080", "example.com")]
    [InlineData("Jane <jane@mail.example.co.uk>", "example.co.uk")]
    [InlineData("jane@corp.example.com.sg", "example.com.sg")]
    [InlineData("maedeup.github.io", "maedeup.github.io")]
    [InlineData("한국.kr", "한국.kr")]
    public void Read_WebOrMail_GivesTheRegistrableDomain(string text, string name)
    {
        var domain = Domain.Read(text)!;
        Assert.Equal((name, false), (domain.Name, domain.IsFreeMail));
    }

    [Theory]
    [InlineData("kim@naver.com")]
    [InlineData("a@gmail.com")]
    [InlineData("b@hanmail.net")]
    [InlineData("c@yahoo.co.kr")]
    public void Read_FreeMail_SaysNothingAboutTheCompany(string text) => Assert.True(Domain.Read(text)!.IsFreeMail);

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("10.0.0.1")]
    [InlineData("co.kr")]
    [InlineData("N/A")]
    [InlineData("none given.")]
    public void Read_NoDomain_IsNull(string text) => Assert.Null(Domain.Read(text));
}
