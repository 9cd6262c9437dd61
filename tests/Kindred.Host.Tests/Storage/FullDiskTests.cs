using System.Diagnostics;
using Kindred.Core.Workspaces;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Storage;

/// <summary>A disk that is really full: a small tmpfs, where mounting one is allowed.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-full-").FullName;
    private bool _isMounted;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Disk => Path.Combine(_folder, "disk");

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", Disk);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Import_OnAFullDisk_SaysSoAndGoesOnWhenThereIsRoom()
    {
        Directory.CreateDirectory(Disk);
        _isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", Disk);
        Assert.SkipUnless(_isMounted, "mounting a tmpfs is not allowed here");
        var file = ImportFile.Write(_folder, 40_000);
        var data = Path.Combine(Disk, "workspace");
        long stored;
        using (var workspace = (await Workspace.OpenAsync(data, TimeProvider.System, Ct)).Value)
        {
            var failure = await Assert.ThrowsAsync<StorageException>(() => ImportFile.RunAsync(workspace, file, 1_000));
            Assert.Equal("storage.disk-full", failure.Reason.Code);
            var import = Assert.Single(await workspace.Imports.ListAsync(Ct));
            Assert.Equal(ImportState.Staging, import.State);
            stored = import.LastRow;
        }

        Assert.True(Run("mount", "-o", "remount,size=64m", Disk));
        using (var workspace = (await Workspace.OpenAsync(data, TimeProvider.System, Ct)).Value)
        {
            var result = await ImportFile.RunAsync(workspace, file, 1_000);
            Assert.Equal((stored, 40_000L), (result.ResumedBehind, result.Accepted + result.Rejected));
        }

        await SqliteImportStoreTests.AssertSoundAsync(data, 39_960);
    }

    [Fact]
    public async Task Open_WhereNobodyMayWrite_IsRefused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is a Linux folder");
        Assert.Equal("storage.not-writable", (await Workspace.OpenAsync("/proc/kindred", TimeProvider.System, Ct)).Reasons[0].Code);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
