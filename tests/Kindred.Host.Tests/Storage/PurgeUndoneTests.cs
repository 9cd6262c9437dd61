using Kindred.Core.Workspaces;
using Kindred.Host.Tests.Members;
using Kindred.Product;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Storage;

/// <summary>The retention the owner sets: rows of undone imports go for good after that many days, and not a day earlier.</summary>
public sealed class PurgeUndoneTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-purge-").FullName;
    private readonly TestClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Purge_AfterTheDaysOfTheSettings_DeletesTheRowsAndKeepsTheEntry()
    {
        using var workspace = (await Workspace.OpenAsync(_folder, _clock, Ct)).Value;
        (WorkspaceSettings.Defaults with { KeepUndoneDays = 7 }).Write(_folder);
        var (kept, undone) = (await ImportAsync(workspace, "kept.csv"), await ImportAsync(workspace, "undone.csv"));
        Assert.True((await workspace.Imports.UndoAsync(undone, Ct)).IsAccepted);

        _clock.Pass(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await PurgeUndone.RunAsync(workspace, _folder, _clock, Ct)).Value);
        _clock.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await PurgeUndone.RunAsync(workspace, _folder, _clock, Ct)).Value);
        Assert.Equal(0, (await PurgeUndone.RunAsync(workspace, _folder, _clock, Ct)).Value);

        var all = await workspace.Imports.ListAsync(Ct);
        Assert.Equal([(kept, ImportState.Active), (undone, ImportState.Undone)], all.OrderBy(import => import.Id).Select(import => (import.Id, import.State)));
        Assert.Equal(2, (await workspace.Imports.ReadAsync(kept, Ct)).Value.RowCount);
    }

    [Fact]
    public async Task Purge_WithSettingsThatCannotBeRead_DeletesNothing()
    {
        using var workspace = (await Workspace.OpenAsync(_folder, _clock, Ct)).Value;
        var undone = await ImportAsync(workspace, "undone.csv");
        Assert.True((await workspace.Imports.UndoAsync(undone, Ct)).IsAccepted);
        _clock.Pass(TimeSpan.FromDays(400));
        await File.WriteAllTextAsync(Path.Combine(_folder, "settings.json"), "{ not json", Ct);
        Assert.Equal("settings.unreadable", Assert.Single((await PurgeUndone.RunAsync(workspace, _folder, _clock, Ct)).Reasons).Code);
        File.Delete(Path.Combine(_folder, "settings.json"));
        Assert.Equal(1, (await PurgeUndone.RunAsync(workspace, _folder, _clock, Ct)).Value);
    }

    private async Task<long> ImportAsync(Workspace workspace, string name)
    {
        var drop = Directory.CreateDirectory(Path.Combine(_folder, "drop-" + name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(drop, name), $"Record ID,Company name,Industry\n1,{name} One,SaaS\n2,{name} Two,Retail\n", Ct);
        return Assert.Single((await ImportDropped.RunAsync(workspace, drop, null, Ct)).Value).Import!.Id;
    }
}
