using System.Text.RegularExpressions;
using Kindred.Core.Members;
using Xunit;

namespace Kindred.Tests.Members;

public sealed partial class TokenTests
{
    /// <summary>CRC-32/ISO-HDLC's published check value.</summary>
    [Fact]
    public void Crc32_OfTheCheckString_IsThePublishedValue() => Assert.Equal(0xCBF43926u, Token.Crc32("123456789"));

    /// <summary>SHA-256 of "abc", FIPS 180-2 appendix B.1.</summary>
    [Fact]
    public void Sha256_OfAbc_IsThePublishedValue() => Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Token.Sha256("abc"));

    [Fact]
    public void New_OfKnownBytes_IsExact()
    {
        // 2^256 - 1 in base 62, by Python: 43 digits.
        var token = Token.New(Token.Session, new Randomness(bytes => Array.Fill(bytes, (byte)255))).Reveal();
        Assert.Matches(Form(), token);
        Assert.StartsWith("kds_" + MaxBase62, token, StringComparison.Ordinal);
    }

    [Fact]
    public void HashOf_AnyOneCharacterChanged_IsNull()
    {
        var token = Token.New(Token.Session, Randomness.System);
        Assert.NotNull(Token.HashOf(Token.Session, token));
        var text = token.Reveal();
        for (var i = 0; i < text.Length; i++)
        {
            Assert.Null(Token.HashOf(Token.Session, new Secret(text[..i] + (text[i] == 'a' ? 'b' : 'a') + text[(i + 1)..])));
        }

        Assert.Null(Token.HashOf(Token.OpenLink, token));
        Assert.Null(Token.HashOf(Token.Session, new Secret(text + "0")));
    }

    [Fact]
    public void New_TenThousand_AreDifferent() => Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => Token.New(Token.Session, Randomness.System).Reveal()).Distinct().Count());

    [GeneratedRegex("^kds_[0-9A-Za-z]{49}$")]
    private static partial Regex Form();

    private const string MaxBase62 = "yhjskwdA6OZ1AL1YmHWZWm8LLG7HjnuCA2j5rOw8Xp1";
}
