using System.Text;
using Kindred.Web.Account;

namespace Kindred.Host.Tests.Web;

/// <summary>Reads a QR code back by the tables of ISO/IEC 18004 and checks every block's Reed–Solomon syndromes. Written from the standard, with logarithm tables, to share nothing with the encoder.</summary>
internal sealed class QrReader
{
    /// <summary>Table 9, level L: blocks of each version, as (number of blocks, codewords, data codewords).</summary>
    private static readonly (int Count, int Total, int Data)[][] LevelL =
    [
        [], [(1, 26, 19)], [(1, 44, 34)], [(1, 70, 55)], [(1, 100, 80)], [(1, 134, 108)], [(2, 86, 68)], [(2, 98, 78)], [(2, 121, 97)], [(2, 146, 116)],
        [(2, 86, 68), (2, 87, 69)], [(4, 101, 81)], [(2, 116, 92), (2, 117, 93)], [(4, 133, 107)],
    ];

    /// <summary>Table E.1: rows and columns of alignment patterns.</summary>
    private static readonly int[][] Alignment = [[], [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50], [6, 30, 54], [6, 32, 58], [6, 34, 62]];

    private readonly QrCode _code;
    private readonly int _size;
    private readonly int _version;

    internal QrReader(QrCode code)
    {
        (_code, _size) = (code, code.Size);
        _version = (_size - 17) / 4;
    }

    internal int Version => _version;

    /// <summary>The 15 bits beside the upper left finder, most significant first (figure 25).</summary>
    internal string Format => Bits([.. Enumerable.Range(0, 6).Select(x => (x, 8)), (7, 8), (8, 8), (8, 7), .. Enumerable.Range(0, 6).Select(i => (8, 5 - i))]);

    /// <summary>Their copy beside the other two finders.</summary>
    internal string FormatCopy => Bits([.. Enumerable.Range(0, 7).Select(i => (8, _size - 1 - i)), .. Enumerable.Range(0, 8).Select(i => (_size - 8 + i, 8))]);

    /// <summary>The 18 bits of the version above the lower left finder, most significant first (figure 27).</summary>
    internal string VersionBits => Bits([.. Enumerable.Range(0, 18).Select(i => 17 - i).Select(i => (i / 3, _size - 11 + (i % 3)))]);

    /// <summary>Their copy left of the upper right finder.</summary>
    internal string VersionCopy => Bits([.. Enumerable.Range(0, 18).Select(i => 17 - i).Select(i => (_size - 11 + (i % 3), i / 3))]);

    /// <summary>Whether finders, their light border, timing and alignment patterns and the dark module stand where the standard puts them.</summary>
    internal bool HasItsPatterns()
    {
        var right = true;
        foreach (var (left, top) in new[] { (0, 0), (_size - 7, 0), (0, _size - 7) })
        {
            for (var y = -1; y <= 7; y++)
            {
                for (var x = -1; x <= 7; x++)
                {
                    if (left + x >= 0 && left + x < _size && top + y >= 0 && top + y < _size)
                    {
                        var ring = Math.Max(Math.Abs(x - 3), Math.Abs(y - 3));
                        right &= _code[left + x, top + y] == ring is 0 or 1 or 3;
                    }
                }
            }
        }

        for (var i = 8; i < _size - 8; i++)
        {
            right &= _code[i, 6] == (i % 2 == 0) && _code[6, i] == (i % 2 == 0);
        }

        foreach (var (x, y) in Centres())
        {
            for (var dy = -2; dy <= 2; dy++)
            {
                for (var dx = -2; dx <= 2; dx++)
                {
                    right &= _code[x + dx, y + dy] == (Math.Max(Math.Abs(dx), Math.Abs(dy)) != 1);
                }
            }
        }

        return right && _code[8, _size - 8];
    }

