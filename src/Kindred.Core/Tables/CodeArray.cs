namespace Kindred.Core.Tables;

/// <summary>Small whole numbers ≥ 0 at the narrowest of three widths (1, 2, 4 bytes): one million rows of a column with 200 words take 1 MB.</summary>
public sealed class CodeArray
{
    private readonly byte[]? _bytes;
    private readonly ushort[]? _shorts;
    private readonly int[]? _ints;

    private CodeArray(byte[]? bytes, ushort[]? shorts, int[]? ints, int length)
    {
        _bytes = bytes;
        _shorts = shorts;
        _ints = ints;
        Length = length;
    }

    /// <summary>Rows.</summary>
    public int Length { get; }

    /// <summary>Bytes per row: 1, 2 or 4.</summary>
    public int Width => _bytes is not null ? 1 : _shorts is not null ? 2 : 4;

    /// <summary>The code of a row.</summary>
    public int this[int row] => _bytes is not null ? _bytes[row] : _shorts is not null ? _shorts[row] : _ints![row];

    /// <summary>The codes when one byte wide, else empty.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _bytes is null ? 0 : Length);

    /// <summary>The codes when two bytes wide, else empty.</summary>
    public ReadOnlySpan<ushort> Shorts => _shorts.AsSpan(0, _shorts is null ? 0 : Length);

    /// <summary>The codes when four bytes wide, else empty.</summary>
    public ReadOnlySpan<int> Ints => _ints.AsSpan(0, _ints is null ? 0 : Length);

    /// <summary>Takes one-byte codes without copying; rows beyond <paramref name="length"/> are ignored.</summary>
    public static CodeArray Of(byte[] codes, int length) => new(codes, null, null, Checked(codes.Length, length));

    /// <summary>Takes two-byte codes without copying.</summary>
    public static CodeArray Of(ushort[] codes, int length) => new(null, codes, null, Checked(codes.Length, length));

    /// <summary>Takes four-byte codes without copying.</summary>
    public static CodeArray Of(int[] codes, int length) => new(null, null, codes, Checked(codes.Length, length));

    /// <summary>Copies codes at the narrowest width that holds codes below <paramref name="count"/>.</summary>
    public static CodeArray From(ReadOnlySpan<int> codes, int count)
    {
        if (count <= 256)
        {
            var narrow = new byte[codes.Length];
            for (var i = 0; i < codes.Length; i++)
            {
                narrow[i] = checked((byte)codes[i]);
            }

            return Of(narrow, narrow.Length);
        }

        if (count <= 65536)
        {
            var narrow = new ushort[codes.Length];
            for (var i = 0; i < codes.Length; i++)
            {
                narrow[i] = checked((ushort)codes[i]);
            }

            return Of(narrow, narrow.Length);
        }

        return Of(codes.ToArray(), codes.Length);
    }

    private static int Checked(int capacity, int length) =>
        length >= 0 && length <= capacity ? length : throw new ArgumentOutOfRangeException(nameof(length));
}
