using Kindred.Statistics.Binning;
using Kindred.Statistics.Calibration;
using Kindred.Statistics.Regression;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.RiskScores;

/// <summary>The rows one score is learned from, binned by themselves, and the rows left out of it.</summary>
internal sealed class ScoreTraining
{
    private const double LineTestShare = 0.3;
    private const double LineAlpha = 0.05;
    private readonly RiskScoreOptions _options;
    private readonly int[] _fieldOf;
    private readonly CellBinning[] _binnings;
    private readonly byte[][] _codes;
    private readonly byte[][] _heldOut;
    private readonly int[] _group;
    private readonly byte[] _positive;
    private readonly byte[] _heldOutPositive;
    private readonly double[][]? _prior;
    private readonly bool[] _tests;
    private readonly bool[] _mayJoin;
    private readonly BinShape[] _shapes;
    private readonly bool[] _isMissingNeutral;

    private ScoreTraining(RiskScoreOptions options, int[] fieldOf, int[] group, CellBinning[] binnings, byte[][] codes, byte[][] heldOut, byte[] positive, byte[] heldOutPositive, int[] heldOutRows, byte[][] heldOutCells, double[][]? prior, bool[] tests, bool[] mayJoin, BinShape[] shapes, bool[] isMissingNeutral)
    {
        (_options, _fieldOf, _group, _binnings, _codes, _heldOut) = (options, fieldOf, group, binnings, codes, heldOut);
        (_positive, _heldOutPositive, HeldOutRows, HeldOutCells, _prior, _tests) = (positive, heldOutPositive, heldOutRows, heldOutCells, prior, tests);
        (_mayJoin, _shapes, _isMissingNeutral) = (mayJoin, shapes, isMissingNeutral);
    }

    public int[] HeldOutRows { get; }

    public byte[][] HeldOutCells { get; }

    public bool HasPrior => _prior is not null;

    /// <summary>Bins the rows outside a fold; all rows without one.</summary>
    public static ScoreTraining Of(IReadOnlyList<RiskScoreField> fields, List<(int Field, BinningChoice Choice)> candidates, byte[] positive, Clusters clusters, bool[]? later, byte[] folds, byte? fold, RiskScoreOptions options)
    {
        int[] rows = [.. Enumerable.Range(0, positive.Length).Where(row => folds[row] != fold)];
        int[] left = [.. Enumerable.Range(0, positive.Length).Where(row => folds[row] == fold)];
        byte[] y = [.. rows.Select(row => positive[row])];
        var binnings = new CellBinning[candidates.Count];
        var codes = new byte[candidates.Count][];
        var heldOut = new byte[candidates.Count][];
        var prior = candidates.Any(each => fields[each.Field].PriorPoints is not null) ? new double[candidates.Count][] : null;
        var slope = prior is null ? 0 : PriorSlope(fields, rows, y);
        for (var i = 0; i < codes.Length; i++)
        {
            var field = fields[candidates[i].Field];
            var n = new int[field.CellCount];
            var positives = new int[field.CellCount];
            for (var row = 0; row < rows.Length; row++)
            {
                n[field.Cells[rows[row]]]++;
                positives[field.Cells[rows[row]]] += y[row];
            }

            binnings[i] = CellBinning.Learn(field, n, positives, candidates[i].Choice, options.MaxBins);
            codes[i] = [.. rows.Select(row => binnings[i].BinOfCell[field.Cells[row]])];
            heldOut[i] = [.. left.Select(row => binnings[i].BinOfCell[field.Cells[row]])];
            if (prior is not null)
            {
                prior[i] = PriorOf(field, binnings[i], n, slope);
            }
        }

        var tests = later is not null
            ? [.. rows.Select(row => later[row])]
            : Drawn(clusters, rows, y, options.Seed);
        byte[][] cells = [.. fields.Select(field => (byte[])[.. left.Select(row => field.Cells[row])])];
        return new ScoreTraining(options, [.. candidates.Select(each => each.Field)], [.. candidates.Select(each => options.GroupPoints is null ? 0 : fields[each.Field].Group)],
            binnings, codes, heldOut, y, [.. left.Select(row => positive[row])], left, cells, prior, tests, [.. candidates.Select(each => fields[each.Field].MayJoinLines)], [.. candidates.Select(each => fields[each.Field].Shape)],
            [.. candidates.Select(each => fields[each.Field].IsMissingNeutral)]);
    }

