using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Kindred.Core.Tables;
using Kindred.Files;
using Kindred.Files.Writing;
using Xunit;

namespace Kindred.Host.Tests.Files;

/// <summary>Words that a spreadsheet would take for formulas, written by us, opened, saved and opened again by LibreOffice, and read back.</summary>
public sealed class FormulaInjectionTests : IDisposable
{
    private static readonly string[] Starters = ["=", "+", "-", "@", " =", "\t=", "\n=", "＝", "＋", "－", "＠", "'=", "''=", "=-", "+-", "\u00A0=", "-+"];

    private static readonly string[] Bodies =
    [
        "1+1", "cmd|'/c calc'!A1", "HYPERLINK(\"http://127.0.0.1:9/\",\"click\")", "SUM(A1:A9)", "WEBSERVICE(\"http://127.0.0.1:9/\")", "DDE(\"cmd\";\"/c calc\";\"x\")", "IMPORTXML(\"http://127.0.0.1:9/\",\"//a\")", "A1", "USD5", "2+5+cmd|' /C calc'!A0",
        "IF(1=1,\"yes\",\"no\")", "\"quoted\"&\"text\"", "10+20", "RAND()", "MSEXCEL|'\\..\\..\\calc.exe'!''", "INFO(\"osversion\")", "$A$1", "{1,2}",
    ];

    /// <summary>Numbers and phone numbers, which must stay what they are.</summary>
    private static readonly string[] Honest = ["-5", "-0.25", "+82-10-1234-5678", "+821012345678", "-", "--", "+", "a@b.co", "'tis", "3-2", "- first point", "=", "@", "@handle", "+1 (512) 757-6000"];

    private static readonly string[] Payloads = [.. Starters.SelectMany(starter => Bodies.Select(body => starter + body)).Concat(Honest).Distinct()];
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-formula-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Write_ThreeHundredPayloads_ThroughASpreadsheetTwice_EvaluatesNothingAndLosesNothing(string format)
    {
        Assert.True(Payloads.Length >= 300);
        var table = new Table("payloads", [TextColumn.From("no", [.. Payloads.Select((_, i) => "n" + Kindred.Core.Basics.Format.Whole(i))]), TextColumn.From("payload", Payloads), new NumberColumn("negative", [.. Payloads.Select((_, i) => -i - 0.5)])]);
        var written = Path.Combine(_folder, "out." + format);
        await using (var stream = File.Create(written))
        {
            if (format == "csv")
            {
                SafeCsv.Write(stream, table);
            }
            else
            {
                Assert.True(XlsxFile.Write(stream, [table]).IsAccepted);
            }
        }

        var once = await ConvertAsync(written, "once", "xlsx");
        Assert.Equal(0, Formulas(once));
        var twice = await ConvertAsync(once, "twice", "xlsx");
        Assert.Equal(0, Formulas(twice));
        foreach (var path in new[] { written, once, twice })
        {
            var read = Assert.Single(TableFiles.Read(path, ct: Ct).Value).Table;
            var words = Assert.IsType<TextColumn>(read.Find("payload"));
            Assert.Equal(Payloads.Select(Trimmed), Enumerable.Range(0, read.RowCount).Select(row => Trimmed(words.RawAt(row))));
            Assert.Equal(Payloads.Select((_, i) => -i - 0.5), Assert.IsType<NumberColumn>(read.Find("negative")).ToArray());
        }
    }

    /// <summary>The test would notice: without protection the same words become formulas.</summary>
    [Fact]
    public async Task Unprotected_TheSamePayloads_BecomeFormulas()
    {
        var path = Path.Combine(_folder, "bare.csv");
        await File.WriteAllTextAsync(path, "payload\n=1+1\n=SUM(A1:A9)\n", Ct);
        Assert.Equal(2, Formulas(await ConvertAsync(path, "bare", "xlsx")));
    }

    /// <summary>Spreadsheets make one kind of line break of all, and our reader trims white space around cells.</summary>
    private static string Trimmed(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private static int Formulas(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Sum(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return Regex.Count(reader.ReadToEnd(), "<f[ >/]");
        });
    }

    private async Task<string> ConvertAsync(string path, string folder, string format)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(part => Path.Combine(part, "soffice")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "LibreOffice's soffice is not on the path (Debian: apt-get install libreoffice-calc)");
        var target = Path.Combine(_folder, folder);
        // Comma, quote, UTF-8, and formulas evaluated as when a person opens the file.
        string[] arguments = ["--headless", "--norestore", $"-env:UserInstallation=file://{_folder}/profile", .. path.EndsWith(".csv", StringComparison.Ordinal) ? new[] { "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true" } : [], "--convert-to", format, "--outdir", target, path];
        using var process = Process.Start(new ProcessStartInfo(program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(Ct) + await process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        var converted = Path.Combine(target, Path.GetFileNameWithoutExtension(path) + "." + format);
        Assert.True(File.Exists(converted), said);
        return converted;
    }
}
