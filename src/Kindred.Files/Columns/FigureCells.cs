using System.Runtime.CompilerServices;

namespace Kindred.Files.Columns;

/// <summary>The cells of a column of plain numbers (-123.45), read as they come. Whatever is written otherwise is kept aside as it stood.</summary>
internal sealed class FigureCells(int expectedRows)
{
    /// <summary>More cells aside than this: the column is not what it seemed and is read again cell by cell.</summary>
    internal const int MostAside = 100_000;

    private static readonly double[] Fractions = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    private double[] _values = new double[expectedRows];

    internal NumberTally Tally { get; } = new();

    internal List<(int Row, byte[] Cell)> Aside { get; } = [];

    internal int Rows { get; private set; }

    internal long Empty { get; private set; }

    internal double[] Values => _values.Length == Rows ? _values : _values[..Rows];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ref readonly byte start, int length)
    {
        if (Rows == _values.Length)
        {
            Array.Resize(ref _values, Math.Max(1024, Rows * 2));
        }

        if (!TryPlain(in start, length, out _values[Rows], out var decimals, out var whole))
        {
            _values[Rows] = double.NaN;
            if (length == 0)
            {
                Empty++;
            }
            else if (Aside.Count <= MostAside)
            {
                Aside.Add((Rows, System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(in start, length).ToArray()));
            }
        }
        else
        {
            Tally.CountPlain(whole, decimals, start == '0' || (start == '-' && Unsafe.Add(ref Unsafe.AsRef(in start), 1) == '0'));
        }

        Rows++;
    }

    /// <summary>Digits with at most one point, fifteen of them at most, so that the value is exact to the last bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryPlain(ref readonly byte start, int length, out double value, out int decimals, out int whole)
    {
        value = double.NaN;
        decimals = -1;
        whole = 0;
        if (length is 0 or > 17)
        {
            return false;
        }

        ref var at = ref Unsafe.AsRef(in start);
        var negative = at == '-';
        var i = negative ? 1 : 0;
        ulong mantissa = 0;
        var digits = 0;
        for (; i < length; i++)
        {
            var digit = (uint)(Unsafe.Add(ref at, i) - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                digits++;
            }
            else if (digit == unchecked((uint)('.' - '0')) && decimals < 0 && digits > 0)
            {
                whole = digits;
                decimals = 0;
            }
            else
            {
                return false;
            }
        }

        if (digits is 0 or > 15)
        {
            return false;
        }

        if (decimals < 0)
        {
            whole = digits;
            value = mantissa;
        }
        else
        {
            decimals = digits - whole;
            if (decimals == 0)
            {
                return false;
            }

            value = mantissa / Fractions[decimals];
        }

        value = negative ? -value : value;
        return true;
    }
}
