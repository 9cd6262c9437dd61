using System.Text;
using Xunit;

namespace Kindred.Tests.Files;

/// <summary>A folder that vanishes with the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("kindred-files-").FullName;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Path of a file of shared/data, or skips the test.</summary>
    public static string Shared(string name)
    {
        var root = Environment.GetEnvironmentVariable("KINDRED_SHARED");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared");
            root = Directory.Exists(Path.Combine(candidate, "data")) ? candidate : null;
        }

        var path = root is null ? null : Path.Combine(root, "data", name);
        Assert.SkipUnless(File.Exists(path), $"shared/data/{name} is not here; set KINDRED_SHARED");
        return path!;
    }
}
