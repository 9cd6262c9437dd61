using System.Globalization;
using Kindred.Core.Tables;
using Kindred.Core.Workspaces;
using Xunit;

namespace Kindred.Tests.Workspaces;

public sealed class NewestRowsTests
{
    private static readonly string[] Ids = ["id"];

    [Fact]
    public void Run_NewerExportOfTheSameRecords_ReplacesAndKeepsTheRest()
    {
        var older = Deals("deals-2025-01.csv", ("1", "Alpha", "open", 10), ("2", "Beta", "open", 20), ("3", "Gamma", "won", 30));
        var newer = Deals("deals-2025-06.csv", ("2", "Beta", "won", 25), ("3", "Gamma", "won", 30), ("4", "Delta", "open", 40));
        var result = NewestRows.Run([older, newer], TestContext.Current.CancellationToken);
        Assert.Equal(["1 Alpha open 10"], Rows(result.Tables[0]));
        Assert.Equal(["2 Beta won 25", "3 Gamma won 30", "4 Delta open 40"], Rows(result.Tables[1]));
        var replaced = Assert.Single(result.Replaced);
        Assert.Equal(("deals-2025-01.csv", "deals-2025-06.csv", 2, false), (replaced.Older, replaced.Newer, replaced.Rows, replaced.AreKept));
        Assert.Equal("Rows of 'deals-2025-06.csv' replace 2 rows of 'deals-2025-01.csv' (same id).", replaced.Sentence.En);
        Assert.Equal("'deals-2025-06.csv'의 행이 'deals-2025-01.csv'의 행 2개를 대신해요(id 기준).", replaced.Sentence.Ko);
    }

    [Fact]
    public void Run_TheSameTableThreeTimes_CountsOnce()
    {
        var table = Deals("a.csv", ("1", "Alpha", "open", 10), ("2", "Beta", "open", 20));
        var result = NewestRows.Run([table, table, table], TestContext.Current.CancellationToken);
        Assert.Equal([0, 0, 2], result.Tables.Select(left => left.RowCount));
    }

    [Fact]
    public void Run_ThreeVersions_TheNewestOfEachRecordStays()
    {
        var result = NewestRows.Run(
            [
                Deals("v1.csv", ("1", "Alpha", "a", 1), ("2", "Beta", "a", 1), ("3", "Gamma", "a", 1)),
                Deals("v2.csv", ("2", "Beta", "b", 1), ("3", "Gamma", "b", 1)),
                Deals("v3.csv", ("3", "Gamma", "c", 1), ("1", "Alpha", "c", 1)),
            ],
            TestContext.Current.CancellationToken);
        Assert.Equal(["2 Beta b 1", "3 Gamma c 1", "1 Alpha c 1"], result.Tables.SelectMany(Rows));
    }