    /// <summary>The text, once every block has passed.</summary>
    /// <param name="mask">Mask the format bits name.</param>
    internal string Text(int mask)
    {
        var words = Codewords(mask);
        var blocks = LevelL[_version].SelectMany(group => Enumerable.Range(0, group.Count).Select(_ => (Data: new byte[group.Data], Ecc: new byte[group.Total - group.Data]))).ToArray();
        var at = 0;
        for (var i = 0; i < blocks.Max(block => block.Data.Length); i++)
        {
            foreach (var block in blocks.Where(block => i < block.Data.Length))
            {
                block.Data[i] = words[at++];
            }
        }

        for (var i = 0; i < blocks[0].Ecc.Length; i++)
        {
            foreach (var block in blocks)
            {
                block.Ecc[i] = words[at++];
            }
        }

        if (Array.Exists(blocks, block => !IsCodeword([.. block.Data, .. block.Ecc], block.Ecc.Length)))
        {
            return "an error correction block does not hold";
        }

        byte[] data = [.. blocks.SelectMany(block => block.Data)];
        var bit = 0;
        int Take(int count)
        {
            var value = 0;
            for (; count > 0; count--, bit++)
            {
                value = (value << 1) | ((data[bit / 8] >> (7 - (bit % 8))) & 1);
            }

            return value;
        }

        if (Take(4) != 0b0100)
        {
            return "not in byte mode";
        }

        var length = Take(_version < 10 ? 8 : 16);
        return Encoding.UTF8.GetString([.. Enumerable.Range(0, length).Select(_ => (byte)Take(8))]);
    }

    /// <summary>Whether data and error correction are a Reed–Solomon codeword: every power of two up to their number is a root (clause 7.5.2).</summary>
    internal static bool IsCodeword(byte[] codeword, int ecc)
    {
        int[] power = new int[510], log = new int[256];
        for (int i = 0, x = 1; i < 255; i++)
        {
            (power[i], power[i + 255], log[x]) = (x, x, i);
            x = x << 1 > 255 ? (x << 1) ^ 285 : x << 1;
        }

        return Enumerable.Range(0, ecc).All(root => codeword.Select((octet, i) => octet == 0 ? 0 : power[(log[octet] + (root * (codeword.Length - 1 - i))) % 255]).Aggregate(0, (sum, term) => sum ^ term) == 0);
    }

    private byte[] Codewords(int mask)
    {
        var bits = new List<bool>();
        var up = true;
        for (var right = _size - 1; right > 0; right -= 2, up = !up)
        {
            right -= right == 6 ? 1 : 0;
            for (var i = 0; i < _size; i++)
            {
                var y = up ? _size - 1 - i : i;
                foreach (var x in new[] { right, right - 1 })
                {
                    if (!IsFunction(x, y))
                    {
                        bits.Add(_code[x, y] ^ IsMasked(mask, y, x));
                    }
                }
            }
        }

        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => (byte)octet.Aggregate(0, (value, one) => (value << 1) | (one ? 1 : 0)))];
    }

    /// <summary>Table 10: i is the row, j the column.</summary>
    private static bool IsMasked(int mask, int i, int j) => mask switch
    {
        0b000 => (i + j) % 2 == 0,
        0b001 => i % 2 == 0,
        0b010 => j % 3 == 0,
        0b011 => (i + j) % 3 == 0,
        0b100 => ((i / 2) + (j / 3)) % 2 == 0,
        0b101 => (i * j % 2) + (i * j % 3) == 0,
        0b110 => ((i * j % 2) + (i * j % 3)) % 2 == 0,
        _ => (((i + j) % 2) + (i * j % 3)) % 2 == 0,
    };

    private bool IsFunction(int x, int y) =>
        (x < 9 && y < 9) || (x >= _size - 8 && y < 9) || (x < 9 && y >= _size - 8) || x == 6 || y == 6
        || Centres().Any(centre => Math.Abs(centre.X - x) <= 2 && Math.Abs(centre.Y - y) <= 2)
        || (_version >= 7 && ((x < 6 && y >= _size - 11) || (y < 6 && x >= _size - 11)));

    private IEnumerable<(int X, int Y)> Centres() => Alignment[_version].SelectMany(x => Alignment[_version].Select(y => (x, y))).Where(centre => centre is not (6, 6) && centre != (6, _size - 7) && centre != (_size - 7, 6));

    private string Bits(IReadOnlyList<(int X, int Y)> places) => string.Concat(places.Select(place => _code[place.X, place.Y] ? '1' : '0'));
}
