using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Intervals;

/// <summary>What is known of one rate: a density over a grid of its log odds.</summary>
public sealed class RatePosterior
{
    private readonly double[] _logOdds;
    private readonly double[] _cumulative;

    internal RatePosterior(double mean, double[] logOdds, double[] density)
    {
        Mean = mean;
        _logOdds = logOdds;
        _cumulative = new double[density.Length];
        for (var i = 1; i < density.Length; i++)
        {
            _cumulative[i] = _cumulative[i - 1] + (density[i] + density[i - 1]) / 2;
        }
    }

    /// <summary>Mean.</summary>
    public double Mean { get; }

    /// <summary>The middle 95 %.</summary>
    public Interval Interval95 => new(Quantile(0.025), Quantile(0.975));

    /// <summary>The rate below which that share of the knowledge lies.</summary>
    /// <param name="level">0–1.</param>
    public double Quantile(double level)
    {
        var target = level * _cumulative[^1];
        var at = Array.BinarySearch(_cumulative, target);
        at = Math.Clamp(at < 0 ? ~at : at, 1, _cumulative.Length - 1);
        var width = _cumulative[at] - _cumulative[at - 1];
        var share = width > 0 ? Math.Clamp((target - _cumulative[at - 1]) / width, 0, 1) : 0;
        return 1 / (1 + Math.Exp(-(_logOdds[at - 1] + share * (_logOdds[at] - _logOdds[at - 1]))));
    }

    /// <summary>One draw.</summary>
    public double Draw(SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Quantile(random.NextUnit());
    }
}
