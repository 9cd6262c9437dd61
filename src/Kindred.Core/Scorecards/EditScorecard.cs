using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Calibration;

namespace Kindred.Core.Scorecards;

/// <summary>
/// Changes a card by hand without losing the rest: the other attributes keep their bins and the order of their points; where the changed attribute holds more or fewer points than before,
/// the others of its category (of the card, in a free one) give or take them in proportion, so that the card still has its 100 points. The edited card is a draft: what was measured was another card.
/// </summary>
public static class EditScorecard
{
    /// <summary>Applies one edit.</summary>
    /// <param name="card">The card.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="table">Rows with outcomes to count the bins and to fit the probabilities again; null: both stay as they were.</param>
    /// <param name="positive">Per row 1 or 0.</param>
    /// <returns>The draft; refused: <c>scorecards.edit-*</c>, <c>scorecards.card-*</c>.</returns>
    public static Result<Scorecard> Run(Scorecard card, CardEdit edit, Table? table = null, byte[]? positive = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(edit);
        var at = card.Attributes.ToList().FindIndex(attribute => attribute.Field == edit.Field);
        if (at < 0)
        {
            return Result.Refused<Scorecard>(EditChecks.NoSuchField(card, edit.Field));
        }

        return Bins(card.Attributes[at], edit).Then(bins =>
        {
            CardAttribute[] attributes = [.. card.Attributes];
            attributes[at] = attributes[at] with { Bins = bins };
            return Balanced(card with { Attributes = attributes, State = PublishState.Draft }, at, card.Attributes[at].MaxPoints);
        }).Then(edited => table is null || positive is null ? Result.Accepted(edited) : Recounted(edited, table, positive)).Then(edited =>
        {
            var wrong = CardChecks.Arithmetic(edited, edited.Name);
            return wrong.Count > 0 ? Result.Refused<Scorecard>(wrong) : Result.Accepted(edited);
        });
    }

    private static Result<IReadOnlyList<CardBin>> Bins(CardAttribute attribute, CardEdit edit)
    {
        CardBin[] bins = [.. attribute.Bins];
        switch (edit)
        {
            case CardEdit.SetPoints points:
                if (points.Bin < 0 || points.Bin >= bins.Length || points.Points is < 0 or > Scorecard.Total)
                {
                    return Result.Refused<IReadOnlyList<CardBin>>(EditChecks.Bin(attribute, points.Bin, points.Points));
                }

                bins[points.Bin] = bins[points.Bin] with { Points = points.Points };
                return Result.Accepted<IReadOnlyList<CardBin>>(bins);
            case CardEdit.MoveBoundary boundary:
                if (!IsPair(attribute, boundary.Bin) || bins[boundary.Bin].Condition is not { Op: ConditionOp.Interval } lower || bins[boundary.Bin + 1].Condition is not { Op: ConditionOp.Interval } upper
                    || !(boundary.UpTo > lower.Above) || !(boundary.UpTo < upper.UpTo))
                {
                    return Result.Refused<IReadOnlyList<CardBin>>(EditChecks.Boundary(attribute, boundary.Bin, boundary.UpTo));
                }

                bins[boundary.Bin] = bins[boundary.Bin] with { Condition = Condition.Between(attribute.Field, lower.Above, boundary.UpTo) };
                bins[boundary.Bin + 1] = bins[boundary.Bin + 1] with { Condition = Condition.Between(attribute.Field, boundary.UpTo, upper.UpTo) };
                return Result.Accepted<IReadOnlyList<CardBin>>(bins);
            case CardEdit.MergeBins merge:
                return !IsPair(attribute, merge.Bin) || Joined(bins[merge.Bin], bins[merge.Bin + 1]) is not { } joined
                    ? Result.Refused<IReadOnlyList<CardBin>>(EditChecks.Merge(attribute, merge.Bin))
                    : Result.Accepted<IReadOnlyList<CardBin>>([.. bins[..merge.Bin], joined, .. bins[(merge.Bin + 2)..]]);
            default:
                return Moved(attribute, bins, (CardEdit.MoveWord)edit);
        }
    }

    private static bool IsPair(CardAttribute attribute, int bin) => bin >= 0 && bin + 1 < attribute.Bins.Count && attribute.Bins[bin].Kind == CardBinKind.Value && attribute.Bins[bin + 1].Kind == CardBinKind.Value;

    private static CardBin? Joined(CardBin first, CardBin second)
    {
        var larger = first.Rows >= second.Rows ? first : second;
        Condition a = first.Condition!, b = second.Condition!;
        if (a.Op == ConditionOp.Interval && double.IsNegativeInfinity(a.Above) && double.IsPositiveInfinity(b.UpTo))
        {
            // One interval for every number would say nothing.
            return null;
        }

        var both = a.Op switch
        {
            ConditionOp.Interval => Condition.Between(a.Field, a.Above, b.UpTo),
            ConditionOp.HasAny => Condition.HasAny(a.Field, [.. a.Values, .. b.Values]),
            _ => Condition.OneOf(a.Field, [.. a.Values, .. b.Values]),
        };
        return new CardBin(CardBinKind.Value, both, larger.Points, first.Rows + second.Rows, first.Positives + second.Positives);
    }

