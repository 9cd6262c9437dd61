using System.Text.Json;
using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>A decision with scores of cards that had not learned from it.</summary>
/// <param name="Row">Row of the learning table, from 0.</param>
/// <param name="Fold">Random fold it was left out in.</param>
/// <param name="Score">Score, 0–100, of the card learned from the other folds.</param>
/// <param name="LaterScore">Score of the card learned from the earlier 80 % by date; null outside the last 20 % and without dates.</param>
/// <param name="IsPositive">Whether it had the outcome.</param>
/// <param name="Times">When it began and ended.</param>
public sealed record BackTestRow(int Row, int Fold, int Score, int? LaterScore, bool IsPositive, DecisionTimes Times);

/// <summary>What a back-test of a card is made from: written when the card is learned, because afterwards the card has seen every row. Kept beside the card as <c>….backtest.json</c>.</summary>
/// <param name="CardId">The card, as in <see cref="CardEvidence.CardId"/>.</param>
/// <param name="LearnedOn">Day it was learned.</param>
/// <param name="Seed">Seed of the card; the bootstrap uses it too.</param>
/// <param name="Rows">One a left-out decision, in row order.</param>
public sealed record BackTestRows(string CardId, DateOnly LearnedOn, long Seed, IReadOnlyList<BackTestRow> Rows)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <summary>Of a learned mode.</summary>
    /// <param name="mode">A mode with a card.</param>
    /// <param name="times">Per row of the learning table when its decision began and ended; null: not known.</param>
    public static BackTestRows Of(ModeResult mode, IReadOnlyList<DecisionTimes>? times)
    {
        ArgumentNullException.ThrowIfNull(mode);
        var later = mode.Later.ToDictionary(score => score.Row, score => score.Score);
        var none = new DecisionTimes(null, null, null);
        return new BackTestRows(CardEvidence.IdOf(mode.Card!), mode.Card!.LearnedOn, mode.Card.Seed,
            [.. mode.LeftOut.Select(left => new BackTestRow(left.Row, left.Fold, left.Score, later.TryGetValue(left.Row, out var score) ? score : null, left.IsPositive, times?[left.Row] ?? none))]);
    }

    /// <summary>As text of the file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>From the text of the file.</summary>
    /// <returns>The rows; refused: <c>scorecards.back-test-unreadable</c>.</returns>
    public static Result<BackTestRows> Read(string json, string subject)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var rows = JsonSerializer.Deserialize<BackTestRows>(json, Options);
            return rows is null
                ? Result.Refused<BackTestRows>(ScorecardChecks.BackTestUnreadable(subject, "null"))
                : rows.Rows.FirstOrDefault(row => row.Score is < 0 or > Scorecard.Total || row.LaterScore is < 0 or > Scorecard.Total) is { } wrong
                    ? Result.Refused<BackTestRows>(ScorecardChecks.BackTestUnreadable(subject, $"row {Format.Whole(wrong.Row)}: {Format.Whole(wrong.LaterScore ?? wrong.Score)}"))
                    : Result.Accepted(rows);
        }
        catch (JsonException failure)
        {
            return Result.Refused<BackTestRows>(ScorecardChecks.BackTestUnreadable(subject, failure.Message));
        }
    }
}
