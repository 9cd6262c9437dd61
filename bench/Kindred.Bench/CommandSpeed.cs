using Kindred.Files;

namespace Kindred.Bench;

/// <summary>Whole commands: `kindred build` of 100,000 companies beside only reading the same files, and `kindred --help`.</summary>
internal static class CommandSpeed
{
    public static void Build()
    {
        using var scratch = new Scratch();
        var folder = scratch.File("sample");
        var (sample, _, _) = Scratch.Kindred("sample", folder, "--seed", "7", "--companies", "100000", "--as-of", "2026-11-21");
        Console.WriteLine($"sample 100,000   {sample}");
        var (reading, rows) = Measured.Here(() => Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).Sum(file => TableFiles.Read(file).Value.Sum(table => table.Table.RowCount)));
        Console.WriteLine($"build baseline   {reading}  only reading the files: {rows} rows");
        var (took, output, exit) = Scratch.Kindred("build", folder, "--workspace", scratch.File("workspace"), "--format", "json");
        Console.WriteLine($"build 100,000    {took}  exit {exit}, verdict {(exit == 0 ? System.Text.Json.JsonDocument.Parse(output).RootElement.GetProperty("verdict") : "")}");
    }

    public static void Help()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var (took, _, exit) = Scratch.Kindred("--help");
            Console.WriteLine($"help             {took}  exit {exit}");
        }

        var (baseline, _, _) = Measured.Child("dotnet", "--version");
        Console.WriteLine($"help baseline    {baseline}  dotnet --version");
    }
}
