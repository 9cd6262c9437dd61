using System.Globalization;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;
using Xunit;

namespace Kindred.Tests.Conditions;

public sealed class ConditionRowsTests
{
    private static readonly string[] Words = ["software", "fintech", "retail", "N/A", "50", "7"];
    private static readonly string[] Tags = ["Slack", "Jira", "Notion"];

    [Fact]
    public void Of_TenThousandGeneratedConditions_AreTheRowsThatHoldOneByOne()
    {
        var random = new SeededRandom(11);
        var seen = new HashSet<ConditionOp>();
        for (var round = 0; round < 50; round++)
        {
            var table = Generate(random, 1 + random.Below(200));
            for (var i = 0; i < 200; i++)
            {
                var condition = Generate(random);
                seen.Add(condition.Op);
                var rows = ConditionRows.Of(table, condition);
                Assert.Equal(RowBits.WordsFor(table.RowCount), rows.Length);
                for (var row = 0; row < rows.Length * 64; row++)
                {
                    var expected = row < table.RowCount && Holds(table.Find(condition.Field), row, condition);
                    Assert.True(expected == RowBits.Has(rows, row), $"{condition}, row {row} of {table.RowCount}");
                }
            }
        }

        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public void Of_AConjunction_IsTheRowsThatHoldForEach()
    {
        var table = new Table("t", [TextColumn.From("industry", ["a", "a", "b", null]), new NumberColumn("size", [10, 60, 60, 60])]);
        var both = new Conjunction([Condition.Is("industry", "a"), Condition.Between("size", 50, 100)]);
        Assert.Equal([0b0010UL], ConditionRows.Of(table, both));
        Assert.Equal([0b1111UL], ConditionRows.Of(table, Conjunction.Everything));
    }

    [Fact]
    public void Of_AFieldTheTableLacks_IsNoRow() => Assert.Equal([0UL], ConditionRows.Of(new Table("t", [TextColumn.From("a", ["x"])]), Condition.Is("b", "x")));

    /// <summary>(above, up to]: the lower end is outside, the upper inside.</summary>
    [Fact]
    public void Of_AnInterval_HoldsItsUpperEndOnly() =>
        Assert.Equal([0b0110UL], ConditionRows.Of(new Table("t", [new NumberColumn("n", [20, 21, 40, 41])]), Condition.Between("n", 20, 40)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void Everything_HoldsEveryRowAndNoMore(int rows) => Assert.Equal(rows, RowBits.Count(ConditionRows.Everything(rows)));

    [Fact]
    public void Of_AColumnOfManyWords_HoldsTheWord()
    {
        // More than 256 words take two bytes a code, more than 65,536 four.
        foreach (var words in new[] { 200, 300, 70_000 })
        {
            var column = TextColumn.From("id", [.. Enumerable.Range(0, words).Select(i => "w" + i.ToString(CultureInfo.InvariantCulture))]);
            var rows = ConditionRows.Of(new Table("t", [column]), Condition.OneOf("id", ["w7", "w199", "none"]));
            Assert.Equal(2, RowBits.Count(rows));
            Assert.True(RowBits.Has(rows, 7) && RowBits.Has(rows, 199));
        }
    }

    private static Table Generate(SeededRandom random, int rows)
    {
        T[] Each<T>(Func<T> next) => [.. Enumerable.Range(0, rows).Select(_ => next())];
        var words = new TextColumn("word", CodeArray.From(Each(() => random.Below(Words.Length + 1)), Words.Length + 1), ["", .. Words], placeholders: [4]);
        string[] combinations = ["", "Slack", "Jira; Slack", "Notion;Jira", " ; ", "Slackware"];
        var tags = new TextColumn("tags", CodeArray.From(Each(() => random.Below(combinations.Length)), combinations.Length), combinations, separator: ';');
        double[] distinct = [double.NaN, 7, 50, -3, 0.5];
        return new Table("t",
        [
            words,
            tags,
            new NumberColumn("dense", Each(() => random.Below(5) == 0 ? double.NaN : random.Below(60) - 5)),
            new NumberColumn("coded", CodeArray.From(Each(() => random.Below(distinct.Length)), distinct.Length), distinct),
            new DateColumn("date", Each(() => random.Below(5) == 0 ? DateColumn.Missing : new DateTime(2024, 1, 1).AddDays(random.Below(10)).Ticks)),
        ]);
    }

    private static Condition Generate(SeededRandom random)
    {
        string[] fields = ["word", "tags", "dense", "coded", "date", "absent"];
        var field = fields[random.Below(fields.Length)];
        string[] values = [.. Words, .. Tags, "2024-01-03", "2024-01-07", "0.5", "-3", "12"];
        var chosen = Enumerable.Range(0, 1 + random.Below(4)).Select(_ => values[random.Below(values.Length)]).ToArray();
        var start = field == "date" ? new DateOnly(2024, 1, 1).DayNumber : 0;
        var low = start + random.Below(12) - 4;
        return random.Below(4) switch
        {
            0 => Condition.Is(field, chosen[0]),
            1 => Condition.OneOf(field, chosen),
            2 => Condition.HasAny(field, chosen),
            _ => (random.Below(3)) switch
            {
                0 => Condition.Between(field, double.NegativeInfinity, low),
                1 => Condition.Between(field, low, double.PositiveInfinity),
                _ => Condition.Between(field, low, low + 1 + random.Below(50)),
            },
        };
    }

    /// <summary>What a condition means, written as plainly as can be.</summary>
    private static bool Holds(Column? column, int row, Condition condition) => column switch
    {
        TextColumn { Separator: { } separator } tags when condition.Op == ConditionOp.HasAny => tags.RawAt(row).Split(separator).Select(tag => tag.Trim()).Any(tag => tag.Length > 0 && condition.Values.Contains(tag)),
        TextColumn text => text.RawAt(row).Length > 0 && condition.Op != ConditionOp.Interval && condition.Values.Contains(text.RawAt(row)),
        NumberColumn number => !double.IsNaN(number[row]) && condition.Op switch
        {
            ConditionOp.Interval => condition.Above < number[row] && number[row] <= condition.UpTo,
            ConditionOp.HasAny => false,
            _ => condition.Values.Any(value => double.TryParse(value, CultureInfo.InvariantCulture, out var wanted) && wanted == number[row]),
        },
        DateColumn date => date.DateAt(row) is { } day && condition.Op switch
        {
            ConditionOp.Interval => condition.Above < day.DayNumber && day.DayNumber <= condition.UpTo,
            ConditionOp.HasAny => false,
            _ => condition.Values.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        },
        _ => false,
    };
}
