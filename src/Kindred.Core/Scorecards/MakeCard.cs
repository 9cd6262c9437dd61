using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.RiskScores;

namespace Kindred.Core.Scorecards;

/// <summary>A learned score as a card: bins as conditions, lines as conjunctions, 101 probabilities.</summary>
internal static class MakeCard
{
    public static Scorecard Of(ScorecardRequest request, ScorecardMode mode, TrainedCard trained, byte[] positive, IReadOnlyList<LeftOutScore> left, DateOnly today)
    {
        var template = mode == ScorecardMode.Free ? null : request.Template;
        CardAttribute[] attributes = [.. trained.Score.Attributes.Select(attribute => Attribute(attribute, trained.Fields[attribute.Field], template, request, positive))];
        var lines = new List<CardLine>();
        for (var i = 0; i < trained.Score.Lines.Count; i++)
        {
            lines.Add(Line(trained, i, attributes, positive));
        }

        return new Scorecard(
            request.Name, 1, mode, PublishState.Draft, request.Outcome ?? Wording.Same(request.TargetField + " = " + request.TargetValue),
            template is null ? attributes : [.. attributes, .. CategoryAsks.Missing(request, [.. attributes.Select(attribute => attribute.Category!.Value)])], lines, Calibration(trained, left), Scorecard.DefaultCut, positive.Length, positive.Sum(value => value), today, request.Seed);
    }

    private static CardAttribute Attribute(ScoreAttribute attribute, FieldCells cells, CardTemplate? template, ScorecardRequest request, byte[] positive)
    {
        var n = new int[cells.Count];
        var y = new int[cells.Count];
        for (var row = 0; row < positive.Length; row++)
        {
            n[cells.Cells[row]]++;
            y[cells.Cells[row]] += positive[row];
        }

        var binOf = attribute.Binning.BinOfCell;
        var bins = new List<CardBin>();
        for (var bin = 0; bin < attribute.Binning.ValueBins; bin++)
        {
            int[] members = [.. Enumerable.Range(1, cells.Count - 1).Where(cell => binOf[cell] == bin)];
            var condition = members.Length == 0 ? null : cells.IsNumber ? cells.Interval(members[0], members[^1]) : cells.Words(members);
            if (condition is not null)
            {
                bins.Add(new CardBin(CardBinKind.Value, condition, attribute.Points[bin], members.Sum(cell => n[cell]), members.Sum(cell => y[cell])));
            }
        }

        if (cells.IsTags)
        {
            // The first that holds counts: best words first.
            bins.Reverse();
        }

        bins.Add(new CardBin(CardBinKind.Missing, null, attribute.Points[attribute.Binning.Missing], n[0], y[0]));
        if (!cells.IsNumber)
        {
            bins.Add(new CardBin(CardBinKind.Other, null, attribute.Points[attribute.Binning.Other], n[cells.Count - 1], y[cells.Count - 1]));
        }

        var line = template?.Of(cells.Field);
        return new CardAttribute(
            cells.Field, request.LabelOf(cells.Field), line?.Category, cells.IsNumber, bins,
            request.Directions?.GetValueOrDefault(cells.Field) ?? CardDirection.Any);
    }

    private static CardLine Line(TrainedCard trained, int index, CardAttribute[] attributes, byte[] positive)
    {
        var line = trained.Score.Lines[index];
        var conditions = new List<Condition>();
        var holds = Enumerable.Repeat(true, positive.Length).ToArray();
        foreach (var range in new[] { line.First, line.Second })
        {
            var attribute = trained.Score.Attributes[range.Attribute];
            var cells = trained.Fields[attribute.Field];
            bool IsInside(int cell) => cell > 0 && attribute.Binning.BinOfCell[cell] >= range.From && attribute.Binning.BinOfCell[cell] <= range.To;
            int[] members = [.. Enumerable.Range(1, cells.Count - 1).Where(IsInside)];
            conditions.Add((cells.IsNumber ? cells.Interval(members[0], members[^1]) : cells.Words(members))!);
            for (var row = 0; row < holds.Length; row++)
            {
                holds[row] &= IsInside(cells.Cells[row]);
            }
        }

        return new CardLine(
            new Conjunction(conditions), !line.IsHigher, trained.Score.LinePoints[index], attributes[line.First.Attribute].Category, line.ChiSquared, line.ConfirmedP,
            holds.Count(inside => inside), Enumerable.Range(0, positive.Length).Count(row => holds[row] && positive[row] == 1));
    }

    // The interval is that of the rate among left-out rows of nearby scores: at least fifty rows around it, Wilson.
    private static CardCalibration Calibration(TrainedCard trained, IReadOnlyList<LeftOutScore> left)
    {
        var rows = new int[Scorecard.Total + 1];
        var positives = new int[Scorecard.Total + 1];
        foreach (var each in left)
        {
            rows[each.Score]++;
            positives[each.Score] += each.IsPositive ? 1 : 0;
        }

        var probability = new double[rows.Length];
        var low = new double[rows.Length];
        var high = new double[rows.Length];
        for (var s = 0; s < rows.Length; s++)
        {
            int from = s, to = s, n = rows[s], y = positives[s];
            while (n < 50 && (from > 0 || to < rows.Length - 1))
            {
                if (from > 0)
                {
                    from--;
                    n += rows[from];
                    y += positives[from];
                }

                if (to < rows.Length - 1)
                {
                    to++;
                    n += rows[to];
                    y += positives[to];
                }
            }

            probability[s] = trained.Probability(s);
            var interval = WilsonInterval.Of(y, n);
            // Shifted to the calibrated figure: the width is the data's, the middle the card's.
            low[s] = Math.Min(interval.Low, probability[s]);
            high[s] = Math.Max(interval.High, probability[s]);
        }

        return new CardCalibration(trained.Score.Calibrator.Method, probability, low, high);
    }
}
