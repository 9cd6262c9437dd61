using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;

namespace Kindred.Product;

/// <summary>Campaigns of a workspace, kept as campaigns.json beside the data.</summary>
public static class ReadingCampaigns
{
    /// <summary>Most campaigns of a workspace.</summary>
    public const int Most = 500;

    private const string Name = "campaigns.json";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The campaigns, newest first.</summary>
    /// <returns>Them; refused: <c>campaigns.unreadable</c>.</returns>
    public static Result<IReadOnlyList<Campaign>> Read(string folder)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
        {
            return Result.Accepted<IReadOnlyList<Campaign>>([]);
        }

        try
        {
            var kept = JsonSerializer.Deserialize<Kept[]>(File.ReadAllText(file), Json) ?? [];
            return Result.Accepted<IReadOnlyList<Campaign>>([.. kept.Select(one => new Campaign(one.Name, one.Channel, one.From, one.To, one is { Cost: { } cost, Currency: { } currency } ? Money.FromMajor(cost, currency) : null, one.Members)).OrderByDescending(one => one.From).ThenBy(one => one.Name, StringComparer.Ordinal)]);
        }
        catch (JsonException failure)
        {
            return Result.Refused<IReadOnlyList<Campaign>>("campaigns.unreadable", file, $"캠페인 파일 '{file}'을 읽을 수 없어요({failure.Message}). 지우면 빈 목록으로 시작해요.", $"The campaigns file '{file}' cannot be read ({failure.Message}). Delete it to start with none.");
        }
    }

    /// <summary>Keeps a campaign; one of the same name is replaced.</summary>
    /// <returns>The campaigns; refused: <c>campaigns.too-many</c>, and what <see cref="Read"/> refuses.</returns>
    public static Result<IReadOnlyList<Campaign>> Keep(string folder, Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return Read(folder).Then(all =>
        {
            Campaign[] now = [.. all.Where(one => one.Name != campaign.Name), campaign];
            return now.Length > Most
                ? Result.Refused<IReadOnlyList<Campaign>>("campaigns.too-many", campaign.Name, $"캠페인은 {Format.Whole(Most)}개까지 둘 수 있어요. 오래된 것을 지워 주세요.", $"A workspace holds at most {Format.Whole(Most)} campaigns. Remove an old one.")
                : Write(folder, now);
        });
    }

    /// <summary>Removes a campaign.</summary>
    /// <returns>The campaigns left; refused: <c>campaigns.no-such-campaign</c>, and what <see cref="Read"/> refuses.</returns>
    public static Result<IReadOnlyList<Campaign>> Remove(string folder, string name) => Find(folder, name).Then(found => Read(folder).Then(all => Write(folder, [.. all.Where(one => one.Name != found.Name)])));

    /// <summary>The campaign of a name.</summary>
    /// <returns>It; refused: <c>campaigns.no-such-campaign</c>, and what <see cref="Read"/> refuses.</returns>
    public static Result<Campaign> Find(string folder, string name) => Read(folder).Then(all => all.FirstOrDefault(one => one.Name == name) is { } found ? Result.Accepted(found)
        : Result.Refused<Campaign>("campaigns.no-such-campaign", name, $"'{name}'이라는 캠페인이 없어요. 있는 것: {Names(all)}.", $"There is no campaign '{name}'. There are: {Names(all)}."));

    private static string Names(IReadOnlyList<Campaign> all) => all.Count == 0 ? "–" : string.Join(", ", all.Take(20).Select(one => one.Name));

    private static Result<IReadOnlyList<Campaign>> Write(string folder, IReadOnlyList<Campaign> campaigns)
    {
        ProfileFolder.Put(Path.Combine(folder, Name), JsonSerializer.Serialize(campaigns.Select(one => new Kept(one.Name, one.Channel, one.From, one.To, one.Cost?.Major, one.Cost?.Currency, [.. one.Members])), Json));
        return Result.Accepted<IReadOnlyList<Campaign>>([.. campaigns.OrderByDescending(one => one.From).ThenBy(one => one.Name, StringComparer.Ordinal)]);
    }

    private sealed record Kept(string Name, string Channel, DateOnly From, DateOnly To, decimal? Cost, string? Currency, string[] Members);
}
