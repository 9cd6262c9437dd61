using Kindred.Core.Basics;
using Kindred.Core.Segments;

namespace Kindred.Cli;

/// <summary>What <c>kindred cox</c> prints for people.</summary>
internal static class HazardText
{
    /// <summary>A p-value; never as 0.</summary>
    public static string P(double p) => p < 0.0001 ? "< 0.0001" : Format.Fixed(p, 4);

    public static void Write(HazardModel model, Language language)
    {
        var ko = language == Language.Korean;
        Console.WriteLine(ko
            ? $"{Format.Grouped(model.N)}줄 중 {Format.Grouped(model.Events)}줄이 끝났어요. 배수가 1보다 크면 더 빨리 끝나요."
            : $"{Format.Grouped(model.Events)} of {Format.Grouped(model.N)} rows ended. A ratio above 1 means it ends sooner.");
        foreach (var line in model.Lines)
        {
            var name = line.Reference is { } reference ? line.Name + (ko ? $" (기준: {reference})" : $" (against {reference})") : line.Name + (ko ? " (1 늘 때)" : " (per unit)");
            Console.WriteLine(line.HazardRatio is { } ratio
                ? $"  {name}: {Short(ratio)}× ({Short(line.Low!.Value)}–{Short(line.High!.Value)}), z {Format.Fixed(line.Z!.Value, 2)}, p {P(line.P!.Value)}, n {Format.Grouped(line.N)}"
                : $"  {name}: {line.Why!.In(language)} n {Format.Grouped(line.N)}");
        }

        Console.WriteLine((ko ? "모두 합쳐 (가능도비): " : "All together (likelihood ratio): ") + $"χ² {Format.Fixed(model.LikelihoodRatio, 2)}, df {Format.Whole(model.Degrees)}, p {P(model.P)}");
        if (model.LeftOut > 0)
        {
            Console.WriteLine(ko ? $"빈 칸이 있어 뺀 줄: {Format.Grouped(model.LeftOut)}" : $"Rows left out because a cell is empty: {Format.Grouped(model.LeftOut)}");
        }

        Console.WriteLine(ko ? "함께 나타난 것이지 원인이라는 뜻은 아니에요." : "This is what goes together, not what causes what.");
    }

    private static string Short(double value) => value is >= 1000 or < 0.001 ? value.ToString("G3", System.Globalization.CultureInfo.InvariantCulture) : Format.Fixed(value, 3);
}
