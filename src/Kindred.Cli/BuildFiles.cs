using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Cli;

/// <summary>What a build wrote.</summary>
/// <param name="Folder">Folder of the results.</param>
/// <param name="Names">Kind of file and full path.</param>
internal sealed record BuildFiles(string Folder, IReadOnlyList<(string Kind, string Path)> Names)
{
    public static BuildFiles Write(BuildResult built, SourceReading reading, string workspace, string? report, Language language)
    {
        var folder = Path.GetFullPath(workspace);
        Directory.CreateDirectory(folder);
        var names = new List<(string, string)>();
        return new BuildFiles(folder, names);
    }
}
