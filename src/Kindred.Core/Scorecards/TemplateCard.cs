using Kindred.Statistics.Calibration;
using Kindred.Statistics.RiskScores;

namespace Kindred.Core.Scorecards;

/// <summary>The template as a score: points by people, the order of bins from the data where people set none, and a line through the outcomes for the probability.</summary>
internal static class TemplateCard
{
    public static TrainedCard? Learn(ScorecardRequest request, IReadOnlyList<string> kept, byte[] positive, ScorecardSplit split, int[] rows, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var template = request.Template!;
        byte[] y = [.. rows.Select(row => positive[row])];
        var folds = Kindred.Statistics.Resampling.Clusters.From([.. rows.Select(row => split.Clusters.Of[row])]).Folds(y, 5, new Kindred.Statistics.Resampling.SeededRandom(request.Seed, 11));
        var candidates = new List<(FieldCells Cells, CellBinning Binning, TemplateLine Line, double Gain)>();
        foreach (var name in kept)
        {
            if (FieldCells.Of(request.Table.Find(name)!, rows, positive) is not { } cells || template.Of(name) is not { } line)
            {
                continue;
            }

            byte[] own = [.. rows.Select(row => cells.Cells[row])];
            var field = new RiskScoreField(own, cells.Count, cells.IsNumber || cells.IsTags);
            var (n, p) = FoldCells(own, cells.Count, y, folds);
            var choice = CellBinning.Choose(field, n, p, 5);
            int[] allRows = [.. Enumerable.Range(0, cells.Count).Select(cell => n.Sum(fold => fold[cell]))];
            int[] allPositives = [.. Enumerable.Range(0, cells.Count).Select(cell => p.Sum(fold => fold[cell]))];
            var binning = CellBinning.Learn(field, allRows, allPositives, choice with { Bins = Math.Max(2, choice.Bins) }, 5);
            if (binning.ValueBins > 1)
            {
                candidates.Add((cells, binning, line, line.Points is null ? choice.Gain : double.PositiveInfinity));
            }
        }

        // The strongest field of each category, then the strongest of all, as many as a card may have.
        var first = candidates.GroupBy(each => each.Line.Category).Select(group => group.MaxBy(each => each.Gain)).ToArray();
        var chosen = first.Concat(candidates.Except(first).OrderByDescending(each => each.Gain)).Take(Math.Max(first.Length, request.MaxAttributes))
            .OrderBy(each => kept.ToList().IndexOf(each.Cells.Field)).ToArray();
        if (chosen.Length == 0)
        {
            return null;
        }

        template = template with { Shares = CategoryAsks.Shares(request, [.. chosen.Select(each => each.Line.Category)]), Lines = [.. chosen.Select(each => each.Line)] };
        var maxima = TemplatePoints.Maxima(template);
        var attributes = new List<ScoreAttribute>();
        for (var i = 0; i < chosen.Length; i++)
        {
            var byCell = TemplatePoints.ByCell(request.Table, chosen[i].Line, template, chosen[i].Cells, rows);
            attributes.Add(new ScoreAttribute(i, chosen[i].Binning, Points(chosen[i].Binning, chosen[i].Cells, byCell, maxima[i], rows)));
        }

        var score = new RiskScore(attributes, [], [], 0, 1, PlattCalibrator.Fit(new CalibrationRows([0, 1], [1, 1], [0, 1])), 0, 0, []);
        byte[][] cellsOfRows = [.. chosen.Select(each => (byte[])[.. rows.Select(row => each.Cells.Cells[row])])];
        double[] claimed = [.. score.Score(cellsOfRows).Select(points => (double)points)];
        return new TrainedCard([.. chosen.Select(each => each.Cells)], score with { Calibrator = PlattCalibrator.Fit(CalibrationRows.Of(claimed, y)), OutOfFold = claimed }, CategoryAsks.Points(request, [.. chosen.Select(each => each.Line.Category)]));
    }

    // Equal steps along the order of the rates, or the people's points averaged over the bin and stretched to the line's maximum. Missing and unseen hold half: unknown is not bad.
    private static int[] Points(CellBinning bins, FieldCells cells, double[]? byCell, int maximum, int[] rows)
    {
        var worth = new double[bins.ValueBins];
        if (byCell is null)
        {
            var order = Enumerable.Range(0, bins.ValueBins).OrderBy(bin => (bins.Positives[bin] + 0.5) / (bins.Rows[bin] + 1.0)).ToArray();
            for (var rank = 0; rank < order.Length; rank++)
            {
                worth[order[rank]] = rank;
            }
        }
        else
        {
            var count = new double[bins.ValueBins];
            foreach (var cell in rows.Select(row => cells.Cells[row]).Where(cell => bins.BinOfCell[cell] < bins.ValueBins))
            {
                worth[bins.BinOfCell[cell]] += byCell[cell];
                count[bins.BinOfCell[cell]]++;
            }

            worth = [.. worth.Select((total, bin) => count[bin] > 0 ? total / count[bin] : 0)];
        }

        double least = worth.Min(), range = worth.Max() - least;
        var points = new int[bins.Count];
        Array.Fill(points, maximum / 2);
        for (var bin = 0; bin < worth.Length; bin++)
        {
            points[bin] = range > 0 ? (int)Math.Round((worth[bin] - least) / range * maximum) : maximum;
        }

        return points;
    }

    private static (int[][] Rows, int[][] Positives) FoldCells(byte[] cells, int count, byte[] positive, byte[] folds)
    {
        int[][] n = [.. Enumerable.Range(0, 5).Select(_ => new int[count])];
        int[][] y = [.. Enumerable.Range(0, 5).Select(_ => new int[count])];
        for (var row = 0; row < cells.Length; row++)
        {
            n[folds[row]][cells[row]]++;
            y[folds[row]][cells[row]] += positive[row];
        }

        return (n, y);
    }
}
