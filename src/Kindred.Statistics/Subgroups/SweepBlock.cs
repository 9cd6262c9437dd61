using System.Runtime.Intrinsics;

namespace Kindred.Statistics.Subgroups;

/// <summary>What a sweep adds up per cell: some 512-bit vectors with an associative addition. How many depends on the rows that were added up.</summary>
internal interface ISweepBlock
{
    /// <summary>Vectors that hold the sum over so many rows (at least one); never fewer for more rows.</summary>
    int Vectors(int rows);

    /// <summary>Writes the sum over some rows to a block of <c>Vectors(rows.Length)</c> vectors, whatever they held.</summary>
    void AddRows(ref Vector512<ulong> sum, ReadOnlySpan<int> rows);

    /// <summary>sum = left + right, of so many rows each (at least one); <paramref name="sum"/> may be either of them if it has the vectors for both.</summary>
    void Add(ref Vector512<ulong> sum, ref Vector512<ulong> left, int leftRows, ref Vector512<ulong> right, int rightRows);
}

/// <summary>Receives every cover of a sweep, in no promised order; each worker of a sweep has its own.</summary>
internal interface ICoverVisitor
{
    /// <summary>A cover: its selectors (-1 for none), its rows and the block added up over them.</summary>
    void Visit(int first, int second, int third, int rows, ref Vector512<ulong> block);
}
