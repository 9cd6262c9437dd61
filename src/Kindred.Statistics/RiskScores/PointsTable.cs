namespace Kindred.Statistics.RiskScores;

/// <summary>What each one-byte code stands for: points, or a set of up to eight bits. Immutable.</summary>
public sealed class PointsTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="values">Entry c for code c; 1–256 entries.</param>
    /// <exception cref="ArgumentException">No entry, or more than 256.</exception>
    public PointsTable(ReadOnlySpan<byte> values)
    {
        if (values.Length is 0 or > 256)
        {
            throw new ArgumentException($"A table has 1–256 entries, not {values.Length}.", nameof(values));
        }

        Count = values.Length;
        Bytes = new byte[256];
        values.CopyTo(Bytes);
    }

    /// <summary>Entries given.</summary>
    public int Count { get; }

    /// <summary>The entry of a code.</summary>
    public byte this[byte code] => Bytes[code];

    internal byte[] Bytes { get; }
}
