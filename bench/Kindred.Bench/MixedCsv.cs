using System.Globalization;
using Kindred.Statistics.Resampling;

namespace Kindred.Bench;

/// <summary>One million rows of 30 mixed columns, about 194 MB: ids, whole numbers, decimals, dates, words, booleans, some empty.</summary>
internal static class MixedCsv
{
    private static readonly string[] Words = ["software", "fintech", "health", "retail", "education", "logistics", "public", "media"];
    private static readonly string[] Cities = ["Seoul", "Busan", "Austin", "Denver", "Tokyo", "Boston"];

    public static void Write(string path, int rows = 1_000_000)
    {
        var random = new SeededRandom(11);
        using var text = new StreamWriter(path, false, new System.Text.UTF8Encoding(false), 1 << 20);
        text.WriteLine(string.Join(',', Enumerable.Range(0, 30).Select(column => Name(column) + (column / 6).ToString(CultureInfo.InvariantCulture))));
        var line = new System.Text.StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            line.Clear();
            for (var column = 0; column < 30; column++)
            {
                if (column > 0)
                {
                    line.Append(',');
                }

                switch (column % 6)
                {
                    case 0:
                        line.Append(column == 0 ? (ulong)row + 1 : (ulong)random.Below(100_000));
                        break;
                    case 1:
                        line.Append(Words[random.Below(8)]);
                        break;
                    case 2:
                        line.Append(CultureInfo.InvariantCulture, $"{random.NextUnit() * 10_000:F2}");
                        break;
                    case 3:
                        line.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2022, 1, 1).AddDays(random.Below(1500)):yyyy-MM-dd}");
                        break;
                    case 4:
                        line.Append(random.Below(10) == 0 ? "" : Cities[random.Below(6)]);
                        break;
                    default:
                        line.Append(random.Below(2) == 0 ? "true" : "false");
                        break;
                }
            }

            text.Write(line.Append('\n'));
        }
    }

    private static string Name(int column) => (column % 6) switch { 0 => "number", 1 => "sector", 2 => "amount", 3 => "day", 4 => "city", _ => "flag" };
}
