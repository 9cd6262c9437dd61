namespace Kindred.Statistics.Resampling;

/// <summary>xoshiro256** (Blackman and Vigna 2018), seeded by SplitMix64: the same numbers on every runtime and machine.</summary>
public sealed class SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts the sequence of a seed and a stream: different streams of one seed are independent.</summary>
    public SeededRandom(long seed, int stream = 0)
    {
        var state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL + (ulong)stream * 0xD1B54A32D192ED03UL + 0x632BE59BD9B4E019UL);
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, bound), without bias (Lemire 2019).</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var product = (NextBits() >> 32) * (uint)bound;
        if ((uint)product < (uint)bound)
        {
            // Only here can a draw be one of those too many; the remainder is seldom needed.
            var threshold = unchecked((uint)-bound) % (uint)bound;
            while ((uint)product < threshold)
            {
                product = (NextBits() >> 32) * (uint)bound;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Standard normal (Box–Muller, one of the pair).</summary>
    public double NextNormal()
    {
        double u;
        do
        {
            u = NextUnit();
        }
        while (u == 0);
        return Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * NextUnit());
    }

    /// <summary>Gamma with the given shape and scale 1 (Marsaglia and Tsang 2000). Normalised gammas are a Dirichlet draw.</summary>
    /// <param name="shape">&gt; 0.</param>
    public double NextGamma(double shape)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(shape, 0);
        if (shape < 1)
        {
            double u;
            do
            {
                u = NextUnit();
            }
            while (u == 0);
            return NextGamma(shape + 1) * Math.Pow(u, 1 / shape);
        }

        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = NextNormal();
            var v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(1 - NextUnit()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }

    /// <summary>Puts values into random order (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
