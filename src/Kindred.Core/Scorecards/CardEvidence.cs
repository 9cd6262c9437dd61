namespace Kindred.Core.Scorecards;

/// <summary>What is known about a card from rows it was not learned from: the ground for its cut, its bands and its gate.</summary>
/// <param name="CardId">SHA-256 of the card's content (without its state and cut).</param>
/// <param name="Quality">Measured quality; null for a template without outcomes.</param>
/// <param name="Rows">101 entries: left-out rows of each score.</param>
/// <param name="Positives">101 entries: those with the outcome.</param>
/// <param name="RecentRows">101 entries: rows of the last 90 days by score; all rows where there are no dates.</param>
/// <param name="RecentPositives">Those with the outcome.</param>
/// <param name="HasDates">Whether the recent rows are those of the last 90 days.</param>
public sealed record CardEvidence(string CardId, ScorecardQuality? Quality, IReadOnlyList<int> Rows, IReadOnlyList<int> Positives, IReadOnlyList<int> RecentRows, IReadOnlyList<int> RecentPositives, bool HasDates)
{
    private const int RecentDays = 90;

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

        return new CardEvidence(CardFile.Id(mode.Card! with { State = PublishState.Draft, Cut = Scorecard.DefaultCut, Version = 1 }), mode.Quality, rows, positives, recentRows, recentPositives, last >= 0);
    }
}
