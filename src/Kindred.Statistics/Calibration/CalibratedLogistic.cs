using Kindred.Statistics.Regression;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Calibration;

/// <summary>
/// Probability of an outcome from coded fields: ridge logistic regression, its strength chosen by the held-out log-loss over five folds of whole clusters, calibrated on those held-out log-odds
/// (<see cref="CautiousPlatt"/> below <see cref="FlexibleFrom"/> positives, <see cref="ChooseCalibrator"/> from there on). Intervals come from the covariance H⁻¹ (λP + M) H⁻¹, H the penalised information, P the penalty,
/// M the sum over clusters of the squared score (Liang and Zeger 1986; the penalty's own information is added because a coefficient that was never seen is known by its prior only).
/// O(strengths · folds · fit). Witness: the closed form of the clustered variance of one rate; simulated coverage.
/// </summary>
public sealed class CalibratedLogistic
{
    /// <summary>Positives from which calibration may bend.</summary>
    public const int FlexibleFrom = 500;

    /// <summary>Folds of whole clusters.</summary>
    public const int Folds = 5;

    private const double Z95 = 1.959963984540054;
    private static readonly double[] Strengths = [1, 3, 10, 30];
    private readonly int[] _start;
    private readonly double[] _covariance;

    private CalibratedLogistic(LogisticFit fit, int[] start, double ridge, Calibrator calibrator, double[] covariance, double[] heldOut)
    {
        (Fit, _start, Ridge, Calibrator, _covariance, HeldOut) = (fit, start, ridge, calibrator, covariance, heldOut);
    }

    /// <summary>The regression on all rows.</summary>
    public LogisticFit Fit { get; }

    /// <summary>Chosen strength λ.</summary>
    public double Ridge { get; }

    /// <summary>Calibration of its log-odds.</summary>
    public Calibrator Calibrator { get; }

    /// <summary>Per row the log-odds of the model fitted without its fold, before calibration.</summary>
    public double[] HeldOut { get; }

    /// <summary>Fits.</summary>
    /// <param name="codes">Per field the code of each row; 0 is "unknown" by custom.</param>
    /// <param name="counts">Per field the number of codes.</param>
    /// <param name="positive">Per row 1 or 0; both occur.</param>
    /// <param name="clusters">Rows that belong together.</param>
    /// <param name="seed">Of the folds.</param>
    /// <param name="strengths">Values of λ to choose from; null: 1, 3, 10, 30.</param>
    /// <exception cref="ArgumentException">Only one outcome occurs.</exception>
    public static CalibratedLogistic Run(byte[][] codes, int[] counts, byte[] positive, Clusters clusters, long seed, double[]? strengths = null)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(clusters);
        if (positive.AsSpan().IndexOf((byte)1) < 0 || positive.AsSpan().IndexOf((byte)0) < 0)
        {
            throw new ArgumentException("Both outcomes must occur.", nameof(positive));
        }

        var folds = clusters.Folds(positive, Folds, new SeededRandom(seed, 61));
        var tried = strengths ?? Strengths;
        var heldOut = tried.Select(_ => new double[positive.Length]).ToArray();
        for (byte fold = 0; fold < Folds; fold++)
        {
            int[] train = [.. Enumerable.Range(0, positive.Length).Where(row => folds[row] != fold)];
            int[] test = [.. Enumerable.Range(0, positive.Length).Where(row => folds[row] == fold)];
            var inner = new CodedLogistic(Rows(codes, train), counts, [.. train.Select(row => positive[row])]);
            LogisticFit? before = null;
            for (var i = 0; i < tried.Length; i++)
            {
                before = inner.Fit(tried[i], from: before);
                foreach (var row in test)
                {
                    heldOut[i][row] = LogOdds(before, inner.Start, codes, row);
                }
            }
        }

