using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Kindred.Storage;

/// <summary>The one database file of a workspace or of the site: one writing connection, which also does every checkpoint, and readers beside it.</summary>
internal sealed class SqliteDatabase : IDatabase, IDisposable
{
    internal const string FileName = "kindred.db";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SqliteConnection? _writer;
    private readonly string _reading;

    private SqliteDatabase(string folder, SqliteConnection? writer, string reading)
    {
        Folder = folder;
        _writer = writer;
        _reading = reading;
    }

    internal string Folder { get; }

    /// <summary>Opens for the owner, creating the file where there is none.</summary>
    internal static async Task<SqliteDatabase> OpenAsync(string folder, CancellationToken ct, string fileName = FileName)
    {
        var path = Path.Combine(folder, fileName);
        var writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            await writer.OpenAsync(ct).ConfigureAwait(false);
            await writer.ExecuteAsync(new CommandDefinition("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 67108864;", cancellationToken: ct)).ConfigureAwait(false);
        }
        catch
        {
            await writer.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new SqliteDatabase(folder, writer, Reading(path));
    }

    /// <summary>Opens for reading only, beside whichever process owns the workspace.</summary>
    internal static SqliteDatabase OpenForReading(string folder) => new(folder, null, Reading(Path.Combine(folder, FileName)));

    internal SqliteConnection Writer => _writer ?? throw new InvalidOperationException("The workspace is open for reading only.");

    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct)
    {
        var writer = Writer;
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await using var transaction = writer.BeginTransaction(deferred: false);
            var value = await work(writer, transaction).ConfigureAwait(false);
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
        await using var connection = new SqliteConnection(_reading);
        await connection.OpenAsync(ct).ConfigureAwait(false);
        await connection.ExecuteAsync(new CommandDefinition("PRAGMA query_only = ON", cancellationToken: ct)).ConfigureAwait(false);

        // One snapshot for all that is asked: between two questions nobody's commit comes in.
        await connection.ExecuteAsync(new CommandDefinition("BEGIN DEFERRED", cancellationToken: ct)).ConfigureAwait(false);
        try
        {
            return await work(connection).ConfigureAwait(false);
        }
        finally
        {
            await connection.ExecuteAsync("ROLLBACK").ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _turn.Dispose();
    }

    private static string Reading(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString();
}
