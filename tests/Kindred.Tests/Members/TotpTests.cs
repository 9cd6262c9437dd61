using Kindred.Core.Members;
using Xunit;

namespace Kindred.Tests.Members;

/// <summary>RFC 6238 appendix B (SHA-1 rows; 8 digits there, of which an app shows the last 6) and RFC 4648 section 10.</summary>
public sealed class TotpTests
{
    private static readonly Secret Key = new(Totp.Encode("12345678901234567890"u8));

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Code_MatchesRfc6238_AppendixB(long unixSeconds, string eightDigits) =>
        Assert.Equal(eightDigits[2..], Totp.Code(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(unixSeconds))));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Encode_MatchesRfc4648_Section10(string text, string expected) => Assert.Equal(expected, Totp.Encode(System.Text.Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Match_ACodeOfAnotherStep_IsTakenOneStepEarlyOrLate(int steps, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);
        var step = Totp.StepAt(now) + steps;
        Assert.Equal(isTaken ? step : null, Totp.Match(new TotpSetting(Key, true, 0), Totp.Code(Key, step), now));
    }

    [Fact]
    public void Match_AStepUsedBefore_IsRefused()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);
        var step = Totp.StepAt(now);
        Assert.Null(Totp.Match(new TotpSetting(Key, true, step), Totp.Code(Key, step), now));
        Assert.Null(Totp.Match(new TotpSetting(Key, true, step), Totp.Code(Key, step - 1), now));
        Assert.Equal(step + 1, Totp.Match(new TotpSetting(Key, true, step), Totp.Code(Key, step + 1), now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00592")]
    [InlineData("89005924")]
    [InlineData("٠٠٥٩٢٤")]
    public void Match_OtherText_IsRefused(string code) => Assert.Null(Totp.Match(new TotpSetting(Key, true, 0), code, DateTimeOffset.FromUnixTimeSeconds(1_234_567_890)));

    [Fact]
    public void Address_OfAKey_IsWhatAppsRead() => Assert.Equal(
        "otpauth://totp/Kindred:anna%2Bx%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kindred", Totp.Address(Key, EmailAddress.Of("anna+x@example.com").Value).Reveal());
}
