namespace Kindred.Statistics.MultipleTesting;

/// <summary>Two-sided mid-p values once computed, by rows covered and positives among them.</summary>
internal sealed class TailCache(HypergeometricMidP midP, int rows)
{
    private readonly (int First, double[] Values)[] _byRows = new (int, double[])[rows + 1];

    /// <summary>As <see cref="HypergeometricMidP.TwoSided"/>.</summary>
    public double TwoSided(int covered, int tp)
    {
        ref var entry = ref _byRows[covered];
        if (entry.Values is null || tp < entry.First || tp >= entry.First + entry.Values.Length)
        {
            Widen(ref entry, tp);
        }

        ref var p = ref entry.Values![tp - entry.First];
        if (double.IsNaN(p))
        {
            p = midP.TwoSided(covered, tp);
        }

        return p;
    }

    private static void Widen(ref (int First, double[] Values) entry, int tp)
    {
        const int Room = 8;
        var values = entry.Values ?? [];
        var first = values.Length == 0 ? tp - Room : Math.Min(entry.First, tp - Room);
        var end = values.Length == 0 ? tp + Room : Math.Max(entry.First + values.Length, tp + Room);
        var wider = new double[end - first];
        Array.Fill(wider, double.NaN);
        values.CopyTo(wider, Math.Max(0, entry.First - first));
        entry = (first, wider);
    }
}
