using System.Runtime.CompilerServices;
namespace Kindred.Files.Columns;

/// <summary>Reads a date or time the way people and systems write it; which part is the day is left to the column.</summary>
internal static class DateCell
{
    private static readonly byte[][] Months =
        [.. "january february march april may june july august september october november december".Split(' ').Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>Reads a trimmed cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryRead(ReadOnlySpan<byte> cell, out DateReading reading)
    {
        reading = default;
        if (cell.Length is < 6 or > 48)
        {
            return false;
        }

        // The commonest form by far: yyyy-MM-dd.
        if (IsIso(cell) && Digits(cell, 0, 4, out var year) && Digits(cell, 5, 2, out var month) && Digits(cell, 8, 2, out var day))
        {
            reading.A = year;
            reading.B = month;
            reading.C = day;
            if (cell.Length == 10)
            {
                return true;
            }

            if (cell.Length == 19 && cell[10] is (byte)' ' or (byte)'T' && cell[13] == ':' && cell[16] == ':'
                && Digits(cell, 11, 2, out var hour) && Digits(cell, 14, 2, out var minute) && Digits(cell, 17, 2, out var second) && hour < 24 && minute < 60 && second < 60)
            {
                reading.HasTime = true;
                reading.Time = (((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond);
                return true;
            }

            reading = default;
        }

        var first = cell[0];
        if ((uint)(first - '0') > 9 && (uint)((first | 0x20) - 'a') > 25)
        {
            return false;
        }

        var reader = new Reader(cell);
        return reader.Date(ref reading) && reader.Time(ref reading);
    }

    /// <summary>True when the separators lie as in yyyy-MM-dd.</summary>
    internal static bool IsIso(ReadOnlySpan<byte> cell) => cell.Length >= 10 && cell[4] == '-' && cell[7] == '-';

    private static bool Digits(ReadOnlySpan<byte> cell, int from, int count, out int value)
    {
        value = 0;
        for (var i = from; i < from + count; i++)
        {
            var digit = (uint)(cell[i] - '0');
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + (int)digit;
        }

        return true;
    }

    private ref struct Reader(ReadOnlySpan<byte> cell)
    {
        private ReadOnlySpan<byte> _rest = cell;

        internal bool Date(ref DateReading reading)
        {
            if (Month(out var month))
            {
                // Nov 21, 2026
                EatAny(". -/");
                if (!Number(out var day, out var dayDigits) || dayDigits > 2)
                {
                    return false;
                }

                EatAny(", -/.");
                return Number(out var year, out var yearDigits) && Certain(ref reading, year, yearDigits, month, day);
            }

            if (!Number(out var a, out var aDigits))
            {
                return false;
            }

            if (aDigits == 8 && _rest.IsEmpty)
            {
                reading.Form = DateForm.Compact;
                (reading.A, reading.B, reading.C) = (a / 10000, a / 100 % 100, a % 100);
                return reading.A is >= 1900 and <= 2100;
            }

            if (aDigits is not (1 or 2 or 4))
            {
                return false;
            }

            if (Eat("년"u8))
            {
                return Korean(ref reading, a, aDigits);
            }

            if (_rest.IsEmpty)
            {
                return false;
            }

            var separator = _rest[0];
            if (aDigits <= 2)
            {
                // 21-Nov-2026, 21 November 2026
                var before = _rest;
                EatAny(" -/.");
                if (Month(out month))
                {
                    EatAny(",. -/");
                    return Number(out var year, out var yearDigits) && Certain(ref reading, year, yearDigits, month, a);
                }

                _rest = before;
            }

            if (separator is not ((byte)'-' or (byte)'/' or (byte)'.') || !Part(separator, out var b, out var bDigits) || bDigits > 2)
            {
                return false;
            }

            if (!Part(separator, out var c, out var cDigits))
            {
                // 2026-11
                reading.IsMonth = true;
                return separator != '.' && aDigits == 4 && bDigits == 2 && _rest.IsEmpty && b is >= 1 and <= 12 && Certain(ref reading, a, 4, b, 1);
            }

            if (separator == '.' && !_rest.IsEmpty && _rest[0] == '.')
            {
                _rest = _rest[1..];
            }

            if (aDigits == 4)
            {
                return cDigits <= 2 && Certain(ref reading, a, 4, b, c);
            }

            reading.Form = cDigits == 4 ? DateForm.LongYear : DateForm.ShortYear;
            (reading.A, reading.B, reading.C) = (a, b, c);
            return cDigits is 2 or 4;
        }

        /// <summary>Blank, T or comma, then a clock time with whatever belongs to it; nothing is fine too.</summary>
        internal bool Time(ref DateReading reading)
        {
            if (_rest.IsEmpty)
            {
                return true;
            }

            if (!Eat("T"u8) && !EatAny(", "))
            {
                return false;
            }

            var afternoon = Eat("오후"u8);
            var morning = !afternoon && Eat("오전"u8);
            EatAny(" ");
            if (!Number(out var hour, out var digits) || digits > 2 || !Eat(":"u8) || !Number(out var minute, out digits) || digits != 2)
            {
                return false;
            }

            var second = 0;
            var fraction = 0L;
            if (Eat(":"u8))
            {
                if (!Number(out second, out digits) || digits != 2)
                {
                    return false;
                }

                if ((Eat("."u8) || Eat(","u8)) && !Fraction(out fraction))
                {
                    return false;
                }
            }

            EatAny(" ");
            if (EatWord("p.m."u8) || EatWord("pm"u8))
            {
                afternoon = true;
            }
            else if (EatWord("a.m."u8) || EatWord("am"u8))
            {
                morning = true;
            }

            if ((morning || afternoon) && hour is < 1 or > 12)
            {
                return false;
            }

            hour = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
            EatAny(" ");
            reading.HasTime = true;
            reading.Time = (((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + fraction;
            return hour <= 23 && minute <= 59 && second <= 59 && Zone(ref reading) && _rest.IsEmpty;
        }

        private bool Zone(ref DateReading reading)
        {
            if (_rest.IsEmpty)
            {
                return true;
            }

            reading.HasZone = true;
            if (EatWord("z"u8) || EatWord("utc"u8) || EatWord("gmt"u8))
            {
                return true;
            }

            if (EatWord("kst"u8))
            {
                reading.OffsetMinutes = 540;
                return true;
            }

            var sign = Eat("+"u8) ? 1 : Eat("-"u8) ? -1 : 0;
            if (sign == 0 || !Number(out var hours, out var digits))
            {
                return false;
            }

            var minutes = 0;
            if (digits == 4)
            {
                (hours, minutes) = (hours / 100, hours % 100);
            }
            else if (digits > 2 || (Eat(":"u8) && (!Number(out minutes, out digits) || digits != 2)))
            {
                return false;
            }

            reading.OffsetMinutes = sign * ((hours * 60) + minutes);
            return hours <= 14 && minutes <= 59;
        }

        private bool Korean(ref DateReading reading, int year, int yearDigits)
        {
            EatAny(" ");
            if (!Number(out var month, out var digits) || digits > 2 || !Eat("월"u8))
            {
                return false;
            }

            EatAny(" ");
            if (_rest.IsEmpty)
            {
                reading.IsMonth = true;
                return Certain(ref reading, year, yearDigits, month, 1);
            }

            return Number(out var day, out digits) && digits <= 2 && Eat("일"u8) && Certain(ref reading, year, yearDigits, month, day);
        }

        private static bool Certain(ref DateReading reading, int year, int yearDigits, int month, int day)
        {
            reading.Form = DateForm.Certain;
            (reading.A, reading.B, reading.C) = (yearDigits == 2 ? DateReading.Century(year) : year, month, day);
            return yearDigits is 2 or 4;
        }

        private bool Part(byte separator, out int value, out int digits)
        {
            value = 0;
            digits = 0;
            if (_rest.IsEmpty || _rest[0] != separator)
            {
                return false;
            }

            _rest = _rest[1..];
            if (separator == '.')
            {
                EatAny(" ");
            }

            return Number(out value, out digits);
        }

        private bool Number(out int value, out int digits)
        {
            value = 0;
            digits = 0;
            while (digits < _rest.Length && digits < 9 && (uint)(_rest[digits] - '0') <= 9)
            {
                value = (value * 10) + _rest[digits++] - '0';
            }

            _rest = _rest[digits..];
            return digits is > 0 and < 9;
        }

        private bool Fraction(out long ticks)
        {
            ticks = 0;
            var digits = 0;
            var scale = TimeSpan.TicksPerSecond;
            while (digits < _rest.Length && (uint)(_rest[digits] - '0') <= 9)
            {
                scale /= 10;
                ticks += (_rest[digits++] - '0') * scale;
            }

            _rest = _rest[digits..];
            return digits > 0;
        }

        /// <summary>An English month by its full name or its first three letters ("Sept" too).</summary>
        private bool Month(out int month)
        {
            var letters = 0;
            while (letters < _rest.Length && (uint)((_rest[letters] | 0x20) - 'a') <= 25)
            {
                letters++;
            }

            for (month = 1; letters >= 3 && month <= 12; month++)
            {
                var name = Months[month - 1];
                if ((letters == 3 || letters == name.Length || (letters == 4 && month == 9)) && letters <= name.Length && EqualsFolded(_rest[..letters], name.AsSpan(0, letters)))
                {
                    _rest = _rest[letters..];
                    return true;
                }
            }

            month = 0;
            return false;
        }

        private static bool EqualsFolded(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower)
        {
            for (var i = 0; i < lower.Length; i++)
            {
                if ((text[i] | 0x20) != lower[i])
                {
                    return false;
                }
            }

            return true;
        }

        private bool Eat(ReadOnlySpan<byte> text)
        {
            if (!_rest.StartsWith(text))
            {
                return false;
            }

            _rest = _rest[text.Length..];
            return true;
        }

        private bool EatWord(ReadOnlySpan<byte> lower)
        {
            if (_rest.Length < lower.Length || !EqualsFolded(_rest[..lower.Length], lower))
            {
                return false;
            }

            _rest = _rest[lower.Length..];
            return true;
        }

        /// <summary>Skips any of these ASCII characters; true when there was one.</summary>
        private bool EatAny(string characters)
        {
            var count = 0;
            while (count < _rest.Length && characters.Contains((char)_rest[count], StringComparison.Ordinal))
            {
                count++;
            }

            _rest = _rest[count..];
            return count > 0;
        }
    }
}
