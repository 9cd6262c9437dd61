using System.Data.Common;
using Dapper;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Workspaces;
using Kindred.Documents.Sharing;
using Kindred.Storage.Documents;
using Kindred.Storage.Imports;
using Kindred.Storage.Leads;
using Kindred.Storage.Migrations;

namespace Kindred.Storage;

/// <summary>An open workspace: everything a company's data becomes lies in it. One process owns it for writing; others may read beside it.</summary>
public sealed class Workspace : IDisposable
{
    private readonly IDisposable[] _parts;

    private Workspace(IImportStore imports, ILeadStore leads, DocumentStore documents, params IDisposable[] parts)
    {
        Imports = imports;
        Leads = leads;
        Documents = documents;
        _parts = [documents, .. parts];
    }

    /// <summary>Imported files.</summary>
    public IImportStore Imports { get; }

    /// <summary>Score records and the decision log.</summary>
    public ILeadStore Leads { get; }

    /// <summary>Documents, their links, and who read them.</summary>
    public IDocumentStore Documents { get; }

    /// <summary>Opens the workspace in a folder as its owner, creating both where there are none.</summary>
    /// <param name="folder">The data folder; one SQLite file in it holds everything.</param>
    /// <param name="clock">Clock for the times that are recorded.</param>
    /// <param name="ct">Stops opening.</param>
    public static async Task<Result<Workspace>> OpenAsync(string folder, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (StorageChecks.Failure(failure, folder) is { } storage)
        {
            return Result.Refused<Workspace>(storage.Reason);
        }

        if (!WorkspaceLock.Take(folder).TryGet(out var held, out var reasons))
        {
            return Result.Refused<Workspace>(reasons);
        }

        SqliteDatabase? database = null;
        try
        {
            database = await SqliteDatabase.OpenAsync(folder, ct).ConfigureAwait(false);
            var migrated = await Migrator.ApplyAsync(database.Writer, "sqlite", folder, clock, ct).ConfigureAwait(false);
            if (!migrated.IsAccepted)
            {
                Close(database, held);
                return Result.Refused<Workspace>(migrated.Reasons);
            }

            var id = await IdOf(database.Writer, "default", clock, ct).ConfigureAwait(false);
            return Result.Accepted(new Workspace(new SqliteImportStore(id, database, clock), new LeadStore(id, folder, database), new DocumentStore(id, folder, database), database, held));
        }
        catch (Exception failure) when (StorageChecks.Failure(failure, folder) is { } storage)
        {
            Close(database, held);
            return Result.Refused<Workspace>(storage.Reason);
        }
    }

    /// <summary>Opens the workspace in a folder for reading only, beside its owner.</summary>
    public static Result<Workspace> OpenForReading(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return File.Exists(Path.Combine(folder, SqliteDatabase.FileName))
            ? Result.Accepted(Reading(folder, SqliteDatabase.OpenForReading(folder)))
            : Result.Refused<Workspace>(StorageChecks.NoWorkspace(folder));
    }

    /// <summary>Opens a workspace in a PostgreSQL database as its owner, creating the tables where there are none.</summary>
    /// <param name="connectionString">Npgsql connection string.</param>
    /// <param name="name">Name of the workspace within the database.</param>
    /// <param name="clock">Clock for the times that are recorded.</param>
    /// <param name="ct">Stops opening.</param>
    public static async Task<Result<Workspace>> OpenPostgresAsync(string connectionString, string name, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        PostgresDatabase? database = null;
        try
        {
            database = await PostgresDatabase.OpenAsync(connectionString, ct).ConfigureAwait(false);
            if (!await database.TakeAsync(name, ct).ConfigureAwait(false))
            {
                Close(database);
                return Result.Refused<Workspace>(StorageChecks.Locked(name, database.Name));
            }

            var migrated = await Migrator.ApplyAsync(database.Writer, "postgres", database.Name, clock, ct).ConfigureAwait(false);
            if (!migrated.IsAccepted)
            {
                Close(database);
                return Result.Refused<Workspace>(migrated.Reasons);
            }

            var id = await IdOf(database.Writer, name, clock, ct).ConfigureAwait(false);
            return Result.Accepted(new Workspace(new PostgresImportStore(id, database, clock), new LeadStore(id, database.Name, database), new DocumentStore(id, database.Name, database), database));
        }
        catch (Exception failure) when (StorageChecks.Failure(failure, name) is { } storage)
        {
            Close(database);
            return Result.Refused<Workspace>(storage.Reason);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Close(_parts);

    private static Workspace Reading(string folder, SqliteDatabase database) => new(new SqliteImportStore(1, database, TimeProvider.System), new LeadStore(1, folder, database), new DocumentStore(1, folder, database), database);

    private static void Close(params IDisposable?[] parts)
    {
        foreach (var part in parts)
        {
            part?.Dispose();
        }
    }

    private static async Task<long> IdOf(DbConnection connection, string name, TimeProvider clock, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO workspace (id, name, created_at) SELECT COALESCE(MAX(id), 0) + 1, @Name, @At FROM workspace HAVING NOT EXISTS (SELECT 1 FROM workspace WHERE name = @Name)",
            new { Name = name, At = ImportRow.Text(clock.GetUtcNow()) },
            cancellationToken: ct)).ConfigureAwait(false);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT id FROM workspace WHERE name = @Name", new { Name = name }, cancellationToken: ct)).ConfigureAwait(false);
    }
}
