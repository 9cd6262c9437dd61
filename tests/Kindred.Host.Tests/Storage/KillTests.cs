using System.Diagnostics;
using System.Globalization;
using Kindred.Core.Workspaces;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Storage;

/// <summary>kill -9 at seeded random moments of an import: afterwards and after resuming nothing is lost, nothing double, nothing half-visible. KINDRED_FAULT_RUNS sets the number of kills.</summary>
public sealed class KillTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const int Rows = 20_000;
    private const int RowsPerBatch = 250;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_KilledAtRandomMoments_LosesNothing()
    {
        var runs = int.Parse(Environment.GetEnvironmentVariable("KINDRED_FAULT_RUNS") ?? "20", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("kindred-kill-").FullName;
        try
        {
            var file = ImportFile.Write(folder, Rows);
            var full = await MeasureAsync(Path.Combine(folder, "measure"), file);
            var interrupted = 0;
            for (var run = 0; run < runs; run++)
            {
                var workspace = Path.Combine(folder, "run");
                interrupted += await KillAsync(workspace, file, full * new Random(run).NextDouble()) ? 1 : 0;
                using (var reopened = (await Workspace.OpenAsync(workspace, TimeProvider.System, Ct)).Value)
                {
                    await AssertResumesAsync(reopened, file, run);
                }

                await SqliteImportStoreTests.AssertSoundAsync(workspace, Rows - (Rows / 1000));
                Directory.Delete(workspace, recursive: true);
            }

            Assert.True(interrupted >= runs / 4, $"only {interrupted} of {runs} kills fell inside an import");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task ImportIntoPostgres_KilledAtRandomMoments_LosesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("kindred-kill-").FullName;
        try
        {
            var file = ImportFile.Write(folder, Rows);
            var full = await MeasureAsync(await server.FreshAsync(), file);
            for (var run = 0; run < 5; run++)
            {
                var database = await server.FreshAsync();
                await KillAsync(database, file, full * new Random(run).NextDouble());
                using var reopened = await OwnAsync(database);
                await AssertResumesAsync(reopened, file, run);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Open_WhileAnotherProcessOwnsTheWorkspace_NamesIt()
    {
        var folder = Directory.CreateTempSubdirectory("kindred-own-").FullName;
        try
        {
            var workspace = Path.Combine(folder, "workspace");
            using var child = ImportChild.Start(workspace, ImportFile.Write(folder, 200_000), 50);
            Assert.Equal("importing", await child.StandardOutput.ReadLineAsync(Ct));
            var refused = await Workspace.OpenAsync(workspace, TimeProvider.System, Ct);
            child.Kill();
            await child.WaitForExitAsync(Ct);
            Assert.Equal("storage.workspace-locked", refused.Reasons[0].Code);
            Assert.Contains("process " + child.Id.ToString(CultureInfo.InvariantCulture), refused.Reasons[0].Message.En, StringComparison.Ordinal);
            using var own = (await Workspace.OpenAsync(workspace, TimeProvider.System, Ct)).Value;
            Assert.True((await own.Imports.ListAsync(Ct)).Count <= 1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>After a kill nothing is half-visible; after resuming everything is there once.</summary>
    private static async Task AssertResumesAsync(Workspace workspace, string file, int run)
    {
        foreach (var import in await workspace.Imports.ListAsync(Ct))
        {
            var seen = await workspace.Imports.ReadAsync(import.Id, Ct);
            Assert.True(import.State == ImportState.Active ? seen.Value.RowCount == Rows - (Rows / 1000) : !seen.IsAccepted, $"run {run}: half visible");
        }

        var result = await ImportFile.RunAsync(workspace, file, RowsPerBatch);
        Assert.True(result.Accepted == Rows - (Rows / 1000) && result.Rejected == Rows / 1000, $"run {run}: {result.Accepted} + {result.Rejected}");
        var table = (await workspace.Imports.ReadAsync(result.Import!.Id, Ct)).Value;
        Assert.Equal(Enumerable.Range(0, Rows).Where(i => i % 1000 != 999).Select(i => "K" + i.ToString(CultureInfo.InvariantCulture)), Enumerable.Range(0, table.RowCount).Select(table.Columns[0].TextAt));
        Assert.Equal(Rows / 1000, (await workspace.Imports.RejectsAsync(result.Import.Id, Ct)).Count);
    }

    /// <summary>True when the kill fell before the import was done.</summary>
    private static async Task<bool> KillAsync(string workspace, string file, TimeSpan after)
    {
        using var child = ImportChild.Start(workspace, file, RowsPerBatch);
        Assert.Equal("importing", await child.StandardOutput.ReadLineAsync(Ct));
        await Task.Delay(after, Ct);
        child.Kill();
        await child.WaitForExitAsync(Ct);
        return await child.StandardOutput.ReadLineAsync(Ct) != "done";
    }

    private static async Task<TimeSpan> MeasureAsync(string workspace, string file)
    {
        using var child = ImportChild.Start(workspace, file, RowsPerBatch);
        Assert.Equal("importing", await child.StandardOutput.ReadLineAsync(Ct));
        var watch = Stopwatch.StartNew();
        Assert.Equal("done", await child.StandardOutput.ReadLineAsync(Ct));
        await child.WaitForExitAsync(Ct);
        return watch.Elapsed;
    }

    /// <summary>The server notices only after a moment that the killed owner is gone.</summary>
    private static async Task<Workspace> OwnAsync(string database)
    {
        while (true)
        {
            var opened = await Workspace.OpenPostgresAsync(database, "test", TimeProvider.System, Ct);
            if (opened.IsAccepted || opened.Reasons[0].Code != "storage.workspace-locked")
            {
                return opened.Value;
            }

            await Task.Delay(50, Ct);
        }
    }
}
