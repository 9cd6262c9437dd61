using Kindred.Statistics.Regression;

namespace Kindred.Statistics.Survival;

/// <summary>Whether groups have the same survival curve.</summary>
/// <param name="ChiSquared">Statistic; 0 where nothing can be compared.</param>
/// <param name="Degrees">Groups with any expected event, less one.</param>
/// <param name="P">Upper tail; 0 only where it is smaller than the smallest number there is.</param>
/// <param name="LogP">Natural logarithm of it, also where <paramref name="P"/> is 0.</param>
/// <param name="Observed">Events of each group (weighted in the Peto–Peto form).</param>
/// <param name="Expected">Events expected were all curves one.</param>
public sealed record LogRankTest(double ChiSquared, int Degrees, double P, double LogP, IReadOnlyList<double> Observed, IReadOnlyList<double> Expected);

/// <summary>
/// The log-rank test (Mantel 1966) and its Peto–Peto form, which weighs by the pooled curve just before each time (Harrington and Fleming 1982, ρ = 1), with the hypergeometric
/// variance. Witness: R survival 3.5-3, <c>survdiff(rho = 0 and 1)</c>.
/// </summary>
public static class LogRank
{
    /// <summary>Compares groups. O(n log n + times × groups²).</summary>
    /// <param name="durations">As in <see cref="KaplanMeier"/>.</param>
    /// <param name="events">As in <see cref="KaplanMeier"/>.</param>
    /// <param name="groups">Per observation its group, 0 ≤ group &lt; <paramref name="groupCount"/>.</param>
    /// <param name="groupCount">Groups.</param>
    /// <param name="isPeto">True for the Peto–Peto form.</param>
    public static LogRankTest Of(ReadOnlySpan<double> durations, ReadOnlySpan<byte> events, ReadOnlySpan<int> groups, int groupCount, bool isPeto = false)
    {
        KaplanMeier.Check(durations, events);
        ArgumentOutOfRangeException.ThrowIfNotEqual(groups.Length, durations.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(groupCount, 1);
        var times = durations.ToArray();
        var order = new int[times.Length];
        var atRisk = new double[groupCount];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            atRisk[groups[i]]++;
        }

        Array.Sort(times, order);
        double[] observed = new double[groupCount], expected = new double[groupCount], variance = new double[groupCount * groupCount], died = new double[groupCount], gone = new double[groupCount];
        double left = times.Length, survival = 1;
        for (var start = 0; start < times.Length;)
        {
            Array.Clear(died);
            Array.Clear(gone);
            var end = start;
            double deaths = 0;
            for (; end < times.Length && times[end].Equals(times[start]); end++)
            {
                var group = groups[order[end]];
                gone[group]++;
                died[group] += events[order[end]];
                deaths += events[order[end]];
            }

            if (deaths > 0)
            {
                var weight = isPeto ? survival : 1;
                var spread = left > 1 ? weight * weight * deaths * (left - deaths) / (left - 1) / left : 0;
                for (var j = 0; j < groupCount; j++)
                {
                    observed[j] += weight * died[j];
                    expected[j] += weight * deaths * atRisk[j] / left;
                    for (var k = 0; k <= j; k++)
                    {
                        variance[j * groupCount + k] += spread * atRisk[j] * ((j == k ? 1 : 0) - atRisk[k] / left);
                    }
                }

                survival *= 1 - deaths / left;
            }

            for (var j = 0; j < groupCount; j++)
            {
                atRisk[j] -= gone[j];
            }

            left -= end - start;
            start = end;
        }

        return Finish(observed, expected, variance, groupCount);
    }

    private static LogRankTest Finish(double[] observed, double[] expected, double[] variance, int groupCount)
    {
        var used = Enumerable.Range(0, groupCount).Where(j => expected[j] > 0).ToArray();
        var size = used.Length - 1;
        if (size < 1)
        {
            return new LogRankTest(0, 0, 1, 0, observed, expected);
        }

        var matrix = new double[size * size];
        var difference = new double[size];
        for (var j = 0; j < size; j++)
        {
            difference[j] = observed[used[j]] - expected[used[j]];
            for (var k = 0; k <= j; k++)
            {
                matrix[j * size + k] = matrix[k * size + j] = variance[used[j] * groupCount + used[k]];
            }
        }

        var solved = CholeskyFactor.Of(matrix, size)?.Solve(difference);
        if (solved is null)
        {
            return new LogRankTest(0, 0, 1, 0, observed, expected);
        }

        var statistic = difference.Zip(solved, (a, b) => a * b).Sum();
        var logP = ChiSquaredTail.Log(statistic, size);
        return new LogRankTest(statistic, size, Math.Exp(logP), logP, observed, expected);
    }
}
