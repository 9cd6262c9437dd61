using System.IO.Compression;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Files;

/// <summary>Workbooks as other programs write them: honest, and each odd in its own way.</summary>
public sealed class OddWorkbookTests
{
    private const string Names = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>value</t></is></c></row>";

    public static TheoryData<string, string> Cells => new()
    {
        // A cell as it stands in the sheet, and what it reads as.
        { "<c r=\"B2\" t=\"inlineStr\"><is><t>plain</t></is></c>", "plain" },
        { "<c r=\"B2\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r></is></c>", "rich text" },
        { "<c r=\"B2\" t=\"s\"><v>0</v></c>", "shared" },
        { "<c r=\"B2\" t=\"s\"><v>1</v></c>", "공유 서식" },
        { "<c r=\"B2\" t=\"s\"><v>2</v></c>", "two\nlines" },
        { "<c r=\"B2\" t=\"str\"><f>CONCAT(\"a\",\"b\")</f><v>ab</v></c>", "ab" },
        { "<c r=\"B2\"><f>1+1</f><v>2</v></c>", "2" },
        { "<c r=\"B2\"><f>1+1</f></c>", "" },
        { "<c r=\"B2\" t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:9/\")</f><v>kept</v></c>", "kept" },
        { "<c r=\"B2\" t=\"b\"><v>1</v></c>", "True" },
        { "<c r=\"B2\" t=\"e\"><v>#DIV/0!</v></c>", "" },
        { "<c r=\"B2\" t=\"e\"><f>VLOOKUP(1,A:A,1)</f><v>#N/A</v></c>", "" },
        { "<c r=\"B2\" s=\"1\"><v>46347</v></c>", "2026-11-21" },
        { "<c r=\"B2\" s=\"3\"><v>46347</v></c>", "2026-11-21" },
        { "<c r=\"B2\" s=\"5\"><v>46347</v></c>", "2026-11-21" },
        { "<c r=\"B2\" t=\"d\"><v>2026-11-21T00:00:00</v></c>", "2026-11-21" },
        { "<c r=\"B2\" s=\"2\"><v>0.25</v></c>", "0.25" },
        { "<c r=\"B2\"><v>1.5E3</v></c>", "1500" },
        { "<c r=\"B2\"><v>-0.1</v></c>", "-0.1" },
        { "<c><v>5</v></c>", "5" },
        { "<c r=\"B2\" t=\"inlineStr\"><is><t><![CDATA[<b> & co]]></t></is></c>", "<b> & co" },
        { "<c r=\"B2\" t=\"inlineStr\"><is><t>a<!-- a note -->b</t></is></c>", "ab" },
        { "<c r=\"B2\" t=\"inlineStr\"><is><t>&lt;!DOCTYPE x&gt; &#44032;</t></is></c>", "<!DOCTYPE x> 가" },
        { "<c r=\"B2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">  kept  </t></is></c>", "kept" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Read_ACell_IsItsCachedValue(string cell, string expected)
    {
        var first = cell.StartsWith("<c>", StringComparison.Ordinal) ? "<c t=\"inlineStr\"><is><t>x</t></is></c>" : "<c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c>";
        var book = new TestWorkbook { Shared = "<si><t>shared</t></si><si><r><t>공유 </t></r><r><rPr><b/></rPr><t>서식</t></r><rPh sb=\"0\" eb=\"1\"><t>furigana</t></rPh></si><si><t>two_x000D_\nlines</t></si>" }
            .Sheet(Names + $"<row r=\"2\">{first}{cell}</row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>y</t></is></c></row>");
        var table = Assert.Single(Reads.All(book).Value).Table;
        Assert.Equal(("x", "y"), (table.Columns[0].TextAt(0), table.Columns[0].TextAt(1)));
        Assert.Equal((expected, 2), ((table.Columns[1] is TextColumn text ? text.RawAt(0) : table.Columns[1].TextAt(0)).Replace("\r", "", StringComparison.Ordinal), table.RowCount));
    }

    [Fact]
    public void Read_DatesFrom1904_AreTheDaysMeant()
    {
        var rows = Names + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"B2\" s=\"1\"><v>44885</v></c></row>";
        Assert.Equal("2026-11-21", Only(new TestWorkbook { Properties = "date1904=\"1\"" }.Sheet(rows)).Columns[1].TextAt(0));
        Assert.Equal("2022-11-20", Only(new TestWorkbook().Sheet(rows)).Columns[1].TextAt(0));
        // Format 31 is 2026년 11월 21일 of Korean spreadsheets, which other readers take for a plain number.
        Assert.Equal("2026-11-21", Only(new TestWorkbook { Properties = "date1904=\"true\"" }.Sheet(rows.Replace("s=\"1\"", "s=\"5\"", StringComparison.Ordinal))).Columns[1].TextAt(0));
    }

    [Fact]
    public void Read_MergedCells_GiveTheirValueOnceAndLoseNothing()
    {
        var table = Only(new TestWorkbook().Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>분기 보고</t></is></c></row>" + Names.Replace("r=\"1\"", "r=\"2\"", StringComparison.Ordinal).Replace("A1", "A2", StringComparison.Ordinal).Replace("B1", "B2", StringComparison.Ordinal)
            + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Seoul</t></is></c><c r=\"B3\"><v>1</v></c></row><row r=\"4\"><c r=\"A4\"/><c r=\"B4\"><v>2</v></c></row><row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>Busan</t></is></c><c r=\"B5\"><v>3</v></c></row>",
            after: "<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A3:A4\"/></mergeCells>"));
        Assert.Equal(["Seoul", "", "Busan"], Reads.Texts(table.Columns[0]));
        Assert.Equal([1, 2, 3], Reads.Numbers(table.Columns[1]));
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void Read_HiddenSheets_AreListedNotRead(string state)
    {
        var reading = Assert.Single(Reads.All(new TestWorkbook().Sheet(Rows("shown")).Sheet(Rows("secret"), "Hidden", $"state=\"{state}\"")).Value);
        Assert.Equal(["shown"], Reads.Words(reading, "name"));
        Assert.Equal(["Hidden2"], reading.Evidence.HiddenSheets);
    }

    [Fact]
    public void Read_EmptySheetsBesideAFullOne_AreNoTables() =>
        Assert.Equal("book.xlsx › Sheet2", Assert.Single(Reads.All(new TestWorkbook().Sheet("").Sheet(Rows("x")).Sheet("<row r=\"1\"/>")).Value).Table.Name);

    [Fact]
    public void Read_ATableFarFromTheCorner_IsFound()
    {
        const string Rows = "<row r=\"5\"><c r=\"C5\" t=\"inlineStr\"><is><t>name</t></is></c><c r=\"D5\" t=\"inlineStr\"><is><t>value</t></is></c></row><row r=\"6\"><c r=\"C6\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"D6\"><v>7</v></c></row>";
        var table = Only(new TestWorkbook().Sheet(Rows));
        Assert.Equal(("x", "7"), (table.Find("name")!.TextAt(0), table.Find("value")!.TextAt(0)));
    }

    [Fact]
    public void Read_AWrongDimension_LosesNoRow() =>
        Assert.Equal(["a", "b"], Reads.Words(Assert.Single(Reads.All(new TestWorkbook().Sheet(Rows("a", "b"), before: "<dimension ref=\"A1:A1\"/>")).Value), "name"));

    [Fact]
    public void Read_TheStrictFormOfTheFormat_SaysHowToSaveIt()
    {
        var strict = new TestWorkbook { Namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main", Relations = "http://purl.oclc.org/ooxml/officeDocument/relationships" }.Sheet(Rows("x"));
        var reason = Reads.Refused(strict.ToBytes(), "book.xlsx");
        Assert.Equal("files.strict-workbook", reason.Code);
        Assert.Contains("Excel Workbook (.xlsx)", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PrefixedElements_AreTheSame()
    {
        const string Sheet = $"<x:worksheet xmlns:x=\"{TestWorkbook.Main}\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>name</x:t></x:is></x:c></x:row><x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t>x</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>";
        Assert.Equal("x", Only(new TestWorkbook().Raw(Sheet)).Columns[0].TextAt(0));
    }

    [Fact]
    public void Read_AbsoluteTargets_AreFound() => Assert.Equal("x", Only(new TestWorkbook { Target = "/xl/worksheets/sheet{0}.xml" }.Sheet(Rows("x"))).Columns[0].TextAt(0));

    [Theory]
    [InlineData("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>")]
    [InlineData("<?xml version='1.0' encoding = 'UTF-8'?><!-- made by hand --><?mso-application progid=\"Excel.Sheet\"?>")]
    [InlineData("")]
    public void Read_AnyProlog_IsAccepted(string prolog) => Assert.Equal("x", Only(new TestWorkbook { Prolog = prolog }.Sheet(Rows("x"))).Columns[0].TextAt(0));

    /// <summary>What spreadsheets put beside the cells is passed over.</summary>
    [Fact]
    public void Read_OtherParts_ChangeNothing()
    {
        var drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + string.Concat(Enumerable.Repeat("<g>", 30)) + string.Concat(Enumerable.Repeat("</g>", 30)) + "</svg>";
        var book = new TestWorkbook().Sheet(Rows("x"), after: "<hyperlinks><hyperlink ref=\"A2\" location=\"A1\"/></hyperlinks>")
            .Part("xl/media/image1.svg", "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://127.0.0.1:9/svg11.dtd\">" + drawing).Part("xl/media/image2.png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0, 1, 2 })
            .Part("xl/drawings/drawing1.xml", drawing).Part("customXml/item1.xml", "<data>" + Convert.ToBase64String(Noise(2_000_000)) + "</data>").Part("xl/calcChain.xml", "<calcChain/>").Part("docProps/app.xml", "<Properties/>");
        Assert.Equal("x", Only(book).Columns[0].TextAt(0));
    }

    [Fact]
    public void Read_UncompressedParts_AreAccepted() =>
        Assert.Equal("x", Only(new TestWorkbook().Sheet(Rows("x")).Part("xl/theme/theme1.xml", "<a>" + new string(' ', 500_000) + "</a>", CompressionLevel.NoCompression)).Columns[0].TextAt(0));

    private static Table Only(TestWorkbook book) => Assert.Single(Reads.All(book).Value).Table;

    private static string Rows(params string[] names) => Names + string.Concat(names.Select((name, i) => $"<row r=\"{i + 2}\"><c r=\"A{i + 2}\" t=\"inlineStr\"><is><t>{name}</t></is></c><c r=\"B{i + 2}\"><v>{i}</v></c></row>"));

    private static byte[] Noise(int bytes)
    {
        var noise = new byte[bytes];
        new Random(3).NextBytes(noise);
        return noise;
    }
}
