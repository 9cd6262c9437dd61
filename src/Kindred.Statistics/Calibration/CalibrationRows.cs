namespace Kindred.Statistics.Calibration;

/// <summary>Outcomes grouped by what a model claimed for them.</summary>
/// <param name="Claimed">Distinct log-odds, ascending.</param>
/// <param name="Rows">Rows of each.</param>
/// <param name="Positives">Positives of each.</param>
public sealed record CalibrationRows(double[] Claimed, double[] Rows, double[] Positives)
{
    /// <summary>Groups rows.</summary>
    /// <param name="claimed">Log-odds of each row.</param>
    /// <param name="positive">Per row 1 or 0.</param>
    /// <param name="take">Which rows; null: all.</param>
    public static CalibrationRows Of(ReadOnlySpan<double> claimed, ReadOnlySpan<byte> positive, Func<int, bool>? take = null)
    {
        var groups = new SortedDictionary<double, (double Rows, double Positives)>();
        for (var row = 0; row < claimed.Length; row++)
        {
            if (take is null || take(row))
            {
                var group = groups.GetValueOrDefault(claimed[row]);
                groups[claimed[row]] = (group.Rows + 1, group.Positives + positive[row]);
            }
        }

        return new CalibrationRows([.. groups.Keys], [.. groups.Values.Select(group => group.Rows)], [.. groups.Values.Select(group => group.Positives)]);
    }

    /// <summary>The smallest claim with at least this share of the rows at or below it.</summary>
    public double Quantile(double share)
    {
        var wanted = share * Rows.Sum();
        double seen = 0;
        for (var i = 0; i < Rows.Length; i++)
        {
            seen += Rows[i];
            if (seen >= wanted)
            {
                return Claimed[i];
            }
        }

        return Claimed[^1];
    }

    /// <summary>−log-likelihood under a calibrator.</summary>
    public double Loss(Calibrator calibrator)
    {
        ArgumentNullException.ThrowIfNull(calibrator);
        double loss = 0;
        for (var i = 0; i < Rows.Length; i++)
        {
            var odds = calibrator.LogOdds(Claimed[i]);
            loss += Positives[i] * Regression.CodedLogistic.Loss(odds, true) + (Rows[i] - Positives[i]) * Regression.CodedLogistic.Loss(odds, false);
        }

        return loss;
    }
}
