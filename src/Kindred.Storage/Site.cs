using Kindred.Core.Basics;
using Kindred.Core.Jobs;
using Kindred.Core.Members;
using Kindred.Storage.Jobs;
using Kindred.Storage.Members;
using Kindred.Storage.Migrations;

namespace Kindred.Storage;

/// <summary>What one running product keeps beside its workspaces: people and their rights, the list of workspaces, jobs. One process owns it.</summary>
public sealed class Site : IDisposable
{
    internal const string FileName = "members.db";

    /// <summary>Lock of PostgreSQL; no workspace has a slash in its name.</summary>
    private const string PostgresLock = "/site";

    private readonly IDisposable[] _parts;

    private Site(IMemberStore members, IJobStore jobs, params IDisposable[] parts)
    {
        Members = members;
        Jobs = jobs;
        _parts = parts;
    }

    /// <summary>People, sessions, links, the list of workspaces, the audit trail.</summary>
    public IMemberStore Members { get; }

    /// <summary>Long work.</summary>
    public IJobStore Jobs { get; }

    /// <summary>Opens the site in a data folder as its owner, creating both where there are none.</summary>
    /// <param name="rootFolder">The data folder: <c>members.db</c> lies in it, and a sub-folder for each workspace.</param>
    /// <param name="clock">Clock for the times that are recorded.</param>
    /// <param name="ct">Stops opening.</param>
    public static async Task<Result<Site>> OpenAsync(string rootFolder, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(rootFolder);
        ArgumentNullException.ThrowIfNull(clock);
        SqliteDatabase? database = null;
        WorkspaceLock? held = null;
        try
        {
            Directory.CreateDirectory(rootFolder);
            if (!WorkspaceLock.Take(rootFolder).TryGet(out held, out var reasons))
            {
                return Result.Refused<Site>(reasons);
            }

            KeepToOneself(rootFolder);
            database = await SqliteDatabase.OpenAsync(rootFolder, ct, FileName).ConfigureAwait(false);
            var migrated = await Migrator.ApplyAsync(database.Writer, "sqlite", rootFolder, clock, ct, Migration.Site).ConfigureAwait(false);
            if (migrated.IsAccepted)
            {
                return Result.Accepted(new Site(new MemberStore(rootFolder, database), new JobStore(rootFolder, database, clock), database, held));
            }

            Close(database, held);
            return Result.Refused<Site>(migrated.Reasons);
        }
        catch (Exception failure)
        {
            Close(database, held);
            if (StorageChecks.Failure(failure, rootFolder) is { } storage)
            {
                return Result.Refused<Site>(storage.Reason);
            }

            throw;
        }
    }

    /// <summary>Opens the site in a PostgreSQL database as its owner, creating the tables where there are none.</summary>
    /// <param name="connectionString">Npgsql connection string.</param>
    /// <param name="clock">Clock for the times that are recorded.</param>
    /// <param name="ct">Stops opening.</param>
    public static async Task<Result<Site>> OpenPostgresAsync(string connectionString, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        PostgresDatabase? database = null;
        try
        {
            database = await PostgresDatabase.OpenAsync(connectionString, ct).ConfigureAwait(false);
            if (!await database.TakeAsync(PostgresLock, ct).ConfigureAwait(false))
            {
                var name = database.Name;
                Close(database);
                return Result.Refused<Site>(StorageChecks.Locked(name, name));
            }

            var migrated = await Migrator.ApplyAsync(database.Writer, "postgres", database.Name, clock, ct, Migration.Site).ConfigureAwait(false);
            if (migrated.IsAccepted)
            {
                return Result.Accepted(new Site(new MemberStore(database.Name, database), new JobStore(database.Name, database, clock), database));
            }

            Close(database);
            return Result.Refused<Site>(migrated.Reasons);
        }
        catch (Exception failure)
        {
            Close(database);
            if (StorageChecks.Failure(failure, "PostgreSQL") is { } storage)
            {
                return Result.Refused<Site>(storage.Reason);
            }

            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => Close(_parts);

    /// <summary>The keys of the second step are kept in clear, so nobody else on the machine may read the file.</summary>
    private static void KeepToOneself(string rootFolder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // SQLite gives the files beside it (-wal, -shm) the same mode.
        using var file = new FileStream(Path.Combine(rootFolder, FileName), new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
    }

    private static void Close(params IDisposable?[] parts)
    {
        foreach (var part in parts)
        {
            part?.Dispose();
        }
    }
}
