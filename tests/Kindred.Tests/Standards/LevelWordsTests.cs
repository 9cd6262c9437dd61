using Kindred.Core.Standards;
using Xunit;

namespace Kindred.Tests.Standards;

/// <summary>Values of company fields in words.</summary>
public sealed class LevelWordsTests
{
    [Theory]
    [InlineData("country", "KR", "대한민국", "South Korea")]
    [InlineData("region", "서울특별시", "서울특별시", "Seoul")]
    [InlineData("region", "California", "캘리포니아", "California")]
    [InlineData("capital area", "Yes", "예", "yes")]
    [InlineData("capital area", "No", "아니요", "no")]
    [InlineData("sector", "something of their own", "something of their own", "something of their own")]
    [InlineData("funding stage", "Series A", "Series A", "Series A")]
    [InlineData("plan", "KR", "KR", "KR")]
    public void Of_KnownFields_AreTranslated_OthersAreQuoted(string field, string word, string ko, string en) => Assert.Equal((ko, en), (LevelWords.Of(field, word).Ko, LevelWords.Of(field, word).En));

    [Fact]
    public void Of_EverySector_HasItsLabel()
    {
        Assert.All(Sectors.All, sector => Assert.Equal(sector.Label, LevelWords.Of("sector", sector.Word)));
        Assert.Contains(LevelWords.Of("industry", "commerce").Ko, letter => letter is >= '가' and <= '힣');
    }
}
