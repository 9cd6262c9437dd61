using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Conditions;

/// <summary>The text of predicates. That they hold for the right rows is tested on both databases in Kindred.Host.Tests.</summary>
public sealed class ConditionSqlTests
{
    private static readonly Dictionary<string, SqlColumn> Columns = new()
    {
        ["industry"] = new("industry", ColumnType.Text),
        ["size"] = new("직원 수", ColumnType.Number, Of: "a"),
        ["tools"] = new("tools", ColumnType.Text, ';'),
        ["signed"] = new("signed", ColumnType.Date),
    };

    [Theory]
    [InlineData("sqlite", "(`industry` IS NOT NULL AND `industry` COLLATE BINARY IN ('O''Neil', 'a\\b'))")]
    [InlineData("postgres", "(\"industry\" IS NOT NULL AND \"industry\" COLLATE \"C\" IN ('O''Neil', E'a\\\\b'))")]
    [InlineData("clickhouse", "(`industry` IS NOT NULL AND `industry` IN ('O\\'Neil', 'a\\\\b'))")]
    public void Of_Words_AreQuoted(string dialect, string expected) => Assert.Equal(expected, ConditionSql.Of(Condition.OneOf("industry", ["O'Neil", "a\\b"]), Columns, Named(dialect)));

    [Theory]
    [InlineData("sqlite", "(`a`.`직원 수` IS NOT NULL AND `a`.`직원 수` > 49.5 AND `a`.`직원 수` <= 9e999)")]
    [InlineData("postgres", "(\"a\".\"직원 수\" IS NOT NULL AND \"a\".\"직원 수\" > 49.5::double precision AND \"a\".\"직원 수\" <= 'Infinity'::double precision)")]
    [InlineData("clickhouse", "(`a`.`직원 수` IS NOT NULL AND `a`.`직원 수` > 49.5 AND `a`.`직원 수` <= inf)")]
    public void Of_AnOpenInterval_HasBothEnds(string dialect, string expected) => Assert.Equal(expected, ConditionSql.Of(Condition.Between("size", 49.5, double.PositiveInfinity), Columns, Named(dialect)));

    [Theory]
    [InlineData("sqlite", "(`signed` IS NOT NULL AND `signed` >= '2024-01-03' AND `signed` < '2024-01-08')")]
    [InlineData("postgres", "(\"signed\" IS NOT NULL AND \"signed\" >= TIMESTAMP '2024-01-03 00:00:00' AND \"signed\" < TIMESTAMP '2024-01-08 00:00:00')")]
    [InlineData("clickhouse", "(`signed` IS NOT NULL AND `signed` >= toDateTime64('2024-01-03 00:00:00', 6, 'UTC') AND `signed` < toDateTime64('2024-01-08 00:00:00', 6, 'UTC'))")]
    public void Of_Days_AreWholeDays(string dialect, string expected)
    {
        var second = new DateOnly(2024, 1, 2).DayNumber;
        Assert.Equal(expected, ConditionSql.Of(Condition.Between("signed", second, second + 5), Columns, Named(dialect)));
    }

