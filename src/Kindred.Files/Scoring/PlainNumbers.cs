using System.Runtime.CompilerServices;

namespace Kindred.Files.Scoring;

/// <summary>Reads numbers of the plain form -123.45, and says when a cell could be read otherwise by the ordinary way.</summary>
internal sealed class PlainNumbers
{
    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    private bool _sawOpen;
    private bool _sawPoint;

    /// <summary>False when every fraction could also be thousands (1.234): the file as a whole decides that.</summary>
    internal bool IsSettled => !_sawOpen || _sawPoint;

    /// <summary>Reads a cell; an empty one is NaN. False when it is not of the plain form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(ref readonly byte first, int length, out double value)
    {
        value = double.NaN;
        if (length == 0)
        {
            return true;
        }

        if (length > 17)
        {
            return false;
        }

        ref var at = ref Unsafe.AsRef(in first);
        var i = at == '-' ? 1 : 0;
        var from = i;
        ulong mantissa = 0;
        uint digit;
        while (i < length && (digit = (uint)(Unsafe.Add(ref at, i) - '0')) <= 9)
        {
            mantissa = (mantissa * 10) + digit;
            i++;
        }

        var whole = i - from;
        if (whole is 0 or > 15 || (whole > 1 && Unsafe.Add(ref at, from) == '0'))
        {
            return false;
        }

        var decimals = 0;
        if (i < length)
        {
            if (Unsafe.Add(ref at, i) != '.')
            {
                return false;
            }

            var point = ++i;
            while (i < length && (digit = (uint)(Unsafe.Add(ref at, i) - '0')) <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                i++;
            }

            decimals = i - point;
            if (i < length || decimals == 0 || whole + decimals > 15)
            {
                return false;
            }

            if (decimals == 3 && whole <= 3 && Unsafe.Add(ref at, from) != '0')
            {
                _sawOpen = true;
            }
            else
            {
                _sawPoint = true;
            }
        }

        var number = decimals == 0 ? mantissa : mantissa / Powers[decimals];
        value = from == 1 ? -number : number;
        return true;
    }
}
