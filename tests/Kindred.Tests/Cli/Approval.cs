using System.Runtime.CompilerServices;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>Texts that a person has read and approved, one file each in tests/Kindred.Tests/Approved. KINDRED_APPROVE=1 rewrites them; read the difference before committing.</summary>
internal static class Approval
{
    /// <summary>Compares a text with the approved one of that name.</summary>
    public static void Same(string name, string text, [CallerFilePath] string source = "")
    {
        var path = Path.Combine(Folder(source), name + ".txt");
        var received = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("KINDRED_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, received);
        }

        Assert.True(File.Exists(path), $"There is no approved {name}.txt. Run the tests with KINDRED_APPROVE=1 and read it.");
        Assert.Equal(File.ReadAllText(path), received);
    }

    /// <summary>The source folder of this test project: the build may rewrite its paths, so it is also looked for above the binaries.</summary>
    private static string Folder(string source)
    {
        for (var folder = new DirectoryInfo(File.Exists(source) ? Path.GetDirectoryName(source)! : AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var candidate in new[] { Path.Combine(folder.FullName, "Kindred.Tests.csproj"), Path.Combine(folder.FullName, "tests", "Kindred.Tests", "Kindred.Tests.csproj") })
            {
                if (File.Exists(candidate))
                {
                    return Path.Combine(Path.GetDirectoryName(candidate)!, "Approved");
                }
            }
        }

        throw new DirectoryNotFoundException("The source of Kindred.Tests is not above " + AppContext.BaseDirectory);
    }
}
