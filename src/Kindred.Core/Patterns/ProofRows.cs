using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>The rows of a proof: outcome, accounts, dates, and counts over any set of them.</summary>
internal sealed class ProofRows
{
    public ProofRows(ProofRequest request, int minimumRows)
    {
        Request = request;
        MinimumRows = minimumRows;
        var rows = request.Table.RowCount;
        Labels = new ulong[RowBits.WordsFor(rows)];
        for (var row = 0; row < rows; row++)
        {
            if (request.Positive[row] == 1)
            {
                RowBits.Set(Labels, row);
            }
        }

        Totals = new Totals(rows, RowBits.Count(Labels));
        (Clusters, Copies) = CopiedRows.Join(request.Table, request.Positive, request.Accounts);
    }

    public ProofRequest Request { get; }

    /// <summary>Rows a pattern must cover.</summary>
    public int MinimumRows { get; }

    /// <summary>Bit per row: 1 positive.</summary>
    public ulong[] Labels { get; }

    public Totals Totals { get; }

    /// <summary>Accounts, copies of a row joined to it.</summary>
    public Clusters Clusters { get; }

    /// <summary>Rows that are exact copies of an earlier one.</summary>
    public int Copies { get; }

    /// <summary>Rows for which something holds.</summary>
    public ulong[] Where(Func<int, bool> holds)
    {
        var rows = new ulong[Labels.Length];
        for (var row = 0; row < Totals.Rows; row++)
        {
            if (holds(row))
            {
                RowBits.Set(rows, row);
            }
        }

        return rows;
    }

    /// <summary>Rows and positives of a set.</summary>
    public (int Rows, int Positives) Count(ulong[] rows) => (RowBits.Count(rows), RowBits.CountOfBoth(rows, Labels));

    /// <summary>Rows and positives in two sets at once.</summary>
    public (int Rows, int Positives) Count(ulong[] rows, ulong[] among)
    {
        var both = new ulong[rows.Length];
        RowBits.Intersect(rows, among, both);
        return Count(both);
    }

    /// <summary>Rate with its interval.</summary>
    public Rate RateOf(ulong[] rows) => ClusteredRate.Of(rows, Labels, Clusters);

    /// <summary>Pearson's χ² of a set against the rest.</summary>
    public double ChiSquared(ulong[] rows)
    {
        var (n, tp) = Count(rows);
        return ChiSquaredQuality.Of(tp, n - tp, Totals);
    }
}
