using System.Text;
using Kindred.Files;
using Xunit;

namespace Kindred.Tests.Files;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("files.empty", "")]
    [InlineData("files.no-table", "\n\n  \n")]
    [InlineData("files.no-rows", "name,size\n")]
    [InlineData("files.no-rows", "name,size\n\n\n")]
    [InlineData("files.no-header", "1,2,3\n4,5,6\n")]
    [InlineData("files.broken-header", "\"name,size\nAda,1\nBob,2\n")]
    [InlineData("files.is-pdf", "%PDF-1.7\n1 0 obj")]
    [InlineData("files.is-html", "\uFEFF <!DOCTYPE html><html><body><table><tr><td>a</td></tr></table>")]
    [InlineData("files.is-html", "<table><tr><td>a,b</td></tr></table>")]
    [InlineData("files.is-xml", "<?xml version=\"1.0\"?><Workbook/>")]
    [InlineData("files.is-json", "[{\"a\":1}]")]
    public void Read_TextThatIsNoTable_SaysWhy(string code, string text)
    {
        var reason = Reads.Refused(text);
        Assert.Equal(code, reason.Code);
        Assert.EndsWith("file.csv", reason.Subject, StringComparison.Ordinal);
        Assert.Contains("요", reason.Message.Ko, StringComparison.Ordinal);
        Assert.True(reason.Message.En.Length > 20);
    }

    [Theory]
    [InlineData("files.is-binary", new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13 })]
    [InlineData("files.is-binary", new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0 })]
    [InlineData("files.is-binary", new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20 })]
    [InlineData("files.is-xls", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0 })]
    public void Read_BytesThatAreNoTable_SaysWhy(string code, byte[] bytes) => Assert.Equal(code, Reads.Refused(bytes).Code);

    [Fact]
    public void Read_EncryptedWorkbook_SaysSo() =>
        Assert.Equal("files.encrypted-workbook", Reads.Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]], "deals.xlsx").Code);

    [Fact]
    public void Read_MissingFileOrFolder_SaysSo()
    {
        using var folder = new ScratchFolder();
        Assert.Equal("files.not-found", Reads.All(Path.Combine(folder.Root, "gone.csv")).Reasons[0].Code);
        Assert.Equal("files.is-a-folder", Reads.All(folder.Root).Reasons[0].Code);
        Assert.Equal("files.not-found", TableFiles.Open(Path.Combine(folder.Root, "gone.csv"), ct: TestContext.Current.CancellationToken).Reasons[0].Code);
    }

    [Fact]
    public void Read_TooManyColumns_SaysHowMany()
    {
        var header = string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"c{i}"));
        var reason = Reads.Refused(header + "\n" + new string(',', 99_999) + "\n");
        Assert.Equal("files.too-many-columns", reason.Code);
        Assert.Contains("100000 columns", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownEncodingOrDelimiter_NamesTheAllowed()
    {
        var encoding = Reads.Refused("a,b\n1,2\n", options: new TableFileOptions(Encoding: "klingon"));
        Assert.Equal("files.unknown-encoding", encoding.Code);
        Assert.Contains("'klingon'", encoding.Message.En, StringComparison.Ordinal);
        Assert.Contains("cp949", encoding.Message.En, StringComparison.Ordinal);
        Assert.Equal("files.bad-delimiter", Reads.Refused("a,b\n1,2\n", options: new TableFileOptions(Delimiter: '"')).Code);
    }

    [Fact]
    public void Read_Unreadable_SaysSo()
    {
        Assert.SkipWhen(Environment.UserName == "root" || OperatingSystem.IsWindows(), "root reads every file");
        using var folder = new ScratchFolder();
        var path = folder.Write("locked.csv", "a,b\n1,2\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        Assert.Equal("files.unreadable", Reads.All(path).Reasons[0].Code);
    }
}
