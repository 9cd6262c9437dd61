using Kindred.Web.Account;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>The QR code of the second step against the published tables of ISO/IEC 18004:2015: capacities (table 7), blocks (table 9), format information (table C.1), version information (table D.1), alignment (table E.1).</summary>
public sealed class QrCodeTests
{
    /// <summary>Table C.1 after masking with 101010000010010, level L (01), masks 000 to 111.</summary>
    private static readonly string[] FormatsOfL = ["111011111000100", "111001011110011", "111110110101010", "111100010011101", "110011000101111", "110001100011000", "110110001000001", "110100101110110"];

    /// <summary>Table D.1, versions 7 to 13.</summary>
    private static readonly string[] Versions = ["000111110010010100", "001000010110111100", "001001101010011001", "001010010011010011", "001011101111110110", "001100011101100010", "001101100001000111"];

    /// <summary>Table 7: bytes that fit at level L, versions 1 to 13.</summary>
    private static readonly int[] Capacities = [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425];

    [Fact]
    public void Reader_PublishedCodewords_ArePassedAndAnAlteredOneIsNot()
    {
        // Annex I.2, version 1-M, "01234567".
        byte[] annex = [0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55];
        Assert.True(QrReader.IsCodeword(annex, 10));
        annex[3] ^= 1;
        Assert.False(QrReader.IsCodeword(annex, 10));
    }

    [Fact]
    public void Capacity_OfEveryVersion_IsThatOfTable7()
    {
        for (var version = 1; version <= Capacities.Length; version++)
        {
            Assert.Equal(17 + (4 * version), QrCode.Of(new string('a', Capacities[version - 1]))!.Size);
            Assert.Equal(version == Capacities.Length ? null : 21 + (4 * version), QrCode.Of(new string('a', Capacities[version - 1] + 1))?.Size);
        }
    }

    [Fact]
    public void Code_OfEveryVersion_IsReadBackByTheTables()
    {
        var masks = new HashSet<int>();
        for (var version = 1; version <= Capacities.Length; version++)
        {
            for (var kind = 0; kind < 4; kind++)
            {
                var text = TextOf(Capacities[version - 1] - kind, (7 * version) + kind);
                var reader = new QrReader(QrCode.Of(text)!);
                Assert.Equal(version, reader.Version);
                Assert.True(reader.HasItsPatterns());
                var mask = Array.IndexOf(FormatsOfL, reader.Format);
                Assert.True(mask >= 0, $"version {version}: format {reader.Format} is in no table");
                Assert.Equal(reader.Format, reader.FormatCopy);
                if (version >= 7)
                {
                    Assert.Equal((Versions[version - 7], Versions[version - 7]), (reader.VersionBits, reader.VersionCopy));
                }

                Assert.Equal(text, reader.Text(mask));
                masks.Add(mask);
            }
        }

        Assert.True(masks.Count >= 5, $"only {masks.Count} of 8 masks were chosen");
    }

    [Fact]
    public void Code_OfAnAuthenticatorAddress_IsReadBack()
    {
        const string Address = "otpauth://totp/Kindred:jiwoo%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Kindred&algorithm=SHA1&digits=6&period=30";
        var reader = new QrReader(QrCode.Of(Address)!);
        Assert.Equal(Address, reader.Text(Array.IndexOf(FormatsOfL, reader.Format)));
        var korean = new QrReader(QrCode.Of("새봄소프트 · 김지우")!);
        Assert.Equal("새봄소프트 · 김지우", korean.Text(Array.IndexOf(FormatsOfL, korean.Format)));
    }

    private static string TextOf(int length, int seed) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('!' + (((i * i) + (seed * i) + seed) % 90))));
}
