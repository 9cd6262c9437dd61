using System.Data.Common;
using Dapper;
using Npgsql;

namespace Kindred.Storage;

/// <summary>A PostgreSQL database: one writing connection, which holds the owner's advisory lock, and a pool of readers.</summary>
internal sealed class PostgresDatabase : IDatabase, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _writer;

    private PostgresDatabase(NpgsqlDataSource source, NpgsqlConnection writer, string name)
    {
        _source = source;
        _writer = writer;
        Name = name;
    }

    /// <summary>Host and database, without secrets.</summary>
    internal string Name { get; }

    internal NpgsqlConnection Writer => _writer;

    internal static async Task<PostgresDatabase> OpenAsync(string connectionString, CancellationToken ct)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "kindred" };
        var source = NpgsqlDataSource.Create(builder);
        try
        {
            var writer = await source.OpenConnectionAsync(ct).ConfigureAwait(false);
            return new PostgresDatabase(source, writer, $"{builder.Host}/{builder.Database}");
        }
        catch
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Becomes the owner of a workspace; false when another process is. The server lets go when the connection ends.</summary>
    internal async Task<bool> TakeAsync(string workspace, CancellationToken ct) =>
        await _writer.ExecuteScalarAsync<bool>(new CommandDefinition("SELECT pg_try_advisory_lock(hashtextextended(@Key, 0))", new { Key = "kindred/" + workspace }, cancellationToken: ct)).ConfigureAwait(false);

    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await using var transaction = await _writer.BeginTransactionAsync(ct).ConfigureAwait(false);
            var value = await work(_writer, transaction).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return value;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct).ConfigureAwait(false);

        // One snapshot for all that is asked: between two questions nobody's commit comes in.
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct).ConfigureAwait(false);
        return await work(connection).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _source.Dispose();
        _turn.Dispose();
    }
}
