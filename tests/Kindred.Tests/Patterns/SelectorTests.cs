using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>What is tried: equality selectors as the plain search promises, rich ones with sets, tags and intervals.</summary>
public sealed class SelectorTests
{
    private static readonly SelectorResolution Finest = SelectorResolution.FinestFirst[0];

    [Fact]
    public void Equality_TwelveDistinctNumbers_AreTakenOneByOne()
    {
        var field = EqualitySelectors.Encode(new NumberColumn("n", [.. Enumerable.Range(0, 240).Select(row => row % 12 * 0.5)]), 20);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => Condition.Is("n", Core.Basics.Format.Number(i * 0.5))), field.Selectors.Select(selector => selector.Condition));
    }

    [Fact]
    public void Equality_ThirteenDistinctNumbers_BecomeFiveBins()
    {
        var column = new NumberColumn("n", [.. Enumerable.Range(0, 260).Select(row => row % 13 + 0.5)]);
        var field = EqualitySelectors.Encode(column, 20);
        Assert.Equal(5, field.Selectors.Count);
        Assert.All(field.Selectors, selector => Assert.Equal(ConditionOp.Interval, selector.Condition.Op));
        Assert.Equal(double.NegativeInfinity, field.Selectors[0].Condition.Above);
        Assert.Equal(double.PositiveInfinity, field.Selectors[4].Condition.UpTo);
        for (var bin = 1; bin < 5; bin++)
        {
            Assert.Equal(field.Selectors[bin - 1].Condition.UpTo, field.Selectors[bin].Condition.Above);
        }
    }

    [Fact]
    public void Equality_EqualValues_AreNeverSplit()
    {
        // 70 % of the values are one number: it fills more than three of the five bins by itself.
        var column = new NumberColumn("n", [.. Enumerable.Range(0, 300).Select(row => row < 210 ? 7.0 : 100.0 + row)]);
        var field = EqualitySelectors.Encode(column, 20);
        var cellOfSeven = field.Cells[0];
        Assert.All(Enumerable.Range(0, 210), row => Assert.Equal(cellOfSeven, field.Cells[row]));
        Assert.True(field.Selectors.Count < 5);
    }

    [Fact]
    public void Rich_Words_GiveSingleWordsPairsAndTriples()
    {
        var field = RichSelectors.Encode(Words(5), 20, Finest, withPlaceholders: true)!;
        Assert.Equal(5, field.Selectors.Count(selector => selector.Condition.Values.Count == 1));
        Assert.Equal(10, field.Selectors.Count(selector => selector.Condition.Values.Count == 2));
        Assert.Equal(10, field.Selectors.Count(selector => selector.Condition.Values.Count == 3));
        Assert.All(field.Selectors.Where(selector => selector.Condition.Values.Count == 3), selector => Assert.Equal(2, selector.Depth));
    }

    [Fact]
    public void Rich_Intervals_HaveRoundEdges()
    {
        var random = new SeededRandom(8);
        var field = RichSelectors.Encode(new NumberColumn("employees", [.. Enumerable.Range(0, 1000).Select(_ => Math.Round(Math.Exp(1 + 7 * random.NextUnit())))]), 20, Finest, true)!;
        var edges = field.Selectors.SelectMany(selector => new[] { selector.Condition.Above, selector.Condition.UpTo }).Where(double.IsFinite).Distinct().ToArray();
        Assert.Contains(50, edges);
        Assert.Contains(200, edges);
        Assert.All(field.Selectors.Where(selector => selector.Depth == 3).SelectMany(selector => new[] { selector.Condition.Above, selector.Condition.UpTo }).Where(double.IsFinite), edge => Assert.Equal(0, RoundBoundary.Roughness(edge)));
    }

    [Fact]
    public void Rich_Tags_HoldWhereverTheTagStands()
    {
        string[] cells = ["A;B", "B", "C;A", "C"];
        var codes = CodeArray.From([.. Enumerable.Range(0, 200).Select(row => row % 4 + 1)], 5);
        var column = new TextColumn("tools", codes, ["", .. cells], separator: ';');
        var field = RichSelectors.Encode(column, 20, Finest, true)!;
        var hasA = Assert.Single(field.Selectors, selector => selector.Condition.Equals(Condition.HasAny("tools", ["A"])));
        var hasAOrC = Assert.Single(field.Selectors, selector => selector.Condition.Equals(Condition.HasAny("tools", ["A", "C"])));
        Assert.All(Enumerable.Range(0, 200), row =>
        {
            Assert.Equal(row % 4 is 0 or 2, hasA.Cells.Contains(field.Cells[row]));
            Assert.Equal(row % 4 is 0 or 2 or 3, hasAOrC.Cells.Contains(field.Cells[row]));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rich_Placeholder_IsACategoryOnlyWhereAsked(bool withPlaceholders)
    {
        var codes = CodeArray.From([.. Enumerable.Range(0, 200).Select(row => row % 4 + 1)], 5);
        var column = new TextColumn("size", codes, ["", "S", "M", "L", "Unknown"], placeholders: [4]);
        var field = RichSelectors.Encode(column, 20, Finest, withPlaceholders)!;
        Assert.Equal(withPlaceholders, field.Selectors.Any(selector => selector.Condition.Values.Contains("Unknown")));
    }

    [Fact]
    public void Rich_MissingNumber_SatisfiesNoSelector()
    {
        var field = RichSelectors.Encode(new NumberColumn("n", [.. Enumerable.Range(0, 400).Select(row => row % 5 == 0 ? double.NaN : row)]), 20, Finest, true)!;
        Assert.All(Enumerable.Range(0, 400).Where(row => row % 5 == 0), row => Assert.Equal(0, field.Cells[row]));
        Assert.DoesNotContain(field.Selectors, selector => selector.Cells.Contains(0));
    }

    [Fact]
    public void Rich_EverySelector_IsTheSameSetAsItsCondition()
    {
        var (table, _) = Planted.Companies(500, 61);
        foreach (var column in table.Columns)
        {
            var field = RichSelectors.Encode(column, 20, Finest, true)!;
            foreach (var selector in field.Selectors)
            {
                var member = new bool[field.CellCount + 1];
                Array.ForEach(selector.Cells, cell => member[cell] = true);
                Assert.Equal(ConditionRows.Of(table, selector.Condition), ConditionRows.WhereCode(field.Cells, member));
            }
        }
    }

    [Fact]
    public void Rich_Date_GivesNothing() => Assert.Null(RichSelectors.Encode(new DateColumn("d", [.. Enumerable.Range(1, 200).Select(day => new DateTime(2025, 1, 1).AddDays(day).Ticks)]), 20, Finest, true));

    private static TextColumn Words(int count) => TextColumn.From("word", [.. Enumerable.Range(0, 200).Select(row => "w" + Core.Basics.Format.Whole(row % count))]);
}
