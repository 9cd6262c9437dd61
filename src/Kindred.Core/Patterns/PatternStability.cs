using Kindred.Core.Conditions;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>
/// Share of account bootstraps in whose top 20 a pattern is (Jaccard ≥ 0.8, same direction). Each resample ranks the patterns and every candidate the sweeps kept;
/// weights are kept as bit planes, so a weighted count is a few counts of common bits.
/// </summary>
internal static class PatternStability
{
    private const int TopOfResample = 20;
    private const int MostPooled = 400;

    public static double[] Of(IReadOnlyList<(ulong[] Rows, bool IsHigher)> patterns, List<(Conjunction Conditions, ulong[] Rows)> pool, ulong[] labels, Clusters clusters, ProofOptions options)
    {
        var covers = patterns.Select(pattern => pattern.Rows).Concat(pool.Take(MostPooled).Select(entry => entry.Rows)).ToArray();
        var positives = covers.Select(cover => { var both = new ulong[cover.Length]; RowBits.Intersect(cover, labels, both); return both; }).ToArray();
        var family = Families(covers);
        var random = new SeededRandom(options.Seed, 4);
        var resamples = Enumerable.Range(0, options.Bootstraps).Select(_ => Draw(clusters.Count, random)).ToArray();
        var inTop = new bool[options.Bootstraps][];
        Parallel.For(0, resamples.Length, b => inTop[b] = InTop(patterns, covers, positives, family, Weights(clusters, resamples[b], labels.Length), labels));
        return [.. patterns.Select((_, p) => (double)inTop.Count(held => held[p]) / options.Bootstraps)];
    }

    /// <summary>Which patterns are in the top of one resample.</summary>
    private static bool[] InTop(IReadOnlyList<(ulong[] Rows, bool IsHigher)> patterns, ulong[][] covers, ulong[][] positives, int[] family, ulong[][] planes, ulong[] labels)
    {
        int rows = planes.Select((plane, k) => RowBits.Count(plane) << k).Sum(), ones = Weighted(planes, labels);
        var totals = new Totals(Math.Max(1, rows), ones);
        var scores = new double[covers.Length];
        for (var c = 0; c < covers.Length; c++)
        {
            int n = Weighted(planes, covers[c]), tp = Weighted(planes, positives[c]);
            var chi = ChiSquaredQuality.Of(tp, n - tp, totals);
            scores[c] = (long)tp * totals.Rows >= (long)n * totals.Positives ? chi : -chi;
        }

        var held = new bool[patterns.Count];
        foreach (var isHigher in new[] { true, false })
        {
            // Near-duplicates share one place, as in the search.
            var places = new HashSet<int>();
            foreach (var c in Enumerable.Range(0, covers.Length).OrderByDescending(c => isHigher ? scores[c] : -scores[c]))
            {
                if (places.Count >= TopOfResample || (isHigher ? scores[c] : -scores[c]) <= 0)
                {
                    break;
                }

                places.Add(family[c]);
            }

            for (var p = 0; p < patterns.Count; p++)
            {
                held[p] |= patterns[p].IsHigher == isHigher && places.Contains(family[p]);
            }
        }

        return held;
    }

    /// <summary>How often each cluster is drawn; at most 255 times, which no resample ever reaches.</summary>
    private static byte[] Draw(int clusters, SeededRandom random)
    {
        var drawn = new byte[clusters];
        for (var i = 0; i < clusters; i++)
        {
            ref var times = ref drawn[random.Below(clusters)];
            times = (byte)Math.Min(byte.MaxValue, times + 1);
        }

        return drawn;
    }

    private static int[] Families(ulong[][] covers)
    {
        var leaders = new List<int>();
        var family = new int[covers.Length];
        for (var c = 0; c < covers.Length; c++)
        {
            var leader = leaders.FindIndex(other => RowBits.Jaccard(covers[other], covers[c]) >= CandidateSearch.NearDuplicate);
            if (leader < 0)
            {
                leader = leaders.Count;
                leaders.Add(c);
            }

            family[c] = leader;
        }

        return family;
    }

    /// <summary>Weights of a resample of whole clusters: plane k holds bit k of each row's weight.</summary>
    private static ulong[][] Weights(Clusters clusters, byte[] drawn, int words)
    {
        var planes = new List<ulong[]> { new ulong[words] };
        for (var cluster = 0; cluster < drawn.Length; cluster++)
        {
            for (var k = 0; drawn[cluster] >> k != 0; k++)
            {
                if (k == planes.Count)
                {
                    planes.Add(new ulong[words]);
                }

                if ((drawn[cluster] >> k & 1) != 0)
                {
                    foreach (var row in clusters.RowsOf(cluster))
                    {
                        RowBits.Set(planes[k], row);
                    }
                }
            }
        }

        return [.. planes];
    }

    private static int Weighted(ulong[][] planes, ulong[] rows)
    {
        var sum = 0;
        for (var k = 0; k < planes.Length; k++)
        {
            sum += RowBits.CountOfBoth(planes[k], rows) << k;
        }

        return sum;
    }
}
