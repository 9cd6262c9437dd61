using Xunit;

namespace Kindred.Tests.Accounts;

/// <summary>Finds the real data sets, which are not part of the repository.</summary>
internal static class SharedData
{
    /// <summary>Path of a file below <c>shared/data</c>; skips the test when it is absent.</summary>
    public static string Path(string relative)
    {
        var root = Root();
        if (root is null || !File.Exists(System.IO.Path.Combine(root, "data", relative)))
        {
            Assert.Skip("Needs the shared data set " + relative + "; set KINDRED_SHARED to the folder that holds data/.");
        }

        return System.IO.Path.Combine(root!, "data", relative);
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("KINDRED_SHARED") is { Length: > 0 } given)
        {
            return given;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(System.IO.Path.Combine(folder.FullName, "shared", "data")))
            {
                return System.IO.Path.Combine(folder.FullName, "shared");
            }
        }

        return null;
    }
}
