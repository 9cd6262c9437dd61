using System.Text;

namespace Kindred.Web.Account;

/// <summary>A QR code (ISO/IEC 18004): byte mode, error correction level L, versions 1–13, up to 425 bytes. For what is shown once on a screen; nothing is fetched to draw it.</summary>
/// <remarks>Held against the published tables of the standard and read back by a decoder written from them (QrCodeTests). Reed–Solomon over GF(256) with polynomial 0x11D; the mask with the lowest penalty is taken.</remarks>
internal sealed class QrCode
{
    private static readonly int[] EccPerBlock = [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26];
    private static readonly int[] Blocks = [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4];
    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;
    private readonly int _version;

    private QrCode(int version)
    {
        _version = version;
        Size = 17 + (4 * version);
        _dark = new bool[Size, Size];
        _fixed = new bool[Size, Size];
    }

    /// <summary>Modules on a side.</summary>
    public int Size { get; }

    /// <summary>Whether a module is dark.</summary>
    public bool this[int x, int y] => _dark[x, y];

    /// <summary>The code of a text; null when the text is too long.</summary>
    public static QrCode? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var version = 1; version < Blocks.Length; version++)
        {
            var room = DataCodewords(version);
            if (bytes.Length + (version < 10 ? 2 : 3) <= room)
            {
                var code = new QrCode(version);
                code.DrawPatterns();
                code.Place(Interleaved(version, Data(bytes, version, room)));
                code.Mask();
                return code;
            }
        }

        return null;
    }

    /// <summary>The dark modules as the data of an SVG path, a row at a time, with a quiet zone of four modules around.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
        {
            for (int x = 0, run; x < Size; x += run)
            {
                run = 1;
                while (x + run < Size && _dark[x + run, y] == _dark[x, y])
                {
                    run++;
                }

                if (_dark[x, y])
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x + 4} {y + 4}h{run}v1h-{run}z");
                }
            }
        }

        return path.ToString();
    }

    private static int DataCodewords(int version) => (RawModules(version) / 8) - (EccPerBlock[version] * Blocks[version]);

    /// <summary>Modules left for data and error correction once every pattern is drawn.</summary>
    private static int RawModules(int version)
    {
        var modules = (((16 * version) + 128) * version) + 64;
        if (version >= 2)
        {
            var align = (version / 7) + 2;
            modules -= (((25 * align) - 10) * align) - 55;
            modules -= version >= 7 ? 36 : 0;
        }

        return modules;
    }

    private static byte[] Data(byte[] bytes, int version, int room)
    {
        // Mode 0100, the count in 8 or 16 bits, the bytes, a terminator, then pad bytes.
        var data = new byte[room];
        var bit = 0;
        Add(4, 4);
        Add(bytes.Length, version < 10 ? 8 : 16);
        foreach (var octet in bytes)
        {
            Add(octet, 8);
        }

        bit = ((Math.Min(bit + 4, 8 * room) + 7) / 8) * 8;
        for (var pad = 0xEC; bit < 8 * room; pad ^= 0xEC ^ 0x11)
        {
            Add(pad, 8);
        }

        return data;

        void Add(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--, bit++)
            {
                data[bit >> 3] |= (byte)(((value >> i) & 1) << (7 - (bit & 7)));
            }
        }
    }

    private static byte[] Interleaved(int version, byte[] data)
    {
        var (blocks, ecc) = (Blocks[version], EccPerBlock[version]);
        var divisor = Divisor(ecc);
        var parts = new List<(byte[] Data, byte[] Ecc)>();
        for (int block = 0, at = 0; block < blocks; block++)
        {
            var length = (data.Length / blocks) + (block >= blocks - (data.Length % blocks) ? 1 : 0);
            var part = data[at..(at + length)];
            parts.Add((part, Remainder(part, divisor)));
            at += length;
        }

        var longest = parts.Max(part => part.Data.Length);
        return [.. Enumerable.Range(0, longest).SelectMany(i => parts.Where(part => i < part.Data.Length).Select(part => part.Data[i])), .. Enumerable.Range(0, ecc).SelectMany(i => parts.Select(part => part.Ecc[i]))];
    }

    private static byte[] Divisor(int degree)
    {
        var result = new byte[degree];
        result[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++, root = Times(root, 2))
        {
            for (var j = 0; j < degree; j++)
            {
                result[j] = (byte)(Times(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0));
            }
        }

        return result;
    }

    private static byte[] Remainder(byte[] data, byte[] divisor)
    {
        var result = new byte[divisor.Length];
        foreach (var octet in data)
        {
            var factor = (byte)(octet ^ result[0]);
            Array.Copy(result, 1, result, 0, result.Length - 1);
            result[^1] = 0;
            for (var i = 0; i < result.Length; i++)
            {
                result[i] ^= Times(divisor[i], factor);
            }
        }

        return result;
    }

    private static byte Times(byte left, byte right)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= ((right >> bit) & 1) * left;
        }

        return (byte)product;
    }

    private void Set(int x, int y, bool isDark)
    {
        _dark[x, y] = isDark;
        _fixed[x, y] = true;
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        foreach (var (x, y) in new[] { (3, 3), (Size - 4, 3), (3, Size - 4) })
        {
            Square(x, y, 4, distance => distance is not (2 or 4));
        }

        var places = AlignmentPlaces();
        var corners = new[] { (6, 6), (6, Size - 7), (Size - 7, 6) };
        foreach (var (x, y) in places.SelectMany(x => places.Select(y => (x, y))).Where(place => !corners.Contains(place)))
        {
            Square(x, y, 2, distance => distance != 1);
        }

        DrawFormat(0);
        if (_version >= 7)
        {
            var rest = _version;
            for (var i = 0; i < 12; i++)
            {
                rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
            }

            var bits = (_version << 12) | rest;
            for (var i = 0; i < 18; i++)
            {
                var (a, b) = (Size - 11 + (i % 3), i / 3);
                Set(a, b, ((bits >> i) & 1) != 0);
                Set(b, a, ((bits >> i) & 1) != 0);
            }
        }
    }

    private int[] AlignmentPlaces()
    {
        if (_version == 1)
        {
            return [];
        }

        var count = (_version / 7) + 2;
        var step = ((_version * 4) + (count * 2) + 1) / ((count * 2) - 2) * 2;
        return [6, .. Enumerable.Range(0, count - 1).Select(i => Size - 7 - (i * step)).Reverse()];
    }

    private void Square(int x, int y, int reach, Func<int, bool> isDark)
    {
        for (var dy = -reach; dy <= reach; dy++)
        {
            for (var dx = -reach; dx <= reach; dx++)
            {
                if (x + dx >= 0 && x + dx < Size && y + dy >= 0 && y + dy < Size)
                {
                    Set(x + dx, y + dy, isDark(Math.Max(Math.Abs(dx), Math.Abs(dy))));
                }
            }
        }
    }

    private void DrawFormat(int mask)
    {
        // Level L is 01; BCH (15,5), then the mask of the standard.
        var data = (1 << 3) | mask;
        var rest = data;
        for (var i = 0; i < 10; i++)
        {
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        }

        var bits = ((data << 10) | rest) ^ 0x5412;
        bool Bit(int i) => ((bits >> i) & 1) != 0;
        for (var i = 0; i < 15; i++)
        {
            var (x, y) = i < 6 ? (8, i) : i < 8 ? (8, i + 1) : i == 8 ? (7, 8) : (14 - i, 8);
            Set(x, y, Bit(i));
            (x, y) = i < 8 ? (Size - 1 - i, 8) : (8, Size - 15 + i);
            Set(x, y, Bit(i));
        }

        Set(8, Size - 8, true);
    }

    private void Place(byte[] codewords)
    {
        var bit = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < Size; step++)
            {
                var y = ((right + 1) & 2) == 0 ? Size - 1 - step : step;
                for (var x = right; x > right - 2; x--)
                {
                    if (!_fixed[x, y] && bit < codewords.Length * 8)
                    {
                        _dark[x, y] = ((codewords[bit >> 3] >> (7 - (bit & 7))) & 1) != 0;
                        bit++;
                    }
                }
            }
        }
    }

    private void Mask()
    {
        var best = Enumerable.Range(0, 8).MinBy(mask =>
        {
            Flip(mask);
            DrawFormat(mask);
            var penalty = QrPenalty.Of(_dark, Size);
            Flip(mask);
            return penalty;
        });
        Flip(best);
        DrawFormat(best);
    }

    private void Flip(int mask)
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var isFlipped = mask switch
                {
                    0 => (x + y) % 2 == 0,
                    1 => y % 2 == 0,
                    2 => x % 3 == 0,
                    3 => (x + y) % 3 == 0,
                    4 => ((x / 3) + (y / 2)) % 2 == 0,
                    5 => (x * y % 2) + (x * y % 3) == 0,
                    6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
                    _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
                };
                _dark[x, y] ^= isFlipped && !_fixed[x, y];
            }
        }
    }
}
