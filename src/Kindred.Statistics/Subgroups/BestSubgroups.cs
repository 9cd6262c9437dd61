namespace Kindred.Statistics.Subgroups;

/// <summary>The k best subgroups seen so far. Order: quality, then fewer selectors, then more rows, then selector order.</summary>
internal sealed class BestSubgroups(int k)
{
    private readonly SortedSet<Subgroup> _best = new(Comparer<Subgroup>.Create(Compare));

    /// <summary>A subgroup with less than this quality cannot enter; negative infinity until k are held.</summary>
    public double Threshold { get; private set; } = double.NegativeInfinity;

    public void Offer(ReadOnlySpan<int> selectors, int positives, int negatives, double quality)
    {
        if (quality < Threshold || double.IsNaN(quality) || double.IsNegativeInfinity(quality))
        {
            return;
        }

        _best.Add(new Subgroup(selectors.ToArray(), positives, negatives, quality));
        if (_best.Count > k)
        {
            _best.Remove(_best.Max!);
        }

        if (_best.Count == k)
        {
            Threshold = _best.Max!.Quality;
        }
    }

    /// <summary>Takes what another holds.</summary>
    public void Take(BestSubgroups other)
    {
        foreach (var subgroup in other._best)
        {
            Offer(subgroup.Selectors, subgroup.Positives, subgroup.Negatives, subgroup.Quality);
        }
    }

    public IReadOnlyList<Subgroup> Ranked() => [.. _best];

    private static int Compare(Subgroup? x, Subgroup? y)
    {
        var order = y!.Quality.CompareTo(x!.Quality);
        if (order != 0)
        {
            return order;
        }

        order = x.Selectors.Length.CompareTo(y.Selectors.Length);
        if (order != 0)
        {
            return order;
        }

        order = y.Rows.CompareTo(x.Rows);
        return order != 0 ? order : x.Selectors.AsSpan().SequenceCompareTo(y.Selectors);
    }
}
