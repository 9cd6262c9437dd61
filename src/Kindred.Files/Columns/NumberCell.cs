using System.Runtime.CompilerServices;
using System.Globalization;

namespace Kindred.Files.Columns;

/// <summary>Reads a number the way people write it: signs, parentheses, thousands, currency, percent, 억/만/백만원, k/M/B.</summary>
internal static class NumberCell
{
    private static readonly double[] Powers = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads a trimmed cell.</summary>
    /// <param name="cell">UTF-8.</param>
    /// <param name="style">Which of point and comma begins the fraction.</param>
    /// <param name="power">Power of ten the header's unit adds.</param>
    /// <param name="reading">The number and its marks.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryRead(ReadOnlySpan<byte> cell, DecimalStyle style, int power, out NumberReading reading)
    {
        reading = default;
        var i = 0;
        var negative = false;
        if (cell.Length > 0 && cell[0] is (byte)'-' or (byte)'+')
        {
            negative = cell[0] == '-';
            i = 1;
        }

        // The plain form first: digits, perhaps a point and more digits.
        var first = i;
        ulong mantissa = 0;
        while (i < cell.Length && (uint)(cell[i] - '0') <= 9)
        {
            mantissa = (mantissa * 10) + (uint)(cell[i] - '0');
            i++;
        }

        var whole = i - first;
        var decimals = 0;
        if (whole > 0 && i < cell.Length && cell[i] == '.' && style != DecimalStyle.Comma)
        {
            reading.HasSeparator = true;
            i++;
            while (i < cell.Length && (uint)(cell[i] - '0') <= 9)
            {
                mantissa = (mantissa * 10) + (uint)(cell[i] - '0');
                decimals++;
                i++;
            }
        }

        if (i == cell.Length && whole > 0 && whole + decimals <= 18)
        {
            reading.HasLeadingZero = whole > 1 && cell[first] == '0';
            reading.IsLong = whole > 15 || (cell[0] == '+' && whole >= 8 && decimals == 0);
            reading.IsWhole = decimals == 0;
            reading.Value = Scaled(mantissa, power - decimals, negative);
            return true;
        }

        reading = default;
        return cell.Length is > 0 and <= 48 && NumberWords.MayBegin(cell) && new Reader(cell, style).Read(power, ref reading);
    }

