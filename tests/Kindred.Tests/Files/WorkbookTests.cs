using System.IO.Compression;
using System.Text;
using Kindred.Core.Tables;
using Kindred.Files;
using Kindred.Files.Writing;
using Xunit;

namespace Kindred.Tests.Files;

public sealed class WorkbookTests
{
    private static readonly Table Deals = new("Deals",
    [
        TextColumn.From("회사명", ["가나상사", "=cmd|'/c calc'!A1", null, "a\u0001b"]),
        new NumberColumn("amount", [1250000, double.NaN, -0.1, 3]),
        new DateColumn("closed", [new DateTime(2026, 11, 21).Ticks, DateColumn.Missing, new DateTime(2025, 1, 2, 3, 4, 5).Ticks, new DateTime(2024, 2, 29).Ticks]),
        TextColumn.From("code", ["007", "12", "-", "N/A"]),
    ]);

    [Fact]
    public void Write_ThenRead_GivesTheSameTable()
    {
        var readings = Read(Written(Deals));
        var reading = Assert.Single(readings);
        Assert.Equal("book.xlsx", reading.Table.Name);
        Assert.Equal(["가나상사", "=cmd|'/c calc'!A1", "", "a\u0001b"], Reads.Words(reading, "회사명"));
        Assert.Equal([1250000, double.NaN, -0.1, 3], Reads.Numbers(reading.Table.Columns[1]));
        Assert.Equal(["2026-11-21", "", "2025-01-02T03:04:05", "2024-02-29"], Reads.Texts(reading.Table.Columns[2]));
        Assert.Equal(["007", "12", "-", "N/A"], Reads.Words(reading, "code"));
        Assert.Equal(("xlsx", "Deals", 1L), (reading.Evidence.Format, reading.Evidence.Sheet, reading.Evidence.HeaderLine));
    }

    [Fact]
    public void Write_SameTables_SameBytes() => Assert.Equal(Written(Deals), Written(Deals));

    [Fact]
    public void Write_HoldsNoFormula()
    {
        using var archive = new ZipArchive(new MemoryStream(Written(Deals)));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotContain("<f>", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TooLongCell_IsRefusedNotCut()
    {
        var result = XlsxFile.Write(new MemoryStream(), [new Table("t", [TextColumn.From("note", [new string('x', 32_768)])])]);
        Assert.Equal("files.cell-too-long", result.Reasons[0].Code);
    }

    [Fact]
    public void Read_SeveralSheets_GivesEachVisibleOne()
    {
        var bytes = Edited(Written(Deals, new Table("Secret", [TextColumn.From("x", ["1"])]), new Table("People", [TextColumn.From("name", ["Ada"])])),
            "xl/workbook.xml", xml => xml.Replace("name=\"Secret\"", "state=\"hidden\" name=\"Secret\"", StringComparison.Ordinal));
        var readings = Read(bytes);
        Assert.Equal(["book.xlsx › Deals", "book.xlsx › People"], readings.Select(reading => reading.Table.Name));
        Assert.All(readings, reading => Assert.Equal(["Secret"], reading.Evidence.HiddenSheets));
    }

    [Fact]
    public void Read_TitleRowsAndGaps_AreHandled()
    {
        var sheet = new Table("세금계산서", [TextColumn.From("매출 전자세금계산서 목록", ["작성일자", "2026-01-03", null, "2026-01-05"]), TextColumn.From(" ", ["상호", "가나", null, "다라"]), TextColumn.From("  ", ["공급가액", "1000", null, "-500"])]);
        var reading = Assert.Single(Read(Written(sheet)));
        Assert.Equal(2, reading.Evidence.HeaderLine);
        Assert.Equal(["작성일자", "상호", "공급가액"], reading.Table.Columns.Select(column => column.Name));
        Assert.Equal([1000, -500], Reads.Numbers(reading.Table.Columns[2]));
        Assert.Equal(1, reading.Evidence.BlankLines);
    }

    [Theory]
    [InlineData("files.macro-workbook", "xl/vbaProject.bin")]
    [InlineData("files.is-xlsb", "xl/workbook.bin")]
    public void Read_ForbiddenPart_SaysWhy(string code, string part) => Assert.Equal(code, Reads.Refused(With(Written(Deals), part, "x"u8.ToArray()), "book.xlsx").Code);

    [Fact]
    public void Read_MacroExtension_IsRefused() => Assert.Equal("files.macro-workbook", Reads.Refused(Written(Deals), "book.xlsm").Code);

    [Fact]
    public void Read_PlainArchive_IsRefused()
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("deals.csv");
        }

        Assert.Equal("files.is-archive", Reads.Refused(target.ToArray(), "deals.xlsx").Code);
    }

