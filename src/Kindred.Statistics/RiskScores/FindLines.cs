using Kindred.Statistics.Regression;

namespace Kindred.Statistics.RiskScores;

/// <summary>Lines of a score: found on the rows that do not test, one after another with a new fit after each, kept where the testing rows say the same.</summary>
internal static class FindLines
{
    public static List<ScoreLine> Run(byte[][] codes, CellBinning[] bins, byte[] positive, bool[] tests, bool[] mayJoin, double ridge, double[]? prior, RiskScoreOptions options, double alpha, CancellationToken cancel)
    {
        int[] finding = [.. Enumerable.Range(0, positive.Length).Where(row => !tests[row])];
        int[] testing = [.. Enumerable.Range(0, positive.Length).Where(row => tests[row])];
        byte[] y = [.. finding.Select(row => positive[row])];
        if (options.MaxLines == 0 || testing.Length == 0 || codes.Length < 2 || !y.Contains((byte)1) || !y.Contains((byte)0))
        {
            return [];
        }

        byte[][] found = [.. codes.Select(field => (byte[])[.. finding.Select(row => field[row])])];
        byte[][] left = [.. codes.Select(field => (byte[])[.. testing.Select(row => field[row])])];
        byte[] leftPositive = [.. testing.Select(row => positive[row])];
        var counts = bins.Select(bin => bin.Count).ToList();
        var kept = new List<ScoreLine>();
        var tried = new List<ScoreLine>();
        var fit = new CodedLogistic(found, [.. counts], y).Fit(ridge, prior);
        while (tried.Count < options.MaxLines)
        {
            cancel.ThrowIfCancellationRequested();
            byte[][] all = [.. found, .. tried.Select(line => InteractionSearch.Cover(found, line))];
            int[] width = [.. counts, .. tried.Select(_ => 2)];
            var design = new CodedLogistic(all, width, y);
            if (tried.Count > 0)
            {
                fit = design.Fit(ridge, prior is null ? null : [.. prior, .. new double[2 * tried.Count]], fit with { Coefficients = [.. fit.Coefficients, 0, 0] }, 3);
            }

            var (residual, weight) = Residuals(design.LogOdds(fit), y);
            var line = InteractionSearch.Strongest(found, bins, mayJoin, residual, weight, CellBinning.SmallestBin(finding.Length), tried);
            if (line is null || line.ChiSquared < options.LineChiSquared)
            {
                break;
            }

            // Tested against the model without it, on rows that had no say.
            byte[][] leftAll = [.. left, .. tried.Select(other => InteractionSearch.Cover(left, other))];
            var (testResidual, testWeight) = Residuals(new CodedLogistic(leftAll, width, leftPositive).LogOdds(fit), leftPositive);
            var cover = InteractionSearch.Cover(left, line);
            double sum = 0, variance = 0;
            for (var row = 0; row < cover.Length; row++)
            {
                sum += cover[row] * testResidual[row];
                variance += cover[row] * testWeight[row];
            }

            var z = variance > 0 ? (line.IsHigher ? sum : -sum) / Math.Sqrt(variance) : 0;
            line = line with { ConfirmedP = MathNet.Numerics.Distributions.Normal.CDF(0, 1, -z) };
            tried.Add(line);
            if (line.ConfirmedP < alpha)
            {
                kept.Add(line);
            }
        }

        return kept;
    }

    private static (double[] Residual, double[] Weight) Residuals(double[] logOdds, byte[] positive)
    {
        var residual = new double[logOdds.Length];
        var weight = new double[logOdds.Length];
        for (var row = 0; row < logOdds.Length; row++)
        {
            var p = CodedLogistic.Sigmoid(logOdds[row]);
            residual[row] = positive[row] - p;
            weight[row] = p * (1 - p);
        }

        return (residual, weight);
    }
}
