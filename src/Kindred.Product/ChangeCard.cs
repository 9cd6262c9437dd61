using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Product;

/// <summary>
/// Changes to the cards of a workspace by people: edits go to the draft and never to the card in use; publishing and a new cut make a new version.
/// Each says which card was looked at, so that nobody overwrites what somebody else did meanwhile.
/// </summary>
public static class ChangeCard
{
    /// <summary>Earlier drafts that are kept: enough to say what changed under somebody's hands.</summary>
    private const int MostDrafts = 40;

    private static readonly Lock Turn = new();

    /// <summary>Edits the draft; without one, the card in use becomes it.</summary>
    /// <param name="folder">Workspace folder.</param>
    /// <param name="seen"><see cref="CardFile.Id"/> of the card that was looked at.</param>
    /// <param name="edit">The edit.</param>
    /// <returns>The new draft; refused: <c>scorecards.card-changed</c>, <c>scorecards.not-found</c>, and what <see cref="EditScorecard"/> refuses.</returns>
    public static Result<Scorecard> Edit(string folder, string seen, CardEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        lock (Turn)
        {
            return Draft(folder).Then(found => Unchanged(found.Card, seen)).Then(card => EditScorecard.Run(card, edit).Then(edited =>
            {
                Keep(folder, card);
                ScorecardFolder.WriteEdited(folder, edited);
                return Result.Accepted(edited);
            }));
        }
    }

    /// <summary>Puts the draft in use.</summary>
    /// <param name="folder">Workspace folder.</param>
    /// <param name="seen">Id of the draft that was looked at.</param>
    /// <param name="wanted">Trial or validated.</param>
    /// <param name="cut">New cut; null: as it is.</param>
    /// <returns>The version in use and why in this state; refused: <c>scorecards.card-changed</c>, and what <see cref="PublishScorecard"/> refuses.</returns>
    public static Result<PublishedScorecard> Publish(string folder, string seen, PublishState wanted, int? cut)
    {
        lock (Turn)
        {
            return Draft(folder).Then(found => Unchanged(found.Card, seen).Then(card => Use(folder, card, found.Evidence, wanted, cut)));
        }
    }

    /// <summary>Gives the card in use another cut. It stays in its state, unless the evidence no longer carries it.</summary>
    /// <param name="folder">Workspace folder.</param>
    /// <param name="seen">Id of the card that was looked at.</param>
    /// <param name="cut">New cut, 1–100.</param>
    /// <returns>The version in use; refused: <c>scorecards.cut</c>, <c>scorecards.card-changed</c>, <c>scorecards.not-found</c>.</returns>
    public static Result<PublishedScorecard> SetCut(string folder, string seen, int cut)
    {
        if (cut is < 1 or > Scorecard.Total)
        {
            return Result.Refused<PublishedScorecard>("scorecards.cut", Format.Whole(cut), $"기준이 {Format.Whole(cut)}점이에요. 1–100이어야 해요.", $"The cut is {Format.Whole(cut)}; it must lie between 1 and 100.");
        }

        lock (Turn)
        {
            return ScorecardFolder.Read(Path.Combine(folder, "card.json")).Then(found => Unchanged(found.Card, seen).Then(card =>
                Use(folder, card, found.Evidence, card.State == PublishState.Validated ? PublishState.Validated : PublishState.Trial, cut)));
        }
    }

    /// <summary>A card that was looked at earlier: a draft of before, the draft, or a version; null where it is not kept any more.</summary>
    public static Scorecard? Seen(string folder, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length != 64 || !id.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        string[] paths = [Path.Combine(Drafts(folder), id + ".json"), Path.Combine(folder, "card-draft.json"), Path.Combine(folder, "card.json")];
        foreach (var path in paths.Where(File.Exists))
        {
            if (CardFile.Read(File.ReadAllText(path), path).TryGet(out var card, out _) && CardFile.Id(card) == id)
            {
                return card;
            }
        }

        return ScorecardFolder.Versions(folder).FirstOrDefault(card => CardFile.Id(card) == id);
    }

    /// <summary>The draft, or where there is none the card in use.</summary>
    public static Result<(Scorecard Card, CardEvidence? Evidence, string Path)> Draft(string folder) =>
        File.Exists(Path.Combine(folder, "card-draft.json")) ? ScorecardFolder.Read(folder, draft: true) : ScorecardFolder.Read(folder);

    private static Result<PublishedScorecard> Use(string folder, Scorecard card, CardEvidence? evidence, PublishState wanted, int? cut) =>
        PublishScorecard.Run(card, evidence, wanted, cut).Then(published => Result.Accepted(published with { Card = ScorecardFolder.Publish(folder, published.Card, evidence) }));

    private static Result<Scorecard> Unchanged(Scorecard card, string seen) => CardFile.Id(card) == seen
        ? Result.Accepted(card)
        : Result.Refused<Scorecard>("scorecards.card-changed", card.Name,
            "그사이 다른 사람이 이 점수표를 바꿨어요. 아무것도 덮어쓰지 않았어요. 지금 점수표를 보고 다시 정해 주세요.",
            "Somebody else changed this card meanwhile. Nothing was overwritten. Look at the card as it is now and decide again.");

    private static string Drafts(string folder) => Path.Combine(folder, "drafts");

    private static void Keep(string folder, Scorecard card)
    {
        var drafts = Directory.CreateDirectory(Drafts(folder));
        ProfileFolder.Put(Path.Combine(drafts.FullName, CardFile.Id(card) + ".json"), CardFile.ToJson(card));
        foreach (var old in drafts.EnumerateFiles("*.json").OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).Skip(MostDrafts).ToArray())
        {
            old.Delete();
        }
    }
}
