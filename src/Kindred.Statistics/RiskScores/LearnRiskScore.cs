using Kindred.Statistics.Calibration;
using Kindred.Statistics.Regression;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.RiskScores;

/// <summary>
/// Learns an integer risk score from one training part; everything that is chosen is chosen by cross-validation inside it.
/// <list type="number">
/// <item>bins of every field by dynamic programming, fineness by held-out likelihood;</item>
/// <item>ridge logistic regression, strength by held-out likelihood;</item>
/// <item>attributes by backward elimination, their number by held-out likelihood;</item>
/// <item>lines by the score test on 70 % of the rows, kept where the other 30 % confirm them;</item>
/// <item>whole points closest to the fitted model;</item>
/// <item>calibration on scores that whole repetitions of these steps gave to rows they had not seen.</item>
/// </list>
/// </summary>
public static class LearnRiskScore
{
    private const int MostCandidates = 40;
    private static readonly double[] _ridges = [1, 3, 10, 30, 100];
    private static readonly double[] _ridgesTowardPrior = [1, 3, 10, 30, 100, 300, 1000];

    /// <summary>Learns.</summary>
    /// <param name="fields">Candidate fields, cells of every row.</param>
    /// <param name="positive">Per row 1 or 0; both occur.</param>
    /// <param name="clusters">Rows that stay together in folds and splits.</param>
    /// <param name="later">Rows of the later 30 %, where dates exist, on which lines are confirmed; null: drawn.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The score; null when no field has two bins of values.</returns>
    /// <exception cref="ArgumentException">Lengths differ or one class is empty.</exception>
    public static RiskScore? Run(IReadOnlyList<RiskScoreField> fields, byte[] positive, Clusters clusters, bool[]? later, RiskScoreOptions options, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(options);
        if (!positive.Contains((byte)0) || !positive.Contains((byte)1) || fields.Any(field => field.Cells.Length != positive.Length))
        {
            throw new ArgumentException("Both outcomes must occur, and every field has a cell a row.", nameof(positive));
        }

        var folds = clusters.Folds(positive, options.InnerFolds, new SeededRandom(options.Seed, 11));
        var candidates = Candidates(fields, positive, folds, options, cancel);
        if (candidates.Count == 0)
        {
            return null;
        }

        var parts = new ScoreTraining[options.InnerFolds];
        for (byte fold = 0; fold < parts.Length; fold++)
        {
            parts[fold] = ScoreTraining.Of(fields, candidates, positive, clusters, later, folds, fold, options);
        }

        progress?.Report(0.1);
        var ridge = Ridge(parts, cancel);
        progress?.Report(0.25);
        var paths = parts.Select(part => part.Eliminate(ridge, cancel)).ToArray();
        var size = Size(parts, paths, options.MaxAttributes);
        progress?.Report(0.4);
        var outOfFold = new double[positive.Length];
        for (var fold = 0; fold < parts.Length; fold++)
        {
            var learned = parts[fold].Finish(At(paths[fold], size).Attributes, ridge, cancel);
            var left = parts[fold].HeldOutRows;
            var score = learned.Score(parts[fold].HeldOutCells);
            for (var i = 0; i < left.Length; i++)
            {
                outOfFold[left[i]] = learned.Intercept + learned.Slope * score[i];
            }

            progress?.Report(0.4 + 0.45 * (fold + 1) / parts.Length);
        }

        var whole = ScoreTraining.Of(fields, candidates, positive, clusters, later, folds, fold: null, options);
        var path = whole.Eliminate(ridge, cancel);
        var final = whole.Finish(At(path, size).Attributes, ridge, cancel);
        progress?.Report(1);
        return final with { Calibrator = ChooseCalibrator.Run(outOfFold, positive, folds), OutOfFold = outOfFold };
    }

    // Fields that are worth something by themselves, the strongest first, at most forty.
    private static List<(int Field, BinningChoice Choice)> Candidates(IReadOnlyList<RiskScoreField> fields, byte[] positive, byte[] folds, RiskScoreOptions options, CancellationToken cancel)
    {
        var chosen = new List<(int Field, BinningChoice Choice)>();
        for (var field = 0; field < fields.Count; field++)
        {
            cancel.ThrowIfCancellationRequested();
            var (n, y) = FoldCounts.Of(fields[field].Cells, fields[field].CellCount, positive, folds, options.InnerFolds);
            var choice = CellBinning.Choose(fields[field], n, y, options.MaxBins);
            // That a value is missing is never enough by itself: two bins of values are needed.
            int[] rows = [.. Enumerable.Range(0, n[0].Length).Select(cell => n.Sum(fold => fold[cell]))];
            int[] positives = [.. Enumerable.Range(0, n[0].Length).Select(cell => y.Sum(fold => fold[cell]))];
            if (CellBinning.Learn(fields[field], rows, positives, choice with { Bins = Math.Max(2, choice.Bins) }, options.MaxBins).ValueBins > 1)
            {
                chosen.Add((field, choice with { Bins = Math.Max(2, choice.Bins) }));
            }
        }

        var strongest = chosen.OrderByDescending(each => each.Choice.Gain).ThenBy(each => each.Field).ToList();
        // Every group must be able to hold its points, even by a field that tells little.
        var needed = Enumerable.Range(0, options.GroupPoints?.Count ?? 1).SelectMany(group => strongest.Where(each => fields[each.Field].Group == group).Take(1));
        var worth = strongest.Where(each => each.Choice.Gain > 0).Take(MostCandidates).Union(needed).OrderBy(each => each.Field).ToList();
        return worth;
    }

    private static double Ridge(ScoreTraining[] parts, CancellationToken cancel)
    {
        var grid = parts[0].HasPrior ? _ridgesTowardPrior : _ridges;
        var loss = new double[grid.Length];
        foreach (var part in parts)
        {
            LogisticFit? from = null;
            for (var i = grid.Length - 1; i >= 0; i--)
            {
                cancel.ThrowIfCancellationRequested();
                from = part.FitAll(grid[i], from);
                loss[i] += part.HeldOutLoss(from);
            }
        }

        return grid[Array.IndexOf(loss, loss.Min())];
    }

    private static int Size(ScoreTraining[] parts, List<AttributeElimination.Step>[] paths, int most)
    {
        var best = 1;
        var least = double.PositiveInfinity;
        for (var size = 1; size <= Math.Min(most, paths.Max(path => path[0].Attributes.Length)); size++)
        {
            var loss = 0.0;
            for (var i = 0; i < parts.Length; i++)
            {
                loss += parts[i].HeldOutLoss(At(paths[i], size));
            }

            if (loss < least)
            {
                (least, best) = (loss, size);
            }
        }

        return best;
    }

    // The largest model of at most so many attributes; a path that stops earlier ends with its smallest.
    private static AttributeElimination.Step At(List<AttributeElimination.Step> path, int size) => path.Find(step => step.Attributes.Length <= size) ?? path[^1];
}
