using System.Runtime.CompilerServices;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Product;

/// <summary>Everything a page says about one card of a workspace. Made once for a card and kept as long as the card is.</summary>
public sealed class CardDossier
{
    private static readonly ConditionalWeakTable<Scorecard, CardDossier> Kept = [];
    private readonly string _folder;
    private readonly string _path;
    private readonly Lazy<Result<BackTestResult>> _backTest;
    private readonly Lazy<IReadOnlyList<ThresholdRow>> _thresholds;
    private readonly Lazy<LearnedModes?> _modes;

    private CardDossier(string folder, string path, Scorecard card, CardEvidence? evidence, WorkspaceSettings settings)
    {
        (_folder, _path, Card, Evidence, Id, Settings) = (folder, path, card, evidence, CardFile.Id(card), settings);
        _backTest = new(() => Evidence is { HasOutcomes: true } known
            ? ScorecardFolder.ReadBackTest(_path, Card).Then(rows => BackTest.Run(rows, known, Card.Cut))
            : Result.Refused<BackTestResult>(ScorecardChecks.NoBackTest(_path)));
        _thresholds = new(() => Evidence is { HasOutcomes: true } known ? ThresholdTable.Of(known, settings.HoursPerLead) : []);
        _modes = new(() => LearnedModes.Read(_folder));
    }

    /// <summary>The card.</summary>
    public Scorecard Card { get; }

    /// <summary>Its evidence; null where there is none of this very card.</summary>
    public CardEvidence? Evidence { get; }

    /// <summary>Hours a lead takes, and the share of leads the reps can work.</summary>
    public WorkspaceSettings Settings { get; }

    /// <summary>Id of the card: what forms carry.</summary>
    public string Id { get; }

    /// <summary>What became of decisions by band of scores, or why nothing can be said.</summary>
    public Result<BackTestResult> BackTestResult => _backTest.Value;

    /// <summary>Rows for cuts 1 … 100; empty without outcomes.</summary>
    public IReadOnlyList<ThresholdRow> Thresholds => _thresholds.Value;

    /// <summary>How the modes compared when this card was learned; null when another card was learned last.</summary>
    public LearnedModes? Modes => _modes.Value is { } modes && modes.CardId == CardEvidence.IdOf(Card) ? modes : null;

    /// <summary>Of the card in use, or of the draft, of a snapshot; null where there is none.</summary>
    public static CardDossier? Of(WorkspaceSnapshot snapshot, bool draft)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if ((draft ? snapshot.Draft : snapshot.Card) is not { } card)
        {
            return null;
        }

        // Learned again with the same result: what was measured then is newer than what stands beside the card in use.
        var isSame = draft || (snapshot.DraftEvidence is { } measured && measured.CardId == CardEvidence.IdOf(card));
        return Kept.GetValue(card, one => new CardDossier(snapshot.Folder, Path.Combine(snapshot.Folder, isSame ? "card-draft.json" : "card.json"), one, isSame ? snapshot.DraftEvidence : snapshot.CardEvidence, snapshot.Settings));
    }

    /// <summary>Of a version ever in use; null where there is none.</summary>
    public static CardDossier? OfVersion(string folder, int version)
    {
        var path = Path.Combine(folder, $"card-v{Format.Whole(version)}.json");
        return File.Exists(path) && ScorecardFolder.Read(path).TryGet(out var found, out _) ? new CardDossier(folder, path, found.Card, found.Evidence, WorkspaceSettings.Read(folder).TryGet(out var settings, out _) ? settings : WorkspaceSettings.Defaults) : null;
    }
}
