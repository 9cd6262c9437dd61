using Kindred.Core.Tables;
using Kindred.Files.Writing;
using Xunit;

namespace Kindred.Tests.Files;

public sealed class SafeCsvTests
{
    private static readonly string[] Starters = ["=", "+", "-", "@", "\t=", "\r", "＝", "＋", "－", "＠", "'=", "''-", "'"];
    private static readonly string[] Bodies = ["1+1", "cmd|'/c calc'!A1", "HYPERLINK(\"http://x\",\"y\")", "SUM(A1:A9)", "x", "IMPORTXML(\"a\")", "\"quoted\"", "a,b;c", "line\nbreak", "IF(1=1,\"a\",\"b\")"];

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("+82-10-1234-5678", "'+82-10-1234-5678")]
    [InlineData("+821012345678", "'+821012345678")]
    [InlineData("-12345678901234567", "'-12345678901234567")]
    [InlineData("+3.5", "+3.5")]
    [InlineData("-USD5", "'-USD5")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u00A0@x", "'\u00A0@x")]
    [InlineData("\n-", "\"'\n-\"")]
    [InlineData(" plain", "\" plain\"")]
    [InlineData("-5", "-5")]
    [InlineData("-1,234.50", "\"-1,234.50\"")]
    [InlineData("-₩500", "-₩500")]
    [InlineData("'tis", "'tis")]
    [InlineData("plain", "plain")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    public void Cell_FormulaStarter_IsPrefixedUnlessANumber(string text, string expected) => Assert.Equal(expected, SafeCsv.Cell(text));

    [Fact]
    public void Write_Payloads_ComeBackUnchangedAndNeverAsFormula()
    {
        var payloads = Starters.SelectMany(starter => Bodies.Select(body => starter + body)).Concat(["+82-10-1234-5678", "-", "--", "'", "''", "-x", "=", "a'=b", "+1 (512) 757-6000", "-5", "+3.5", "-1,234.50", "=1"]).Distinct().ToArray();
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Root, "out.csv");
        using (var stream = File.Create(path))
        {
            SafeCsv.Write(stream, new Table("t", [TextColumn.From("n", [.. payloads.Select((_, i) => $"k{i}")]), TextColumn.From("payload", payloads)]));
        }

        Assert.True(payloads.Length > 130);
        foreach (var payload in payloads.Where(payload => payload[0] is '=' or '@' or '\t' or '\r'))
        {
            Assert.StartsWith("'", SafeCsv.Cell(payload).TrimStart('"'), StringComparison.Ordinal);
        }

        var reading = Assert.Single(Reads.All(path).Value);
        Assert.Empty(reading.Rejects);
        Assert.Equal(payloads, Reads.Words(reading, "payload"));
    }

    [Fact]
    public void Write_NegativeAndPhoneNumbers_ComeBackUnchanged()
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Root, "out.csv");
        string[] phones = ["+82-10-1234-5678", "+821012345678", "(512) 757-6000"];
        using (var stream = File.Create(path))
        {
            SafeCsv.Write(stream, new Table("t", [TextColumn.From("who", phones), new NumberColumn("n", [-1.5, -2, double.NaN]), new DateColumn("d", [new DateTime(2026, 1, 13).Ticks, DateColumn.Missing, new DateTime(2026, 1, 2, 3, 4, 5).Ticks])]));
        }

        var reading = Assert.Single(Reads.All(path).Value);
        Assert.Equal(phones, Reads.Words(reading, "who"));
        Assert.Equal([-1.5, -2, double.NaN], Reads.Numbers(reading.Table.Columns[1]));
        Assert.Equal(["2026-01-13", "", "2026-01-02T03:04:05"], Reads.Texts(reading.Table.Columns[2]));
        Assert.Equal(0xEF, File.ReadAllBytes(path)[0]);
    }
}
