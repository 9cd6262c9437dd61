using MathNet.Numerics;

namespace Kindred.Statistics.Survival;

/// <summary>A fitted accelerated-life model.</summary>
/// <param name="Distribution">Shape.</param>
/// <param name="Coefficients">Intercept first, then one per covariate; on the scale of ln time.</param>
/// <param name="Scale">σ; 1 for the exponential.</param>
/// <param name="LogLikelihood">Of the times themselves.</param>
/// <param name="StandardErrors">Of the coefficients, and last of ln σ where it is fitted.</param>
public sealed record ParametricFit(LifeDistribution Distribution, IReadOnlyList<double> Coefficients, double Scale, double LogLikelihood, IReadOnlyList<double> StandardErrors)
{
    /// <summary>Twice the parameters less twice the log likelihood.</summary>
    public double Akaike => 2 * (StandardErrors.Count - LogLikelihood);

    /// <summary>P(T &gt; time).</summary>
    /// <param name="time">&gt; 0.</param>
    /// <param name="covariates">One value per covariate, without the intercept.</param>
    public double Survival(double time, params ReadOnlySpan<double> covariates)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(covariates.Length, Coefficients.Count - 1);
        var location = Coefficients[0];
        for (var j = 0; j < covariates.Length; j++)
        {
            location += Coefficients[j + 1] * covariates[j];
        }

        var z = (Math.Log(time) - location) / Scale;
        return Distribution switch
        {
            LifeDistribution.LogNormal => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2)),
            LifeDistribution.LogLogistic => 1 / (1 + Math.Exp(z)),
            _ => Math.Exp(-Math.Exp(z)),
        };
    }
}
