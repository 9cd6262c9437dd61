using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Product;
using Kindred.Sample;
using Kindred.Storage;

namespace Kindred.Host.Tests.Web;

/// <summary>The invented company as everybody sees it, imported and built once for a class of tests, with what was planted in it.</summary>
public sealed class FullSample : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private readonly string _root = Directory.CreateTempSubdirectory("kindred-web-full-").FullName;
    private readonly Lazy<Task<WorkspaceSnapshot>> _made;

    /// <summary>Prepares; nothing is written before it is asked for.</summary>
    public FullSample() => _made = new(MakeAsync);

    private string Exports => Path.Combine(_root, "exports");

    private string Folder => Path.Combine(_root, "workspace");

    /// <summary>The company as the product reads it.</summary>
    internal Task<WorkspaceSnapshot> SnapshotAsync() => _made.Value;

    /// <summary>Copies the workspace into a folder.</summary>
    internal async Task CopyToAsync(string folder)
    {
        await _made.Value;
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    /// <summary>Company ids planted under a name about customers.</summary>
    internal async Task<IReadOnlyList<string>> PlantedAsync(string name)
    {
        await _made.Value;
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Exports, SampleFiles.TruthName)));
        return [.. truth.RootElement.GetProperty("success").GetProperty(name).EnumerateArray().Select(id => Format.Whole(id.GetInt64()))];
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<WorkspaceSnapshot> MakeAsync()
    {
        _ = SampleFiles.Write(SampleCompany.Generate(SampleOptions.Default(Day)), Exports).Value;
        using (var workspace = (await Workspace.OpenAsync(Folder, TimeProvider.System, CancellationToken.None)).Value)
        {
            _ = (await ImportDropped.RunAsync(workspace, Exports, null, CancellationToken.None)).Value;
            _ = (await BuildWorkspace.RunAsync(workspace, Folder, Language.Korean, null, CancellationToken.None)).Value;
        }

        InventedMark.Put(Folder);
        using var reading = Workspace.OpenForReading(Folder).Value;
        var snapshot = await WorkspaceSnapshot.ReadAsync(reading, Folder, null, CancellationToken.None);
        foreach (var mark in new[] { "workspace.lock", "workspace.owner" })
        {
            File.Delete(Path.Combine(Folder, mark));
        }

        return snapshot;
    }
}
