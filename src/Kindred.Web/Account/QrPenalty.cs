namespace Kindred.Web.Account;

/// <summary>How hard a QR code would be to read (ISO/IEC 18004, 7.8.3): runs, squares, patterns like a finder's, balance. The mask with the least is used.</summary>
internal static class QrPenalty
{
    private static readonly bool[] FinderLeft = [true, false, true, true, true, false, true, false, false, false, false];
    private static readonly bool[] FinderRight = [.. FinderLeft.Reverse()];

    public static int Of(bool[,] dark, int size)
    {
        var penalty = 0;
        for (var i = 0; i < size; i++)
        {
            var row = i;
            penalty += Line(Enumerable.Range(0, size).Select(x => dark[x, row]).ToArray()) + Line(Enumerable.Range(0, size).Select(y => dark[row, y]).ToArray());
        }

        var count = 0;
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                count += dark[x, y] ? 1 : 0;
                if (x + 1 < size && y + 1 < size && dark[x, y] == dark[x + 1, y] && dark[x, y] == dark[x, y + 1] && dark[x, y] == dark[x + 1, y + 1])
                {
                    penalty += 3;
                }
            }
        }

        // Ten for each full five percent away from half.
        return penalty + (10 * (int)(Math.Abs((100.0 * count / (size * size)) - 50) / 5));
    }

    private static int Line(bool[] modules)
    {
        var penalty = 0;
        for (int at = 0, run; at < modules.Length; at += run)
        {
            run = 1;
            while (at + run < modules.Length && modules[at + run] == modules[at])
            {
                run++;
            }

            penalty += run >= 5 ? run - 2 : 0;
        }

        for (var at = 0; at + FinderLeft.Length <= modules.Length; at++)
        {
            var part = modules.AsSpan(at, FinderLeft.Length);
            penalty += part.SequenceEqual(FinderLeft) || part.SequenceEqual(FinderRight) ? 40 : 0;
        }

        return penalty;
    }
}
