using Kindred.Statistics.Intervals;

namespace Kindred.Statistics.Survival;

/// <summary>A fitted proportional-hazards model.</summary>
public sealed class CoxFit
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Log hazard ratio of each covariate; NaN for one that the covariates before it already say.</summary>
    public required IReadOnlyList<double> Coefficients { get; init; }

    /// <summary>Their standard errors; NaN where the coefficient is.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }

    /// <summary>Log partial likelihood with all coefficients 0.</summary>
    public required double LogLikelihoodNull { get; init; }

    /// <summary>Log partial likelihood of the fit.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Score test that all coefficients are 0.</summary>
    public required double Score { get; init; }

    /// <summary>Wald test that all coefficients are 0.</summary>
    public required double Wald { get; init; }

    /// <summary>Newton steps taken.</summary>
    public required int Iterations { get; init; }

    /// <summary>Observations.</summary>
    public required int Count { get; init; }

    /// <summary>Events.</summary>
    public required int Events { get; init; }

    /// <summary>Per covariate: true where the likelihood keeps rising as the coefficient grows (all events on one side), so that the estimate and its error mean nothing.</summary>
    public required IReadOnlyList<bool> IsUnbounded { get; init; }

    /// <summary>Mean of each covariate.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>Cumulative hazard at the means, at each time with an event.</summary>
    public IReadOnlyList<(double Time, double Hazard)> BaselineAtMeans => Baseline.Value;

    internal Lazy<IReadOnlyList<(double Time, double Hazard)>> Baseline { get; init; } = new(() => []);

    /// <summary>Twice the gain in log likelihood.</summary>
    public double LikelihoodRatio => 2 * (LogLikelihood - LogLikelihoodNull);

    /// <summary>Coefficients that were estimated.</summary>
    public int Degrees => Coefficients.Count(value => !double.IsNaN(value));

    /// <summary>Hazard ratio of one unit of a covariate.</summary>
    public double HazardRatio(int covariate) => Math.Exp(Coefficients[covariate]);

    /// <summary>Wald interval of the hazard ratio.</summary>
    public Interval HazardRatioInterval(int covariate, double z = Z95) =>
        new(Math.Exp(Coefficients[covariate] - z * StandardErrors[covariate]), Math.Exp(Coefficients[covariate] + z * StandardErrors[covariate]));

    /// <summary>Coefficient over standard error.</summary>
    public double Z(int covariate) => Coefficients[covariate] / StandardErrors[covariate];

    /// <summary>Two-sided p of <see cref="Z"/>.</summary>
    public double P(int covariate) => Math.Exp(ChiSquaredTail.Log(Z(covariate) * Z(covariate), 1));

    /// <summary>Cumulative hazard up to a time for given covariates (those left out of the fit count nothing).</summary>
    /// <param name="time">The time.</param>
    /// <param name="covariates">One value per covariate.</param>
    public double CumulativeHazard(double time, ReadOnlySpan<double> covariates)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(covariates.Length, Coefficients.Count);
        double hazard = 0, shift = 0;
        foreach (var (at, value) in BaselineAtMeans)
        {
            if (at > time)
            {
                break;
            }

            hazard = value;
        }

        for (var j = 0; j < covariates.Length; j++)
        {
            shift += double.IsNaN(Coefficients[j]) ? 0 : Coefficients[j] * (covariates[j] - Means[j]);
        }

        return hazard * Math.Exp(shift);
    }
}
