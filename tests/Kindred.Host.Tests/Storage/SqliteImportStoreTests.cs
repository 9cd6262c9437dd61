using Kindred.Core.Basics;
using Kindred.Core.Workspaces;
using Kindred.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Kindred.Host.Tests.Storage;

public sealed class SqliteImportStoreTests : ImportStoreContract
{
    private string Data => Path.Combine(Folder, "workspace");

    protected override async Task<Workspace> OpenAsync() => (await OpenSecondAsync()).Value;

    protected override Task<Result<Workspace>> OpenSecondAsync() => Workspace.OpenAsync(Data, TimeProvider.System, Ct);

    [Fact]
    public async Task OpenForReading_BesideTheOwner_SeesOnlyActiveImports()
    {
        using var owner = await OpenAsync();
        var request = ImportFile.Request(ImportFile.Write(Folder, 400));
        var import = await owner.Imports.BeginAsync(request.Table, Ct);
        await owner.Imports.AppendAsync(import.Id, request.Batches(0).Single(), Ct);
        using var reader = Workspace.OpenForReading(Data).Value;
        Assert.False((await reader.Imports.ReadAsync(import.Id, Ct)).IsAccepted);
        await owner.Imports.PublishAsync(import.Id, Ct);
        Assert.Equal(400, (await reader.Imports.ReadAsync(import.Id, Ct)).Value.RowCount);
        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.Imports.UndoAsync(import.Id, Ct));
    }

    [Fact]
    public void OpenForReading_NoWorkspace_IsRefused() => Assert.Equal("storage.no-workspace", Workspace.OpenForReading(Data).Reasons[0].Code);

    [Fact]
    public async Task Append_DiskFull_TakesTheBatchBackAndGoesOnLater()
    {
        var path = ImportFile.Write(Folder, 20_000);
        using (var workspace = await OpenAsync())
        {
            await SetPagesAsync(workspace, 120);
            var failure = await Assert.ThrowsAsync<StorageException>(() => ImportFile.RunAsync(workspace, path, 1_000));
            Assert.Equal("storage.disk-full", failure.Reason.Code);
            Assert.Contains("디스크가 가득", failure.Reason.Message.Ko, StringComparison.Ordinal);
            var staged = Assert.Single(await workspace.Imports.ListAsync(Ct));
            Assert.Equal(ImportState.Staging, staged.State);
            Assert.True(staged.Accepted is > 0 and < 20_000 && staged.Accepted % 500 != 1, $"{staged.Accepted}");
            await SetPagesAsync(workspace, 1_000_000);
            var result = await ImportFile.RunAsync(workspace, path, 1_000);
            Assert.Equal((20_000L, staged.LastRow), (result.Accepted + result.Rejected, result.ResumedBehind));
        }

        await AssertSoundAsync(Data, 19_980);
    }

    [Fact]
    public async Task Open_FolderIsAFile_IsRefused()
    {
        await File.WriteAllTextAsync(Data, "x", Ct);
        Assert.Equal("storage.not-writable", (await OpenSecondAsync()).Reasons[0].Code);
    }

    [Fact]
    public async Task Open_FolderWithoutPermission_IsRefused()
    {
        Assert.SkipWhen(Environment.UserName == "root" || OperatingSystem.IsWindows(), "root writes everywhere");
        Directory.CreateDirectory(Data);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Data, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Assert.Equal("storage.not-writable", (await OpenSecondAsync()).Reasons[0].Code);
    }

    [Fact]
    public async Task Open_NoDatabaseFile_IsRefused()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "kindred.db"), new string('x', 20_000), Ct);
        Assert.Equal("storage.corrupt-database", (await OpenSecondAsync()).Reasons[0].Code);
    }

    [Theory]
    [InlineData("UPDATE migration SET number = 9999 WHERE number = (SELECT MAX(number) FROM migration)", "storage.newer-schema")]
    [InlineData("UPDATE migration SET sha256 = 'other'", "storage.foreign-schema")]
    public async Task Open_ForeignSchema_IsRefusedAndUntouched(string change, string code)
    {
        (await OpenAsync()).Dispose();
        await ExecuteAsync(Data, change);
        var before = await ExecuteAsync(Data, "SELECT COUNT(*) FROM migration");
        Assert.Equal(code, (await OpenSecondAsync()).Reasons[0].Code);
        Assert.Equal(before, await ExecuteAsync(Data, "SELECT COUNT(*) FROM migration"));
    }

    /// <summary>Nothing lost, nothing double: counts of the import and its rows agree, and the file is sound.</summary>
    internal static async Task AssertSoundAsync(string folder, long rows)
    {
        Assert.Equal("ok", await ExecuteAsync(folder, "PRAGMA integrity_check"));
        Assert.Equal(rows, await ExecuteAsync(folder, "SELECT COUNT(*) FROM import_row"));
        Assert.Equal(rows, await ExecuteAsync(folder, "SELECT COUNT(DISTINCT json_extract(payload, '$[0]')) FROM import_row"));
        Assert.Equal(rows, await ExecuteAsync(folder, "SELECT SUM(accepted) FROM import"));
        Assert.Equal(await ExecuteAsync(folder, "SELECT SUM(rejected) FROM import"), await ExecuteAsync(folder, "SELECT COUNT(*) FROM import_reject"));
    }

    internal static async Task<object?> ExecuteAsync(string folder, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "kindred.db"), Pooling = false }.ToString());
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Ct);
    }

    /// <summary>Lets the database grow to so many pages only, as a full disk would.</summary>
    private static async Task SetPagesAsync(Workspace workspace, int pages)
    {
        var database = workspace.GetType().GetField("_parts", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(workspace) as IDisposable[];
        const System.Reflection.BindingFlags hidden = System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance;
        var part = database!.First(one => one.GetType().GetProperty("Writer", hidden) is not null);
        var writer = part.GetType().GetProperty("Writer", hidden)!.GetValue(part) as SqliteConnection;
        await using var command = writer!.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {pages.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        await command.ExecuteNonQueryAsync(Ct);
    }
}
