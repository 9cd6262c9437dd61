using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Statistics.Tests;

/// <summary>A random small table and the plainest way to count in it.</summary>
internal sealed class SmallData
{
    public required byte[] Positive { get; init; }

    public required byte[][] Cells { get; init; }

    /// <summary>Attribute and cells of each selector.</summary>
    public required (int Attribute, int[] Cells)[] Selectors { get; init; }

    public int Rows => Positive.Length;

    public Totals Totals => new(Rows, Positive.Sum(value => value));

    public ulong[] Labels
    {
        get
        {
            var labels = new ulong[RowBits.WordsFor(Rows)];
            for (var row = 0; row < Rows; row++)
            {
                if (Positive[row] == 1)
                {
                    RowBits.Set(labels, row);
                }
            }

            return labels;
        }
    }

    /// <summary>Plain selectors: one cell each. With <paramref name="unions"/> also unions of neighbouring cells.</summary>
    public static SmallData Make(int seed, bool unions = false, int mostRows = 200)
    {
        var random = new SeededRandom(seed, 77);
        var rows = 30 + random.Below(mostRows - 30);
        var attributes = 2 + random.Below(4);
        var sizes = Enumerable.Range(0, attributes).Select(_ => 2 + random.Below(4)).ToArray();
        var cells = sizes.Select(size => Enumerable.Range(0, rows).Select(_ => (byte)random.Below(size + 1)).ToArray()).ToArray();
        var positive = Enumerable.Range(0, rows).Select(row => (byte)(random.NextUnit() < (cells[0][row] == 1 ? 0.6 : 0.25) ? 1 : 0)).ToArray();
        positive[0] = 1;
        positive[1] = 0;
        var selectors = new List<(int, int[])>();
        for (var attribute = 0; attribute < attributes; attribute++)
        {
            for (var low = 1; low <= sizes[attribute]; low++)
            {
                for (var high = low; high <= (unions ? sizes[attribute] : low); high++)
                {
                    selectors.Add((attribute, [.. Enumerable.Range(low, high - low + 1)]));
                }
            }
        }

        return new SmallData { Positive = positive, Cells = cells, Selectors = [.. selectors] };
    }

    public bool Covers(int selector, int row) => Selectors[selector].Cells.Contains(Cells[Selectors[selector].Attribute][row]);

    public SelectorBits Bits()
    {
        var bits = new SelectorBits(Labels, Rows);
        foreach (var (index, (attribute, _)) in Selectors.Index())
        {
            var rows = new ulong[RowBits.WordsFor(Rows)];
            for (var row = 0; row < Rows; row++)
            {
                if (Covers(index, row))
                {
                    RowBits.Set(rows, row);
                }
            }

            bits.Add(attribute, rows);
        }

        return bits;
    }

    public SweepAttribute[] Attributes() =>
        [.. Cells.Select((cells, attribute) => SweepAttribute.Of(cells, cells.Max(), [.. Selectors.Index().Where(entry => entry.Item.Attribute == attribute).Select(entry => (entry.Index, entry.Item.Cells))]))];

    public IEnumerable<int[]> Conjunctions(int depth)
    {
        IEnumerable<int[]> Grow(int[] prefix)
        {
            for (var s = prefix.Length == 0 ? 0 : prefix[^1] + 1; s < Selectors.Length; s++)
            {
                if (prefix.Any(member => Selectors[member].Attribute == Selectors[s].Attribute))
                {
                    continue;
                }

                int[] longer = [.. prefix, s];
                yield return longer;
                if (longer.Length < depth)
                {
                    foreach (var deeper in Grow(longer))
                    {
                        yield return deeper;
                    }
                }
            }
        }

        return Grow([]);
    }

    public (int Tp, int Fp) Count(int[] selectors, byte[]? positive = null)
    {
        int tp = 0, fp = 0;
        for (var row = 0; row < Rows; row++)
        {
            if (selectors.All(selector => Covers(selector, row)))
            {
                if ((positive ?? Positive)[row] == 1)
                {
                    tp++;
                }
                else
                {
                    fp++;
                }
            }
        }

        return (tp, fp);
    }
}
