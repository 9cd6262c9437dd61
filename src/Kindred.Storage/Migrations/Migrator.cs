using System.Data.Common;
using System.Globalization;
using Dapper;
using Kindred.Core.Basics;

namespace Kindred.Storage.Migrations;

/// <summary>Brings a database to the newest schema, one transaction a step, so that an interrupted upgrade goes on where it stopped.</summary>
internal static class Migrator
{
    private sealed class Applied
    {
        public long Number { get; set; }

        public string Sha256 { get; set; } = "";
    }

    /// <returns>The schema's number, or why the database is not touched.</returns>
    internal static async Task<Result<int>> ApplyAsync(DbConnection connection, string engine, string subject, TimeProvider clock, CancellationToken ct, string schema = Migration.Workspace)
    {
        // In PostgreSQL site and workspaces share a database, so each schema counts its steps in a table of its own.
        var steps = schema == Migration.Site ? "site_migration" : "migration";
        await connection.ExecuteAsync(new CommandDefinition(
            $"CREATE TABLE IF NOT EXISTS {steps} (number bigint NOT NULL PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, applied_at text NOT NULL)", cancellationToken: ct)).ConfigureAwait(false);
        var applied = (await connection.QueryAsync<Applied>(new CommandDefinition($"SELECT number AS Number, sha256 AS Sha256 FROM {steps} ORDER BY number", cancellationToken: ct)).ConfigureAwait(false)).ToList();
        var all = Migration.All(engine, schema);
        if (applied.Count > 0 && applied[^1].Number > all[^1].Number)
        {
            return Result.Refused<int>(StorageChecks.NewerSchema(subject, applied[^1].Number, all[^1].Number));
        }

        foreach (var known in applied)
        {
            if (all.FirstOrDefault(migration => migration.Number == known.Number)?.Sha256 != known.Sha256)
            {
                return Result.Refused<int>(StorageChecks.ForeignSchema(subject, known.Number));
            }
        }

        foreach (var migration in all.Skip(applied.Count))
        {
            await using var transaction = await connection.BeginTransactionAsync(ct).ConfigureAwait(false);
            await connection.ExecuteAsync(new CommandDefinition(migration.Sql, transaction: transaction, cancellationToken: ct)).ConfigureAwait(false);
            await connection.ExecuteAsync(new CommandDefinition(
                $"INSERT INTO {steps} (number, name, sha256, applied_at) VALUES (@Number, @Name, @Sha256, @At)",
                new { Number = (long)migration.Number, migration.Name, migration.Sha256, At = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) },
                transaction,
                cancellationToken: ct)).ConfigureAwait(false);
            await transaction.CommitAsync(ct).ConfigureAwait(false);
        }

        return Result.Accepted(all[^1].Number);
    }
}
