using Kindred.Core.Tables;
using Kindred.Core.Workspaces;
using Kindred.Files;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Storage;

/// <summary>What every store of imports must do, whichever database is behind it.</summary>
public abstract class ImportStoreContract : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("kindred-storage-").FullName;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Opens the workspace of this test, anew each time.</summary>
    protected abstract Task<Workspace> OpenAsync();

    public virtual void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Import_ThenRead_GivesTheTableOfTheFile()
    {
        var path = ImportFile.Write(Folder, 12_345);
        using var workspace = await OpenAsync();
        var result = await ImportFile.RunAsync(workspace, path);
        var whole = Assert.Single(TableFiles.Read(path, ct: Ct).Value);
        Assert.Equal((whole.Table.RowCount, whole.Rejects.Count), (result.Accepted, result.Rejected));
        Assert.Equal(12_345, result.Accepted + result.Rejected);
        AssertSame(whole.Table, (await workspace.Imports.ReadAsync(result.Import!.Id, Ct)).Value);
        Assert.Equal(whole.Rejects, await workspace.Imports.RejectsAsync(result.Import.Id, Ct));
        Assert.Equal(ImportState.Active, result.Import.State);
    }

    [Fact]
    public async Task Import_StagingRows_AreSeenByNobody()
    {
        using var workspace = await OpenAsync();
        var request = ImportFile.Request(ImportFile.Write(Folder, 500));
        var import = await workspace.Imports.BeginAsync(request.Table, Ct);
        foreach (var batch in request.Batches(0))
        {
            await workspace.Imports.AppendAsync(import.Id, batch, Ct);
        }

        var refused = await workspace.Imports.ReadAsync(import.Id, Ct);
        Assert.Equal("storage.import-not-active", refused.Reasons[0].Code);
        Assert.Contains("state: staging", refused.Reasons[0].Message.En, StringComparison.Ordinal);
        await workspace.Imports.PublishAsync(import.Id, Ct);
        Assert.Equal(500, (await workspace.Imports.ReadAsync(import.Id, Ct)).Value.RowCount);
    }

    [Fact]
    public async Task Import_SameFileThreeTimes_ChangesNothingAfterTheFirst()
    {
        using var workspace = await OpenAsync();
        var path = ImportFile.Write(Folder, 2_000);
        var first = await ImportFile.RunAsync(workspace, path);
        File.Copy(path, Path.Combine(Folder, "other name.csv"));
        foreach (var again in new[] { path, Path.Combine(Folder, "other name.csv") })
        {
            var result = await ImportFile.RunAsync(workspace, again);
            Assert.True(result.ChangedNothing);
            Assert.Equal(first.Import!.Id, result.Import!.Id);
        }

        var only = Assert.Single(await workspace.Imports.ListAsync(Ct));
        Assert.Equal((2_000L, first.Import!.ChangedAt), (only.Accepted + only.Rejected, only.ChangedAt));
    }

    [Fact]
    public async Task Import_DryRun_StoresNothing()
    {
        using var workspace = await OpenAsync();
        var path = ImportFile.Write(Folder, 3_000);
        var result = await new ImportTable(workspace.Imports).RunAsync(ImportFile.Request(path, isDryRun: true), Ct);
        Assert.Equal((2_997L, 3L, false), (result.Accepted, result.Rejected, result.ChangedNothing));
        Assert.Null(result.Import);
        Assert.Empty(await workspace.Imports.ListAsync(Ct));
    }

    [Fact]
    public async Task Import_Interrupted_GoesOnBehindTheLastStoredRow()
    {
        var path = ImportFile.Write(Folder, 5_000);
        var request = ImportFile.Request(path, 300);
        using (var workspace = await OpenAsync())
        {
            var import = await workspace.Imports.BeginAsync(request.Table, Ct);
            foreach (var batch in request.Batches(0).Take(7))
            {
                await workspace.Imports.AppendAsync(import.Id, batch, Ct);
            }
        }

        using var reopened = await OpenAsync();
        var result = await ImportFile.RunAsync(reopened, path);
        Assert.True(result.ResumedBehind > 2_000, $"resumed behind {result.ResumedBehind}");
        Assert.Equal(5_000, result.Accepted + result.Rejected);
        AssertSame(Assert.Single(TableFiles.Read(path, ct: Ct).Value).Table, (await reopened.Imports.ReadAsync(result.Import!.Id, Ct)).Value);
        Assert.Equal(5, (await reopened.Imports.RejectsAsync(result.Import.Id, Ct)).Count);
    }

    [Fact]
    public async Task Undo_ThenImportAgain_RestoresWithoutStoringTwice()
    {
        using var workspace = await OpenAsync();
        var path = ImportFile.Write(Folder, 1_500);
        var first = await ImportFile.RunAsync(workspace, path);
        var before = (await workspace.Imports.ReadAsync(first.Import!.Id, Ct)).Value;
        Assert.Equal(ImportState.Undone, (await workspace.Imports.UndoAsync(first.Import.Id, Ct)).Value.State);
        Assert.Equal("storage.import-not-active", (await workspace.Imports.ReadAsync(first.Import.Id, Ct)).Reasons[0].Code);
        Assert.Equal("storage.import-not-active", (await workspace.Imports.UndoAsync(first.Import.Id, Ct)).Reasons[0].Code);
        var again = await ImportFile.RunAsync(workspace, path);
        Assert.Equal((first.Import.Id, 1_500L), (again.Import!.Id, again.Accepted + again.Rejected));
        AssertSame(before, (await workspace.Imports.ReadAsync(again.Import.Id, Ct)).Value);
    }

    [Fact]
    public async Task Purge_RemovesOnlyUndoneRows()
    {
        using var workspace = await OpenAsync();
        var kept = await ImportFile.RunAsync(workspace, ImportFile.Write(Folder, 800, "a.csv", 1));
        var gone = await ImportFile.RunAsync(workspace, ImportFile.Write(Folder, 900, "b.csv", 2));
        await workspace.Imports.UndoAsync(gone.Import!.Id, Ct);
        var undoneAt = (await workspace.Imports.ListAsync(Ct)).Single(import => import.State == ImportState.Undone).ChangedAt;
        Assert.Equal(0, await workspace.Imports.PurgeAsync(undoneAt, Ct));
        Assert.Equal(1, await workspace.Imports.PurgeAsync(undoneAt.AddTicks(1), Ct));
        Assert.Equal(0, await workspace.Imports.PurgeAsync(null, Ct));
        Assert.Empty(await workspace.Imports.RejectsAsync(gone.Import.Id, Ct));
        Assert.Equal(800, (await workspace.Imports.ReadAsync(kept.Import!.Id, Ct)).Value.RowCount);
        Assert.Equal(900, (await ImportFile.RunAsync(workspace, Path.Combine(Folder, "b.csv"))).Accepted);
    }

    [Fact]
    public async Task Begin_OtherColumns_StartsOver()
    {
        using var workspace = await OpenAsync();
        var path = ImportFile.Write(Folder, 1_000);
        var request = ImportFile.Request(path, 200);
        var import = await workspace.Imports.BeginAsync(request.Table, Ct);
        await workspace.Imports.AppendAsync(import.Id, request.Batches(0).First(), Ct);
        var stream = Assert.Single(TableFiles.Open(path, new TableFileOptions(TextColumns: new HashSet<string> { "amount" }), ct: Ct).Value);
        var result = await new ImportTable(workspace.Imports).RunAsync(new ImportRequest(stream.AsImport(), after => stream.Batches(afterRow: after)), Ct);
        Assert.Equal((0L, 999L), (result.ResumedBehind, result.Accepted));
        Assert.Equal(ColumnType.Text, (await workspace.Imports.ReadAsync(result.Import!.Id, Ct)).Value.Find("amount")!.Type);
    }

    [Fact]
    public async Task Import_ActiveFileReadDifferently_ChangesNothingAndSaysSo()
    {
        using var workspace = await OpenAsync();
        var path = ImportFile.Write(Folder, 300);
        var first = await ImportFile.RunAsync(workspace, path);
        var stream = Assert.Single(TableFiles.Open(path, new TableFileOptions(TextColumns: new HashSet<string> { "amount" }), ct: Ct).Value);
        var request = new ImportRequest(stream.AsImport(), after => stream.Batches(afterRow: after));
        var again = await new ImportTable(workspace.Imports).RunAsync(request, Ct);
        Assert.Equal((true, true, first.Import!.ChangedAt), (again.ChangedNothing, again.ReadsDifferently, again.Import!.ChangedAt));
        Assert.False((await ImportFile.RunAsync(workspace, path)).ReadsDifferently);
        await workspace.Imports.UndoAsync(first.Import.Id, Ct);
        await new ImportTable(workspace.Imports).RunAsync(request, Ct);
        Assert.Equal(ColumnType.Text, (await workspace.Imports.ReadAsync(first.Import.Id, Ct)).Value.Find("amount")!.Type);
    }

    [Fact]
    public async Task Append_TwiceOrOutOfState_ChangesNothing()
    {
        using var workspace = await OpenAsync();
        var request = ImportFile.Request(ImportFile.Write(Folder, 600), 200);
        var import = await workspace.Imports.BeginAsync(request.Table, Ct);
        var batches = request.Batches(0).ToList();
        await workspace.Imports.AppendAsync(import.Id, batches[0], Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => workspace.Imports.AppendAsync(import.Id, batches[0], Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => workspace.Imports.AppendAsync(99, batches[1], Ct));
        Assert.Equal(200, Assert.Single(await workspace.Imports.ListAsync(Ct)).Accepted);
        await workspace.Imports.AppendAsync(import.Id, batches[1], Ct);
        await workspace.Imports.AppendAsync(import.Id, batches[2], Ct);
        await workspace.Imports.PublishAsync(import.Id, Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => workspace.Imports.PublishAsync(import.Id, Ct));
        Assert.Equal(600, (await workspace.Imports.ReadAsync(import.Id, Ct)).Value.RowCount);
    }

    [Fact]
    public async Task Undo_UnknownImport_IsRefused()
    {
        using var workspace = await OpenAsync();
        Assert.Equal("storage.no-such-import", (await workspace.Imports.UndoAsync(7, Ct)).Reasons[0].Code);
        Assert.Equal("storage.no-such-import", (await workspace.Imports.ReadAsync(7, Ct)).Reasons[0].Code);
    }

    [Fact]
    public async Task Import_CellsOfEveryKind_ComeBackExactly()
    {
        var path = Path.Combine(Folder, "odd.csv");
        await File.WriteAllTextAsync(path, "key,text,number,time,money\na,\"quote \"\" slash \\ 😀\ttab\",-0.1,2026-01-02T03:04:05.1234567,$5\nb,N/A,1e300,0001-01-01,₩7\nc,,12345678901234,9999-12-31 23:59:59,\nd\0,x,1,2026-01-01,\n", Ct);
        using var workspace = await OpenAsync();
        var result = await ImportFile.RunAsync(workspace, path);
        var table = (await workspace.Imports.ReadAsync(result.Import!.Id, Ct)).Value;
        AssertSame(Assert.Single(TableFiles.Read(path, ct: Ct).Value).Table, table);
        Assert.Equal("USD", table.Find("money (currency)")!.TextAt(0));
        Assert.Equal("d␀,x,1,2026-01-01,", Assert.Single(await workspace.Imports.RejectsAsync(result.Import.Id, Ct)).RawText);
    }

    [Fact]
    public async Task Open_Again_KeepsEverything()
    {
        var path = ImportFile.Write(Folder, 700);
        using (var workspace = await OpenAsync())
        {
            await ImportFile.RunAsync(workspace, path);
        }

        using var reopened = await OpenAsync();
        var import = Assert.Single(await reopened.Imports.ListAsync(Ct));
        Assert.Equal(("deals.csv", ImportState.Active, true), (import.Table.FileName, import.State, import.IsComplete));
        Assert.Equal(700, (await reopened.Imports.ReadAsync(import.Id, Ct)).Value.RowCount);
    }

    [Fact]
    public async Task Open_SecondOwner_IsRefused()
    {
        using var workspace = await OpenAsync();
        var second = await OpenSecondAsync();
        Assert.Equal("storage.workspace-locked", second.Reasons[0].Code);
        Assert.Contains("Another process", second.Reasons[0].Message.En, StringComparison.Ordinal);
    }

    /// <summary>Tries to own the same workspace a second time.</summary>
    protected abstract Task<Kindred.Core.Basics.Result<Workspace>> OpenSecondAsync();

    internal static void AssertSame(Table expected, Table actual)
    {
        Assert.Equal(expected.RowCount, actual.RowCount);
        Assert.Equal(expected.Columns.Select(column => (column.Name, column.Type)), actual.Columns.Select(column => (column.Name, column.Type)));
        foreach (var (left, right) in expected.Columns.Zip(actual.Columns))
        {
            for (var row = 0; row < expected.RowCount; row++)
            {
                Assert.Equal((left.IsMissing(row), Exact(left, row)), (right.IsMissing(row), Exact(right, row)));
            }

            Assert.Equal((left as TextColumn)?.Separator, (right as TextColumn)?.Separator);
            Assert.Equal((left as NumberColumn)?.Currency, (right as NumberColumn)?.Currency);
        }
    }

    private static object Exact(Column column, int row) => column switch
    {
        TextColumn text => text.RawAt(row),
        NumberColumn number => number[row],
        _ => ((DateColumn)column)[row],
    };
}