    [Fact]
    public void Of_ClickHouseTags_AreSplitAndTrimmed()
    {
        var sql = ConditionSql.Of(Condition.HasAny("tools", ["AWS", "Slack"]), Columns, SqlDialect.ClickHouse);
        Assert.StartsWith("(`tools` IS NOT NULL AND arrayExists(word -> word IN ('AWS', 'Slack'), arrayMap(word -> replaceRegexpAll(word, '^[\\\\x{0009}", sql, StringComparison.Ordinal);
        Assert.EndsWith("\\\\x{3000}]+$', ''), splitByString(';', ifNull(`tools`, '')))))", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_Values_TravelBesideTheTextOnce()
    {
        var both = new Conjunction([Condition.OneOf("industry", ["x'; --", "y"]), Condition.Is("tools", "y"), Condition.Between("size", 20, 40), Condition.Is("signed", "2024-01-03")]);
        var filter = ConditionSql.Filter(both, Columns, SqlDialect.Postgres);
        Assert.Equal(
            "(\"industry\" IS NOT NULL AND \"industry\" COLLATE \"C\" IN (@p0, @p1)) AND (\"tools\" IS NOT NULL AND \"tools\" COLLATE \"C\" IN (@p1))"
            + " AND (\"a\".\"직원 수\" IS NOT NULL AND \"a\".\"직원 수\" > @p2 AND \"a\".\"직원 수\" <= @p3) AND (\"signed\" IS NOT NULL AND \"signed\" IN (CAST(@p4 AS timestamp)))",
            filter.Text);
        Assert.Equal([new("p0", "x'; --"), new("p1", "y"), new("p2", 20.0), new("p3", 40.0), new KeyValuePair<string, object>("p4", "2024-01-03 00:00:00")], filter.Parameters);
    }

    [Fact]
    public void Of_NumbersWithZero_CompareZeroByItself() =>
        Assert.Equal("(`a`.`직원 수` IS NOT NULL AND (`a`.`직원 수` = 0.0 OR `a`.`직원 수` IN (1E+20, 7.0)))", ConditionSql.Of(Condition.OneOf("size", ["-0", "0", "7", "7.0", "many", "1e20"]), Columns, SqlDialect.ClickHouse));

    [Fact]
    public void Of_Everything_IsTrue() => Assert.Equal("1 = 1", ConditionSql.Of(Conjunction.Everything, Columns, SqlDialect.Sqlite));

    public static TheoryData<string> HoldingForNothing => ["no such field", "interval of words", "word of a number", "tag of a number", "tag of a day", "word that is no day", "empty word", "NUL", "half a pair", "day before the first"];

    [Theory]
    [MemberData(nameof(HoldingForNothing))]
    public void Of_WhatNoCellCanBe_IsFalse(string which)
    {
        var condition = which switch
        {
            "no such field" => Condition.Is("absent", "x"),
            "interval of words" => Condition.Between("industry", 1, 2),
            "word of a number" => Condition.OneOf("size", ["many", "NaN"]),
            "tag of a number" => Condition.HasAny("size", ["7"]),
            "tag of a day" => Condition.HasAny("signed", ["2024-01-03"]),
            "word that is no day" => Condition.OneOf("signed", ["2024-1-3", "2024-02-30", "2024-01-03 00:00:00"]),
            "empty word" => Condition.Is("industry", ""),
            "NUL" => Condition.Is("industry", "a\0"),
            "half a pair" => Condition.HasAny("tools", ["\uD83D"]),
            _ => Condition.Between("signed", -9, -1),
        };
        Assert.Equal("1 = 0", ConditionSql.Of(condition, Columns, SqlDialect.Postgres));
    }

    [Theory]
    [InlineData("sqlite", "a`b\"c", "`a``b\"c`")]
    [InlineData("postgres", "a`b\"c", "\"a`b\"\"c\"")]
    [InlineData("clickhouse", "a`b\\c", "`a\\`b\\\\c`")]
    public void Identifier_Quotes_CannotBeLeft(string dialect, string name, string expected) => Assert.Equal(expected, Named(dialect).Identifier(name));

    [Fact]
    public void Misuse_IsRefusedByException()
    {
        Assert.Throws<ArgumentException>(() => SqlDialect.Sqlite.Identifier(""));
        Assert.Throws<ArgumentException>(() => SqlDialect.Postgres.Identifier("a\0b"));
        Assert.Throws<ArgumentException>(() => SqlDialect.Postgres.Literal("a\0b"));
        Assert.Throws<ArgumentException>(() => SqlDialect.Sqlite.Literal("\uDE00"));
        Assert.Throws<ArgumentException>(() => ConditionSql.Filter(Conjunction.Everything, Columns, SqlDialect.ClickHouse));
        var backslash = new Dictionary<string, SqlColumn> { ["t"] = new("t", ColumnType.Text, '\\') };
        Assert.Throws<ArgumentException>(() => ConditionSql.Of(Condition.HasAny("t", ["x"]), backslash, SqlDialect.Sqlite));
    }

    private static SqlDialect Named(string name) => name switch { "sqlite" => SqlDialect.Sqlite, "postgres" => SqlDialect.Postgres, _ => SqlDialect.ClickHouse };
}
