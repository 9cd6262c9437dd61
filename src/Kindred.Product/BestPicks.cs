using System.Text.Json;
using Kindred.Core.Basics;

namespace Kindred.Product;

/// <summary>The best customers as people see them, kept to be compared with the computed list.</summary>
/// <param name="Companies">Keys of companies, at most <see cref="Most"/>.</param>
/// <param name="By">Who picked; null when unknown.</param>
/// <param name="On">When; null when nothing is picked.</param>
public sealed record BestPicks(IReadOnlyList<string> Companies, string? By, DateOnly? On)
{
    /// <summary>Most companies one picks.</summary>
    public const int Most = 10;

    private const string FileName = "picks.json";
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Nothing picked.</summary>
    public static BestPicks None { get; } = new([], null, null);

    /// <summary>Reads them; none where the file is missing or cannot be read.</summary>
    public static BestPicks Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<BestPicks>(File.ReadAllText(path), Options) is { Companies: not null } picks ? picks : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>Keeps a choice of customers; an empty one takes the earlier back.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="companies">Keys of companies.</param>
    /// <param name="by">Who picks.</param>
    /// <param name="on">When.</param>
    /// <returns>The picks; refused: <c>customers.too-many-picks</c>, <c>customers.unknown-pick</c>.</returns>
    public static Result<BestPicks> Keep(WorkspaceSnapshot snapshot, IReadOnlyList<string> companies, string? by, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(companies);
        var chosen = companies.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        if (chosen.Length > Most)
        {
            return Result.Refused<BestPicks>("customers.too-many-picks", "picks",
                $"{Format.Whole(chosen.Length)}곳을 고르셨어요. {Format.Whole(Most)}곳까지 고를 수 있으니 몇 곳을 빼 주세요.", $"{Format.Whole(chosen.Length)} were picked. At most {Format.Whole(Most)} fit: leave some out.");
        }

        var known = (snapshot.Facts?.Companies ?? []).Select(company => company.Key).ToHashSet(StringComparer.Ordinal);
        if (Array.Find(chosen, key => !known.Contains(key)) is { } unknown)
        {
            return Result.Refused<BestPicks>("customers.unknown-pick", unknown,
                $"'{unknown}'은(는) 이 작업 공간에 없는 회사예요. 목록에서 골라 주세요.", $"'{unknown}' is no company of this workspace. Pick from the list.");
        }

        var picks = new BestPicks(chosen, by, on);
        ProfileFolder.Put(Path.Combine(snapshot.Folder, FileName), JsonSerializer.Serialize(picks, Options));
        return Result.Accepted(picks);
    }
}
