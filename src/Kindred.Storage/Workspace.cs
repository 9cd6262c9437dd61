using System.Data.Common;
using Dapper;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Notifications;
using Kindred.Core.Reviews;
using Kindred.Core.Workspaces;
using Kindred.Documents.Sharing;
using Kindred.Storage.Documents;
using Kindred.Storage.Imports;
using Kindred.Storage.Leads;
using Kindred.Storage.Migrations;
using Kindred.Storage.Reviews;

namespace Kindred.Storage;

/// <summary>An open workspace: everything a company's data becomes lies in it. One process owns it for writing; others may read beside it.</summary>
public sealed class Workspace : IDisposable
{
    private readonly IDisposable[] _parts;

    private Workspace(IImportStore imports, long id, string subject, IDatabase database, TimeProvider clock, params IDisposable[] parts)
    {
        var documents = new DocumentStore(id, subject, database);
        Imports = imports;
        Leads = new LeadStore(id, subject, database, clock);
        Documents = documents;
        Logs = new SealedLogs(id, subject, database, clock);
        var reviews = new ReviewStore(id, subject, database, clock, Logs);
        (Reviews, Outbox) = (reviews, reviews);
        _parts = [documents, .. parts];
    }

    /// <summary>Imported files.</summary>
    public IImportStore Imports { get; }

    /// <summary>Score records and the decision log.</summary>
    public ILeadStore Leads { get; }

    /// <summary>Documents, their links, and who read them.</summary>
    public IDocumentStore Documents { get; }

    /// <summary>The review log.</summary>
    public IReviewStore Reviews { get; }

    /// <summary>Mails that wait, and those that were sent.</summary>
    public IOutboxStore Outbox { get; }

    /// <summary>Whether the logs still say what was written.</summary>
    public SealedLogs Logs { get; }

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
            return Result.Accepted(await BegunAsync(new Workspace(new SqliteImportStore(id, database, clock), id, folder, database, clock, database, held), ct).ConfigureAwait(false));
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
            return Result.Accepted(await BegunAsync(new Workspace(new PostgresImportStore(id, database, clock), id, database.Name, database, clock, database), ct).ConfigureAwait(false));
        }
        catch (Exception failure) when (StorageChecks.Failure(failure, name) is { } storage)
        {
            Close(database);
            return Result.Refused<Workspace>(storage.Reason);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Close(_parts);

    private static Workspace Reading(string folder, SqliteDatabase database) => new(new SqliteImportStore(1, database, TimeProvider.System), 1, folder, database, TimeProvider.System, database);

    /// <summary>With every log sealed that was not yet; closed again where that fails.</summary>
    private static async Task<Workspace> BegunAsync(Workspace workspace, CancellationToken ct)
    {
        try
        {
            await workspace.Logs.BeginAsync(ct).ConfigureAwait(false);
            return workspace;
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

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
