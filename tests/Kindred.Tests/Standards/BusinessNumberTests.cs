using Kindred.Core.Standards;
using Xunit;

namespace Kindred.Tests.Standards;

public sealed class BusinessNumberTests
{
    // Published numbers: Samsung Electronics, Naver, Kakao (footers of their sites).
    [Theory]
    [InlineData("124-81-00998", "1248100998")]
    [InlineData("220-81-62517", "2208162517")]
    [InlineData("120 81 47521", "1208147521")]
    public void Read_PublishedNumber_IsAccepted(string text, string digits)
    {
        var number = BusinessNumber.Read(text).Value;
        Assert.Equal((digits, false), (number.Digits, number.WasPadded));
    }

    [Fact]
    public void Read_EveryOtherLastDigit_IsRefused()
    {
        for (var digit = 0; digit < 10; digit++)
        {
            var result = BusinessNumber.Read("124-81-0099" + (char)('0' + digit));
            Assert.Equal(digit == 8, result.IsAccepted);
            if (digit != 8)
            {
                var reason = Assert.Single(result.Reasons);
                Assert.Equal(("standards.business-number-check", "사업자등록번호"), (reason.Code, reason.Subject));
                Assert.Contains("124-81-0099", reason.Message.En, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Read_ZerosLostInExcel_ArePutBackAndSaid()
    {
        // 0118100015: 0·1+1·3+1·7+8·1+1·3+0+0+0+1·5, plus floor(1·5/10)=0 → 26 → check digit 4; so 0118100014 is right.
        var number = BusinessNumber.Read("118100014").Value;
        Assert.Equal(("0118100014", true, "011-81-00014"), (number.Digits, number.WasPadded, number.ToString()));
    }

    [Theory]
    [InlineData("000-00-00000", "standards.business-number-zero")]
    [InlineData("1234", "standards.business-number-length")]
    [InlineData("124-81-O0998", "standards.business-number-length")]
    [InlineData("130111-0006246", "standards.corporate-number")]
    public void Read_OtherNumber_IsRefusedWithItsReason(string text, string code)
    {
        var reason = Assert.Single(BusinessNumber.Read(text).Reasons);
        Assert.Equal(code, reason.Code);
        Assert.Contains(text, reason.Message.Ko, StringComparison.Ordinal);
        Assert.Contains(text, reason.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("800101-1234567")]
    [InlineData("8001011234567")]
    [InlineData("991231 – 2345678")]
    [InlineData("０００２２９-３１２３４５６")]
    [InlineData("010203-7123456")]
    public void Read_ResidentNumber_IsRefusedAndNeverRepeated(string text)
    {
        var reason = Assert.Single(BusinessNumber.Read(text).Reasons);
        Assert.Equal("standards.resident-number", reason.Code);
        Assert.DoesNotContain(reason.Message.Ko + reason.Message.En + reason.Subject, char.IsDigit(text[0]) ? text : "-", StringComparison.Ordinal);
        Assert.DoesNotContain("234567", reason.Message.Ko + reason.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("130111-0006246", false)] // 법인등록번호: Samsung Electronics
    [InlineData("801301-1234567", false)] // month 13
    [InlineData("800132-1234567", false)] // day 32
    [InlineData("010-1234-5678", false)]
    [InlineData("1234567890123456", false)]
    public void IsLikely_OtherDigits_AreNotResidentNumbers(string text, bool expected) => Assert.Equal(expected, ResidentNumber.IsLikely(text));
}
