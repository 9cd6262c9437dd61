using System.Text.Json;

namespace Kindred.Bench;

/// <summary>`kindred mine --prove`, 1,000 permutations, 78,025 × 10 with 57 values; the whole process, reading included, beside the plain search of the same file.</summary>
internal static class ProofSpeed
{
    public static void Run()
    {
        using var scratch = new Scratch();
        var file = scratch.File("small.csv");
        SyntheticTable.Small().Write(file);
        foreach (var selectors in new[] { "rich", "equality" })
        {
            var (took, output, _) = Scratch.Kindred("mine", file, "--target", "y=1", "--prove", "--selectors", selectors, "--format", "json");
            var root = JsonDocument.Parse(output).RootElement;
            Console.WriteLine($"prove 78,025 x 10 {selectors,-8} {took}  elapsedMs {root.GetProperty("elapsedMs")}, verdict {root.GetProperty("verdict")}");
        }

        var (plain, _, _) = Scratch.Kindred("mine", file, "--target", "y=1", "--format", "json");
        Console.WriteLine($"prove 78,025 x 10 baseline {plain}  the same file without --prove");
    }
}
