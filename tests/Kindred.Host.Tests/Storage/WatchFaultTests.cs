using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kindred.Core.Scorecards;
using Kindred.Core.Workspaces;
using Kindred.Storage;
using Kindred.Tests.Scorecards;
using Xunit;

namespace Kindred.Host.Tests.Storage;

/// <summary><c>kindred watch</c> as a process of its own that is killed, locked out, or given half a file: afterwards everything is there once.</summary>
public sealed class WatchFaultTests : IDisposable
{
    private const int Deals = 20_000;
    private const string Leads = "Lead ID,First Name,Last Name,Company,Email,Country,Lead Status,Created Date\nL-1,Ann,One,Alpha,ann@alpha.example,US,New,2026-11-01\nL-2,Bob,Two,Beta,bob@beta.example,US,New,2026-11-02\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-watch-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Drop => Path.Combine(_folder, "drop");

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Watch_KilledAgainAndAgain_EverythingIsThereOnceAndScored()
    {
        Prepare();
        var random = new Random(5);
        var interrupted = 0;
        for (var run = 0; run < 6; run++)
        {
            using var killed = Start("--every", "1", "--settle", "0");
            if (run == 0)
            {
                // The first kill falls as soon as an import has begun, however fast or slow the machine is; the others at seeded moments.
                await WaitAsync(async () => await BegunAsync() > 0, everyMilliseconds: 2);
            }
            else
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1200 + random.Next(1800)), Ct);
            }

            interrupted += await CountAsync() < 3 ? 1 : 0;
            killed.Kill();
            await killed.WaitForExitAsync(Ct);
        }

        // Two looks: one sees the files, one takes them.
        await FinishAsync("--every", "1", "--settle", "0", "--rounds", "3");
        Assert.True(interrupted > 0, "no kill fell before the end of the imports");
        using var workspace = Workspace.OpenForReading(Data).Value;
        await AssertWholeAsync(workspace, "deals.csv", "leads.csv", "more.csv");
        var newest = (await workspace.Imports.ListAsync(Ct)).Max(import => import.ChangedAt);
        foreach (var lead in new[] { "L-1", "L-2" })
        {
            Assert.Single(await workspace.Leads.ScoresAsync(lead, Ct), record => record.At >= newest);
        }
    }

    [Fact]
    public async Task Watch_TheWorkspaceIsLocked_SaysSoAndTriesAgain()
    {
        Prepare();
        Process watch;
        Task<string?> said;
        using ((await Workspace.OpenAsync(Data, TimeProvider.System, Ct)).Value)
        {
            watch = Start("--every", "1", "--settle", "0", "--rounds", "8");
            said = watch.StandardError.ReadLineAsync(Ct).AsTask();
            Assert.Contains("[storage.workspace-locked]", await said, StringComparison.Ordinal);
        }

        using (watch)
        {
            await watch.WaitForExitAsync(Ct);
            Assert.Equal(0, watch.ExitCode);
        }

        using var workspace = Workspace.OpenForReading(Data).Value;
        await AssertWholeAsync(workspace, "deals.csv", "leads.csv", "more.csv");
    }

    [Fact]
    public async Task Watch_AFileThatIsStillWritten_IsTakenWholeAndACopyOfItNotAgain()
    {
        Directory.CreateDirectory(Drop);
        using var watch = Start("--every", "1", "--settle", "2", "--rounds", "14");
        var path = Path.Combine(Drop, "slow.csv");
        for (var part = 0; part < 5; part++)
        {
            await File.AppendAllTextAsync(path, (part == 0 ? Header : "") + Rows(part * 100, 100), Ct);
            await Task.Delay(900, Ct);
        }

        await WaitAsync(async () => await CountAsync() == 1);
        File.Copy(path, Path.Combine(Drop, "slow copy.csv"));
        await watch.WaitForExitAsync(Ct);
        using var workspace = Workspace.OpenForReading(Data).Value;
        var import = Assert.Single(await workspace.Imports.ListAsync(Ct));
        Assert.Equal(500, (await workspace.Imports.ReadAsync(import.Id, Ct)).Value.RowCount);
    }

    private const string Header = "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Company Name\n";

    private static string Rows(int from, int count)
    {
        var text = new StringBuilder();
        for (var i = from; i < from + count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i},deal {i},{(i % 3 == 0 ? "Closed Won" : "Closed Lost")},{100 + i},2026-06-{1 + (i % 28):00},2026-01-{1 + (i % 28):00},Company {i % 500}\n");
        }

        return text.ToString();
    }

    private void Prepare()
    {
        Directory.CreateDirectory(Drop);
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Drop, "deals.csv"), Header + Rows(0, Deals));
        File.WriteAllText(Path.Combine(Drop, "more.csv"), Header + Rows(Deals, Deals));
        File.WriteAllText(Path.Combine(Drop, "leads.csv"), Leads);
        File.WriteAllText(Path.Combine(Data, "card.json"), CardFile.ToJson(TestCards.Small()));
    }

    private static async Task AssertWholeAsync(Workspace workspace, params string[] files)
    {
        var imports = await workspace.Imports.ListAsync(Ct);
        Assert.Equal(files, imports.Select(import => import.Table.FileName).Order(StringComparer.Ordinal));
        foreach (var import in imports)
        {
            Assert.Equal(ImportState.Active, import.State);
            var table = (await workspace.Imports.ReadAsync(import.Id, Ct)).Value;
            Assert.Equal(import.Table.FileName == "leads.csv" ? 2 : Deals, Enumerable.Range(0, table.RowCount).Select(table.Columns[0].TextAt).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(import.Table.FileName == "leads.csv" ? 2 : Deals, table.RowCount);
        }
    }

    /// <summary>Imports that readers see.</summary>
    private Task<int> CountAsync() => CountAsync(import => import.State == ImportState.Active);

    /// <summary>Imports that have begun.</summary>
    private Task<int> BegunAsync() => CountAsync(_ => true);

    private async Task<int> CountAsync(Func<Import, bool> which)
    {
        if (!Workspace.OpenForReading(Data).TryGet(out var workspace, out _))
        {
            return 0;
        }

        using (workspace)
        {
            try
            {
                return (await workspace.Imports.ListAsync(Ct)).Count(which);
            }
            catch (StorageException)
            {
                return 0; // The child has made the file and not its tables yet.
            }
        }
    }

    private static async Task WaitAsync(Func<Task<bool>> until, int everyMilliseconds = 100)
    {
        while (!await until())
        {
            await Task.Delay(everyMilliseconds, Ct);
        }
    }

    private async Task FinishAsync(params string[] args)
    {
        using var process = Start(args);
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
    }

    private Process Start(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "kindred.dll"), "watch", Drop, "--workspace", Data, .. args])
        {
            RedirectStandardError = true,
        };
        start.Environment.Remove("KINDRED_CHILD");
        return Process.Start(start)!;
    }
}
