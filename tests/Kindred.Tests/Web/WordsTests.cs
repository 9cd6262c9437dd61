using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Web.Customers;
using Kindred.Web.Shell;
using Xunit;

namespace Kindred.Tests.Web;

/// <summary>Amounts, days and the sentence of regret as people read them.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData(123_456_789, "KRW", "1.2억 원", "₩123,456,789")]
    [InlineData(300_000_000, "KRW", "3억 원", "₩300,000,000")]
    [InlineData(99_996_000, "KRW", "1억 원", "₩99,996,000")]
    [InlineData(4_607_000, "KRW", "461만 원", "₩4,607,000")]
    [InlineData(8_300, "KRW", "8,300원", "₩8,300")]
    [InlineData(12_300.4, "USD", "$12,300", "$12,300")]
    [InlineData(-50, "CHF", "−50 CHF", "−50 CHF")]
    public void Money_InBothLanguages(double amount, string currency, string ko, string en) =>
        Assert.Equal((ko, en), (Page(Language.Korean).Money(amount, currency), Page(Language.English).Money(amount, currency)));

    [Fact]
    public void Day_InBothLanguages() => Assert.Equal(("2026년 11월 3일", "3 November 2026"), (Page(Language.Korean).Day(new DateOnly(2026, 11, 3)), Page(Language.English).Day(new DateOnly(2026, 11, 3))));

    [Fact]
    public void Regret_SaysBothFrequenciesAndItsHeadingOnlyWhereItHeldUp()
    {
        var held = RegretWords.Of(Pattern("proven", new RateLine(20, 8, 0.4, 0.2, 0.6)));
        Assert.Equal("The easy wins left first. 42 of 100 small shops signed; a year later only 4 in 10 of those were still customers. (The rest: 9 in 10; 20 customers)", held.En);
        Assert.StartsWith("쉽게 팔린 곳이 먼저 떠났어요. 작은 쇼핑몰은 100곳 중 42곳이", held.Ko, StringComparison.Ordinal);
        Assert.StartsWith("42 of 100", RegretWords.Of(Pattern("promising", new RateLine(20, 8, 0.4, 0.2, 0.6))).En, StringComparison.Ordinal);
        Assert.Contains("cannot be said yet", RegretWords.Of(Pattern("proven", null)).En, StringComparison.Ordinal);
    }

    private static PageContext Page(Language language) => new(language, null, null, [], "/", "", DateTimeOffset.UnixEpoch, Sections.None);

    private static PatternLine Pattern(string status, RateLine? kept)
    {
        var won = new RateLine(100, 42, 0.42, 0.3, 0.5);
        return new PatternLine("regret", [], new Wording("작은 쇼핑몰", "small shops"), status, true, won, null, null, 0, 0, 0, 5, 1, true, null, null, [], [], won, won, kept, kept is null ? null : new RateLine(50, 45, 0.9, 0.8, 0.95), null, null, null);
    }
}
