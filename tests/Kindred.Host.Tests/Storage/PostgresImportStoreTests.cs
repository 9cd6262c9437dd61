using Kindred.Core.Basics;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Storage;

public sealed class PostgresImportStoreTests(PostgresServer server) : ImportStoreContract, IClassFixture<PostgresServer>
{
    private string? _database;

    protected override async Task<Workspace> OpenAsync() => (await OpenSecondAsync()).Value;

    protected override async Task<Result<Workspace>> OpenSecondAsync()
    {
        _database ??= await server.FreshAsync();
        return await Workspace.OpenPostgresAsync(_database, "test", TimeProvider.System, Ct);
    }

    [Fact]
    public async Task Open_TwoWorkspacesInOneDatabase_SeeTheirOwnOnly()
    {
        using var first = await OpenAsync();
        using var second = (await Workspace.OpenPostgresAsync(_database!, "second", TimeProvider.System, Ct)).Value;
        var path = ImportFile.Write(Folder, 50);
        await ImportFile.RunAsync(first, path);
        Assert.Empty(await second.Imports.ListAsync(Ct));
        Assert.False((await ImportFile.RunAsync(second, path)).ChangedNothing);
    }

    [Fact]
    public async Task Open_NoServer_IsRefused() =>
        Assert.Equal("storage.database-unreachable", (await Workspace.OpenPostgresAsync($"Host={Folder};Username=x;Database=x;Timeout=2", "x", TimeProvider.System, Ct)).Reasons[0].Code);
}
