using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;
using Xunit;

namespace Kindred.Tests.Scorecards;

public sealed class ScoreTableTests
{
    [Fact]
    public void Of_ALeadByHand_AddsItsBinsAndLines()
    {
        // employees 100: 25, software: 20, HubSpot among tags: 40, line: 15 | nothing known: 8 + 4 + 12 | 9 people: 0, a word never seen: 3, none: 2 | 201: 5, commerce: 8, other CRM: 10
        var table = TestCards.Leads((100, "software", "Slack; HubSpot"), (double.NaN, null, null), (9, "mining", "none"), (201, "commerce", "Pipedrive"));
        Assert.Equal([100, 24, 5, 23], ScoreTable.Of(TestCards.Small(), table).Value);
    }

    [Fact]
    public void Of_AnAbsenceLine_GivesItsPointsWhereTheConditionsDoNotHold()
    {
        var card = TestCards.Small();
        card = card with { Lines = [card.Lines[0] with { IsAbsence = true }] };
        var table = TestCards.Leads((100, "software", "HubSpot"), (100, null, "HubSpot"), (10, "software", "HubSpot"));
        Assert.Equal([85, 25 + 4 + 40 + 15, 10 + 20 + 40 + 15], ScoreTable.Of(card, table).Value.Select(score => (int)score));
    }

    [Fact]
    public void Of_RandomCardsAndTables_EqualsTheConditionsOneByOne()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new SeededRandom(seed);
            var card = RandomCards.Card(random, 1 + random.Below(12), random.Below(13));
            Assert.True(CardFile.Read(CardFile.ToJson(card), "x").IsAccepted, $"seed {seed}: " + string.Join(';', CardFile.Read(CardFile.ToJson(card), "x").Reasons));
            var table = RandomCards.Rows(random, card, 1 + random.Below(300));
            Assert.True(Naive(card, table).AsSpan().SequenceEqual(ScoreTable.Of(card, table).Value), $"seed {seed}");
        }
    }

    [Fact]
    public void Of_MoreThanABlockOfRowsAndWords_EqualsTheConditions()
    {
        // 10,000 rows of 900 words: codes of two bytes, three blocks.
        var random = new SeededRandom(3);
        var card = TestCards.Small();
        var words = Enumerable.Range(0, 898).Select(i => "w" + i).Append("software").Append("commerce").ToArray();
        var table = new Table("wide", [
            new NumberColumn("employees", [.. Enumerable.Range(0, 10_000).Select(_ => random.Below(10) == 0 ? double.NaN : random.Below(400))]),
            TextColumn.From("industry", [.. Enumerable.Range(0, 10_000).Select(_ => random.Below(3) == 0 ? "software" : words[random.Below(900)])]),
            TextColumn.From("crm", [.. Enumerable.Range(0, 10_000).Select(_ => random.Below(2) == 0 ? "HubSpot" : "none")]),
        ]);
        Assert.Equal(2, ((TextColumn)table.Columns[1]).Codes.Width);
        Assert.Equal(Naive(card, table), ScoreTable.Of(card, table).Value);
    }

    [Fact]
    public void Of_AMissingColumn_NamesItAndThoseThereAre()
    {
        var reason = Assert.Single(ScoreTable.Of(TestCards.Small(), TestCards.Leads((1, "a", "b")).Only(["employees", "crm"])).Reasons);
        Assert.Equal(("scorecards.no-such-field", "leads"), (reason.Code, reason.Subject));
        Assert.Contains("'industry'", reason.Message.En, StringComparison.Ordinal);
        Assert.Contains("'employees', 'crm'", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AWordInANumberColumn_QuotesItAndItsRow()
    {
        var table = new Table("leads.csv", [TextColumn.From("employees", ["50", "", "200명"]), TextColumn.From("industry", ["a", "a", "a"]), TextColumn.From("crm", ["a", "a", "a"])]);
        var reason = Assert.Single(ScoreTable.Of(TestCards.Small(), table).Reasons);
        Assert.Equal("scorecards.word-in-number", reason.Code);
        Assert.Contains("'200명'", reason.Message.Ko, StringComparison.Ordinal);
        Assert.Contains("(row 3)", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NumbersLeftAsWords_AreRead()
    {
        var table = new Table("leads.csv", [TextColumn.From("employees", ["50", "", "9.5"]), TextColumn.From("industry", ["software", "a", null]), TextColumn.From("crm", ["none", "none", "none"])]);
        Assert.Equal([25 + 20 + 2 + 15, 8 + 3 + 2, 10 + 4 + 2], ScoreTable.Of(TestCards.Small(), table).Value.Select(score => (int)score));
    }

    [Fact]
    public void Of_DatesInANumberColumn_AreRefused()
    {
        var table = new Table("leads.csv", [new DateColumn("employees", [new DateTime(2026, 1, 2).Ticks]), TextColumn.From("industry", ["a"]), TextColumn.From("crm", ["a"])]);
        var reason = Assert.Single(ScoreTable.Of(TestCards.Small(), table).Reasons);
        Assert.Equal("scorecards.date-in-field", reason.Code);
        Assert.Contains("'2026-01-02'", reason.Message.En, StringComparison.Ordinal);
    }

    /// <summary>The definition, spelt out: conditions decide, first bin that holds, one row at a time.</summary>
    internal static byte[] Naive(Scorecard card, Table table)
    {
        var scores = new byte[table.RowCount];
        foreach (var attribute in card.Attributes)
        {
            var bins = attribute.Bins.Select(bin => bin.Condition is null ? null : ConditionRows.Of(table, bin.Condition)).ToArray();
            var column = table.Find(attribute.Field)!;
            for (var row = 0; row < scores.Length; row++)
            {
                var isMissing = column is TextColumn text ? text.Codes[row] == 0 : column.IsMissing(row);
                var bin = isMissing ? null : attribute.Bins.Where((_, i) => bins[i] is { } rows && RowBits.Has(rows, row)).FirstOrDefault() ?? attribute.Bins.First(bin => bin.Kind == CardBinKind.Other);
                scores[row] += (byte)(bin ?? attribute.Bins.First(one => one.Kind == CardBinKind.Missing)).Points;
            }
        }

        foreach (var line in card.Lines)
        {
            var rows = ConditionRows.Of(table, line.Conditions);
            for (var row = 0; row < scores.Length; row++)
            {
                scores[row] += (byte)(RowBits.Has(rows, row) != line.IsAbsence ? line.Points : 0);
            }
        }

        return scores;
    }
}
