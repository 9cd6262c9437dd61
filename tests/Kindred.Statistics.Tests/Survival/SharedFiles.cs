using System.Globalization;
using System.Text.Json;

namespace Kindred.Statistics.Tests.Survival;

/// <summary>Public data sets and numbers made from them by R, which are not part of the repository; tests that need one are skipped where it is absent.</summary>
internal static class SharedFiles
{
    public static string Path(string relative)
    {
        var root = Environment.GetEnvironmentVariable("KINDRED_SHARED");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
        {
            root = Directory.Exists(System.IO.Path.Combine(folder.FullName, "shared", "data")) ? System.IO.Path.Combine(folder.FullName, "shared") : null;
        }

        if (root is null || !File.Exists(System.IO.Path.Combine(root, relative)))
        {
            Assert.Skip("Needs the shared file " + relative + "; set KINDRED_SHARED to the folder that holds data/ and witness/.");
        }

        return System.IO.Path.Combine(root!, relative);
    }

    public static JsonElement Json(string relative)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path(relative)));
        return document.RootElement.Clone();
    }

    /// <summary>Columns by header; these files hold no commas inside cells.</summary>
    public static Dictionary<string, string[]> Columns(string relative)
    {
        var lines = File.ReadAllLines(Path(relative)).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(',')).ToArray();
        return lines[0].Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => lines.Skip(1).Select(cells => cells[pair.at]).ToArray(), StringComparer.Ordinal);
    }

    public static double[] Numbers(this Dictionary<string, string[]> columns, string name) => [.. columns[name].Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    public static byte[] Where(this Dictionary<string, string[]> columns, string name, string value) => [.. columns[name].Select(text => text == value ? (byte)1 : (byte)0)];

    public static double? Number(this JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    public static double[] Numbers(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(one => one.GetDouble())];
}
