using Kindred.Statistics.Intervals;

namespace Kindred.Core.Engagement;

/// <summary>So many of so many, with its 95 % interval (Wilson).</summary>
/// <param name="Hits">How many, 0 ≤ Hits ≤ N.</param>
/// <param name="N">Of how many.</param>
public sealed record Share(int Hits, int N)
{
    /// <summary>None of none.</summary>
    public static Share Nothing { get; } = new(0, 0);

    /// <summary>Hits ÷ N; null without any.</summary>
    public double? Rate => N == 0 ? null : (double)Hits / N;

    /// <summary>Lower end; 0 without any.</summary>
    public double Low => WilsonInterval.Of(Hits, N).Low;

    /// <summary>Upper end; 1 without any.</summary>
    public double High => WilsonInterval.Of(Hits, N).High;

    /// <summary>Counts what is true; unknown values are left out.</summary>
    public static Share Of(IEnumerable<bool?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int hits = 0, n = 0;
        foreach (var value in values)
        {
            n += value is null ? 0 : 1;
            hits += value == true ? 1 : 0;
        }

        return new Share(hits, n);
    }

    /// <summary>This rate minus another's, with the 95 % interval (Newcombe); null where one has none.</summary>
    public (double Value, double Low, double High)? Minus(Share other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Rate is not { } own || other.Rate is not { } its)
        {
            return null;
        }

        var interval = NewcombeInterval.Of(Hits, N, other.Hits, other.N);
        return (own - its, interval.Low, interval.High);
    }
}
