using System.Globalization;
using Kindred.Files;

namespace Kindred.Bench;

/// <summary>Reading, typing and importing one million rows of 30 mixed columns, beside counting the newlines of the same file.</summary>
internal static class TableSpeed
{
    public static void Type()
    {
        using var scratch = new Scratch();
        var file = scratch.File("mixed.csv");
        MixedCsv.Write(file);
        Console.WriteLine($"file {(new FileInfo(file).Length / 1e6).ToString("F1", CultureInfo.InvariantCulture)} MB");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var (newlines, lines) = Measured.Here(() => Newlines(file));
            Console.WriteLine($"typing baseline  {newlines}  counting {lines} newlines");
        }

        foreach (var attempt in new[] { "first", "warm", "warm" })
        {
            var (took, reading) = Measured.Here(() => TableFiles.Read(file).Value[0]);
            Console.WriteLine($"typing {attempt,-9} {took}  {reading.Table.RowCount} rows x {reading.Table.Columns.Count}: {string.Join(' ', reading.Table.Columns.Take(6).Select(column => column.Type))}, {reading.Rejects.Count} rejected");
        }
    }

    public static void Import()
    {
        using var scratch = new Scratch();
        var file = scratch.File("mixed.csv");
        MixedCsv.Write(file);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var workspace = scratch.File("workspace" + attempt.ToString(CultureInfo.InvariantCulture));
            var (took, output, exit) = Scratch.Kindred("import", file, "--workspace", workspace, "--format", "json");
            Console.WriteLine($"import           {took}  exit {exit} {output.ReplaceLineEndings(" ")[..Math.Min(200, output.Length)]}");
        }
    }

    /// <summary>A file of 1 GB: what counts is the memory.</summary>
    public static void Large()
    {
        using var scratch = new Scratch();
        var file = scratch.File("large.csv");
        var rows = LargeCsv.Write(file, 1_000_000_000);
        var (took, output, exit) = Scratch.Kindred("import", file, "--workspace", scratch.File("workspace"), "--format", "json");
        Console.WriteLine($"large import     {took}  {(new FileInfo(file).Length / 1e6).ToString("F1", CultureInfo.InvariantCulture)} MB, {rows} rows; exit {exit} {output.ReplaceLineEndings(" ")[..Math.Min(200, output.Length)]}");
    }

    private static int Newlines(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = new byte[1 << 20];
        var lines = 0;
        for (long at = 0; ;)
        {
            var read = RandomAccess.Read(file, buffer, at);
            if (read == 0)
            {
                return lines;
            }

            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            at += read;
        }
    }
}
