using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Kindred.Product;

namespace Kindred.Web.Cards;

/// <summary>Which card a page shows.</summary>
public enum ShownCard
{
    /// <summary>The one in use.</summary>
    InUse,

    /// <summary>The draft.</summary>
    Draft,

    /// <summary>An earlier version.</summary>
    Version,
}

/// <summary>The scorecard page.</summary>
/// <param name="Dossier">The card shown.</param>
/// <param name="Shown">Which it is.</param>
/// <param name="Cut">The cut looked at.</param>
/// <param name="HasUse">Whether a card is in use.</param>
/// <param name="HasDraft">Whether there is a draft that differs from the card in use.</param>
/// <param name="DraftChanges">What the draft changes about the card in use, at most as many as are shown.</param>
/// <param name="Versions">Every version ever in use, newest first.</param>
/// <param name="Today">Today.</param>
/// <param name="Done">What was just done; null when nothing was.</param>
public sealed record ScorecardModel(CardDossier Dossier, ShownCard Shown, int Cut, bool HasUse, bool HasDraft, IReadOnlyList<Wording> DraftChanges, IReadOnlyList<Scorecard> Versions, DateOnly Today, Wording? Done)
{
    /// <summary>The card.</summary>
    public Scorecard Card => Dossier.Card;

    /// <summary>The row of the cut looked at; null without outcomes.</summary>
    public ThresholdRow? AtCut => Dossier.Thresholds.Count > 0 ? Dossier.Thresholds[Cut - 1] : null;

    /// <summary>What the cut means for recent leads; null without evidence.</summary>
    public CutMeaning? Meaning => Dossier.Evidence is { } evidence ? ThresholdTable.Meaning(evidence, Cut, Dossier.Settings.Capacity) : null;

    /// <summary>Attributes and lines by category, in the order of the categories; one group in a free card.</summary>
    public IEnumerable<IGrouping<Wording, CardAttribute>> Groups => Card.Attributes.OrderBy(attribute => attribute.Category ?? CardCategory.Firmographic).GroupBy(Group);

    /// <summary>Heading a category's attributes stand under.</summary>
    public static Wording Group(CardAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return attribute.Category is { } category ? CardWords.Label(category) : new Wording("모든 항목", "all items");
    }
}

/// <summary>The form that changes one attribute.</summary>
/// <param name="Dossier">The draft, or the card in use that becomes it.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Typed">What was sent and not taken; null at first.</param>
/// <param name="Reasons">Why it was not taken.</param>
/// <param name="Conflict">What somebody else changed meanwhile; null without a conflict.</param>
public sealed record EditModel(CardDossier Dossier, CardAttribute Attribute, TypedEdit? Typed, IReadOnlyList<Reason> Reasons, IReadOnlyList<Wording>? Conflict);

/// <summary>A change of one attribute as it was typed.</summary>
/// <param name="Kind">points, boundary, word or merge.</param>
/// <param name="Bin">Bin, from 0.</param>
/// <param name="Value">Points, upper end or word.</param>
public sealed record TypedEdit(string Kind, int Bin, string Value);

/// <summary>A publication that the gate refused.</summary>
/// <param name="Dossier">The draft.</param>
/// <param name="Reasons">Why.</param>
public sealed record GateModel(CardDossier Dossier, IReadOnlyList<Reason> Reasons);

/// <summary>A form over a card that somebody else changed meanwhile.</summary>
/// <param name="Differences">What changed; null where the card that was looked at is not kept any more.</param>
/// <param name="Wanted">What was wanted, in words.</param>
public sealed record ChangedModel(IReadOnlyList<Wording>? Differences, Wording Wanted);
