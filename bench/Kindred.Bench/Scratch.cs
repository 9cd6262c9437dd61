namespace Kindred.Bench;

/// <summary>A folder that goes when the measurement is over, and the command line as built.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("kindred-bench").FullName;

    /// <summary>The built command line; `./kindred --help` builds it.</summary>
    public static string Cli => FindCli();

    public string File(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static (Measured Took, string Output, int Exit) Kindred(params string[] arguments) => Measured.Child("dotnet", ["exec", Cli, .. arguments]);

    /// <summary>A file of the shared data; null when it is not here.</summary>
    public static string? Shared(string name)
    {
        if (Environment.GetEnvironmentVariable("KINDRED_SHARED") is { Length: > 0 } given)
        {
            return Existing(Path.Combine(given, "data", name));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "data", name)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string path) => Path.Exists(path) ? path : null;

    private static string FindCli()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "artifacts", "bin", "Kindred.Cli", "release", "kindred.dll");
            if (System.IO.File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("The command line is not built. Run ./kindred --help once.");
    }
}
