namespace Kindred.Tests.Architecture;

/// <summary>The repository this test was built from: found by walking up to the solution file.</summary>
internal static class RepositoryFiles
{
    private static readonly HashSet<string> NotOurs = new([".git", "artifacts", "bin", "obj", "node_modules", "kindred-data", "sample-company", ".vs", ".idea"], StringComparer.Ordinal);

    public static string Root { get; } = FindRoot();

    /// <summary>The text of a file, by its path from the root.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Every file that is or would be tracked, as a path from the root with forward slashes.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Walk(Root).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Source files of the product, without generated ones.</summary>
    public static IReadOnlyList<string> Sources { get; } = [.. All.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal))];

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (Path.GetFileName(file) != ".git")
            {
                yield return file;
            }
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !NotOurs.Contains(Path.GetFileName(inner))).SelectMany(Walk))
        {
            yield return inner;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "kindred.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No kindred.slnx above " + AppContext.BaseDirectory);
    }
}
