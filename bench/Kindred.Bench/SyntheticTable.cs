using System.Globalization;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;

namespace Kindred.Bench;

/// <summary>
/// The synthetic set of the peers' table: categorical fields with cardinalities 2,3,4,5,6,8 repeating and Zipf-like weights 1/k^0.7, base 0.08,
/// planted a03=1 ∧ a11=2 ∧ a20=0 at 0.40, a05=0 ∧ a14=1 at 0.18, a27=3 × 1.25. The small set has ten fields with 57 values and a01=1 ∧ a02=2 at 0.20.
/// </summary>
internal sealed record SyntheticTable(byte[][] Cells, byte[] Labels, int[] Cardinalities)
{
    private static readonly int[] Repeating = [2, 3, 4, 5, 6, 8];

    public static SyntheticTable Large(int rows = 1_000_000) => Make(rows, [.. Enumerable.Range(0, 30).Select(field => Repeating[field % 6])]);

    public static SyntheticTable Small(int rows = 78_025) => Make(rows, [2, 3, 4, 5, 6, 8, 6, 7, 8, 8]);

    public Table AsTable() => new("synthetic", [.. Cells.Select((cells, field) => new NumberColumn(Name(field), CodeArray.Of([.. cells.Select(value => (byte)(value + 1))], cells.Length), [double.NaN, .. Enumerable.Range(0, Cardinalities[field]).Select(value => (double)value)]))]);

    /// <summary>A CSV of words (v0, v1, …) and a last column y.</summary>
    public void Write(string path)
    {
        using var text = new StreamWriter(path);
        text.WriteLine(string.Join(',', Enumerable.Range(0, Cells.Length).Select(Name)) + ",y");
        for (var row = 0; row < Labels.Length; row++)
        {
            foreach (var cells in Cells)
            {
                text.Write('v');
                text.Write((char)('0' + cells[row]));
                text.Write(',');
            }

            text.WriteLine(Labels[row] == 1 ? "1" : "0");
        }
    }

    private static string Name(int field) => "a" + field.ToString("00", CultureInfo.InvariantCulture);

    private static SyntheticTable Make(int rows, int[] cardinalities)
    {
        var random = new SeededRandom(7);
        var cells = new byte[cardinalities.Length][];
        for (var field = 0; field < cells.Length; field++)
        {
            var weights = Enumerable.Range(1, cardinalities[field]).Select(k => Math.Pow(k, -0.7)).ToArray();
            var total = weights.Sum();
            cells[field] = new byte[rows];
            for (var row = 0; row < rows; row++)
            {
                var draw = random.NextUnit() * total;
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
            if (cells.Length >= 30)
            {
                rate = cells[3][row] == 1 && cells[11][row] == 2 && cells[20][row] == 0 ? 0.40 : cells[5][row] == 0 && cells[14][row] == 1 ? 0.18 : rate;
                rate *= cells[27][row] == 3 ? 1.25 : 1;
            }
            else if (cells[1][row] == 1 && cells[2][row] == 2)
            {
                rate = 0.20;
            }

            labels[row] = (byte)(random.NextUnit() < rate ? 1 : 0);
        }

        return new SyntheticTable(cells, labels, cardinalities);
    }
}
