using Kindred.Statistics.Regression;

namespace Kindred.Statistics.RiskScores;

/// <summary>
/// Backward elimination: of all attributes in the model the one whose removal costs the least by the Wald statistic (less its degrees of freedom) goes, and the rest is fitted again.
/// </summary>
internal static class AttributeElimination
{
    /// <summary>A model of the path.</summary>
    /// <param name="Attributes">Positions in the list of candidates, ascending.</param>
    /// <param name="Fit">Its fit.</param>
    internal sealed record Step(int[] Attributes, LogisticFit Fit);

    /// <summary>From all candidates down to one attribute; entry i has candidates.Length − i attributes.</summary>
    public static List<Step> Path(byte[][] codes, int[] counts, byte[] positive, double ridge, double[][]? prior, int[] group, CancellationToken cancel)
    {
        var left = Enumerable.Range(0, codes.Length).ToList();
        var path = new List<Step>();
        LogisticFit? from = null;
        while (left.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var design = new CodedLogistic([.. left.Select(field => codes[field])], [.. left.Select(field => counts[field])], positive);
            double[]? toward = prior is null ? null : [.. left.SelectMany(field => prior[field])];
            var fit = design.Fit(ridge, toward, from, from is null ? 25 : 3);
            path.Add(new Step([.. left], fit));
            // The last attribute of a group carries the group's points.
            bool[] mayGo = [.. left.Select(field => left.Count(other => group[other] == group[field]) > 1)];
            if (!mayGo.Contains(true))
            {
                break;
            }

            var weakest = Weakest(design, fit, mayGo, [.. left.Select(field => codes[field].Distinct().Count())]);
            var start = design.Start;
            from = fit with { Coefficients = [.. fit.Coefficients[..start[weakest]], .. fit.Coefficients[start[weakest + 1]..]] };
            left.RemoveAt(weakest);
        }

        return path;
    }

    private static int Weakest(CodedLogistic design, LogisticFit fit, bool[] mayGo, int[] coefficients)
    {
        var width = design.Size + 1;
        var covariance = CholeskyFactor.Of(fit.Information, width)!.Inverse();
        var weakest = 0;
        var least = double.PositiveInfinity;
        for (var attribute = 0; attribute < mayGo.Length; attribute++)
        {
            if (!mayGo[attribute])
            {
                continue;
            }

            int start = design.Start[attribute], count = design.Start[attribute + 1] - start;
            var block = new double[count * count];
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < count; j++)
                {
                    block[i * count + j] = covariance[(start + i) * width + start + j];
                }
            }

            var beta = fit.Coefficients.AsSpan(start, count);
            var solved = CholeskyFactor.Of(block, count)?.Solve(beta);
            var wald = 0.0;
            for (var i = 0; i < count && solved is not null; i++)
            {
                wald += beta[i] * solved[i];
            }

            // Akaike's price of a coefficient; codes without rows have none.
            var worth = wald - 2 * (coefficients[attribute] - 1);
            if (worth < least)
            {
                (least, weakest) = (worth, attribute);
            }
        }

        return weakest;
    }
}
