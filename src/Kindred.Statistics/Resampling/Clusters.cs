namespace Kindred.Statistics.Resampling;

/// <summary>Rows that belong together (the rows of one account): they are permuted, drawn and split as wholes.</summary>
public sealed class Clusters
{
    private readonly int[][] _rows;
    private int[][]? _bySize;

    private Clusters(int[][] rows, int[] of)
    {
        _rows = rows;
        Of = of;
    }

    /// <summary>Per row its cluster.</summary>
    public int[] Of { get; }

    /// <summary>Number of clusters.</summary>
    public int Count => _rows.Length;

    /// <summary>Whether every cluster is a single row.</summary>
    public bool AreSingle => _rows.Length == Of.Length;

    /// <summary>Rows of a cluster, ascending.</summary>
    public ReadOnlySpan<int> RowsOf(int cluster) => _rows[cluster];

    /// <summary>Groups rows by any key; clusters are numbered by their first row.</summary>
    public static Clusters From(ReadOnlySpan<int> keys)
    {
        var index = new Dictionary<int, int>();
        var rows = new List<List<int>>();
        var of = new int[keys.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            if (!index.TryGetValue(keys[row], out var cluster))
            {
                cluster = rows.Count;
                index.Add(keys[row], cluster);
                rows.Add([]);
            }

            of[row] = cluster;
            rows[cluster].Add(row);
        }

        return new Clusters([.. rows.Select(list => list.ToArray())], of);
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

        var dealt = order.OrderByDescending(cluster => positives[cluster]).ThenByDescending(cluster => _rows[cluster].Length).ToArray();
        var foldOf = new byte[Of.Length];
        for (var i = 0; i < dealt.Length; i++)
        {
            foreach (var row in _rows[dealt[i]])
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

        foreach (var group in BySize())
        {
            var givers = (int[])group.Clone();
            random.Shuffle(givers.AsSpan());
            for (var i = 0; i < group.Length; i++)
            {
                var taker = _rows[group[i]];
                var giver = _rows[givers[i]];
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
        }
    }

    private int[][] BySize() => _bySize ??= [.. Enumerable.Range(0, Count).GroupBy(cluster => _rows[cluster].Length).OrderBy(group => group.Key).Select(group => group.ToArray())];
}
