using System.Globalization;
using System.Text;
using System.Text.Json;
using Kindred.Core.Accounts;
using Kindred.Core.Tables;
using Kindred.Core.Workspaces;
using Kindred.Files;
using Kindred.Statistics.Resampling;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Storage;

/// <summary>What a workspace says depends only on which imports are active: whatever was imported, undone, purged and imported again on the way there.</summary>
public abstract class UndoContract : IDisposable
{
    private const int Sequences = 50;
    private const int Steps = 12;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("kindred-undo-").FullName;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Opens a workspace of that name.</summary>
    protected abstract Task<Workspace> OpenAsync(string name);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Undo_AfterAnySequence_GivesBackTheBytesOfBefore()
    {
        var files = ExportFiles.Write(Folder);
        var read = files.ToDictionary(file => file, file => Assert.Single(TableFiles.Read(file, ct: Ct).Value));
        var random = new SeededRandom(16);
        int undone = 0, overlapping = 0;
        for (var sequence = 0; sequence < Sequences; sequence++)
        {
            using var workspace = await OpenAsync("s" + sequence.ToString(CultureInfo.InvariantCulture));
            var numbers = new Dictionary<string, long>();
            var active = new SortedDictionary<long, string>();
            for (var step = 0; step < Steps; step++)
            {
                if (active.Count > 0 && random.Below(3) == 0)
                {
                    var number = active.Keys.ElementAt(random.Below(active.Count));
                    Assert.True((await workspace.Imports.UndoAsync(number, Ct)).IsAccepted);
                    active.Remove(number);
                    undone++;
                }
                else if (random.Below(6) == 0)
                {
                    await workspace.Imports.PurgeAsync(null, Ct);
                }
                else
                {
                    var file = files[random.Below(files.Count)];
                    var result = await ImportFile.RunAsync(workspace, file, 1 + random.Below(30));
                    Assert.Equal(numbers.TryGetValue(file, out var known) ? known : numbers.Count + 1, result.Import!.Id);
                    Assert.Equal(active.ContainsKey(result.Import.Id), result.ChangedNothing);
                    numbers[file] = result.Import.Id;
                    active[result.Import.Id] = file;
                }

                var expected = active.Values.Select(file => new SourceTable(read[file].Table, Path.GetFileName(file), null, [])).ToList();
                var dump = await DumpAsync(workspace);
                Assert.Equal(Text(expected, active.Values.SelectMany(file => read[file].Rejects)), dump);
                overlapping += AccountsModule.Newest(expected, ct: Ct).Replaced.Count;
            }
        }

        Assert.True(undone > 100 && overlapping > 200, $"{undone} undone, {overlapping} overlaps: too few to prove anything");
    }

    /// <summary>Facts, not only rows: companies, people, deals and use, as bytes.</summary>
    [Fact]
    public async Task Undo_OfAnOverlappingExport_GivesBackTheFactsOfBefore()
    {
        var files = ExportFiles.Write(Folder);
        using var workspace = await OpenAsync("facts");
        foreach (var file in files.Where(file => file.Contains("2025", StringComparison.Ordinal)))
        {
            await ImportFile.RunAsync(workspace, file);
        }

        var before = await FactsAsync(workspace);
        var undo = new Stack<(long, byte[])>();
        foreach (var file in files.Where(file => !file.Contains("2025", StringComparison.Ordinal)))
        {
            undo.Push(((await ImportFile.RunAsync(workspace, file)).Import!.Id, before));
            var after = await FactsAsync(workspace);
            Assert.False(before.AsSpan().SequenceEqual(after), file + " changes nothing: it proves nothing");
            before = after;
        }

        while (undo.TryPop(out var last))
        {
            await workspace.Imports.UndoAsync(last.Item1, Ct);
            Assert.Equal(last.Item2, await FactsAsync(workspace));
        }
    }

    [Fact]
    public async Task Import_OverlappingExports_CountEveryRecordOnce()
    {
        using var workspace = await OpenAsync("once");
        foreach (var file in ExportFiles.Write(Folder))
        {
            await ImportFile.RunAsync(workspace, file);
        }

        var tables = await TablesAsync(workspace);
        var newest = AccountsModule.Newest(tables, ct: Ct).Tables;
        var facts = AccountsModule.Assemble([.. tables.Zip(newest, (source, table) => source with { Table = table })], AccountsModule.Recognise([.. tables.Zip(newest, (source, table) => source with { Table = table })]).Value, new AssemblyOptions()).Value;
        Assert.Equal((ExportFiles.Companies, ExportFiles.Deals), (facts.Companies.Count, facts.Deals.Count));
        Assert.Equal(facts.Deals.Count, facts.Deals.Select(deal => deal.Key).Distinct().Count());
        Assert.Equal(ExportFiles.Usages, newest.Zip(tables).Where(pair => pair.Second.FileName.StartsWith("usage", StringComparison.Ordinal)).Sum(pair => pair.First.RowCount));
    }

    private static async Task<List<SourceTable>> TablesAsync(Workspace workspace)
    {
        var tables = new List<SourceTable>();
        foreach (var import in (await workspace.Imports.ListAsync(Ct)).Where(import => import.State == ImportState.Active))
        {
            tables.Add(new SourceTable((await workspace.Imports.ReadAsync(import.Id, Ct)).Value, import.Table.FileName, null, []));
        }

        return tables;
    }

    private static async Task<string> DumpAsync(Workspace workspace)
    {
        var rejects = new List<Reject>();
        foreach (var import in (await workspace.Imports.ListAsync(Ct)).Where(import => import.State == ImportState.Active))
        {
            rejects.AddRange(await workspace.Imports.RejectsAsync(import.Id, Ct));
        }

        return Text(await TablesAsync(workspace), rejects);
    }

    private static string Text(List<SourceTable> tables, IEnumerable<Reject> rejects)
    {
        var text = new StringBuilder();
        foreach (var (source, table) in tables.Zip(AccountsModule.Newest(tables, ct: Ct).Tables))
        {
            text.Append(source.FileName).Append(": ").AppendJoin(" | ", table.Columns.Select(column => column.Name + " " + column.Type)).Append('\n');
            for (var row = 0; row < table.RowCount; row++)
            {
                text.AppendJoin(" | ", table.Columns.Select(column => column is TextColumn words ? words.RawAt(row) : column.TextAt(row))).Append('\n');
            }
        }

        return text.AppendJoin('\n', rejects.Select(reject => reject.ToString())).ToString();
    }

    private static async Task<byte[]> FactsAsync(Workspace workspace)
    {
        var tables = await TablesAsync(workspace);
        List<SourceTable> newest = [.. tables.Zip(AccountsModule.Newest(tables, ct: Ct).Tables, (source, table) => source with { Table = table })];
        var facts = AccountsModule.Assemble(newest, AccountsModule.Recognise(newest).Value, new AssemblyOptions()).Value;
        var options = new JsonSerializerOptions { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };
        return JsonSerializer.SerializeToUtf8Bytes(new { facts.AsOf, facts.Companies, facts.People, facts.Deals, facts.Usage, facts.Subscriptions, facts.Merges, facts.MatchRates, facts.Leads }, options);
    }
}
