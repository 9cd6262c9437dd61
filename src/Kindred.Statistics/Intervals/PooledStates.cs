using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Intervals;

/// <summary>
/// Shares of several states in several groups: each state is split off from those after it by a rate of its own, pooled over groups (<see cref="PooledRates"/>). This is the generalised
/// Dirichlet distribution of Connor and Mosimann (1969), of which the Dirichlet is the case with matching concentrations; the hyperparameters of every split are integrated over.
/// </summary>
public sealed class PooledStates
{
    private readonly IReadOnlyList<RatePosterior>[] _splits;

    private PooledStates(IReadOnlyList<RatePosterior>[] splits) => _splits = splits;

    /// <summary>Learns from counts.</summary>
    /// <param name="counts">Per group one count per state, all groups of one length ≥ 2; real numbers are allowed (effective counts).</param>
    public static PooledStates Of(IReadOnlyList<double[]> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfZero(counts.Count);
        var states = counts[0].Length;
        var splits = new IReadOnlyList<RatePosterior>[states - 1];
        for (var s = 0; s < splits.Length; s++)
        {
            splits[s] = PooledRates.Of([.. counts.Select(group => group[s])], [.. counts.Select(group => group.Skip(s).Sum())]);
        }

        return new PooledStates(splits);
    }

    /// <summary>Draws the shares of one group; they sum to 1.</summary>
    /// <param name="group">Position of the group.</param>
    /// <param name="random">Source of chance.</param>
    /// <param name="shares">Written; one value per state.</param>
    public void Draw(int group, SeededRandom random, Span<double> shares)
    {
        double left = 1;
        for (var s = 0; s < _splits.Length; s++)
        {
            shares[s] = left * _splits[s][group].Draw(random);
            left -= shares[s];
        }

        shares[_splits.Length] = left;
    }
}
