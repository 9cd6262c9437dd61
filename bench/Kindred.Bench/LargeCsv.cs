using System.Globalization;
using System.Text;

namespace Kindred.Bench;

/// <summary>A file of a stated size whose ids, addresses and notes are all different, with Korean names, quoted cells and lists: what a reader that keeps words would drown in.</summary>
internal static class LargeCsv
{
    private static readonly string[] Sectors = ["software", "fintech", "health", "retail", "education", "logistics", "제조", "유통", "교육"];
    private static readonly string[] Tools = ["Slack;AWS", "AWS", "Slack", "Jira;Slack;Notion", ""];
    private static readonly string[] Cities = ["Seoul", "Busan", "Austin", "부산 해운대구", ""];

    /// <summary>Writes at least so many bytes; returns the rows.</summary>
    public static long Write(string path, long bytes)
    {
        using var stream = File.Create(path);
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 20);
        text.Write("id,email,회사명,industry,employees,amount,created,closed,won,tools,city,note,ref\n");
        long row = 0;
        for (; row % 1024 != 0 || stream.Length < bytes; row++)
        {
            var mixed = (row * 2_654_435_761) % 4_294_967_296;
            text.Write(string.Create(CultureInfo.InvariantCulture,
                $"K{row:000000000},person{row}@company{row % 400_000}.example.com,회사 {row % 400_000},{Sectors[mixed % 9]},{1 + (mixed % 9000)},{mixed % 100_000_000 / 100.0:F2},2024-{1 + (row % 12):00}-{1 + (mixed % 28):00},2025-{1 + (row % 12):00}-{1 + (mixed % 28):00},{(row % 3 == 0 ? "yes" : "no")},{Tools[mixed % 5]},{Cities[mixed % 7 % 5]},\"note number {row} with a comma, and {mixed:x} \"\"quoted\"\" words that nobody else wrote\",{row * 7919 % 1_000_003:000000}\n"));
        }

        return row;
    }
}
