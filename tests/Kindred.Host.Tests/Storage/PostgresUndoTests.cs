using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Storage;

public sealed class PostgresUndoTests(PostgresServer server) : UndoContract, IClassFixture<PostgresServer>
{
    private string? _database;

    protected override async Task<Workspace> OpenAsync(string name)
    {
        _database ??= await server.FreshAsync();
        return (await Workspace.OpenPostgresAsync(_database, name, TimeProvider.System, Ct)).Value;
    }
}