    private static Result<IReadOnlyList<CardBin>> Moved(CardAttribute attribute, CardBin[] bins, CardEdit.MoveWord move)
    {
        var from = Array.FindIndex(bins, bin => bin.Condition?.Values.Contains(move.Word, StringComparer.Ordinal) == true);
        var canGo = move.Bin >= 0 && move.Bin < bins.Length && bins[move.Bin].Condition is { Op: not ConditionOp.Interval } && from != move.Bin;
        if (attribute.IsNumber || !canGo || (from >= 0 && bins[from].Condition!.Values.Count == 1))
        {
            return Result.Refused<IReadOnlyList<CardBin>>(EditChecks.Word(attribute, move.Word, move.Bin));
        }

        Condition With(Condition condition, IEnumerable<string> words) => condition.Op == ConditionOp.HasAny ? Condition.HasAny(condition.Field, words) : Condition.OneOf(condition.Field, words);
        if (from >= 0)
        {
            bins[from] = bins[from] with { Condition = With(bins[from].Condition!, bins[from].Condition!.Values.Where(word => word != move.Word)) };
        }

        bins[move.Bin] = bins[move.Bin] with { Condition = With(bins[move.Bin].Condition!, bins[move.Bin].Condition!.Values.Append(move.Word)) };
        return Result.Accepted<IReadOnlyList<CardBin>>(bins);
    }

    // The others of the group give or take what the edited attribute holds more or less, by largest remainders; their bins keep their proportions.
    private static Result<Scorecard> Balanced(Scorecard card, int edited, int before)
    {
        var category = card.Attributes[edited].Category;
        var difference = card.Attributes[edited].MaxPoints - before;
        if (difference == 0)
        {
            return Result.Accepted(card);
        }

        bool InGroup(CardCategory? other) => card.Mode == ScorecardMode.Free || other == category;
        int[] others = [.. Enumerable.Range(0, card.Attributes.Count).Where(i => i != edited && InGroup(card.Attributes[i].Category))];
        int[] lines = [.. Enumerable.Range(0, card.Lines.Count).Where(i => InGroup(card.Lines[i].Category))];
        int[] maxima = [.. others.Select(i => card.Attributes[i].MaxPoints), .. lines.Select(i => card.Lines[i].Points)];
        var held = maxima.Sum();
        if (maxima.Length == 0 || held - difference < 0 || held == 0)
        {
            return Result.Refused<Scorecard>(EditChecks.NothingToTake(card.Attributes[edited], difference, held));
        }

        double[] exact = [.. maxima.Select(maximum => (double)maximum * (held - difference) / held)];
        int[] whole = [.. exact.Select(value => (int)Math.Floor(value))];
        foreach (var i in Enumerable.Range(0, whole.Length).OrderByDescending(i => exact[i] - whole[i]).ThenBy(i => i).Take(held - difference - whole.Sum()))
        {
            whole[i]++;
        }

        CardAttribute[] attributes = [.. card.Attributes];
        for (var i = 0; i < others.Length; i++)
        {
            var attribute = attributes[others[i]];
            attributes[others[i]] = attribute with
            {
                Bins = [.. attribute.Bins.Select(bin => bin with { Points = maxima[i] == 0 ? whole[i] : (int)Math.Round((double)bin.Points * whole[i] / maxima[i], MidpointRounding.AwayFromZero) })],
            };
        }

        CardLine[] changed = [.. card.Lines];
        for (var i = 0; i < lines.Length; i++)
        {
            changed[lines[i]] = changed[lines[i]] with { Points = whole[others.Length + i] };
        }

        return Result.Accepted(card with { Attributes = attributes, Lines = changed });
    }

    private static Result<Scorecard> Recounted(Scorecard card, Table table, byte[] positive)
    {
        if (positive.Length != table.RowCount)
        {
            throw new ArgumentException("One outcome a row.", nameof(positive));
        }

        return ScoreTable.Of(card, table).Then(scores =>
        {
            var positives = positive.Sum(value => value);
            var counted = card with { Attributes = [.. card.Attributes.Select(attribute => Counted(attribute, table, positive))] };
            if (Math.Min(positives, positive.Length - positives) < ScorecardChecks.FewestOfEither)
            {
                // Too few rows to say anything about probabilities: those of before stay.
                return Result.Accepted(counted);
            }

            var platt = PlattCalibrator.Fit(CalibrationRows.Of([.. scores.Select(score => (double)score)], positive));
            double[] probability = [.. Enumerable.Range(0, Scorecard.Total + 1).Select(score => platt.Probability(score))];
            return Result.Accepted(counted with { Calibration = new CardCalibration(platt.Method, probability, probability, probability) });
        });
    }

    private static CardAttribute Counted(CardAttribute attribute, Table table, byte[] positive)
    {
        if (table.Find(attribute.Field) is not { } column)
        {
            return attribute;
        }

        var taken = new bool[table.RowCount];
        var bins = new CardBin[attribute.Bins.Count];
        for (var i = 0; i < bins.Length; i++)
        {
            var bin = attribute.Bins[i];
            var holds = bin.Condition is null ? null : ConditionRows.Of(table, bin.Condition);
            int rows = 0, positives = 0;
            for (var row = 0; row < taken.Length; row++)
            {
                var isEmpty = column is TextColumn text ? text.Codes[row] == 0 : column.IsMissing(row);
                var isIn = !taken[row] && (bin.Kind switch { CardBinKind.Missing => isEmpty, CardBinKind.Other => !isEmpty, _ => (holds![row >> 6] >> (row & 63) & 1) == 1 });
                taken[row] |= isIn;
                rows += isIn ? 1 : 0;
                positives += isIn ? positive[row] : 0;
            }

            bins[i] = bin with { Rows = rows, Positives = positives };
        }

        return attribute with { Bins = bins };
    }
}
