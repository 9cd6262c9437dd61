using System.Globalization;
using System.Text;
using Kindred.Core.Tables;
using Kindred.Files;
using Xunit;

namespace Kindred.Tests.Files;

/// <summary>Whatever happens to a file: rows = accepted + rejected, and no row is lost without a trace. KINDRED_MUTATIONS sets how many files are tried.</summary>
public sealed class RowAccountingTests
{
    private const string Token = "row-";

    [Fact]
    public void Read_MutatedFiles_LoseNothing()
    {
        var runs = int.Parse(Environment.GetEnvironmentVariable("KINDRED_MUTATIONS") ?? "2000", CultureInfo.InvariantCulture);
        using var folder = new ScratchFolder();
        var accepted = 0;
        for (var seed = 0; seed < runs; seed++)
        {
            var text = Mutated(new Random(seed));
            var result = Reads.All(folder.Write("file.csv", text));
            if (!result.IsAccepted)
            {
                Assert.StartsWith("files.", result.Reasons[0].Code, StringComparison.Ordinal);
                continue;
            }

            accepted++;
            var reading = Assert.Single(result.Value);
            Assert.True(reading.RowCount == reading.Table.RowCount + reading.Rejects.Count, $"seed {seed}");
            AssertNothingLost(text, reading, seed);
            AssertStreamAgrees(folder, reading, seed);
        }

        Assert.True(accepted > runs * 9 / 10, $"{accepted} of {runs}");
    }

    /// <summary>Every token that still stands in the file is found in an accepted cell, a reject's text or above the header.</summary>
    private static void AssertNothingLost(byte[] bytes, TableFileReading reading, int seed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in reading.Table.Columns.OfType<TextColumn>())
        {
            foreach (var row in Enumerable.Range(0, column.Length))
            {
                seen.UnionWith(Tokens(column.RawAt(row)));
            }
        }

        foreach (var text in reading.Rejects.Select(reject => reject.RawText).Concat(reading.Evidence.TitleLines).Concat(reading.Table.Columns.Select(column => column.Name)))
        {
            seen.UnionWith(Tokens(text));
        }

        var lost = Tokens(Encoding.UTF8.GetString(bytes)).Where(token => !seen.Contains(token)).ToList();
        Assert.True(lost.Count == 0, $"seed {seed}: lost {string.Join(", ", lost)}");
    }

    private static void AssertStreamAgrees(ScratchFolder folder, TableFileReading reading, int seed)
    {
        var stream = Reads.Stream(Path.Combine(folder.Root, "file.csv"));
        var batches = Reads.Batches(stream, 7);
        Assert.True(batches.Sum(batch => batch.Table.RowCount) == reading.Table.RowCount, $"seed {seed}");
        Assert.Equal(reading.Rejects.Select(reject => (reject.RowNumber, reject.Reason.Code, reject.RawText)), batches.SelectMany(batch => batch.Rejects).Select(reject => (reject.RowNumber, reject.Reason.Code, reject.RawText)));
        for (var i = 0; i < reading.Table.Columns.Count; i++)
        {
            Assert.Equal(Reads.Texts(reading.Table.Columns[i]), batches.SelectMany(batch => Reads.Texts(batch.Table.Columns[i])));
        }
    }

    private static IEnumerable<string> Tokens(string text)
    {
        for (var at = text.IndexOf(Token, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Token, at + 1, StringComparison.Ordinal))
        {
            var end = at + Token.Length;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end == at + Token.Length + 4)
            {
                yield return text[at..end];
            }
        }
    }

    private static byte[] Mutated(Random random)
    {
        var delimiter = (byte)",;\t|"[random.Next(4)];
        var end = "\n|\r\n|\r".Split('|')[random.Next(3)];
        var builder = new StringBuilder();
        builder.AppendJoin((char)delimiter, "key", "name", "note", "amount", "day").Append(end);
        var rows = random.Next(5, 40);
        for (var i = 0; i < rows; i++)
        {
            var note = random.Next(5) switch { 0 => "\"two" + end + "lines\"", 1 => "\"say \"\"hi\"\"\"", 2 => "", 3 => "한글", _ => "plain" };
            builder.AppendJoin((char)delimiter, Token + i.ToString("0000", CultureInfo.InvariantCulture), "Company " + (i % 4).ToString(CultureInfo.InvariantCulture), note, random.Next(1000).ToString(CultureInfo.InvariantCulture), "2026-01-" + (1 + (i % 28)).ToString("00", CultureInfo.InvariantCulture)).Append(end);
        }

        var bytes = Encoding.UTF8.GetBytes(builder.ToString()).ToList();
        var header = builder.ToString().IndexOf(end, StringComparison.Ordinal) + end.Length;
        for (var mutation = random.Next(1, 6); mutation > 0; mutation--)
        {
            Mutate(bytes, random.Next(header, bytes.Count), random, delimiter);
        }

        return [.. bytes];
    }

    private static void Mutate(List<byte> bytes, int at, Random random, byte delimiter)
    {
        switch (random.Next(9))
        {
            case 0:
                bytes.Insert(at, (byte)'"');
                break;
            case 1:
                bytes.Insert(at, delimiter);
                break;
            case 2:
                bytes.Insert(at, (byte)'\n');
                break;
            case 3:
                bytes.Insert(at, 0);
                break;
            case 4:
                bytes.Insert(at, (byte)'\r');
                break;
            case 5:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at));
                break;
            case 6:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 7:
                bytes.InsertRange(at, bytes.Skip(Math.Max(0, at - 30)).Take(30).ToArray());
                break;
            default:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes("Total" + (char)delimiter));
                break;
        }
    }
}
