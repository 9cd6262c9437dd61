namespace Kindred.Statistics.Survival;

/// <summary>
/// The product-limit estimate of a survival curve from right-censored times (Kaplan and Meier 1958), with the variance of Greenwood (1926) and the cumulative hazard of
/// Nelson (1972) and Aalen (1978). Ties: events come before censorings of the same time. Witness: R survival 3.5-3, <c>survfit</c>.
/// </summary>
public static class KaplanMeier
{
    /// <summary>The curve. O(n log n).</summary>
    /// <param name="durations">Observed times, finite and ≥ 0; at least one. Not modified.</param>
    /// <param name="events">Per observation: 1 the event happened at that time, 0 observation ended without it.</param>
    /// <exception cref="ArgumentException">Lengths differ, nothing is given, or a time is negative or not finite.</exception>
    public static SurvivalCurve Of(ReadOnlySpan<double> durations, ReadOnlySpan<byte> events)
    {
        Check(durations, events);
        var times = durations.ToArray();
        var happened = events.ToArray();
        Array.Sort(times, happened);
        var steps = new List<SurvivalStep>();
        int left = times.Length, total = 0;
        double survival = 1, greenwood = 0, hazard = 0, variance = 0;
        for (var start = 0; start < times.Length;)
        {
            int end = start, died = 0;
            for (; end < times.Length && times[end].Equals(times[start]); end++)
            {
                died += happened[end];
            }

            if (died > 0)
            {
                survival *= 1 - (double)died / left;
                greenwood += died == left ? double.PositiveInfinity : died / ((double)left * (left - died));
                hazard += (double)died / left;
                variance += died / ((double)left * left);
            }

            steps.Add(new SurvivalStep(times[start], left, died, end - start - died, survival, greenwood, hazard, variance));
            total += died;
            left -= end - start;
            start = end;
        }

        return new SurvivalCurve(steps, times.Length, total);
    }

    internal static void Check(ReadOnlySpan<double> durations, ReadOnlySpan<byte> events)
    {
        if (durations.Length != events.Length || durations.Length == 0)
        {
            throw new ArgumentException("One event mark per time is needed, and at least one time.", nameof(events));
        }

        foreach (var duration in durations)
        {
            if (!(duration >= 0 && double.IsFinite(duration)))
            {
                throw new ArgumentException("Times are finite and not negative.", nameof(durations));
            }
        }

        if (events.IndexOfAnyExceptInRange((byte)0, (byte)1) >= 0)
        {
            throw new ArgumentException("Event marks are 0 or 1.", nameof(events));
        }
    }
}
