using System.Text.Json;

namespace Kindred.Core.Profiles;

/// <summary>One banks file as it lies on disk.</summary>
internal sealed record BanksFile(string Language, string Note, IReadOnlyList<BanksFile.BankEntry> Banks)
{
    /// <summary>Comments and trailing commas are allowed: people edit these files. A missing key is an error.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    internal sealed record BankEntry(string Id, string Requirement, string Kind, string Title, IReadOnlyList<ItemEntry> Items);

    internal sealed record ItemEntry(string Id, string Text, string? Detail = null);
}
