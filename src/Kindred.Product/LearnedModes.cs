using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Product;

/// <summary>One mode of the last learning.</summary>
/// <param name="Mode">template, capped or free.</param>
/// <param name="Quality">On rows left out; null where there is no card or there are no outcomes.</param>
/// <param name="Drift">AUC on random folds less AUC on the last 20 %; null without dates.</param>
/// <param name="Refused">Why there is no such card; null with one.</param>
/// <param name="IsBest">Whether its card became the draft.</param>
public sealed record LearnedMode(string Mode, ScorecardQuality? Quality, double? Drift, Wording? Refused, bool IsBest);

/// <summary>How the modes compared when the draft was learned. Kept beside the draft as <c>card-draft.modes.json</c>; the card alone cannot tell.</summary>
/// <param name="CardId">The card that became the draft, as in <see cref="CardEvidence.CardId"/>.</param>
/// <param name="LearnedOn">Day.</param>
/// <param name="Modes">Template, capped, free, as far as wanted.</param>
/// <param name="CapsCost">AUC that the shares of the categories cost; null where either card is missing.</param>
public sealed record LearnedModes(string CardId, DateOnly LearnedOn, IReadOnlyList<LearnedMode> Modes, double? CapsCost)
{
    private const string FileName = "card-draft.modes.json";
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of what was learned; null when nothing could be.</summary>
    public static LearnedModes? Of(LearnedScorecards learned)
    {
        ArgumentNullException.ThrowIfNull(learned);
        return learned.Best?.Card is not { } card ? null : new LearnedModes(CardEvidence.IdOf(card), card.LearnedOn,
            [.. learned.Modes.Select(mode => new LearnedMode(CardWords.Of(mode.Mode), mode.Quality, mode.Drift, mode.Refused?.Message, ReferenceEquals(mode, learned.Best)))], learned.CapsCost);
    }

    /// <summary>Reads the file of a folder; null where there is none, or none that can be read: the comparison is an extra.</summary>
    public static LearnedModes? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<LearnedModes>(File.ReadAllText(path), Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the file.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        ProfileFolder.Put(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Options) + "\n");
    }
}
