using System.Text.Json;

namespace Kindred.Product;

/// <summary>When a person last looked at what changed.</summary>
/// <param name="Since">The end of the look before this one: what is newer was not seen; null for the first.</param>
/// <param name="At">The newest sign of this look.</param>
public sealed record Look(DateTimeOffset? Since, DateTimeOffset At);

/// <summary>Per person the last look at the page of the day. Kept as looks.json beside the data. Reloading goes on with one look; half an hour away begins the next.</summary>
public static class LastLooks
{
    private const string FileName = "looks.json";
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan WrittenEvery = TimeSpan.FromMinutes(1);
    private static readonly Lock Turn = new();
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes a look down.</summary>
    /// <param name="folder">Folder of the workspace.</param>
    /// <param name="member">Id of the person.</param>
    /// <param name="now">Now.</param>
    /// <returns>Since when things are new to this person; null at the first look.</returns>
    public static DateTimeOffset? Note(string folder, string member, DateTimeOffset now)
    {
        lock (Turn)
        {
            var looks = Read(folder);
            var before = looks.GetValueOrDefault(member);
            var look = Next(before, now);
            if (before is null || look.Since != before.Since || now - before.At >= WrittenEvery)
            {
                looks[member] = look;
                Write(folder, looks);
            }

            return look.Since;
        }
    }

    /// <summary>The look after another.</summary>
    public static Look Next(Look? before, DateTimeOffset now) => before is null ? new Look(null, now) : now - before.At >= Away ? new Look(before.At, now) : before with { At = now > before.At ? now : before.At };

    private static SortedDictionary<string, Look> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<SortedDictionary<string, Look>>(File.ReadAllText(path), Json) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static void Write(string folder, SortedDictionary<string, Look> looks)
    {
        try
        {
            ProfileFolder.Put(Path.Combine(folder, FileName), JsonSerializer.Serialize(looks, Json));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk must not keep anybody from looking; the next look counts from the one before.
        }
    }
}
