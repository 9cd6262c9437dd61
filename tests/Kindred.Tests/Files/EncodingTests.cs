using System.Text;
using Kindred.Core.Tables;
using Kindred.Files;
using Xunit;

namespace Kindred.Tests.Files;

public sealed class EncodingTests
{
    private static readonly string[] Syllables = "가 나 다 라 마 바 사 서울 부산 주식회사 한국 전자 소프트 금융 제조 물류 교육 의료 상사 개발 영업 팀장 이사 똠 뷁 쌀 햏".Split(' ');
    private static readonly string[] Western = "café naïve Müller Ångström señor façade Łódź-free Zürich résumé Bjørn".Replace("Łódź-free", "Lodz", StringComparison.Ordinal).Split(' ');

    public static TheoryData<string> Korean => ["utf-8", "utf-8-bom", "utf-16le", "utf-16le-bare", "utf-16be", "utf-16be-bare", "cp949", "euc-kr", "nfd"];

    [Theory]
    [MemberData(nameof(Korean))]
    public void Read_KoreanFile_FindsTheEncodingWithoutLoss(string encoding)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var names = Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => Syllables[random.Next(encoding == "euc-kr" ? Syllables.Length - 4 : Syllables.Length)]))).ToArray();
            var text = "회사명,직원수,비고\r\n" + string.Concat(names.Select((name, i) => $"{name},{i * 7},ok\r\n"));
            var reading = Reads.One(Bytes(encoding, text));
            Assert.Equal("회사명", reading.Table.Columns[0].Name);
            Assert.Equal(names, Reads.Words(reading, "회사명"));
            Assert.Empty(reading.Rejects);
            Assert.Equal(Expected(encoding), reading.Evidence.Encoding);
        }
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("ascii", "utf-8")]
    public void Read_EnglishFile_FindsTheEncodingWithoutLoss(string encoding, string expected)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var names = Enumerable.Range(0, 40).Select(i => encoding == "ascii" ? $"Company {i}" : Western[random.Next(Western.Length)] + " " + i).ToArray();
            var text = "Account Name;Employees\n" + string.Concat(names.Select((name, i) => $"{name};{i}\n"));
            var bytes = encoding == "windows-1252" ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);
            var reading = Reads.One(bytes);
            Assert.Equal(names, Reads.Words(reading, "Account Name"));
            Assert.Equal(expected, reading.Evidence.Encoding);
        }
    }

    [Fact]
    public void Read_LongCp949File_DecodesAcrossBlocks()
    {
        var names = Enumerable.Range(0, 120_000).Select(i => new string('가', (i % 5) + 1) + "힣" + (i % 97)).ToArray();
        var reading = Reads.One(Bytes("cp949", "이름,n\n" + string.Concat(names.Select((name, i) => $"{name},{i}\n"))));
        Assert.Equal(names, Reads.Words(reading, "이름"));
    }

    [Fact]
    public void Read_ChosenEncoding_Overrides()
    {
        var bytes = Encoding.Latin1.GetBytes("name,n\ncafé,1\n");
        Assert.Equal("cp949", Reads.One(bytes, options: new TableFileOptions(Encoding: "euc-kr")).Evidence.Encoding);
        Assert.Equal(["café"], Reads.Words(Reads.One(bytes, options: new TableFileOptions(Encoding: "latin1")), "name"));
    }

    [Fact]
    public void Read_UndecodableCp949Bytes_AreRejectedNeverStored()
    {
        byte[] bytes = [.. Bytes("cp949", "이름,값\n가나다라마바사아자차,1\n카타파하갸냐댜랴먀뱌,2\n"), 0xC9, 0x20, .. ",3\n"u8, .. Bytes("cp949", "서울특별시강남구,4\n")];
        var reading = Reads.One(bytes, options: new TableFileOptions(Encoding: "cp949"));
        Assert.Equal("files.undecodable", Assert.Single(reading.Rejects).Reason.Code);
        Assert.Equal(3, reading.Table.RowCount);
    }

    [Fact]
    public void Read_DecomposedAndComposedNames_AreOneWord()
    {
        var reading = Reads.One("이름,n\n한국전자,1\n" + "한국전자".Normalize(NormalizationForm.FormD) + ",2\n");
        Assert.Equal(2, Assert.IsType<TextColumn>(reading.Table.Columns[0]).Dictionary.Length);
    }

    private static string Expected(string encoding) => encoding switch
    {
        "utf-8-bom" or "nfd" => "utf-8",
        "utf-16le-bare" => "utf-16le",
        "utf-16be-bare" => "utf-16be",
        "euc-kr" => "cp949",
        _ => encoding,
    };

    private static byte[] Bytes(string encoding, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "nfd" => Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormD)),
            "utf-16le" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16le-bare" => Encoding.Unicode.GetBytes(text),
            "utf-16be" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            "utf-16be-bare" => Encoding.BigEndianUnicode.GetBytes(text),
            _ => Encoding.GetEncoding(949).GetBytes(text),
        };
    }
}
