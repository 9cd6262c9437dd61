namespace Kindred.Core.Scorecards;

/// <summary>What is known about a card from rows it was not learned from: the ground for its cut, its bands and its gate.</summary>
/// <param name="CardId">SHA-256 of the card's content (without its state and cut).</param>
/// <param name="Quality">Measured quality; null for a template without outcomes.</param>
/// <param name="Rows">101 entries: left-out rows of each score.</param>
/// <param name="Positives">101 entries: those with the outcome.</param>
/// <param name="RecentRows">101 entries: rows of the last 90 days by score; all rows where there are no dates.</param>
/// <param name="RecentPositives">Those with the outcome.</param>
/// <param name="HasDates">Whether the recent rows are those of the last 90 days.</param>
/// <param name="DataShare">How much of the points the data decided rather than the template, 0–1; null in files of before.</param>
/// <param name="KnownPositives">Outcomes known when it was made, learned from or not.</param>
/// <param name="KnownNegatives">Decisions known without the outcome.</param>
public sealed record CardEvidence(
    string CardId,
    ScorecardQuality? Quality,
    IReadOnlyList<int> Rows,
    IReadOnlyList<int> Positives,
    IReadOnlyList<int> RecentRows,
    IReadOnlyList<int> RecentPositives,
    bool HasDates,
    double? DataShare = null,
    int KnownPositives = 0,
    int KnownNegatives = 0)
{
    /// <summary>Days that count as recent.</summary>
    public const int RecentDays = 90;

    /// <summary>False for a card made before there were outcomes: nothing is known about rates.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasOutcomes => Quality is not null;

    /// <summary>The sufficiency meter; null in files of before.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Sufficiency? Sufficiency => DataShare is { } share ? Scorecards.Sufficiency.Of(share, KnownPositives, KnownNegatives) : null;

    /// <summary>Id of a card apart from its state, cut and version.</summary>
    public static string IdOf(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return CardFile.Id(card with { State = PublishState.Draft, Cut = Scorecard.DefaultCut, Version = 1 });
    }

    /// <summary>Of a card made without outcomes: how recent leads score.</summary>
    /// <param name="card">The card.</param>
    /// <param name="recentScores">Scores of the leads of the last 90 days.</param>
    /// <param name="positives">Outcomes known, too few to learn from.</param>
    /// <param name="negatives">The others.</param>
    public static CardEvidence WithoutOutcomes(Scorecard card, IEnumerable<int> recentScores, int positives, int negatives)
    {
        ArgumentNullException.ThrowIfNull(recentScores);
        var none = new int[Scorecard.Total + 1];
        var recent = new int[Scorecard.Total + 1];
        foreach (var score in recentScores)
        {
            recent[score]++;
        }

        return new CardEvidence(IdOf(card), null, none, none, recent, none, true, 0, positives, negatives);
    }

    /// <summary>From left-out scores.</summary>
    /// <param name="mode">A learned mode.</param>
    /// <param name="days">Per row the day of the decision, or null.</param>
    public static CardEvidence Of(ModeResult mode, int[]? days)
    {
        ArgumentNullException.ThrowIfNull(mode);
        var rows = new int[Scorecard.Total + 1];
        var positives = new int[Scorecard.Total + 1];
        var recentRows = new int[Scorecard.Total + 1];
        var recentPositives = new int[Scorecard.Total + 1];
        var last = days?.Max() ?? -1;
        foreach (var each in mode.LeftOut)
        {
            rows[each.Score]++;
            positives[each.Score] += each.IsPositive ? 1 : 0;
            if (last < 0 || days![each.Row] > last - RecentDays)
            {
                recentRows[each.Score]++;
                recentPositives[each.Score] += each.IsPositive ? 1 : 0;
            }
        }

        return new CardEvidence(IdOf(mode.Card!), mode.Quality, rows, positives, recentRows, recentPositives, last >= 0, mode.DataShare, mode.Card!.Positives, mode.Card.Rows - mode.Card.Positives);
    }
}