    private static double Scaled(ulong mantissa, int power, bool negative)
    {
        double value;
        if (mantissa <= 1UL << 53 && power is >= -22 and <= 22)
        {
            value = power >= 0 ? mantissa * Powers[power] : mantissa / Powers[-power];
        }
        else
        {
            value = double.Parse(mantissa.ToString(CultureInfo.InvariantCulture) + "E" + power.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        return negative ? -value : value;
    }

    private ref struct Reader(ReadOnlySpan<byte> cell, DecimalStyle style)
    {
        private ReadOnlySpan<byte> _rest = cell;

        internal bool Read(int power, ref NumberReading reading)
        {
            var negative = false;
            var parenthesis = Eat("("u8);
            if (parenthesis)
            {
                negative = true;
                Blanks();
            }

            // Sign and currency in either order.
            for (var round = 0; round < 2; round++)
            {
                if (Eat("-"u8) || Eat("−"u8) || Eat("△"u8) || Eat("▲"u8))
                {
                    negative = true;
                }
                else if (round == 0 && Eat("+"u8))
                {
                }

                Blanks();
                if (reading.Currency == 0)
                {
                    EatCurrency(ref reading);
                    Blanks();
                }
            }

            if (!Amount(ref reading, out var mantissa, out var exponent))
            {
                return false;
            }

            Blanks();
            EatCurrency(ref reading);
            Blanks();
            var unitPower = 0;
            var total = 0.0;
            var compound = false;
            var before = int.MaxValue;
            while (EatUnit(ref reading, out var step))
            {
                if (step >= before)
                {
                    return false;
                }

                Blanks();
                if (NumberWords.IsKoreanMoney(reading.Unit - 1) && !_rest.IsEmpty && (uint)(_rest[0] - '0') <= 9)
                {
                    // 1억 2,000만: parts in falling order.
                    total += Scaled(mantissa, exponent + step, false);
                    compound = true;
                    before = step;
                    NumberReading part = default;
                    if (!Amount(ref part, out mantissa, out exponent))
                    {
                        return false;
                    }

                    Blanks();
                    unitPower = 0;
                    if (Scaled(mantissa, exponent, false) >= Scaled(1, before, false))
                    {
                        return false;
                    }

                    continue;
                }

                unitPower = step;
                break;
            }

            Blanks();
            EatCurrency(ref reading);
            Blanks();
            if (parenthesis && !Eat(")"u8))
            {
                return false;
            }

            if (!parenthesis && Eat("-"u8) && !negative)
            {
                negative = true;
            }

            if (!_rest.IsEmpty)
            {
                return false;
            }

            // A unit in the cell says more than the unit of the header.
            var own = compound || (reading.Unit > 0 && NumberWords.Units[reading.Unit - 1].Power > 0);
            var shift = exponent + unitPower + (own ? 0 : power);
            reading.Value = compound ? (negative ? -1 : 1) * (total + Scaled(mantissa, exponent + unitPower, false)) : Scaled(mantissa, shift, negative);
            reading.IsWhole = exponent >= 0;
            return !double.IsInfinity(reading.Value);
        }

        /// <summary>Digits with thousands in groups of three and at most one fraction.</summary>
        private bool Amount(ref NumberReading reading, out ulong mantissa, out int exponent)
        {
            var fraction = style == DecimalStyle.Comma ? (byte)',' : (byte)'.';
            var group = style == DecimalStyle.Comma ? (byte)'.' : (byte)',';
            mantissa = 0;
            exponent = 0;
            int digits = 0, inGroup = 0, groups = 0;
            byte separator = 0;
            var zero = !_rest.IsEmpty && _rest[0] == '0';
            while (!_rest.IsEmpty)
            {
                var b = _rest[0];
                if ((uint)(b - '0') <= 9)
                {
                    if (++digits > 18)
                    {
                        return false;
                    }

                    mantissa = (mantissa * 10) + (uint)(b - '0');
                    inGroup++;
                    _rest = _rest[1..];
                    continue;
                }

                var width = b == group || b == '\'' || b == ' ' ? 1 : _rest.StartsWith("\u00A0"u8) ? 2 : _rest.StartsWith("\u202F"u8) ? 3 : 0;
                if (width == 0 || _rest.Length < width + 3 || !IsDigit(_rest[width]) || !IsDigit(_rest[width + 1]) || !IsDigit(_rest[width + 2]) || (_rest.Length > width + 3 && IsDigit(_rest[width + 3])))
                {
                    break;
                }

                var kind = b >= 0x80 ? (byte)' ' : b;
                if ((groups == 0 && (inGroup is 0 or > 3 || zero)) || (groups > 0 && (inGroup != 3 || kind != separator)))
                {
                    return false;
                }

                reading.HasSeparator |= b == group;
                separator = kind;
                groups++;
                inGroup = 0;
                _rest = _rest[width..];
            }

            var whole = digits;
            if (!_rest.IsEmpty && _rest[0] == fraction)
            {
                reading.HasSeparator = true;
                _rest = _rest[1..];
                while (!_rest.IsEmpty && IsDigit(_rest[0]))
                {
                    if (++digits > 18)
                    {
                        // More digits than a double holds: the rest changes nothing.
                        _rest = _rest[1..];
                        digits = 19;
                        continue;
                    }

                    mantissa = (mantissa * 10) + (uint)(_rest[0] - '0');
                    exponent--;
                    _rest = _rest[1..];
                }
            }

            if (digits == 0)
            {
                return false;
            }

            reading.HasLeadingZero = zero && whole > 1;
            reading.IsLong = whole > 15;
            return Exponent(ref exponent);
        }

        private bool Exponent(ref int exponent)
        {
            if (_rest.Length < 2 || (_rest[0] | 0x20) != 'e')
            {
                return true;
            }

            var at = 1;
            var sign = 1;
            if (_rest[at] is (byte)'+' or (byte)'-')
            {
                sign = _rest[at] == '-' ? -1 : 1;
                at++;
            }

            var value = 0;
            var from = at;
            while (at < _rest.Length && IsDigit(_rest[at]) && at - from < 3)
            {
                value = (value * 10) + _rest[at++] - '0';
            }

            if (at == from)
            {
                return true;
            }

            exponent += sign * value;
            _rest = _rest[at..];
            return true;
        }

        private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

        private void Blanks() => _rest = Reading.CellText.Trim(_rest);

        private bool Eat(ReadOnlySpan<byte> text)
        {
            if (!_rest.StartsWith(text))
            {
                return false;
            }

            _rest = _rest[text.Length..];
            return true;
        }

        private void EatCurrency(ref NumberReading reading)
        {
            if (_rest.IsEmpty || IsDigit(_rest[0]))
            {
                return;
            }

            foreach (var index in NumberWords.SignsFrom(_rest[0]))
            {
                var (sign, currency) = NumberWords.Signs[index];
                if (_rest.StartsWith(sign))
                {
                    if (reading.Currency == 0 || reading.Currency == currency)
                    {
                        reading.Currency = currency;
                        _rest = _rest[sign.Length..];
                    }

                    return;
                }
            }
        }

        private bool EatUnit(ref NumberReading reading, out int power)
        {
            power = 0;
            if (_rest.IsEmpty || IsDigit(_rest[0]))
            {
                return false;
            }

            var units = NumberWords.Units;
            foreach (var i in NumberWords.UnitsFrom(_rest[0]))
            {
                if (_rest.StartsWith(units[i].Bytes))
                {
                    reading.Unit = (byte)(i + 1);
                    power = units[i].Power;
                    _rest = _rest[units[i].Bytes.Length..];
                    return true;
                }
            }

            return false;
        }
    }
}
