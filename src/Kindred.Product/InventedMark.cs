using Kindred.Core.Basics;
using Kindred.Sample;

namespace Kindred.Product;

/// <summary>Marks a workspace whose imports are the invented company's: everything made from it says so.</summary>
public static class InventedMark
{
    private const string Name = "INVENTED.txt";

    public static Wording Notice { get; } = new("가상 회사 · 모든 이름과 숫자는 지어냈어요", "Invented company: every name and number is made up");

    /// <summary>Whether one of the folders, or the folder of one of the files, holds the invented company.</summary>
    public static bool IsIn(IEnumerable<string> paths) =>
        paths.Any(path => File.Exists(Path.Combine(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path)) ?? path, SampleFiles.TruthName)));

    /// <summary>Whether a workspace is marked.</summary>
    public static bool IsOn(string workspace) => File.Exists(Path.Combine(workspace, Name));

    /// <summary>Marks a workspace.</summary>
    public static void Put(string workspace) => ProfileFolder.Put(Path.Combine(Path.GetFullPath(workspace), Name), Notice.Ko + "\n" + Notice.En + "\n");
}
