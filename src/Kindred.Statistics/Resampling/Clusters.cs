using System.Buffers;
using System.Runtime.InteropServices;

namespace Kindred.Statistics.Resampling;

/// <summary>Rows that belong together (the rows of one account): they are permuted, drawn and split as wholes.</summary>
public sealed class Clusters
{
    private readonly int[] _rows;
    private readonly int[] _starts;
    private readonly Lazy<int[][]> _bySize;

    private Clusters(int[] of, int count)
    {
        Of = of;
        _rows = new int[of.Length];
        _starts = new int[count + 1];
        foreach (var cluster in of)
        {
            _starts[cluster + 1]++;
        }

        for (var cluster = 0; cluster < count; cluster++)
        {
            _starts[cluster + 1] += _starts[cluster];
        }

        var next = _starts[..count];
        for (var row = 0; row < of.Length; row++)
        {
            _rows[next[of[row]]++] = row;
        }

        _bySize = new(() => [.. Enumerable.Range(0, count).GroupBy(cluster => RowsOf(cluster).Length).OrderBy(group => group.Key).Select(group => group.ToArray())]);
    }

    /// <summary>Per row its cluster.</summary>
    public int[] Of { get; }

    /// <summary>Number of clusters.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Whether every cluster is a single row.</summary>
    public bool AreSingle => Count == Of.Length;

    /// <summary>Rows of a cluster, ascending.</summary>
    public ReadOnlySpan<int> RowsOf(int cluster) => _rows.AsSpan(_starts[cluster], _starts[cluster + 1] - _starts[cluster]);

    /// <summary>Groups rows by any key; clusters are numbered by their first row.</summary>
    public static Clusters From(ReadOnlySpan<int> keys)
    {
        var index = new Dictionary<int, int>(keys.Length);
        var of = new int[keys.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            ref var cluster = ref CollectionsMarshal.GetValueRefOrAddDefault(index, keys[row], out var isKnown);
            if (!isKnown)
            {
                cluster = index.Count - 1;
            }

            of[row] = cluster;
        }

        return new Clusters(of, index.Count);
    }

    /// <summary>Every row by itself.</summary>
    public static Clusters Single(int rows) => From([.. Enumerable.Range(0, rows)]);

    /// <summary>
    /// Fold 0 … <paramref name="folds"/> − 1 of each row. Whole clusters are dealt out in random order, those alike in positives and size one after another,
    /// so that the folds are balanced in both.
    /// </summary>
    public byte[] Folds(ReadOnlySpan<byte> positive, int folds, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var order = Enumerable.Range(0, Count).ToArray();
        random.Shuffle(order.AsSpan());
        var positives = new int[Count];
        for (var row = 0; row < Of.Length; row++)
        {
            positives[Of[row]] += positive[row];
        }

        var dealt = order.OrderByDescending(cluster => positives[cluster]).ThenByDescending(cluster => RowsOf(cluster).Length).ToArray();
        var foldOf = new byte[Of.Length];
        for (var i = 0; i < dealt.Length; i++)
        {
            foreach (var row in RowsOf(dealt[i]))
            {
                foldOf[row] = (byte)(i % folds);
            }
        }

        return foldOf;
    }

    /// <summary>
    /// Permutes outcomes by whole clusters: outcome vectors are exchanged among clusters of the same number of rows, then shuffled inside.
    /// Permuting single rows would call 28–89 % false patterns proven where clusters share an outcome.
    /// </summary>
    public void Permute(ReadOnlySpan<byte> positive, Span<byte> into, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (AreSingle)
        {
            positive.CopyTo(into);
            random.Shuffle(into);
            return;
        }

        foreach (var group in _bySize.Value)
        {
            // Large arrays that live for one permutation would each cost a full collection.
            var rented = ArrayPool<int>.Shared.Rent(group.Length);
            var givers = rented.AsSpan(0, group.Length);
            group.CopyTo(givers);
            random.Shuffle(givers);
            for (var i = 0; i < group.Length; i++)
            {
                var taker = RowsOf(group[i]);
                var giver = RowsOf(givers[i]);
                for (var j = 0; j < taker.Length; j++)
                {
                    into[taker[j]] = positive[giver[j]];
                }

                for (var j = taker.Length - 1; j > 0; j--)
                {
                    var k = random.Below(j + 1);
                    (into[taker[j]], into[taker[k]]) = (into[taker[k]], into[taker[j]]);
                }
            }

            ArrayPool<int>.Shared.Return(rented);
        }
    }
}
