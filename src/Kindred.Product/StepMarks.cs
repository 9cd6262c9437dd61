using System.Text.Json;
using Kindred.Core.Basics;

namespace Kindred.Product;

/// <summary>Steps people ticked off by hand, where the data cannot tell.</summary>
/// <param name="Step">Id of the bank's item.</param>
/// <param name="By">Who; null when unknown.</param>
/// <param name="On">When.</param>
public sealed record StepMark(string Step, string? By, DateOnly On);

/// <summary>Where the ticks of a workspace are kept.</summary>
public static class StepMarks
{
    private const string FileName = "steps.json";
    private static readonly Lock Turn = new();
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads them; none where the file is missing or cannot be read.</summary>
    public static IReadOnlyList<StepMark> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<StepMark[]>(File.ReadAllText(path), Options) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Ticks a step off, or takes the tick back.</summary>
    /// <returns>All ticks; refused: <c>steps.not-by-hand</c>.</returns>
    public static Result<IReadOnlyList<StepMark>> Set(string folder, string step, bool isDone, string? by, DateOnly on)
    {
        if (!FirstSteps.ByHand.Contains(step, StringComparer.Ordinal))
        {
            return Result.Refused<IReadOnlyList<StepMark>>("steps.not-by-hand", step,
                $"'{step}' 단계는 손으로 표시하지 않아요. 데이터가 갖춰지면 저절로 표시돼요.", $"'{step}' is not ticked by hand. It is marked by itself once the data is there.");
        }

        lock (Turn)
        {
            var others = Read(folder).Where(mark => mark.Step != step);
            StepMark[] all = isDone ? [.. others, new StepMark(step, by, on)] : [.. others];
            ProfileFolder.Put(Path.Combine(folder, FileName), JsonSerializer.Serialize(all, Options));
            return Result.Accepted<IReadOnlyList<StepMark>>(all);
        }
    }
}
