using Kindred.Core.Basics;
using Kindred.Product;
using Kindred.Sample;
using Kindred.Storage;

namespace Kindred.Host.Tests.Web;

/// <summary>A small invented company, imported, built and learned once a test run; each site gets a copy.</summary>
internal static class SmallSample
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>Copies the workspace into a folder.</summary>
    internal static async Task CopyToAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(await Made.Value))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    private static async Task<string> MakeAsync()
    {
        var root = Directory.CreateTempSubdirectory("kindred-web-sample-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        var (exports, folder) = (Path.Combine(root, "exports"), Path.Combine(root, "workspace"));
        _ = SampleFiles.Write(SampleCompany.Generate(new SampleOptions(18, SampleStory.Small, 3000, new DateOnly(2026, 11, 20))), exports).Value;
        await BuildAsync(folder, exports);
        InventedMark.Put(folder);
        foreach (var mark in new[] { "workspace.lock", "workspace.owner" })
        {
            File.Delete(Path.Combine(folder, mark));
        }

        return folder;
    }

    /// <summary>Imports files into a workspace, builds its profile and learns its card, as the import job does.</summary>
    internal static async Task BuildAsync(string folder, string exports)
    {
        using var workspace = (await Workspace.OpenAsync(folder, TimeProvider.System, CancellationToken.None)).Value;
        _ = (await ImportDropped.RunAsync(workspace, exports, null, CancellationToken.None)).Value;
        var built = (await BuildWorkspace.RunAsync(workspace, folder, Language.Korean, null, CancellationToken.None)).Value;
        _ = LearnWorkspaceCard.Run(built.Facts, folder, TimeProvider.System, null, CancellationToken.None).Value;
    }
}
