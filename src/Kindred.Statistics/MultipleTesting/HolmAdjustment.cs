namespace Kindred.Statistics.MultipleTesting;

/// <summary>Step-down adjustment of p-values (Holm 1979). Witness: R <c>p.adjust(p, "holm")</c>.</summary>
public static class HolmAdjustment
{
    /// <summary>Adjusted p-values in the order given. O(m log m).</summary>
    public static double[] Of(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var adjusted = new double[p.Count];
        var largest = 0.0;
        var rank = 0;
        foreach (var i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]).ThenBy(i => i))
        {
            largest = Math.Max(largest, Math.Min(1, (p.Count - rank++) * p[i]));
            adjusted[i] = largest;
        }

        return adjusted;
    }
}
