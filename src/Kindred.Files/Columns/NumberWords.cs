using System.Text;

namespace Kindred.Files.Columns;

/// <summary>Currency signs and unit words that may stand before or behind a number.</summary>
internal static class NumberWords
{
    /// <summary>ISO 4217 codes; entry 0 is "none".</summary>
    internal static readonly string[] Currencies = ["", "KRW", "USD", "EUR", "JPY", "GBP", "CNY", "SGD", "HKD", "AUD", "CAD", "CHF", "INR", "VND", "THB", "TWD", "BRL", "SEK", "NOK", "DKK"];

    /// <summary>Signs and the index of their currency. "$" is read as US dollar, "¥" as yen; both are shown as evidence.</summary>
    internal static readonly (byte[] Sign, byte Currency)[] Signs =
    [
        .. new (string, byte)[] { ("US$", 2), ("A$", 9), ("C$", 10), ("S$", 7), ("HK$", 8), ("NT$", 15), ("R$", 16), ("₩", 1), ("￦", 1), ("$", 2), ("＄", 2), ("€", 3), ("¥", 4), ("￥", 4), ("£", 5), ("원", 1), ("₹", 12), ("₫", 13), ("฿", 14) }
            .Select(pair => (Encoding.UTF8.GetBytes(pair.Item1), pair.Item2)),
        .. Enumerable.Range(1, 19).Select(i => (Encoding.UTF8.GetBytes(Currencies[i]), (byte)i)),
    ];

    /// <summary>Units behind a number and the power of ten they stand for, longest first. Counters (명, 개 …) stand for one.</summary>
    internal static readonly (string Word, byte[] Bytes, int Power)[] Units =
    [
        .. new (string Word, int Power)[]
        {
            ("천만", 7), ("백만", 6), ("십만", 5), ("백억", 10), ("천억", 11), ("십억", 9), ("조", 12), ("억", 8), ("만", 4), ("천", 3),
            ("billion", 9), ("million", 6), ("thousand", 3), ("bn", 9), ("mn", 6), ("MM", 6), ("k", 3), ("K", 3), ("M", 6), ("B", 9), ("%", 0), ("％", 0),
            ("명", 0), ("개월", 0), ("개", 0), ("건", 0), ("회", 0), ("곳", 0), ("인", 0), ("대", 0), ("일", 0), ("시간", 0), ("분", 0),
        }.Select(unit => (unit.Word, Encoding.UTF8.GetBytes(unit.Word), unit.Power)),
    ];

    private static readonly int[][] SignsByFirst = ByFirst([.. Signs.Select(pair => pair.Sign)]);

    private static readonly int[][] UnitsByFirst = ByFirst([.. Units.Select(unit => unit.Bytes)]);

    /// <summary>Bytes with which a number or a mark before it may begin.</summary>
    private static readonly bool[] Begins = [.. Enumerable.Range(0, 256).Select(b => "0123456789+-(.".Contains((char)b, StringComparison.Ordinal) || b == 0xE2 || SignsByFirst[b].Length > 0)];

    /// <summary>Indexes of the currency signs that begin with a byte.</summary>
    internal static ReadOnlySpan<int> SignsFrom(byte first) => SignsByFirst[first];

    /// <summary>Indexes of the units that begin with a byte.</summary>
    internal static ReadOnlySpan<int> UnitsFrom(byte first) => UnitsByFirst[first];

    /// <summary>Turns away most words without reading them: a letter in front must begin a currency.</summary>
    internal static bool MayBegin(ReadOnlySpan<byte> cell)
    {
        if (!Begins[cell[0]] || !char.IsAsciiLetter((char)cell[0]))
        {
            return Begins[cell[0]];
        }

        foreach (var sign in SignsByFirst[cell[0]])
        {
            if (cell.StartsWith(Signs[sign].Sign))
            {
                return true;
            }
        }

        return false;
    }

    private static int[][] ByFirst(byte[][] words) =>
        [.. Enumerable.Range(0, 256).Select(b => Enumerable.Range(0, words.Length).Where(i => words[i][0] == b).ToArray())];

    internal static bool IsKoreanMoney(int unit) => unit < 10;
}
