using Kindred.Core.Tables;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>Whether owner, channel or quarter could be behind a pattern: its odds ratio within their strata against the crude one.</summary>
internal static class Confounders
{
    private const int FewestPositives = 5;

    public static ConfoundingCheck? Check(Column column, ulong[] rows, byte[] positive)
    {
        var strata = new Dictionary<string, int>(StringComparer.Ordinal);
        var of = new int[column.Length];
        for (var row = 0; row < of.Length; row++)
        {
            var value = column.TextAt(row);
            if (!strata.TryGetValue(value, out of[row]))
            {
                of[row] = strata.Count;
                strata.Add(value, of[row]);
            }
        }

        return Check(column.Name, of, strata.Count, rows, positive);
    }

    public static ConfoundingCheck? CheckQuarters(int[] dates, ulong[] rows, byte[] positive)
    {
        var strata = new Dictionary<int, int>();
        var of = new int[dates.Length];
        for (var row = 0; row < of.Length; row++)
        {
            var date = dates[row] < 0 ? default : DateOnly.FromDayNumber(dates[row]);
            var quarter = dates[row] < 0 ? -1 : date.Year * 4 + (date.Month - 1) / 3;
            if (!strata.TryGetValue(quarter, out of[row]))
            {
                of[row] = strata.Count;
                strata.Add(quarter, of[row]);
            }
        }

        return Check("quarter", of, strata.Count, rows, positive);
    }

    private static ConfoundingCheck? Check(string field, int[] stratumOf, int count, ulong[] rows, byte[] positive)
    {
        var tables = new (int A, int B, int C, int D)[count];
        for (var row = 0; row < stratumOf.Length; row++)
        {
            ref var table = ref tables[stratumOf[row]];
            if (RowBits.Has(rows, row))
            {
                if (positive[row] == 1) { table.A++; } else { table.B++; }
            }
            else if (positive[row] == 1) { table.C++; }
            else { table.D++; }
        }

        // A stratum tells something only with positives enough, and rows on both sides.
        var used = tables.Where(t => t.A + t.C >= FewestPositives && t.A + t.B > 0 && t.C + t.D > 0 && t.B + t.D > 0).ToArray();
        if (used.Length == 0)
        {
            return null;
        }

        var crude = MantelHaenszel.OddsRatio([(used.Sum(t => t.A), used.Sum(t => t.B), used.Sum(t => t.C), used.Sum(t => t.D))]);
        var pooled = MantelHaenszel.OddsRatio(used);
        if (double.IsNaN(pooled.OddsRatio) || double.IsNaN(crude.OddsRatio))
        {
            return null;
        }

        var shrinks = Math.Abs(Math.Log(pooled.OddsRatio)) < 0.5 * Math.Abs(Math.Log(crude.OddsRatio));
        return new ConfoundingCheck(field, pooled.OddsRatio, pooled.Low, pooled.High, crude.OddsRatio, (pooled.Low <= 1 && pooled.High >= 1) || shrinks, used.Length);
    }
}
