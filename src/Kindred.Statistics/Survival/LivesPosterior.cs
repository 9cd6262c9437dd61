using Kindred.Statistics.Intervals;
using MathNet.Numerics;

namespace Kindred.Statistics.Survival;

/// <summary>What is known of one group's lives: weights over a grid of shifted beta-geometric distributions.</summary>
public sealed class LivesPosterior
{
    private const double LeastWeight = 1e-6;
    private readonly (ShiftedBetaGeometric Life, double Weight)[] _parts;

    internal LivesPosterior(double[] weights)
    {
        var sum = weights.Sum();
        _parts = [.. weights.Select((weight, at) => (LivesGrid.All[at], weight / sum)).Where(part => part.Item2 > LeastWeight)];
        var kept = _parts.Sum(part => part.Weight);
        _parts = [.. _parts.Select(part => (part.Life, part.Weight / kept))];
    }

    /// <summary>Mean of something computed from the lives.</summary>
    public double Mean(Func<ShiftedBetaGeometric, double> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return _parts.Sum(part => part.Weight * figure(part.Life));
    }

    /// <summary>Mean of the survival after 0 … <paramref name="periods"/> periods.</summary>
    /// <param name="periods">≥ 0.</param>
    public double[] Survival(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        var sums = new double[periods + 1];
        foreach (var (life, weight) in _parts)
        {
            var left = weight;
            for (var period = 0; period <= periods; period++)
            {
                sums[period] += left;
                left *= 1 - life.Hazard(period);
            }
        }

        return sums;
    }

    /// <summary>
    /// Mean and middle 95 % of a positive figure times an independent factor of mean 1 whose logarithm is normal with the given error (an average that is itself uncertain).
    /// </summary>
    /// <param name="figure">&gt; 0 for every life.</param>
    /// <param name="logError">Standard error of the factor's logarithm; 0 for a known factor.</param>
    public (double Mean, Interval Interval95) Of(Func<ShiftedBetaGeometric, double> figure, double logError = 0)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentOutOfRangeException.ThrowIfNegative(logError);
        var logs = _parts.Select(part => (Log: Math.Log(figure(part.Life)), part.Weight)).OrderBy(part => part.Log).ToArray();

        // Neighbouring points of the grid differ by a few per cent: without this much smoothing a quantile could only be one of them.
        var spread = Math.Max(logError, 0.02);
        return (logs.Sum(part => part.Weight * Math.Exp(part.Log)), new Interval(Math.Exp(Quantile(0.025)), Math.Exp(Quantile(0.975))));

        double Quantile(double level)
        {
            double low = logs[0].Log - 8 * spread, high = logs[^1].Log + 8 * spread;
            for (var i = 0; i < 50; i++)
            {
                var middle = (low + high) / 2;
                double below = 0;
                foreach (var (log, weight) in logs)
                {
                    var z = (middle - log) / spread;
                    below += z > 6 ? weight : z < -6 ? 0 : weight * 0.5 * SpecialFunctions.Erfc(-z / 1.4142135623730951);
                }

                (low, high) = below < level ? (middle, high) : (low, middle);
            }

            return (low + high) / 2;
        }
    }
}
