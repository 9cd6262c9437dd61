using Kindred.Core.Tables;

namespace Kindred.Core.Workspaces;

/// <summary>Tells whether rows that share an id are the same records: two systems that both count from 1 share ids and nothing else.</summary>
internal static class SameRecords
{
    private const int MostRows = 2_000;

    /// <summary>True when some telling column (as many words as rows, or half of them) agrees in four of five rows, or when half of all cells agree.</summary>
    internal static bool Are(Table older, Table newer, IReadOnlyList<(int Older, int Newer)> pairs, IReadOnlyList<string> key)
    {
        var step = Math.Max(1, pairs.Count / MostRows);
        var sample = Enumerable.Range(0, pairs.Count).Where(i => i % step == 0).Select(i => pairs[i]).ToList();
        long agree = 0, compared = 0;
        foreach (var column in older.Columns.Where(column => !key.Contains(column.Name, StringComparer.Ordinal)))
        {
            if (newer.Find(column.Name) is not { } other)
            {
                continue;
            }

            long same = 0, filled = 0;
            var words = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (left, right) in sample)
            {
                var (before, now) = (column.TextAt(left), other.TextAt(right));
                if (before.Length + now.Length > 0)
                {
                    filled++;
                    same += string.Equals(before, now, StringComparison.Ordinal) ? 1 : 0;
                    words.Add(before);
                }
            }

            if (sample.Count > 1 && words.Count > 1 && words.Count * 2 >= sample.Count && same * 5 >= filled * 4)
            {
                return true;
            }

            agree += same;
            compared += filled;
        }

        return agree * 2 >= compared;
    }
}
