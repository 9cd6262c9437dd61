namespace Kindred.Statistics.Subgroups;

/// <summary>
/// Selectors (one-condition subgroups) as sets of rows, the positives split from the negatives: the bounds of a search need the positives alone,
/// and with a base rate of 8 % they are 8 % of the bits.
/// </summary>
public sealed class SelectorBits
{
    private readonly List<ulong[]> _positive = [];
    private readonly List<ulong[]> _negative = [];
    private readonly List<int> _attributes = [];
    private readonly List<(int Tp, int Fp)> _counts = [];
    private readonly ulong[] _labels;
    private readonly ulong[] _notLabels;
    private readonly int _positiveWords;
    private readonly int _negativeWords;

    /// <summary>Starts a set of selectors over rows with a two-class outcome.</summary>
    /// <param name="labels">Bit per row: 1 positive.</param>
    /// <param name="rows">Number of rows.</param>
    public SelectorBits(ulong[] labels, int rows)
    {
        ArgumentNullException.ThrowIfNull(labels);
        _labels = labels;
        _notLabels = new ulong[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            _notLabels[i] = ~labels[i];
        }

        if ((rows & 63) != 0)
        {
            _notLabels[^1] &= (1UL << (rows & 63)) - 1;
        }

        Totals = new Totals(rows, RowBits.Count(labels));
        _positiveWords = Math.Max(1, RowBits.WordsFor(Totals.Positives));
        _negativeWords = Math.Max(1, RowBits.WordsFor(Totals.Negatives));
    }

    /// <summary>Rows and positives.</summary>
    public Totals Totals { get; }

    /// <summary>Number of selectors.</summary>
    public int Count => _attributes.Count;

    /// <summary>Adds a selector; two selectors of one attribute never stand in one description.</summary>
    /// <param name="attribute">Its attribute, non-decreasing from call to call.</param>
    /// <param name="rows">Bit per row; not kept.</param>
    /// <param name="minimumRows">A selector with fewer rows is left out.</param>
    /// <returns>Whether it was added.</returns>
    public bool Add(int attribute, ReadOnlySpan<ulong> rows, int minimumRows = 0)
    {
        if (RowBits.Count(rows) < minimumRows)
        {
            return false;
        }

        var positive = new ulong[_positiveWords];
        var negative = new ulong[_negativeWords];
        RowBits.Compress(rows, _labels, positive);
        RowBits.Compress(rows, _notLabels, negative);
        _positive.Add(positive);
        _negative.Add(negative);
        _attributes.Add(attribute);
        _counts.Add((RowBits.Count(positive), RowBits.Count(negative)));
        return true;
    }

    internal ulong[] Positive(int selector) => _positive[selector];

    internal ulong[] Negative(int selector) => _negative[selector];

    internal int Attribute(int selector) => _attributes[selector];

    internal (int Tp, int Fp) Counts(int selector) => _counts[selector];
}