    /// <summary>Every candidate in one model.</summary>
    public LogisticFit FitAll(double ridge, LogisticFit? from) => Design(Enumerable.Range(0, _codes.Length)).Fit(ridge, Prior(Enumerable.Range(0, _codes.Length)), from, 8);

    /// <summary>Log-loss of the rows left out under a model of every candidate.</summary>
    public double HeldOutLoss(LogisticFit fit) => HeldOutLoss(new AttributeElimination.Step([.. Enumerable.Range(0, _codes.Length)], fit));

    /// <summary>Log-loss of the rows left out.</summary>
    public double HeldOutLoss(AttributeElimination.Step step)
    {
        var design = new CodedLogistic([.. step.Attributes.Select(i => _heldOut[i])], [.. step.Attributes.Select(i => _binnings[i].Count)], _heldOutPositive);
        var odds = design.LogOdds(step.Fit);
        double loss = 0;
        for (var row = 0; row < odds.Length; row++)
        {
            loss += CodedLogistic.Loss(odds[row], _heldOutPositive[row] == 1);
        }

        return loss;
    }

    /// <summary>Models from every candidate down to one; a group never loses its last attribute.</summary>
    public List<AttributeElimination.Step> Eliminate(double ridge, CancellationToken cancel) =>
        AttributeElimination.Path(_codes, [.. _binnings.Select(bins => bins.Count)], _positive, ridge, _prior, _group, cancel);

    /// <summary>Lines, whole points and what they claim, for chosen attributes.</summary>
    public RiskScore Finish(int[] attributes, double ridge, CancellationToken cancel)
    {
        byte[][] codes = [.. attributes.Select(i => _codes[i])];
        CellBinning[] bins = [.. attributes.Select(i => _binnings[i])];
        var prior = Prior(attributes);
        var lines = FindLines.Run(codes, bins, _positive, _tests, [.. attributes.Select(i => _mayJoin[i])], ridge, prior, _options, LineAlpha / Math.Max(1, _options.MaxLines), cancel);
        byte[][] all = [.. codes, .. lines.Select(line => InteractionSearch.Cover(codes, line))];
        int[] counts = [.. bins.Select(bin => bin.Count), .. lines.Select(_ => 2)];
        var design = new CodedLogistic(all, counts, _positive);
        double[]? toward = prior is null ? null : [.. prior, .. new double[2 * lines.Count]];
        var fit = design.Fit(ridge, toward);
        var beta = new double[all.Length][];
        for (var part = 0; part < beta.Length; part++)
        {
            beta[part] = fit.Coefficients[design.Start[part]..design.Start[part + 1]];
            if (part < attributes.Length)
            {
                // The rates of the bins have the declared shape by themselves; beside other fields their coefficients may lose it.
                BinShapes.Project(beta[part].AsSpan(0, bins[part].ValueBins), bins[part].Rows, _shapes[attributes[part]]);
            }

            if (part < attributes.Length)
            {
                beta[part][bins[part].Missing] = Missing(beta[part], bins[part], _isMissingNeutral[attributes[part]]);
            }
        }

        int[] group = [.. attributes.Select(i => _group[i]), .. lines.Select(line => _group[attributes[line.First.Attribute]])];
        var search = new PointsSearch(all, beta, group, [.. _options.GroupPoints ?? [100]], design.LogOdds(fit with { Coefficients = [.. beta.SelectMany(part => part)] }),
            [.. attributes.Select(i => _shapes[i])]);
        search.Run(4, cancel);
        ScoreAttribute[] scored = [.. attributes.Select((i, at) => new ScoreAttribute(_fieldOf[i], bins[at], search.Points[at]))];
        // A line's points lie on the side with more positives, whichever the fit says in the end.
        ScoreLine[] signed = [.. lines.Select((line, i) => line with { IsHigher = search.Points[attributes.Length + i][1] >= search.Points[attributes.Length + i][0] })];
        int[] linePoints = [.. lines.Select((_, i) => search.Points[attributes.Length + i].Max())];
        return new RiskScore(scored, signed, linePoints, search.Line.Intercept, search.Line.Slope, PlattCalibrator.Fit(new CalibrationRows([-1, 1], [1, 1], [0, 1])), ridge, DataShare(design, fit, ridge), []);
    }

