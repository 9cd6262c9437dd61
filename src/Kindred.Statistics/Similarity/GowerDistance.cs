namespace Kindred.Statistics.Similarity;

/// <summary>
/// Distance of two rows of mixed fields (Gower 1971): Σ w·δ·d / Σ w·δ, d = |a − b| / range for numbers (at most 1) and 0 or 1 for categories, δ = 0 where either side is unknown.
/// O(fields) a pair. Witness: Gower's definition written out, and a published result of R <c>cluster::daisy(metric = "gower")</c>.
/// </summary>
public sealed class GowerDistance
{
    private readonly double[] _ranges;
    private readonly double[] _weights;

    /// <summary>Prepares distances.</summary>
    /// <param name="ranges">Per field the range of a number, &gt; 0, or 0 for a category.</param>
    /// <param name="weights">Per field its weight, ≥ 0.</param>
    public GowerDistance(double[] ranges, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        ArgumentNullException.ThrowIfNull(weights);
        if (ranges.Length != weights.Length || ranges.Any(range => !(range >= 0) || double.IsInfinity(range)) || weights.Any(weight => !(weight >= 0) || double.IsInfinity(weight)))
        {
            throw new ArgumentException("One range and one weight a field, finite and not negative.", nameof(ranges));
        }

        (_ranges, _weights) = ([.. ranges], [.. weights]);
    }

    /// <summary>Weights by field.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Distance of one field, 0 to 1; null where either side is unknown.</summary>
    /// <param name="field">Field.</param>
    /// <param name="a">Number or code; NaN is unknown.</param>
    /// <param name="b">The other's.</param>
    public double? OfField(int field, double a, double b) =>
        double.IsNaN(a) || double.IsNaN(b) ? null : _ranges[field] > 0 ? Math.Min(1, Math.Abs(a - b) / _ranges[field]) : a.Equals(b) ? 0 : 1;

    /// <summary>Distance, 0 to 1, with the share of the weight it rests on; the distance is null where nothing is known of both.</summary>
    /// <param name="a">One value a field; NaN is unknown.</param>
    /// <param name="b">The other row.</param>
    public (double? Distance, double Known) Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != _weights.Length || b.Length != _weights.Length)
        {
            throw new ArgumentException("One value a field.", nameof(a));
        }

        double sum = 0, known = 0, all = 0;
        for (var field = 0; field < _weights.Length; field++)
        {
            all += _weights[field];
            if (OfField(field, a[field], b[field]) is { } distance)
            {
                sum += _weights[field] * distance;
                known += _weights[field];
            }
        }

        return (known > 0 ? sum / known : null, all > 0 ? known / all : 0);
    }
}
