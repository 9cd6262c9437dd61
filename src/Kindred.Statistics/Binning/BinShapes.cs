namespace Kindred.Statistics.Binning;

/// <summary>Values along ordered bins and the shape they must have.</summary>
public static class BinShapes
{
    /// <summary>Whether values have a shape.</summary>
    public static bool Holds(ReadOnlySpan<int> values, BinShape shape)
    {
        var isFalling = shape == BinShape.Falling;
        for (var i = 1; i < values.Length; i++)
        {
            if (shape == BinShape.Rising && values[i] < values[i - 1])
            {
                return false;
            }

            if (isFalling && values[i] > values[i - 1])
            {
                return false;
            }

            isFalling |= shape == BinShape.Peaked && values[i] < values[i - 1];
        }

        return true;
    }

    /// <summary>Moves values to the nearest ones of a shape by weighted least squares (isotonic regression; for a peak, the best one).</summary>
    /// <param name="values">In order; replaced.</param>
    /// <param name="weights">At least as many, ≥ 0.</param>
    /// <param name="shape">The shape.</param>
    public static void Project(Span<double> values, ReadOnlySpan<int> weights, BinShape shape)
    {
        if (shape == BinShape.Any || values.Length < 2)
        {
            return;
        }

        var n = new double[values.Length];
        var sum = new double[values.Length];
        for (var i = 0; i < n.Length; i++)
        {
            // A bin without rows follows its neighbours.
            n[i] = Math.Max(weights[i], 1e-3);
            sum[i] = n[i] * values[i];
        }

        if (shape != BinShape.Peaked)
        {
            IsotonicRates.Fit(n, sum, shape == BinShape.Rising).CopyTo(values);
            return;
        }

        double[] best = [];
        var least = double.PositiveInfinity;
        for (var peak = 1; peak <= n.Length; peak++)
        {
            double[] both = [.. IsotonicRates.Fit(n.AsSpan(0, peak), sum.AsSpan(0, peak)), .. IsotonicRates.Fit(n.AsSpan(peak), sum.AsSpan(peak), isRising: false)];
            var error = 0.0;
            for (var i = 0; i < n.Length; i++)
            {
                error += n[i] * Math.Pow(both[i] - values[i], 2);
            }

            if (error < least)
            {
                (least, best) = (error, both);
            }
        }

        best.CopyTo(values);
    }
}
