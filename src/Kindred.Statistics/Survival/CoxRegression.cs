using Kindred.Statistics.Regression;

namespace Kindred.Statistics.Survival;

/// <summary>
/// Proportional hazards (Cox 1972): Newton's method on the partial likelihood, covariates centred and scaled inside. Witness: R survival 3.5-3, <c>coxph</c>, on Telco, lung, veteran, ovarian.
/// O(n log n + n p²) a step.
/// </summary>
public static class CoxRegression
{
    private const int MostSteps = 60;
    private const double Converged = 1e-13;
    private const double Negligible = 1e-16;

    /// <summary>From so many rows and events on, a part of the rows says where to begin: every sixteenth.</summary>
    private const int FewestForSample = 50_000;
    private const int LeastEvents = 8_000;
    private const int SampleStep = 16;

    /// <summary>A standardised coefficient beyond this, with the likelihood all but level, is running away.</summary>
    private const double Runaway = 12;

    /// <summary>Fits the model.</summary>
    /// <param name="durations">As in <see cref="KaplanMeier"/>.</param>
    /// <param name="events">As in <see cref="KaplanMeier"/>; at least one event.</param>
    /// <param name="covariates">One array per covariate, finite; not modified.</param>
    /// <param name="ties">Treatment of ties.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="ArgumentException">No event, no covariate, lengths that differ, values that are not finite.</exception>
    public static CoxFit Fit(ReadOnlySpan<double> durations, ReadOnlySpan<byte> events, IReadOnlyList<double[]> covariates, CoxTies ties = CoxTies.Efron, CancellationToken ct = default)
    {
        KaplanMeier.Check(durations, events);
        ArgumentNullException.ThrowIfNull(covariates);
        var rows = CoxRows.Of(durations, events, covariates);
        var likelihood = new CoxLikelihood(rows, ties);
        var current = likelihood.At(new double[rows.Size]);
        if (rows.WithoutAliases(current.Sums) is { } fewer)
        {
            rows = fewer;
            likelihood = new CoxLikelihood(rows, ties);
            current = likelihood.At(new double[rows.Size]);
        }

        var (size, none) = (rows.Size, current);
        var start = CholeskyFactor.Of(none.Information, size) is { } factor ? Product(factor.Solve(none.Gradient), none.Gradient) : 0;
        var beta = new double[size];
        if (size > 0 && rows.Events >= LeastEvents && rows.Count >= FewestForSample)
        {
            // Most steps on a sixteenth of the rows cost as much as one on all: from where those end, all rows need one or two.
            var part = rows.Every(SampleStep);
            var sample = new CoxLikelihood(part, ties);
            var (near, _, _) = part.Events >= LeastEvents / SampleStep ? Climb(sample, new double[size], sample.At(new double[size]), ct) : (beta, none, 0);
            if (Array.TrueForAll(near, value => Math.Abs(value) < Runaway) && likelihood.At(near) is var there && there.LogLikelihood > none.LogLikelihood)
            {
                (beta, current) = (near, there);
            }
        }

        (beta, current, var steps) = Climb(likelihood, beta, current, ct);
        return Finish(rows, likelihood, beta, none, current, start, steps);
    }

    /// <summary>Newton's method from a point.</summary>
    private static (double[] Beta, CoxPoint Point, int Steps) Climb(CoxLikelihood likelihood, double[] beta, CoxPoint current, CancellationToken ct)
    {
        var steps = 0;
        while (beta.Length > 0 && steps < MostSteps)
        {
            ct.ThrowIfCancellationRequested();
            var step = CholeskyFactor.Of(current.Information, beta.Length)?.Solve(current.Gradient);
            if (step is null)
            {
                break;
            }

            var decrement = Product(step, current.Gradient);
            steps++;
            if (decrement <= Negligible * Math.Abs(current.LogLikelihood))
            {
                // What this step would change is beyond the digits: it is taken without looking again.
                beta = [.. beta.Zip(step, (b, s) => b + s)];
                break;
            }

            var (next, tried) = Advance(likelihood, beta, step, current.LogLikelihood);
            var gain = tried.LogLikelihood - current.LogLikelihood;
            (beta, current) = (next, tried);
            if (Math.Abs(gain) <= Converged * Math.Abs(tried.LogLikelihood) || Array.Exists(beta, value => Math.Abs(value) > 4 * Runaway))
            {
                break;
            }
        }

        return (beta, current, steps);
    }

    private static (double[] Beta, CoxPoint Point) Advance(CoxLikelihood likelihood, double[] beta, double[] step, double from)
    {
        for (var share = 1.0; ; share /= 2)
        {
            var next = beta.Zip(step, (b, s) => b + share * s).ToArray();
            var point = likelihood.At(next);
            if (point.LogLikelihood >= from - 1e-10 * Math.Abs(from) || share < 1e-6)
            {
                return (next, point);
            }
        }
    }

    private static CoxFit Finish(CoxRows rows, CoxLikelihood likelihood, double[] beta, CoxPoint none, CoxPoint fit, double score, int steps)
    {
        int all = rows.Means.Length, size = rows.Size;
        double[] coefficients = new double[all], errors = new double[all];
        var unbounded = new bool[all];
        Array.Fill(coefficients, double.NaN);
        Array.Fill(errors, double.NaN);
        var inverse = size == 0 ? [] : CholeskyFactor.Of(fit.Information, size)?.Inverse();
        double wald = 0;
        for (var j = 0; j < size; j++)
        {
            var at = rows.Kept[j];
            coefficients[at] = beta[j] / rows.Scales[at];
            errors[at] = inverse is null ? double.NaN : Math.Sqrt(inverse[j * size + j]) / rows.Scales[at];
            unbounded[at] = inverse is null || Math.Abs(beta[j]) > Runaway || (Math.Sqrt(inverse[j * size + j]) > 50 * (1 + Math.Abs(beta[j])));
            for (var k = 0; k < size; k++)
            {
                wald += beta[j] * beta[k] * fit.Information[j * size + k];
            }
        }

        return new CoxFit
        {
            Coefficients = coefficients,
            StandardErrors = errors,
            LogLikelihoodNull = none.LogLikelihood,
            LogLikelihood = fit.LogLikelihood,
            Score = score,
            Wald = wald,
            Iterations = steps,
            Count = rows.Count,
            Events = rows.Events,
            IsUnbounded = unbounded,
            Means = rows.Means,
            Baseline = new(() => likelihood.Baseline(beta)),
        };
    }

    private static double Product(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
