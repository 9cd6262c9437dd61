namespace Kindred.Statistics.Regression;

/// <summary>Logistic regression of grouped outcomes on a handful of numbers, with an intercept; Newton's method with a ridge of 1e-6 on slopes. O(groups · features²) an iteration.</summary>
public static class SmallLogistic
{
    /// <summary>Intercept, then one slope a feature.</summary>
    /// <param name="features">Per feature one value a group.</param>
    /// <param name="rows">Rows of each group.</param>
    /// <param name="positives">Positives of each group; fractions are allowed.</param>
    public static double[] Fit(double[][] features, double[] rows, double[] positives) => FitWithInformation(features, rows, positives).Coefficients;

    /// <summary>The same with the covariance of the coefficients, row-major.</summary>
    public static (double[] Coefficients, double[] Covariance) FitWithInformation(double[][] features, double[] rows, double[] positives)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(positives);
        var size = features.Length + 1;
        var beta = new double[size];
        double total = rows.Sum(), all = positives.Sum();
        beta[0] = CodedLogistic.Logit((all + 0.5) / (total + 1));
        var loss = double.PositiveInfinity;
        var hessian = new double[size * size];
        var x = new double[size];
        for (var step = 0; step < 60; step++)
        {
            var gradient = new double[size];
            Array.Clear(hessian);
            var now = 0.0;
            for (var i = 0; i < rows.Length; i++)
            {
                if (rows[i] <= 0)
                {
                    continue;
                }

                x[0] = 1;
                var odds = beta[0];
                for (var j = 1; j < size; j++)
                {
                    x[j] = features[j - 1][i];
                    odds += beta[j] * x[j];
                }

                var p = CodedLogistic.Sigmoid(odds);
                now += positives[i] * CodedLogistic.Loss(odds, true) + (rows[i] - positives[i]) * CodedLogistic.Loss(odds, false);
                for (var j = 0; j < size; j++)
                {
                    gradient[j] += x[j] * (rows[i] * p - positives[i]);
                    for (var k = 0; k <= j; k++)
                    {
                        hessian[j * size + k] += rows[i] * p * (1 - p) * x[j] * x[k];
                    }
                }
            }

            for (var j = 0; j < size; j++)
            {
                hessian[j * size + j] += 1e-6;
                gradient[j] += j == 0 ? 0 : 1e-6 * beta[j];
            }

            if (Math.Abs(loss - now) < 1e-12 * (1 + Math.Abs(now)))
            {
                break;
            }

            var factor = CholeskyFactor.Of(hessian, size);
            if (factor is null)
            {
                break;
            }

            var move = factor.Solve(gradient);
            var longest = move.Max(Math.Abs);
            var share = now > loss ? 0.5 : longest > 10 ? 10 / longest : 1;
            for (var j = 0; j < size; j++)
            {
                beta[j] -= share * move[j];
            }

            loss = now;
        }

        return (beta, CholeskyFactor.Of(hessian, size)?.Inverse() ?? new double[size * size]);
    }
}
