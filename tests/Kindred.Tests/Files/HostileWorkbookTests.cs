using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Kindred.Tests.Files;

/// <summary>Workbooks that were made to hurt: each is refused with a reason before anything unpacks it into memory, and none opens a file or an address.</summary>
public sealed class HostileWorkbookTests
{
    private const string Rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
    private const string TooLarge = "files.workbook-too-large";

    public static TheoryData<string, string> Bombs => new()
    {
        { "one part of 400 MB", TooLarge },
        { "a part of 150 MB at 1000:1", TooLarge },
        { "twenty parts of 20 MB", TooLarge },
        { "forged sizes", "files." },
        { "parts that share their bytes", TooLarge },
        { "100,000 parts", "files.too-many-parts" },
        { "archives inside archives", "files.is-archive" },
        { "an archive with itself as its only part", "files.is-archive" },
        { "a million elements inside each other", TooLarge },
        { "nesting hidden by attributes", TooLarge },
        { "nesting hidden by comments", TooLarge },
        { "nesting hidden by character data", TooLarge },
        { "nesting in an encoding of two bytes", "files.workbook-not-utf8" },
        { "nesting in a part that bears no XML name", "files.broken-workbook" },
        { "a cell of 40 MB", TooLarge },
        { "an attribute of 40 MB", TooLarge },
        { "six million shared texts", TooLarge },
        { "a million merged ranges", TooLarge },
        { "a million formats", TooLarge },
        { "a million columns described", TooLarge },
        { "a cell in the last corner", "files.sheet-too-large" },
        { "an archive cut in half", "files.broken-workbook" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Read_ABomb_IsRefusedWithoutUnpackingIt(string which, string code)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("book.xlsx", Bomb(which));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Reads.All(path);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.False(result.IsAccepted);
        Assert.StartsWith(code, result.Reasons[0].Code, StringComparison.Ordinal);
        Assert.Contains("book.xlsx", result.Reasons[0].Message.En, StringComparison.Ordinal);
        Assert.True(allocated < 100 << 20, $"{allocated >> 20} MB were allocated to refuse it.");
    }

    public static TheoryData<string, string> Outsiders => new()
    {
        // An empty code: accepted, with the sheet's own cells.
        { "DTD of a file", "files.workbook-with-dtd" },
        { "DTD of an address", "files.workbook-with-dtd" },
        { "parameter entity", "files.workbook-with-dtd" },
        { "entities that grow", "files.workbook-with-dtd" },
        { "DTD behind 70 KB", "files.workbook-with-dtd" },
        { "DTD across two blocks", "files.workbook-with-dtd" },
        { "DTD in UTF-16", "files.workbook-not-utf8" },
        { "DTD in UTF-7", "files.workbook-not-utf8" },
        { "DTD in the relations", "files.workbook-with-dtd" },
        { "sheet outside the workbook", "files." },
        { "link to another workbook", "" },
        { "picture from an address", "" },
        { "data connection", "" },
        { "program call as a formula", "" },
        { "macros", "files.macro-workbook" },
        { "style sheet instruction", "" },
        { "schema of an address", "" },
    };

    [Theory]
    [MemberData(nameof(Outsiders))]
    public void Read_AWorkbookThatPointsOutside_OpensNothing(string which, string code)
    {
        using var folder = new ScratchFolder();
        folder.Write("secret.txt", "the secret words");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = "http://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture) + "/x";
        var result = Reads.All(folder.Write("book.xlsx", Outsider(which, address, new Uri(Path.Combine(folder.Root, "secret.txt")).AbsoluteUri)));
        Assert.False(listener.Pending(), "An address was opened.");
        if (code.Length > 0)
        {
            Assert.StartsWith(code, result.Reasons[0].Code, StringComparison.Ordinal);
            Assert.DoesNotContain("secret words", result.Reasons[0].Message.En, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(["x"], Reads.Words(Assert.Single(result.Value), "name"));
        }
    }

    private static byte[] Bomb(string which) => which switch
    {
        "one part of 400 MB" => Book().Part("xl/extra.xml", stream => Repeat(stream, " "u8, 400 << 20)).ToBytes(),
        "a part of 150 MB at 1000:1" => Book().Part("xl/media/picture.png", stream => Repeat(stream, "\0"u8, 150 << 20), CompressionLevel.SmallestSize).ToBytes(),
        "twenty parts of 20 MB" => Enumerable.Range(0, 20).Aggregate(Book(), (book, i) => book.Part($"xl/media/{i}.bin", stream => Noisy(stream, 20 << 20, 32))).ToBytes(),
        "forged sizes" => Forged(Book().Part("xl/extra.xml", stream => Repeat(stream, " "u8, 200 << 20)).ToBytes()),
        "parts that share their bytes" => Shared(),
        "100,000 parts" => Enumerable.Range(0, 100_000).Aggregate(Book(), (book, i) => book.Part($"xl/media/{i}", [])).ToBytes(),
        "archives inside archives" => Zipped("inner.zip", Zipped("inner.zip", Zipped("deals.csv", "a,b\n1,2\n"u8.ToArray()))),
        "an archive with itself as its only part" => Zipped("book.xlsx", Zipped("book.xlsx", [])),
        "a million elements inside each other" => Sheet("", stream => Nested(stream, i => $"<a{i % 9973:x}>")),
        "nesting hidden by attributes" => Sheet("", stream => Nested(stream, i => $"<a{i % 9973:x} b=\"/>\" c='</a>'>")),
        "nesting hidden by comments" => Sheet("", stream => Nested(stream, i => $"<a{i % 9973:x}><!--></a></a>--><!---></a>-->")),
        "nesting hidden by character data" => Sheet("", stream => Nested(stream, i => $"<a{i % 9973:x}><![CDATA[</a></a>]]>")),
        "nesting in an encoding of two bytes" => Sheet("<?xml version=\"1.0\" encoding=\"iso-2022-jp\"?>", stream => Nested(stream, i => $"<a{i % 9973:x}>\u001B$B</</\u001B(B")),
        "nesting in a part that bears no XML name" => new TestWorkbook { Target = "worksheets/sheet{0}.png" }.Raw("<a>" + string.Concat(Enumerable.Repeat("<a>", 100_000))).ToBytes(),
        "a cell of 40 MB" => Sheet("", stream => Around(stream, "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>", "</t></is></c></row></sheetData>")),
        "an attribute of 40 MB" => Sheet("", stream => Around(stream, "<sheetData><row r=\"1\"><c r=\"A1\" x=\"", "\"/></row></sheetData>")),
        "six million shared texts" => new TestWorkbook { Shared = "" }.Sheet(Rows).Part("xl/sharedStrings.xml", stream => Many(stream, "sst", 6_000_000, i => "<si><t>" + Mixed(i) + "</t></si>")).ToBytes(),
        "a million merged ranges" => Sheet("", stream => Many(stream, "mergeCells", 1_000_000, i => $"<mergeCell ref=\"{Reference(i)}:{Reference(i + 1)}\"/>")),
        "a million formats" => Book().Part("xl/more.xml", stream => Many(stream, "x:cellXfs xmlns:x=\"y\"", 1_000_000, i => $"<x:xf numFmtId=\"{i * 7919L % 1_000_003}\"/>")).ToBytes(),
        "a million columns described" => Sheet("", stream => Many(stream, "cols", 1_000_000, i => $"<col min=\"{i * 7919L % 1_000_003}\" max=\"{i * 31L % 1_000_003}\"/>")),
        "a cell in the last corner" => new TestWorkbook().Sheet(Rows + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").ToBytes(),
        _ => Book().ToBytes()[..600],
    };

    private static byte[] Outsider(string which, string address, string file)
    {
        string Prolog(string dtd) => "<?xml version=\"1.0\"?>" + dtd;
        TestWorkbook Dtd(string dtd) => new TestWorkbook { Prolog = Prolog(dtd) }.Sheet(Rows.Replace("<t>x</t>", "<t>&e;</t>", StringComparison.Ordinal));
        var book = which switch
        {
            "DTD of a file" => Dtd($"<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"{file}\">]>"),
            "DTD of an address" => Dtd($"<!DOCTYPE worksheet SYSTEM \"{address}\">"),
            "parameter entity" => Dtd($"<!DOCTYPE worksheet [<!ENTITY % p SYSTEM \"{address}\"> %p; <!ENTITY e \"x\">]>"),
            "entities that grow" => Dtd("<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY e \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"),
            "DTD behind 70 KB" => Dtd("<!--" + new string('x', 70_000) + $"--><!DOCTYPE worksheet [<!ENTITY e SYSTEM \"{file}\">]>"),
            "DTD across two blocks" => Dtd("<!--" + new string('x', 65_536 - 21 - 4 - 3 - 5) + $"--><!DOCTYPE worksheet [<!ENTITY e SYSTEM \"{file}\">]>"),
            "DTD in UTF-16" => Book().Part("xl/more.xml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"<!DOCTYPE x SYSTEM \"{address}\"><x/>")).ToArray()),
            "DTD in UTF-7" => Book().Part("xl/more.xml", $"<?xml version=\"1.0\" encoding=\"utf-7\"?>+ADwAIQ-DOCTYPE x SYSTEM \"{address}\"><x/>"),
            "DTD in the relations" => Book().Part("xl/worksheets/_rels/sheet1.xml.rels", Prolog($"<!DOCTYPE x SYSTEM \"{address}\"><x/>")),
            "sheet outside the workbook" => new TestWorkbook { MoreRelations = "" }.Sheet(Rows).Part("xl/other.txt", "x"),
            "link to another workbook" => new TestWorkbook { MoreRelations = $"<Relationship Id=\"rIdLink\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink\" Target=\"externalLinks/externalLink1.xml\"/>" }.Sheet(Rows)
                .Part("xl/externalLinks/externalLink1.xml", $"<externalLink xmlns=\"{TestWorkbook.Main}\"><externalBook xmlns:r=\"r\" r:id=\"rId1\"/></externalLink>")
                .Part("xl/externalLinks/_rels/externalLink1.xml.rels", $"<Relationships><Relationship Id=\"rId1\" Type=\"externalLinkPath\" Target=\"{address}\" TargetMode=\"External\"/></Relationships>"),
            "picture from an address" => Book().Part("xl/drawings/_rels/drawing1.xml.rels", $"<Relationships><Relationship Id=\"rId1\" Type=\"image\" Target=\"{address}\" TargetMode=\"External\"/></Relationships>"),
            "data connection" => Book().Part("xl/connections.xml", $"<connections><connection id=\"1\" refreshOnLoad=\"1\"><webPr url=\"{address}\"/></connection></connections>"),
            "program call as a formula" => new TestWorkbook().Sheet(Rows.Replace("t=\"inlineStr\"><is><t>x</t></is>", "t=\"str\"><f>cmd|'/c calc'!A1</f><v>x</v>", StringComparison.Ordinal)),
            "macros" => Book().Part("xl/vbaProject.bin", "x"),
            "style sheet instruction" => new TestWorkbook { Prolog = Prolog($"<?xml-stylesheet type=\"text/xsl\" href=\"{address}\"?>") }.Sheet(Rows),
            _ => new TestWorkbook().Raw($"<worksheet xmlns=\"{TestWorkbook.Main}\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"{TestWorkbook.Main} {address}\"><sheetData>{Rows}</sheetData></worksheet>"),
        };
        if (which == "sheet outside the workbook")
        {
            return new TestWorkbook { Target = "../../../secret.txt" }.Sheet(Rows).ToBytes();
        }

        return book.ToBytes();
    }

    private static TestWorkbook Book() => new TestWorkbook().Sheet(Rows);

    /// <summary>A workbook whose only sheet is written by hand.</summary>
    private static byte[] Sheet(string prolog, Action<Stream> write) => new TestWorkbook { Target = "worksheets/none{0}.xml" }.Sheet(Rows).Part("xl/worksheets/sheet1.xml", stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(prolog + $"<worksheet xmlns=\"{TestWorkbook.Main}\">"));
        write(stream);
    }).ToBytes();

    private static void Nested(Stream stream, Func<int, string> open) => Many(stream, "sheetData", 1_000_000, open);

    private static void Many(Stream stream, string root, int count, Func<int, string> one)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        writer.Write("<" + root + ">");
        for (var i = 0; i < count; i++)
        {
            writer.Write(one(i));
        }
    }

    private static void Around(Stream stream, string before, string after)
    {
        stream.Write(Encoding.UTF8.GetBytes(before));
        Noisy(stream, 40 << 20);
        stream.Write(Encoding.UTF8.GetBytes(after));
    }

    private static void Repeat(Stream stream, ReadOnlySpan<byte> what, int bytes)
    {
        var block = new byte[1 << 20];
        block.AsSpan().Fill(what[0]);
        for (var left = bytes; left > 0; left -= block.Length)
        {
            stream.Write(block, 0, Math.Min(left, block.Length));
        }
    }

    /// <summary>Letters that compress about two to one, or one in so many of them.</summary>
    private static void Noisy(Stream stream, int bytes, int oneIn = 1)
    {
        var block = new byte[1 << 20];
        new Random(5).NextBytes(block);
        for (var i = 0; i < block.Length; i++)
        {
            block[i] = i % oneIn == 0 ? (byte)('a' + (block[i] & 15)) : (byte)'a';
        }

        for (var left = bytes; left > 0; left -= block.Length)
        {
            stream.Write(block, 0, Math.Min(left, block.Length));
        }
    }

    private static string Mixed(int i) => ((uint)i * 2654435761u).ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    private static string Reference(int i) => "ABCDEFGH"[i % 8] + ((i * 7919L % 1_000_003) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Zipped(string name, byte[] content)
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        using (var stream = archive.CreateEntry(name).Open())
        {
            stream.Write(content);
        }

        return target.ToArray();
    }

    /// <summary>Every declared unpacked size becomes 10 bytes, every declared packed size 4 GB.</summary>
    private static byte[] Forged(byte[] workbook)
    {
        for (var i = 0; i + 30 < workbook.Length; i++)
        {
            if (workbook.AsSpan(i).StartsWith("PK\u0001\u0002"u8))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(workbook.AsSpan(i + 24), 10);
            }
        }

        return workbook;
    }

    /// <summary>1,500 entries of the directory that all point to the bytes of one part of 1 MB.</summary>
    private static byte[] Shared()
    {
        var book = Book();
        for (var i = 0; i < 1_500; i++)
        {
            book.Part($"xl/{i:00000}.xml", i == 0 ? Encoding.UTF8.GetBytes(new string(' ', 1 << 20)) : []);
        }

        var bytes = book.ToBytes();
        var entries = new List<int>();
        for (var i = 0; i + 46 < bytes.Length; i++)
        {
            if (bytes.AsSpan(i).StartsWith("PK\u0001\u0002"u8))
            {
                entries.Add(i);
            }
        }

        var kernel = entries.First(at => Encoding.ASCII.GetString(bytes, at + 46, 12) == "xl/00000.xml");
        foreach (var at in entries.Where(at => bytes.AsSpan(at + 46).StartsWith("xl/0"u8) && at != kernel))
        {
            bytes.AsSpan(kernel + 10, 18).CopyTo(bytes.AsSpan(at + 10));
            bytes.AsSpan(kernel + 42, 4).CopyTo(bytes.AsSpan(at + 42));
        }

        return bytes;
    }
}
