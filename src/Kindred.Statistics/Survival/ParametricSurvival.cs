using Kindred.Statistics.Regression;
using MathNet.Numerics;

namespace Kindred.Statistics.Survival;

/// <summary>Accelerated-life models by maximum likelihood (Kalbfleisch and Prentice 2002, chapter 3), Newton's method in β and ln σ. Witness: R survival 3.5-3, <c>survreg</c>. O(n p²) a step.</summary>
public static class ParametricSurvival
{
    private const int MostSteps = 200;

    /// <summary>Fits the model.</summary>
    /// <param name="durations">Times, finite and &gt; 0 (a time of 0 has no logarithm; leave such rows out and say so).</param>
    /// <param name="events">As in <see cref="KaplanMeier"/>; at least one event.</param>
    /// <param name="covariates">One array per covariate; none for the intercept alone.</param>
    /// <param name="distribution">Shape.</param>
    /// <returns>The fit, or null where the likelihood has no inner maximum (covariates that are sums of others, or that part events from the rest).</returns>
    public static ParametricFit? Fit(ReadOnlySpan<double> durations, ReadOnlySpan<byte> events, IReadOnlyList<double[]> covariates, LifeDistribution distribution)
    {
        KaplanMeier.Check(durations, events);
        ArgumentNullException.ThrowIfNull(covariates);
        var n = durations.Length;
        if (events.IndexOf((byte)1) < 0 || durations.IndexOfAnyInRange(double.NegativeInfinity, 0) >= 0 || covariates.Any(column => column.Length != n))
        {
            throw new ArgumentException("Times are above 0, one event is needed, and one value per time and covariate.", nameof(durations));
        }

        var logs = new double[n];
        double mean = 0, jacobian = 0;
        for (var i = 0; i < n; i++)
        {
            logs[i] = Math.Log(durations[i]);
            mean += logs[i] / n;
            jacobian -= events[i] * logs[i];
        }

        var p = covariates.Count + 1;
        var size = distribution == LifeDistribution.Exponential ? p : p + 1;
        var theta = new double[size];
        theta[0] = mean + 1;
        var happened = events.ToArray();
        var current = Derivatives(theta);
        for (var step = 0; step < MostSteps; step++)
        {
            var factor = CholeskyFactor.Of(current.Information, size);
            var direction = factor?.Solve(current.Gradient) ?? [.. current.Gradient.Select((slope, j) => slope / Math.Max(1, Math.Abs(current.Information[j * size + j])))];
            (double[] Theta, (double Log, double[] Gradient, double[] Information) Point) best = (theta, current);
            var share = 1.0;
            for (; share > 1e-9; share /= 2)
            {
                var next = theta.Zip(direction, (a, b) => a + share * b).ToArray();
                var point = Derivatives(next);
                if (double.IsFinite(point.Log) && point.Log >= current.Log - 1e-12 * Math.Abs(current.Log))
                {
                    best = (next, point);
                    break;
                }
            }

            var gain = best.Point.Log - current.Log;
            (theta, current) = best;
            if (share <= 1e-9 || (factor is not null && Math.Abs(gain) <= 1e-14 * Math.Abs(current.Log)))
            {
                break;
            }
        }

        if (CholeskyFactor.Of(current.Information, size)?.Inverse() is not { } inverse)
        {
            return null;
        }

        var scale = size == p ? 1 : Math.Exp(theta[p]);
        return new ParametricFit(distribution, theta[..p], scale, current.Log + jacobian, [.. Enumerable.Range(0, size).Select(j => Math.Sqrt(inverse[j * size + j]))]);

        (double Log, double[] Gradient, double[] Information) Derivatives(double[] at)
        {
            double log = 0;
            double[] gradient = new double[size], information = new double[size * size], x = new double[size];
            var sigma = size == p ? 1 : Math.Exp(at[p]);
            for (var i = 0; i < n; i++)
            {
                var location = at[0];
                x[0] = 1;
                for (var j = 1; j < p; j++)
                {
                    x[j] = covariates[j - 1][i];
                    location += at[j] * x[j];
                }

                var z = (logs[i] - location) / sigma;
                var died = happened[i] == 1;
                var (value, first, second) = Terms(distribution, z, died);
                log += value - (died ? Math.Log(sigma) : 0);
                for (var j = 0; j < p; j++)
                {
                    gradient[j] -= x[j] / sigma * first;
                    for (var k = 0; k <= j; k++)
                    {
                        information[j * size + k] -= x[j] * x[k] / (sigma * sigma) * second;
                    }
                }

                if (size > p)
                {
                    gradient[p] -= z * first + (died ? 1 : 0);
                    for (var k = 0; k < p; k++)
                    {
                        information[p * size + k] -= x[k] / sigma * (first + z * second);
                    }

                    information[p * size + p] -= z * first + z * z * second;
                }
            }

            for (var j = 0; j < size; j++)
            {
                for (var k = 0; k < j; k++)
                {
                    information[k * size + j] = information[j * size + k];
                }
            }

            return (log, gradient, information);
        }
    }

    /// <summary>ln f (event) or ln S (censored) of W at z, with first and second derivative.</summary>
    private static (double Value, double First, double Second) Terms(LifeDistribution distribution, double z, bool died)
    {
        switch (distribution)
        {
            case LifeDistribution.LogNormal when died:
                return (-0.5 * z * z - 0.918938533204672742, -z, -1);
            case LifeDistribution.LogNormal:
                var tail = LogNormalTail(z);
                var hazard = Math.Exp(-0.5 * z * z - 0.918938533204672742 - tail);
                return (tail, -hazard, -hazard * (hazard - z));
            case LifeDistribution.LogLogistic:
                var share = 1 / (1 + Math.Exp(-z));
                var soft = z > 30 ? z : Math.Log(1 + Math.Exp(z));
                return died ? (z - 2 * soft, 1 - 2 * share, -2 * share * (1 - share)) : (-soft, -share, -share * (1 - share));
            default:
                var e = Math.Exp(z);
                return died ? (z - e, 1 - e, -e) : (-e, -e, -e);
        }
    }

    /// <summary>ln P(Z &gt; z) of the standard normal, by its asymptotic series far out.</summary>
    private static double LogNormalTail(double z)
    {
        if (z < 30)
        {
            return Math.Log(0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2)));
        }

        var square = z * z;
        return -0.5 * square - 0.918938533204672742 - Math.Log(z) + Math.Log(1 - 1 / square + 3 / (square * square));
    }
}
