using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Drift;

/// <summary>
/// Whether two samples of rows with several fields come from one population: χ² for categories, Kolmogorov–Smirnov for numbers, and the chance of any false alarm over all fields held
/// by permuting whole rows between the samples, step-down on the largest statistic (Westfall and Young 1993, algorithm 4.1; Ge, Dudoit and Speed 2003, section 3). Exact whatever the fields have to do with each other.
/// A field's statistic is minus the logarithm of its asymptotic p (χ² by Wilson and Hilferty 1931; Kolmogorov's first term), for categories the smaller of the p of all levels together
/// and of the level that moved most times the number of levels, for numbers of the distance and of whether they are missing. Levels with fewer than five rows expected in the smaller sample are one.
/// Witnesses: R's example of <c>chisq.test</c> (Agresti 2007, table 3.8), the definition of the distance, enumeration of every division for p, 500 simulated null quarters. O(permutations × fields × rows).
/// </summary>
public static class DriftTest
{
    /// <summary>Compares.</summary>
    /// <param name="fields">At least one; each with the rows of the first sample, then those of the second.</param>
    /// <param name="firstRows">Rows of the first sample, at least 1 and fewer than all.</param>
    /// <param name="permutations">≥ 1; the smallest p is 1 / (1 + permutations).</param>
    /// <param name="seed">Of the permutations.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>One outcome a field, in their order.</returns>
    public static DriftOutcome[] Run(IReadOnlyList<DriftField> fields, int firstRows, int permutations, long seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        var rows = fields.Count == 0 ? 0 : fields[0].Rows;
        if (rows < 2 || fields.Any(field => field.Rows != rows) || firstRows < 1 || firstRows >= rows)
        {
            throw new ArgumentException("Fields need the same rows, with at least one in each sample.", nameof(fields));
        }

        var secondRows = rows - firstRows;
        var measures = fields.Select(field => DriftMeasure.Of(field, firstRows, secondRows)).ToArray();
        var second = Enumerable.Range(firstRows, secondRows).ToArray();
        var isSecond = new bool[rows];
        Array.Fill(isSecond, true, firstRows, secondRows);
        var observed = measures.Select(measure => measure.Read(second, isSecond)).ToArray();
        int[] order = [.. Enumerable.Range(0, fields.Count).OrderByDescending(i => observed[i].Strength).ThenBy(i => i)];

        var exceeding = new int[fields.Count];
        var psi = fields.Select(_ => new double[permutations]).ToArray();
        var strengths = new double[fields.Count];
        var random = new SeededRandom(seed, 61);
        int[] all = [.. Enumerable.Range(0, rows)];
        for (var draw = 0; draw < permutations; draw++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < secondRows; i++)
            {
                var j = i + random.Below(rows - i);
                (all[i], all[j]) = (all[j], all[i]);
            }

            Array.Copy(all, second, secondRows);
            Array.Clear(isSecond);
            foreach (var row in second)
            {
                isSecond[row] = true;
            }

            for (var i = 0; i < measures.Length; i++)
            {
                var read = measures[i].Read(second, isSecond);
                (strengths[i], psi[i][draw]) = (read.Strength, read.Psi);
            }

            Count(order, strengths, observed, exceeding);
        }

        return Outcomes(order, observed, exceeding, psi, permutations);
    }

    /// <summary>From the weakest field up: the largest strength among this and all weaker ones.</summary>
    private static void Count(int[] order, double[] strengths, DriftReading[] observed, int[] exceeding)
    {
        var largest = double.NegativeInfinity;
        for (var rank = order.Length - 1; rank >= 0; rank--)
        {
            var i = order[rank];
            largest = Math.Max(largest, strengths[i]);
            exceeding[i] += largest >= observed[i].Strength - 1e-12 ? 1 : 0;
        }
    }

    private static DriftOutcome[] Outcomes(int[] order, DriftReading[] observed, int[] exceeding, double[][] psi, int permutations)
    {
        var outcomes = new DriftOutcome[order.Length];
        var smallest = 0.0;
        foreach (var i in order)
        {
            smallest = Math.Max(smallest, (1.0 + exceeding[i]) / (1 + permutations));
            Array.Sort(psi[i]);
            outcomes[i] = new DriftOutcome(observed[i].Statistic, observed[i].Level, smallest, observed[i].Psi, psi[i][Math.Min(permutations - 1, (int)(0.95 * permutations))]);
        }

        return outcomes;
    }
}