    [Fact]
    public void Read_OpenDocument_IsRefused() =>
        Assert.Equal("files.is-ods", Reads.Refused(With(With(Written(Deals), "content.xml", "<a/>"u8.ToArray()), "mimetype", "x"u8.ToArray()), "deals.ods").Code);

    [Fact]
    public void Read_Dtd_IsRefused() => Assert.Equal("files.workbook-with-dtd",
        Reads.Refused(Edited(Written(Deals), "xl/workbook.xml", xml => xml.Replace("<workbook", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook", StringComparison.Ordinal)), "book.xlsx").Code);

    [Theory]
    [InlineData(2_001, 10, "files.too-many-parts")]
    [InlineData(1, 400 << 20, "files.workbook-too-large")]
    [InlineData(1, 150 << 20, "files.workbook-too-large")]
    public void Read_Bomb_IsRefusedBeforeItUnpacks(int parts, int size, string code)
    {
        var target = new MemoryStream();
        target.Write(Written(Deals));
        using (var archive = new ZipArchive(target, ZipArchiveMode.Update, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            block.AsSpan().Fill((byte)' ');
            for (var i = 0; i < parts; i++)
            {
                using var stream = archive.CreateEntry($"xl/extra{i}.xml", CompressionLevel.Fastest).Open();
                for (var left = size; left > 0; left -= block.Length)
                {
                    stream.Write(block, 0, Math.Min(left, block.Length));
                }
            }
        }

        var bytes = target.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(code, Reads.Refused(bytes, "book.xlsx").Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 60 << 20, "The guard unpacked into memory.");
    }

    [Fact]
    public void Read_SheetThatClaimsMillionsOfColumns_IsRefused()
    {
        var wide = Edited(Written(Deals), "xl/worksheets/sheet1.xml", xml => xml.Replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>", StringComparison.Ordinal));
        Assert.Equal("files.sheet-too-large", Reads.Refused(wide, "book.xlsx").Code);
    }

    [Fact]
    public void Read_TruncatedOrScrambledWorkbook_IsRefusedOrReadNeverThrows()
    {
        var sound = Written(Deals);
        using var folder = new ScratchFolder();
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var bytes = sound.ToArray();
            for (var i = 0; i <= random.Next(6); i++)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            var result = Reads.All(folder.Write("book.xlsx", seed % 3 == 0 ? bytes[..random.Next(10, bytes.Length)] : bytes));
            Assert.True(result.IsAccepted ? result.Value.Count > 0 : result.Reasons[0].Code.StartsWith("files.", StringComparison.Ordinal));
        }
    }

    private static IReadOnlyList<TableFileReading> Read(byte[] bytes)
    {
        using var folder = new ScratchFolder();
        return Reads.All(folder.Write("book.xlsx", bytes)).Value;
    }

    private static byte[] Written(params Table[] tables)
    {
        var target = new MemoryStream();
        Assert.True(XlsxFile.Write(target, tables).IsAccepted);
        return target.ToArray();
    }

    private static byte[] With(byte[] workbook, string part, byte[] content)
    {
        var target = new MemoryStream();
        target.Write(workbook);
        using (var archive = new ZipArchive(target, ZipArchiveMode.Update, leaveOpen: true))
        using (var stream = archive.CreateEntry(part).Open())
        {
            stream.Write(content);
        }

        return target.ToArray();
    }

    private static byte[] Edited(byte[] workbook, string part, Func<string, string> edit)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(archive.GetEntry(part)!.Open());
        var text = edit(reader.ReadToEnd());
        var target = new MemoryStream();
        target.Write(workbook);
        using (var updated = new ZipArchive(target, ZipArchiveMode.Update, leaveOpen: true))
        {
            updated.GetEntry(part)!.Delete();
            using var stream = updated.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }
}