    // Few missing values cannot show that missing is better than the best value, or worse than the worst.
    private double Missing(double[] beta, CellBinning bins, bool isNeutral)
    {
        var values = beta[..bins.ValueBins];
        var rows = bins.Rows[..bins.ValueBins].Sum();
        if (isNeutral && rows > 0)
        {
            return values.Select((value, bin) => value * bins.Rows[bin]).Sum() / rows;
        }

        return bins.Rows[bins.Missing] < CellBinning.SmallestBin(_positive.Length) ? Math.Clamp(beta[bins.Missing], values.Min(), values.Max()) : beta[bins.Missing];
    }

    private static double DataShare(CodedLogistic design, LogisticFit fit, double ridge)
    {
        // Effective degrees of freedom: trace of (H + λ)⁻¹ H = size − λ trace (H + λ)⁻¹.
        var width = design.Size + 1;
        var covariance = CholeskyFactor.Of(fit.Information, width)!.Inverse();
        var left = 0.0;
        for (var i = 0; i < design.Size; i++)
        {
            left += Math.Max(ridge, 1e-6) * covariance[i * width + i];
        }

        // The codes of a field add up to the intercept: one coefficient a field is never the data's.
        // A code without rows is all prior by nature and does not count.
        var empty = 0;
        for (var i = 0; i < design.Size; i++)
        {
            empty += fit.Information[i * width + i] <= Math.Max(ridge, 1e-6) * (1 + 1e-9) ? 1 : 0;
        }

        var free = design.Size - empty - (design.Start.Length - 1);
        return Math.Clamp((design.Size - left) / Math.Max(1, free), 0, 1);
    }

    private CodedLogistic Design(IEnumerable<int> attributes) =>
        new([.. attributes.Select(i => _codes[i])], [.. attributes.Select(i => _binnings[i].Count)], _positive);

    private double[]? Prior(IEnumerable<int> attributes) => _prior is null ? null : [.. attributes.SelectMany(i => _prior[i])];

    private static bool[] Drawn(Clusters clusters, int[] rows, byte[] positive, long seed)
    {
        var part = Clusters.From([.. rows.Select(row => clusters.Of[row])]);
        return [.. part.Folds(positive, 10, new SeededRandom(seed, 12)).Select(fold => fold < 10 * LineTestShare)];
    }

    private static double PriorSlope(IReadOnlyList<RiskScoreField> fields, int[] rows, byte[] positive)
    {
        var score = new double[rows.Length];
        foreach (var field in fields)
        {
            for (var row = 0; row < rows.Length && field.PriorPoints is not null; row++)
            {
                score[row] += field.PriorPoints[field.Cells[rows[row]]];
            }
        }

        var groups = CalibrationRows.Of(score, positive);
        // Five logits over a hundred points where the data cannot say.
        return groups.Claimed.Length < 2 ? 0.05 : Math.Clamp(SmallLogistic.Fit([groups.Claimed], groups.Rows, groups.Positives)[1], 0.01, 0.1);
    }

    private static double[] PriorOf(RiskScoreField field, CellBinning bins, int[] n, double slope)
    {
        var points = new double[bins.Count];
        var rows = new double[bins.Count];
        for (var cell = 0; cell < n.Length && field.PriorPoints is not null; cell++)
        {
            // A cell without rows counts a little, so that an empty bin still has its expert's points.
            var weight = n[cell] + 1e-3;
            points[bins.BinOfCell[cell]] += weight * field.PriorPoints[cell];
            rows[bins.BinOfCell[cell]] += weight;
        }

        var centre = points.Sum() / Math.Max(1e-9, rows.Sum());
        return [.. points.Select((sum, bin) => rows[bin] > 0 ? slope * (sum / rows[bin] - centre) : 0)];
    }
}