    /// <summary>Two systems that both count from 1 share ids and nothing else.</summary>
    [Fact]
    public void Run_SameIdsOfOtherRecords_KeepsBothAndSaysSo()
    {
        var result = NewestRows.Run([Deals("korea.csv", ("1", "Alpha", "open", 10), ("2", "Beta", "won", 20)), Deals("us.csv", ("1", "Xi", "lost", 15), ("2", "Psi", "lost", 70))], TestContext.Current.CancellationToken);
        Assert.Equal([2, 2], result.Tables.Select(table => table.RowCount));
        var doubtful = Assert.Single(result.Replaced);
        Assert.True(doubtful.AreKept);
        Assert.Contains("taken for different records and both used", doubtful.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("둘 다 썼어요", doubtful.Sentence.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ANarrowerExport_CarriesTheCellsItLacks()
    {
        var wide = new TableVersion(
            new Table("w",
            [
                TextColumn.From("id", ["1", "2", "3"]), TextColumn.From("name", ["Alpha", "Beta", "Gamma"]), TextColumn.From("industry", ["software", null, "retail"]),
                new NumberColumn("size", [10, 20, 30]), new DateColumn("since", [new DateTime(2024, 1, 2).Ticks, DateColumn.Missing, new DateTime(2024, 3, 4).Ticks]), TextColumn.From("state", ["a", "a", "a"]),
            ]),
            "wide.csv", "", "Companies", [Ids]);
        var narrow = new TableVersion(new Table("n", [TextColumn.From("id", ["3", "1", "9"]), TextColumn.From("name", ["Gamma", "Alpha", "New"]), TextColumn.From("state", ["b", "b", "b"])]), "narrow.csv", "", "Companies", [Ids]);
        var result = NewestRows.Run([wide, narrow], TestContext.Current.CancellationToken);
        var left = result.Tables[1];
        Assert.Equal(["id", "name", "state", "industry", "size", "since"], left.Columns.Select(column => column.Name));
        Assert.Equal(["3 Gamma b retail 30 2024-03-04", "1 Alpha b software 10 2024-01-02", "9 New b   "], Rows(left));
        Assert.Equal(["2 Beta  20  a"], Rows(result.Tables[0]));
    }

    [Fact]
    public void Run_CellsCarriedTwice_TheNewerOnesStay()
    {
        static TableVersion Version(string file, string? industry, params string[] ids)
        {
            Column[] columns = [TextColumn.From("id", ids), TextColumn.From("name", [.. ids.Select(id => "name " + id)])];
            return new TableVersion(new Table(file, industry is null ? columns : [.. columns, TextColumn.From("industry", [.. ids.Select(_ => industry)])]), file, "", "Companies", [Ids]);
        }

        var result = NewestRows.Run([Version("a.csv", "old", "1", "2"), Version("b.csv", "new", "1"), Version("c.csv", null, "1", "2")], TestContext.Current.CancellationToken);
        Assert.Equal(["1 name 1 new", "2 name 2 old"], Rows(result.Tables[2]));
        Assert.Equal([0, 0, 2], result.Tables.Select(table => table.RowCount));
    }

    /// <summary>A month that was not over at the first export is counted anew, not twice.</summary>
    [Fact]
    public void Run_UsageWithoutIds_IsReplacedByWhatItIsAbout()
    {
        var result = NewestRows.Run([Usage("usage-2025-05.csv", ("A", "04", 7), ("A", "05", 3), ("B", "05", 1)), Usage("usage-2025-06.csv", ("A", "05", 9), ("A", "06", 4))], TestContext.Current.CancellationToken);
        Assert.Equal(["A 04 7", "B 05 1", "A 05 9", "A 06 4"], result.Tables.SelectMany(Rows));
        Assert.Equal(["account", "month"], Assert.Single(result.Replaced).Key);
    }

    [Fact]
    public void Run_RowsWithoutAnyKey_CountAsOftenAsTheTableThatHasThemMost()
    {
        var result = NewestRows.Run([Usage("log.csv", ("A", "04", 1), ("A", "04", 1), ("A", "04", 1), ("B", "04", 2)), Usage("log (1).csv", ("A", "04", 1), ("A", "04", 1), ("C", "05", 1), ("C", "05", 1))], TestContext.Current.CancellationToken);
        Assert.Equal(["A 04 1", "B 04 2", "A 04 1", "A 04 1", "C 05 1", "C 05 1"], result.Tables.SelectMany(Rows));
        Assert.Equal("2 rows of 'log.csv' stand unchanged in 'log (1).csv' and were used once.", Assert.Single(result.Replaced).Sentence.En);
    }

    /// <summary>Equal rows of differently named files may be two things that happened.</summary>
    [Theory]
    [InlineData("usage-app.csv", "usage-web.csv", "", "", 2)]
    [InlineData("usage.csv", "usage.csv", "app", "web", 2)]
    [InlineData("usage 2025.01.02.csv", "usage 2025.03.04 (2) - copy.csv", "", "", 1)]
    [InlineData("사용량 2025.csv", "사용량 2026 사본.csv", "", "", 1)]
    public void Run_WithoutIds_OnlyExportsOfOneNameOverlap(string older, string newer, string olderSheet, string newerSheet, int rows)
    {
        var result = NewestRows.Run([Usage(older, ("A", "04", 7)) with { Sheet = olderSheet }, Usage(newer, ("A", "04", 7)) with { Sheet = newerSheet }], TestContext.Current.CancellationToken);
        Assert.Equal(rows, result.Tables.Sum(table => table.RowCount));
    }

    [Theory]
    [InlineData("another kind")]
    [InlineData("other columns")]
    [InlineData("a key that repeats")]
    [InlineData("a key that is mostly empty")]
    public void Run_WhatAreNoVersions_StaysWhole(string which)
    {
        var older = Deals("a.csv", ("1", "Alpha", "open", 10), ("2", "Beta", "won", 20));
        var newer = which switch
        {
            "another kind" => older with { Kind = "Tickets" },
            "other columns" => older with { Table = new Table("t", [.. older.Table.Columns.Select(column => column.Name == "id" ? column : column.Renamed("other " + column.Name))]) },
            "a key that repeats" => Deals("b.csv", ("1", "Alpha", "open", 10), ("1", "Beta", "won", 20), ("2", "Beta", "won", 20)),
            _ => Deals("b.csv", ("1", "Alpha", "open", 10), ("", "Beta", "won", 20), ("", "Gamma", "won", 20)),
        };
        var result = NewestRows.Run([older, newer], TestContext.Current.CancellationToken);
        Assert.Equal([older.Table, newer.Table], result.Tables);
        Assert.Empty(result.Replaced);
    }

    /// <summary>Every open deal moved on: only the name still tells that the records are the same.</summary>
    [Fact]
    public void Run_RowsThatAgreeInTheirNameOnly_AreTheSameRecords()
    {
        var result = NewestRows.Run([Deals("a.csv", ("1", "Alpha", "open", 10), ("2", "Beta", "open", 20)), Deals("b.csv", ("1", "Alpha", "won", 11), ("2", "Beta", "lost", 21))], TestContext.Current.CancellationToken);
        Assert.Equal([0, 2], result.Tables.Select(table => table.RowCount));
    }

    /// <summary>One name for all, or one agreeing cell by chance, tells nothing.</summary>
    [Fact]
    public void Run_RowsThatAgreeInAWordOfAllRows_AreOtherRecords()
    {
        var result = NewestRows.Run([Deals("a.csv", ("1", "Licence", "open", 10), ("2", "Licence", "open", 20)), Deals("b.csv", ("1", "Licence", "won", 11), ("2", "Licence", "lost", 21))], TestContext.Current.CancellationToken);
        Assert.Equal([2, 2], result.Tables.Select(table => table.RowCount));
    }

    [Theory]
    [InlineData(2, 1, 1, true)]
    [InlineData(2, 1, 2, false)]
    [InlineData(3, 2, 1, true)]
    [InlineData(1, 0, 0, true)]
    [InlineData(0, 1, 1, false)]
    public void MayOverlap_HalfOfAllColumnsShared_IsEnough(int shared, int olderOnly, int newerOnly, bool expected)
    {
        TableVersion Version(string prefix, int own) => new(
            new Table("t", [.. Enumerable.Range(0, shared).Select(i => "s" + i.ToString(CultureInfo.InvariantCulture)).Concat(Enumerable.Range(0, own).Select(i => prefix + i.ToString(CultureInfo.InvariantCulture))).Select(name => TextColumn.From(name, ["x"]))]), prefix, "", "Deals", []);
        Assert.Equal(expected, NewestRows.MayOverlap(Version("a", olderOnly), Version("b", newerOnly)));
        Assert.Equal(expected, NewestRows.MayOverlap(Version("b", newerOnly), Version("a", olderOnly)));
    }

    [Fact]
    public void Run_AKeyOneTableLacks_GivesWayToTheNext()
    {
        var older = Deals("a.csv", ("1", "Alpha", "open", 10), ("2", "Beta", "won", 20));
        var newer = Deals("b.csv", ("2", "Beta", "won", 20));
        newer = newer with { Table = new Table("b", [.. newer.Table.Columns, TextColumn.From("serial", ["9"])]), Keys = [[], ["serial"], ["name", "serial"], ["name"]] };
        Assert.Equal(["name"], Assert.Single(NewestRows.Run([older, newer], TestContext.Current.CancellationToken).Replaced).Key);
        var turned = NewestRows.Run([newer, older with { Keys = newer.Keys }], TestContext.Current.CancellationToken);
        Assert.Equal((0, 2), (turned.Tables[0].RowCount, turned.Tables[1].RowCount));
    }

    [Fact]
    public void Run_RowsWithoutAnId_AreNeverTheSame()
    {
        var ids = Enumerable.Range(0, 20).Select(i => i == 7 ? "" : i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var table = new TableVersion(new Table("t", [TextColumn.From("id", ids), TextColumn.From("name", [.. ids.Select((_, i) => "n" + i.ToString(CultureInfo.InvariantCulture))])]), "a.csv", "", "Companies", [Ids]);
        var result = NewestRows.Run([table, table with { FileName = "b.csv" }], TestContext.Current.CancellationToken);
        Assert.Equal([" n7"], Rows(result.Tables[0]));
    }

    /// <summary>An id column may be numbers in one export and words in the next.</summary>
    [Fact]
    public void Run_IdsOfTwoTypes_AreTheSameIds()
    {
        var numbers = new TableVersion(new Table("t", [new NumberColumn("id", [1, 2]), TextColumn.From("name", ["Alpha", "Beta"])]), "a.csv", "", "Deals", [Ids]);
        var words = new TableVersion(new Table("t", [TextColumn.From("id", ["2", "X-1"]), TextColumn.From("name", ["Beta", "Xi"])]), "b.csv", "", "Deals", [Ids]);
        Assert.Equal(["1 Alpha"], Rows(NewestRows.Run([numbers, words], TestContext.Current.CancellationToken).Tables[0]));
    }

    private static TableVersion Deals(string file, params (string Id, string Name, string Stage, double Amount)[] rows) => new(
        new Table(file,
        [
            TextColumn.From("id", [.. rows.Select(row => row.Id)]), TextColumn.From("name", [.. rows.Select(row => row.Name)]),
            TextColumn.From("stage", [.. rows.Select(row => row.Stage)]), new NumberColumn("amount", [.. rows.Select(row => row.Amount)]),
        ]),
        file, "", "Deals", [["absent"], Ids]);

    private static TableVersion Usage(string file, params (string Account, string Month, double Count)[] rows) => new(
        new Table(file, [TextColumn.From("account", [.. rows.Select(row => row.Account)]), TextColumn.From("month", [.. rows.Select(row => row.Month)]), new NumberColumn("count", [.. rows.Select(row => row.Count)])]), file, "", "Usage", []);

    private static IEnumerable<string> Rows(Table table) => Enumerable.Range(0, table.RowCount).Select(row => string.Join(' ', table.Columns.Select(column => column.TextAt(row))));
}
