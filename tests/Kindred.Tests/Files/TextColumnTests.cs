using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Files;

public sealed class TextColumnTests
{
    [Theory]
    [InlineData("TRUE", "False", "True,False")]
    [InlineData("yes", "no", "yes,no")]
    [InlineData("Y", "N", "Y,N")]
    [InlineData("예", "아니요", "예,아니요")]
    public void Read_PairOfWords_IsBoolean(string yes, string no, string kept)
    {
        var column = Assert.IsType<TextColumn>(Reads.Column([yes, no, "", yes]).Column);
        Assert.Equal(ColumnType.Boolean, column.Type);
        Assert.Equal(kept.Split(','), column.Dictionary[1..]);
    }

    [Fact]
    public void Read_OneAndZero_AreNumbers() => Assert.IsType<NumberColumn>(Reads.Column(["1", "0"]).Column);

    [Fact]
    public void Read_PlaceholdersAmongWords_KeepTheirWordAndCountAsMissing()
    {
        var (column, evidence, _) = Reads.Column(["Select", "None", "No", "unknown", "없음", "Ada", "NA", "Unknown"]);
        var text = Assert.IsType<TextColumn>(column);
        Assert.Equal(["Select", "None", "No", "unknown", "없음", "Ada", "NA", "Unknown"], Enumerable.Range(0, 8).Select(text.RawAt));
        Assert.Equal([true, false, false, true, true, false, false, true], Enumerable.Range(0, 8).Select(text.IsMissing));
        Assert.Equal(4, evidence.Placeholders.Count);
    }

    [Fact]
    public void Read_ListsFromASmallVocabulary_HaveASeparator()
    {
        string[] tools = ["Salesforce", "Slack", "AWS", "HubSpot"];
        var cells = Enumerable.Range(0, 60).Select(i => string.Join(";", tools.Where((_, t) => ((i >> t) & 1) == 1)));
        Assert.Equal(';', Assert.IsType<TextColumn>(Reads.Column(cells).Column).Separator);
        Assert.Equal(',', Assert.IsType<TextColumn>(Reads.Column(cells.Select(cell => cell.Replace(";", ", ", StringComparison.Ordinal))).Column).Separator);
    }

    [Theory]
    [InlineData("SVP, Procurement|CFO|VP, Facilities|SVP, Administration and Finance")]
    [InlineData("Seoul, KR|Busan, KR|Austin, US|Seoul, KR|Busan, KR|Austin, US|Seoul, KR")]
    [InlineData("too expensive, moved on|liked it; would return|nothing")]
    public void Read_CommasThatAreNoLists_HaveNoSeparator(string cells) =>
        Assert.Null(Assert.IsType<TextColumn>(Reads.Column(cells.Split('|')).Column).Separator);

    [Fact]
    public void Read_ChosenTextColumn_StaysText() =>
        Assert.IsType<TextColumn>(Reads.Column(["1", "2"], options: new(TextColumns: new HashSet<string> { "value" })).Column);
}
