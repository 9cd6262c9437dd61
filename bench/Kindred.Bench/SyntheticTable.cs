using Kindred.Core.Tables;

namespace Kindred.Bench;

/// <summary>
/// The synthetic set of the peers' table: categorical fields with cardinalities 2,3,4,5,6,8 repeating and Zipf-like weights 1/k^0.7, base 0.08,
/// planted a03=1 ∧ a11=2 ∧ a20=0 at 0.40, a05=0 ∧ a14=1 at 0.18, a27=3 × 1.25.
/// </summary>
internal static class SyntheticTable
{
    private static readonly int[] Cardinalities = [2, 3, 4, 5, 6, 8];

    public static (byte[][] Cells, byte[] Labels) Cells(int rows, int fields, int seed)
    {
        var random = new Random(seed);
        var cells = new byte[fields][];
        for (var field = 0; field < fields; field++)
        {
            var weights = Enumerable.Range(1, Cardinalities[field % 6]).Select(k => Math.Pow(k, -0.7)).ToArray();
            var total = weights.Sum();
            cells[field] = new byte[rows];
            for (var row = 0; row < rows; row++)
            {
                var draw = random.NextDouble() * total;
                var value = 0;
                while (value < weights.Length - 1 && (draw -= weights[value]) >= 0)
                {
                    value++;
                }

                cells[field][row] = (byte)value;
            }
        }

        var labels = new byte[rows];
        for (var row = 0; row < rows; row++)
        {
            var rate = 0.08;
            if (fields >= 30)
            {
                rate = cells[3][row] == 1 && cells[11][row] == 2 && cells[20][row] == 0 ? 0.40 : cells[5][row] == 0 && cells[14][row] == 1 ? 0.18 : rate;
                rate *= cells[27][row] == 3 ? 1.25 : 1;
            }
            else if (cells[1][row] == 1 && cells[2][row] == 2)
            {
                rate = 0.20;
            }

            labels[row] = (byte)(random.NextDouble() < rate ? 1 : 0);
        }

        return (cells, labels);
    }

    public static Table AsTable(byte[][] cells)
    {
        var columns = new Column[cells.Length];
        for (var field = 0; field < cells.Length; field++)
        {
            var codes = cells[field].Select(value => (byte)(value + 1)).ToArray();
            var name = "a" + field.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
            columns[field] = new NumberColumn(name, CodeArray.Of(codes, codes.Length), [double.NaN, .. Enumerable.Range(0, 8).Select(value => (double)value)]);
        }

        return new Table("synthetic", columns);
    }
}
