using Kindred.Core.Tables;
using Kindred.Files;
using Xunit;

namespace Kindred.Tests.Files;

public sealed class DelimitedReadingTests
{
    [Theory]
    [InlineData(',', "\n")]
    [InlineData(';', "\r\n")]
    [InlineData('\t', "\r")]
    [InlineData('|', "\n")]
    public void Read_AnyDelimiterAndLineEnd_FindsTheSameTable(char delimiter, string end)
    {
        var reading = Reads.One(string.Join(end, new[] { "name,size,city", "Ada,12,Seoul", "Bob,7,Busan", "" }).Replace(',', delimiter));
        Assert.Equal(["name", "size", "city"], reading.Table.Columns.Select(column => column.Name));
        Assert.Equal(["Ada", "Bob"], Reads.Words(reading, "name"));
        Assert.Equal([12, 7], Reads.Numbers(reading.Table.Find("size")!));
        Assert.Equal(delimiter, reading.Evidence.Delimiter);
        Assert.Equal(2, reading.RowCount);
    }

    [Fact]
    public void Read_QuotedCells_KeepLineBreaksDelimitersAndQuotes()
    {
        var reading = Reads.One("name,note\n\"A, Inc\",\"line one\nline \"\"two\"\"\"\r\nB,27\" screen\n\"C\" , \"spaced\"\n");
        Assert.Empty(reading.Rejects);
        Assert.Equal(["A, Inc", "B", "C"], Reads.Words(reading, "name"));
        Assert.Equal(["line one\nline \"two\"", "27\" screen", "spaced"], Reads.Words(reading, "note"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(250)]
    [InlineData(499)]
    [InlineData(500)]
    public void Read_OneUnclosedQuote_LosesExactlyOneRow(int broken)
    {
        var lines = Enumerable.Range(1, 500).Select(i => i == broken ? $"{i},\"open,x" : $"{i},\"quoted {i}\",\"a \"\"b\"\"\"");
        var reading = Reads.One("n,text,more\n" + string.Join("\n", lines) + "\n");
        Assert.Equal(499, reading.Table.RowCount);
        var reject = Assert.Single(reading.Rejects);
        Assert.Equal(broken + 1, reject.RowNumber);
        Assert.Equal($"{broken},\"open,x", reject.RawText);
        Assert.Equal("files.broken-quote", reject.Reason.Code);
        Assert.Equal(500, reading.RowCount);
    }

    [Fact]
    public void Read_UnclosedQuoteWithoutAnyLaterQuote_LosesExactlyOneRow()
    {
        var lines = Enumerable.Range(1, 60_000).Select(i => i == 3 ? "3,\"open" : $"{i},some plain text of twenty");
        var reading = Reads.One("n,text\n" + string.Join("\n", lines));
        Assert.Equal(59_999, reading.Table.RowCount);
        Assert.Equal(4, Assert.Single(reading.Rejects).RowNumber);
    }

    [Fact]
    public void Read_RaggedRows_AreRejectedWithLineAndText()
    {
        var reading = Reads.One("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n4,5,6\n");
        Assert.Equal(3, reading.Table.RowCount);
        Assert.Equal([(3L, "1,2"), (4L, "1,2,3,4")], reading.Rejects.Select(reject => (reject.RowNumber, reject.RawText)));
        Assert.All(reading.Rejects, reject => Assert.Equal("files.field-count", reject.Reason.Code));
        Assert.Contains("2 cells where the header has 3", reading.Rejects[0].Reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NulAndUndecodableBytes_AreRejectedRows()
    {
        var reading = Reads.One([.. "a,b\n1,x\n2,y\0\n3,"u8, 0xC3, 0x28, .. "\n4,한글과 유니코드 글자가 많은 행\n5,가나다라마바사아자차카타파하\n"u8]);
        Assert.Equal(["files.nul-byte", "files.undecodable"], reading.Rejects.Select(reject => reject.Reason.Code));
        Assert.Equal([3L, 4L], reading.Rejects.Select(reject => reject.RowNumber));
        Assert.Equal(3, reading.Table.RowCount);
        Assert.DoesNotContain('\uFFFD', string.Concat(Reads.Words(reading, "b")));
    }

    [Fact]
    public void Read_RecordBeyondTheCap_IsOneReject()
    {
        var reading = Reads.One("a,b\n1,x\n2," + new string('y', 3_000_000) + "\n3,z\n");
        var reject = Assert.Single(reading.Rejects);
        Assert.Equal(("files.record-too-long", 3L), (reject.Reason.Code, reject.RowNumber));
        Assert.StartsWith("2,yyy", reject.RawText, StringComparison.Ordinal);
        Assert.Equal(4096, reject.RawText.Length);
        Assert.Equal(["x", "z"], Reads.Words(reading, "b"));
    }

    [Fact]
    public void Read_TitleLinesAboveTheHeader_ArePassedOverAndShown()
    {
        var reading = Reads.One("매출 전자세금계산서 목록,,,,\n사업자등록번호,123-45-67891,,,\n\n작성일자,승인번호,상호,공급가액,세액\n2026-01-03,2026010341000001,가나상사,\"1,000\",100\n2026-01-05,2026010541000002,다라,-500,-50\n");
        Assert.Equal(4, reading.Evidence.HeaderLine);
        Assert.Equal(["매출 전자세금계산서 목록,,,,", "사업자등록번호,123-45-67891,,,"], reading.Evidence.TitleLines);
        Assert.Equal([1000, -500], Reads.Numbers(reading.Table.Find("공급가액")!));
        Assert.Equal(["2026010341000001", "2026010541000002"], Reads.Words(reading, "승인번호"));
    }

    [Fact]
    public void Read_EmptyAndRepeatedHeaders_GetNamesOfTheirOwn()
    {
        var reading = Reads.One("id,Name,,Name,Name (2)\n1,a,b,c,d\n");
        Assert.Equal(["id", "Name", "Column 3", "Name (3)", "Name (2)"], reading.Table.Columns.Select(column => column.Name));
        Assert.Equal([new HeaderRepair(3, "", "Column 3"), new HeaderRepair(4, "Name", "Name (3)")], reading.Evidence.HeaderRepairs);
    }

    [Fact]
    public void Read_ReportExport_RejectsRepeatedHeaderAndFooters()
    {
        var reading = Reads.One("Opportunity,Amount,Stage\nA,10,Won\nOpportunity,Amount,Stage\nTotal Energies,20,Lost\n\nGrand Total,30,\n\"Confidential Information - Do Not Distribute\"\n\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n");
        Assert.Equal(["A", "Total Energies"], Reads.Words(reading, "Opportunity"));
        Assert.Equal([3L], reading.Evidence.RepeatedHeaders);
        Assert.Equal([6L, 7L, 8L], reading.Evidence.Footers.Select(footer => footer.Line));
        Assert.Equal(["files.repeated-header", "files.footer-line", "files.footer-line", "files.footer-line"], reading.Rejects.Select(reject => reject.Reason.Code));
        Assert.Equal(6, reading.RowCount);
        Assert.Equal(1, reading.Evidence.BlankLines);
    }

    [Fact]
    public void Read_WordForTotalInsideTheTable_StaysARow()
    {
        var reading = Reads.One("name,amount,note\nTotal,1,\n합계,2,\nAda,3,x\n");
        Assert.Equal(["Total", "합계", "Ada"], Reads.Words(reading, "name"));
        Assert.Empty(reading.Rejects);
    }

    [Fact]
    public void Read_SeparatorHint_IsFollowed()
    {
        var reading = Reads.One("sep=;\na;b\n1,5;2\n");
        Assert.Equal([1.5], Reads.Numbers(reading.Table.Find("a")!));
        Assert.Equal(2, reading.Evidence.HeaderLine);
    }

    [Fact]
    public void Read_RowOfSeparators_IsRejected()
    {
        var reading = Reads.One("a,b\n1,2\n,\n3,4\n");
        Assert.Equal(("files.empty-row", 3L), (Assert.Single(reading.Rejects).Reason.Code, reading.Rejects[0].RowNumber));
    }

    [Fact]
    public void Read_OneColumn_KeepsQuotedEmptyCells()
    {
        var reading = Reads.One("name\nAda\n\"\"\nBob\n");
        Assert.Equal(2 + 1, reading.RowCount);
        Assert.Equal("files.empty-row", Assert.Single(reading.Rejects).Reason.Code);
    }

    [Fact]
    public void Read_ManyRows_KeepsOneByteCodesForSmallCategories()
    {
        var reading = Reads.One("word,digit\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"w{i % 7},{i % 11}\n")));
        Assert.Equal(1, Assert.IsType<TextColumn>(reading.Table.Columns[0]).Codes.Width);
        var digits = Assert.IsType<NumberColumn>(reading.Table.Columns[1]);
        Assert.Equal(1, digits.Codes!.Width);
        Assert.Equal(12, digits.Distinct!.Length);
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => (double)(i % 11)), digits.ToArray());
    }

    [Fact]
    public void Read_ColumnOfManyDistinctCells_KeepsEveryCell()
    {
        var cells = Enumerable.Range(0, 30_000).Select(i => i % 3 == 0 ? "" : i % 3 == 1 ? $"company {i}" : "repeated").ToArray();
        var reading = Reads.One("n,name\n" + string.Concat(cells.Select((cell, i) => $"{i},{cell}\n")));
        Assert.Equal(cells, Reads.Words(reading, "name"));
    }

    [Theory]
    [InlineData("Account,2026-01,2026-02,2026-03\nAda,10,20,30\nBob,1,2,3\n")]
    [InlineData("Account,2024,2025,2026\nAda,10,20,30\nBob,1,2,3\n")]
    [InlineData("Account;Jan 1, 2026;Feb 1, 2026;Mar 1, 2026\nAda;10;20;30\nBob;1;2;3\n")]
    public void Read_MonthsAsHeader_NameColumns(string text)
    {
        var reading = Reads.One(text);
        Assert.Equal((1L, 2, 4), (reading.Evidence.HeaderLine, reading.Table.RowCount, reading.Table.Columns.Count));
        Assert.Equal([10, 1], Reads.Numbers(reading.Table.Columns[1]));
    }

    [Fact]
    public void Read_ManyColumnsAndLineBreaksInsideQuotes_TakesLittleMemory()
    {
        var header = string.Join(",", Enumerable.Range(0, 10_000).Select(i => $"c{i}"));
        var row = "\"" + new string('\n', 500_000) + "x\"" + new string(',', 9_999);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Reads.One($"{header}\n{row}\n{row}\n");
        Assert.Equal(2, reading.Table.RowCount);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 300 << 20, $"{(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} MiB");
    }
}
