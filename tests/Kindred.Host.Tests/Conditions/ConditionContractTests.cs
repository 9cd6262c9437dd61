using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Host.Tests.Storage;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;
using Xunit;

namespace Kindred.Host.Tests.Conditions;

/// <summary>One meaning of conditions, whatever evaluates them: row by row, as bits, in SQLite, in PostgreSQL.</summary>
public sealed class ConditionContractTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const int Tables = 50;
    private const int EachTable = 200;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sql_TenThousandConditionsInSqlite_HoldForTheSameRows()
    {
        await using var database = await ConditionDatabase.SqliteAsync();
        await CompareAsync(database);
    }

    [Fact]
    public async Task Sql_TenThousandConditionsInPostgres_HoldForTheSameRows()
    {
        await using var database = await ConditionDatabase.PostgresAsync(await server.FreshAsync());
        await CompareAsync(database);
    }

    /// <summary>A PostgreSQL server may be told that a backslash escapes between plain quotes.</summary>
    [Fact]
    public async Task Sql_PostgresWithBackslashEscapes_HoldsForTheSameRows()
    {
        await using var database = await ConditionDatabase.PostgresAsync(await server.FreshAsync());
        await database.RunAsync("SET standard_conforming_strings = off; SET escape_string_warning = off");
        string[] words = ["a\\", "\\'", "\\n", "'; DROP TABLE t; --", "\\\\"];
        var table = new Table("t", [TextColumn.From("w", words)]);
        await database.PutAsync(table);
        for (var i = 0; i < words.Length; i++)
        {
            Assert.Equal([i], await database.RowsAsync(ConditionSql.Of(Condition.Is("w", words[i]), SqlColumn.Each(table), SqlDialect.Postgres), []));
        }
    }

    /// <summary>In double quotes SQLite would take a column it lacks for a word, and hold for no row or for all without a sound.</summary>
    [Fact]
    public async Task Sql_ColumnSqliteLacks_IsAnError()
    {
        await using var database = await ConditionDatabase.SqliteAsync();
        await database.PutAsync(new Table("t", [TextColumn.From("w", ["x"])]));
        var columns = new Dictionary<string, SqlColumn> { ["lost"] = new("lost", ColumnType.Text) };
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => database.RowsAsync(ConditionSql.Of(Condition.Is("lost", "lost"), columns, SqlDialect.Sqlite), []));
    }

    /// <summary>SQLite's own reading of decimals is off by a bit now and then: literals must not depend on it.</summary>
    [Theory]
    [InlineData(-320, 308)]
    [InlineData(-12, 40)]
    public async Task Sql_NumberLiteralsInSqlite_AreTheSameDoubles(int lowest, int highest)
    {
        var random = new SeededRandom(7);
        var columns = new Dictionary<string, SqlColumn> { ["n"] = new("n", ColumnType.Number) };
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(Ct);
        for (var round = 0; round < 100; round++)
        {
            var numbers = Enumerable.Range(0, 200).Select(_ => (random.NextUnit() - 0.5) * Math.Pow(10, lowest + random.Below(highest - lowest + 1))).ToArray();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT " + string.Join(", ", numbers.Select((number, i) =>
            {
                command.Parameters.AddWithValue("@n" + Kindred.Core.Basics.Format.Whole(i), number);
                var predicate = ConditionSql.Of(Condition.Is("n", Kindred.Core.Basics.Format.Number(number)), columns, SqlDialect.Sqlite);
                return predicate.Replace("`n`", "@n" + Kindred.Core.Basics.Format.Whole(i), StringComparison.Ordinal);
            }));
            await using var reader = await command.ExecuteReaderAsync(Ct);
            Assert.True(await reader.ReadAsync(Ct));
            for (var i = 0; i < numbers.Length; i++)
            {
                Assert.True(reader.GetInt32(i) == 1, $"{numbers[i]:R} is read as another number");
            }
        }
    }

    private static async Task CompareAsync(ConditionDatabase database)
    {
        var cases = new ConditionCases(20261121);
        var conditions = 0;
        long held = 0;
        for (var round = 0; round < Tables; round++)
        {
            var table = cases.Table(1 + (round * 3));
            var columns = SqlColumn.Each(table);
            await database.PutAsync(table);
            for (var i = 0; i < EachTable; i++)
            {
                var conjunction = cases.Conjunction(table);
                var plain = Enumerable.Range(0, table.RowCount).Where(row => PlainMeaning.Holds(table, row, conjunction)).Select(row => (long)row).ToList();
                var bits = ConditionRows.Of(table, conjunction);
                Same(plain, [.. Enumerable.Range(0, table.RowCount).Where(row => RowBits.Has(bits, row)).Select(row => (long)row)], "bits", conjunction);
                var text = ConditionSql.Of(conjunction, columns, database.Dialect);
                Same(plain, await database.RowsAsync(text, []), text, conjunction);
                var filter = ConditionSql.Filter(conjunction, columns, database.Dialect);
                Same(plain, await database.RowsAsync(filter.Text, filter.Parameters), filter.Text, conjunction);
                conditions++;
                held += plain.Count;
                Ct.ThrowIfCancellationRequested();
            }
        }

        Assert.Equal(10_000, conditions);
        Assert.True(held > 50_000, $"the conditions hold for {held} rows in all: too few to prove anything");
    }

    private static void Same(List<long> expected, List<long> actual, string by, Conjunction conjunction) =>
        Assert.True(expected.SequenceEqual(actual), $"{conjunction}\nby {by}\nexpected rows {string.Join(' ', expected)}\nactual rows {string.Join(' ', actual)}");
}
