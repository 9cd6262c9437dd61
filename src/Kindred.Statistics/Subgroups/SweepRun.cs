namespace Kindred.Statistics.Subgroups;

/// <summary>
/// A sweep over all conjunctions of one length, on every processor. Each worker takes triples of attributes in turn and tells its own visitor;
/// what the visitors hold together must not depend on who saw what, so that one thread and two give the same result.
/// </summary>
internal static class SweepRun
{
    /// <summary>Visits all conjunctions of exactly <paramref name="depth"/> selectors of different attributes.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <param name="depth">1 to 3.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="minimumRows">Covers with fewer are passed over.</param>
    /// <param name="block">What is added up.</param>
    /// <param name="visitor">Makes the visitor of a worker.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancel">Cancels between triples.</param>
    /// <returns>The visitors.</returns>
    public static TVisitor[] Run<TBlock, TVisitor>(
        IReadOnlyList<SweepAttribute> attributes, int depth, int rows, int minimumRows, TBlock block, Func<TVisitor> visitor, IProgress<double>? progress = null, CancellationToken cancel = default)
        where TBlock : struct, ISweepBlock
        where TVisitor : class, ICoverVisitor
    {
        var triples = Triples(attributes, depth, rows);
        var workers = Math.Max(1, Math.Min(Environment.ProcessorCount, triples.Length));
        var visitors = new TVisitor[workers];
        var taken = -1;
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, worker =>
        {
            visitors[worker] = visitor();
            var sweep = new CoverSweep<TBlock, TVisitor>(rows, minimumRows, block, visitors[worker]);
            for (var next = Interlocked.Increment(ref taken); next < triples.Length; next = Interlocked.Increment(ref taken))
            {
                cancel.ThrowIfCancellationRequested();
                var (first, second, third) = triples[next];
                sweep.Run(first, second, third);
                progress?.Report((next + 1.0) / triples.Length);
            }
        });
        return visitors;
    }

    /// <summary>Triples of attributes, the costliest first so that no worker is left with a long one at the end. Shorter conjunctions are triples with the attribute that says nothing.</summary>
    private static (SweepAttribute First, SweepAttribute Second, SweepAttribute Third)[] Triples(IReadOnlyList<SweepAttribute> attributes, int depth, int rows)
    {
        var everything = SweepAttribute.Everything(rows);
        var triples = new List<(SweepAttribute, SweepAttribute, SweepAttribute)>();
        for (var a = 0; a < attributes.Count; a++)
        {
            if (depth == 1)
            {
                triples.Add((everything, everything, attributes[a]));
            }

            for (var b = a + 1; b < attributes.Count && depth > 1; b++)
            {
                if (depth == 2)
                {
                    triples.Add((everything, attributes[a], attributes[b]));
                }

                for (var c = b + 1; c < attributes.Count && depth == 3; c++)
                {
                    triples.Add((attributes[a], attributes[b], attributes[c]));
                }
            }
        }

        return [.. triples.OrderByDescending(triple => SweepOrder.Cheapest(triple.Item1, triple.Item2, triple.Item3).Cost)];
    }
}