        var best = Enumerable.Range(0, tried.Length).MinBy(i => Enumerable.Range(0, positive.Length).Sum(row => CodedLogistic.Loss(heldOut[i][row], positive[row] == 1)));
        var model = new CodedLogistic(codes, counts, positive);
        var fit = model.Fit(tried[best]);
        var calibrator = positive.Sum(value => value) >= FlexibleFrom ? ChooseCalibrator.Run(heldOut[best], positive, folds) : CautiousPlatt.Fit(heldOut[best], positive, clusters);
        return new CalibratedLogistic(fit, model.Start.ToArray(), tried[best], calibrator, Covariance(model, fit, codes, positive, clusters, tried[best]), heldOut[best]);
    }

    /// <summary>Calibrated probability of a row, with its 95 % interval.</summary>
    /// <param name="row">Per field its code; a code the fit never saw counts nothing.</param>
    public (double Value, double Low, double High) Probability(ReadOnlySpan<byte> row)
    {
        var at = Indices(row);
        var odds = Fit.Intercept;
        foreach (var index in at.AsSpan(1))
        {
            odds += Fit.Coefficients[index];
        }

        double variance = 0;
        var width = Fit.Coefficients.Length + 1;
        foreach (var i in at)
        {
            foreach (var j in at)
            {
                variance += _covariance[i * width + j];
            }
        }

        var error = Z95 * Math.Sqrt(Math.Max(0, variance));
        return (Calibrator.Probability(odds), Calibrator.Probability(odds - error), Calibrator.Probability(odds + error));
    }

    /// <summary>What a field's code adds to the log-odds, before calibration; 0 for a code the fit never saw.</summary>
    public double Contribution(int field, byte code) => _start[field] + code < _start[field + 1] ? Fit.Coefficients[_start[field] + code] : 0;

    /// <summary>The intercept first, then one index a field.</summary>
    private int[] Indices(ReadOnlySpan<byte> row)
    {
        var at = new List<int>(row.Length + 1) { Fit.Coefficients.Length };
        for (var field = 0; field < row.Length; field++)
        {
            if (_start[field] + row[field] < _start[field + 1])
            {
                at.Add(_start[field] + row[field]);
            }
        }

        return [.. at];
    }

    private static double LogOdds(LogisticFit fit, ReadOnlySpan<int> start, byte[][] codes, int row)
    {
        var odds = fit.Intercept;
        for (var field = 0; field < codes.Length; field++)
        {
            odds += fit.Coefficients[start[field] + codes[field][row]];
        }

        return odds;
    }

    private static byte[][] Rows(byte[][] codes, int[] rows) => [.. codes.Select(field => Array.ConvertAll(rows, row => field[row]))];

    private static double[] Covariance(CodedLogistic model, LogisticFit fit, byte[][] codes, byte[] positive, Clusters clusters, double ridge)
    {
        int size = model.Size, width = size + 1;
        var odds = model.LogOdds(fit);
        var meat = new double[width * width];
        var score = new double[width];
        for (var i = 0; i < size; i++)
        {
            meat[i * width + i] = Math.Max(ridge, 1e-6);
        }

        var touched = new List<int>();
        for (var cluster = 0; cluster < clusters.Count; cluster++)
        {
            foreach (var row in clusters.RowsOf(cluster))
            {
                var residual = positive[row] - CodedLogistic.Sigmoid(odds[row]);
                Add(size, residual);
                for (var field = 0; field < codes.Length; field++)
                {
                    Add(model.Start[field] + codes[field][row], residual);
                }
            }

            foreach (var i in touched)
            {
                foreach (var j in touched)
                {
                    meat[i * width + j] += score[i] * score[j];
                }
            }

            foreach (var i in touched)
            {
                score[i] = 0;
            }

            touched.Clear();
        }

        var inverse = (CholeskyFactor.Of(fit.Information, width) ?? throw new InvalidOperationException("The penalised information is not positive definite.")).Inverse();
        return Product(Product(inverse, meat, width), inverse, width);

        void Add(int index, double value)
        {
            if (score[index] == 0 && !touched.Contains(index))
            {
                touched.Add(index);
            }

            score[index] += value;
        }
    }

    private static double[] Product(double[] a, double[] b, int width)
    {
        var product = new double[width * width];
        for (var i = 0; i < width; i++)
        {
            for (var k = 0; k < width; k++)
            {
                var left = a[i * width + k];
                for (var j = 0; j < width; j++)
                {
                    product[i * width + j] += left * b[k * width + j];
                }
            }
        }

        return product;
    }
}
