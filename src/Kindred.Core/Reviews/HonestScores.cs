using Kindred.Core.Leads;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Reviews;

/// <summary>A closed deal with a score of a card that had not learned from it.</summary>
/// <param name="Row">Row of the deals' view.</param>
/// <param name="Score">Score at creation.</param>
/// <param name="IsWon">Whether it was won.</param>
internal readonly record struct ScoredDeal(int Row, int Score, bool IsWon);

/// <summary>Scores of deals at their creation: as recorded then, or worked out from what was known then. A card that learned from a deal says nothing about it, so only deals closed after the card was learned count as outcomes.</summary>
internal sealed class HonestScores
{
    private readonly ILookup<int, ScoreRecord> _records;
    private readonly ReviewRows _rows;

    public HonestScores(ReviewRows rows)
    {
        _rows = rows;
        _records = rows.Request.Scores.ToLookup(record => rows.AccountOf(record.Lead));
        Closed = [.. Outcomes()];
    }

    /// <summary>Deals of the period under review that closed after the card was learned.</summary>
    public IReadOnlyList<ScoredDeal> Closed { get; }

    /// <summary>The last record of a company made on a day or before it, at most a year old; null without one.</summary>
    public ScoreRecord? RecordOn(int account, DateOnly day) =>
        account < 0 ? null : _records[account].LastOrDefault(record => DateOnly.FromDateTime(record.At.DateTime) is var on && on <= day && on >= day.AddDays(-365));

    /// <summary>Scores of companies as known on their days; null where the card does not fit the data.</summary>
    public IReadOnlyList<RowScore>? On(IReadOnlyList<(int Account, DateOnly On)> rows) =>
        _rows.Request.Card is { } card && rows.Count > 0 && new ExplainLead(card).Scores(_rows.On(rows).Table).TryGet(out var scores, out _) ? scores : null;

    private IEnumerable<ScoredDeal> Outcomes()
    {
        if (_rows is not { Buys: { } buys, Request.Card: { } card })
        {
            yield break;
        }

        int[] counted = [.. _rows.ClosedNow.Where(row => _rows.Facts.Deals[buys.Deals[row]].ClosedOn > card.LearnedOn || Recorded(buys.Deals[row]) is not null)];
        if (counted.Length == 0 || !new ExplainLead(card).Scores(buys.Table.Table.Take(counted)).TryGet(out var scores, out _))
        {
            yield break;
        }

        for (var i = 0; i < counted.Length; i++)
        {
            yield return new ScoredDeal(counted[i], Recorded(buys.Deals[counted[i]])?.Score ?? scores[i].Score, buys.Table.Positive[counted[i]] == 1);
        }
    }

    /// <summary>A record made before the deal closed: the outcome was not known to whoever scored it.</summary>
    private ScoreRecord? Recorded(int deal) => _rows.Facts.Deals[deal] is { DecidedFrom: { } from } one ? RecordOn(one.Account, from) : null;
}
