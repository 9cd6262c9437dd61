using Kindred.Core.Members;
using Xunit;

namespace Kindred.Tests.Members;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData(" Anna@Example.COM ", "Anna@example.com")]
    [InlineData("anna+tag@sub.example.co.kr", "anna+tag@sub.example.co.kr")]
    [InlineData("안나@예시.한국", "안나@예시.한국")]
    [InlineData("root@localhost", "root@localhost")]
    public void Of_AnAddress_IsNormalised(string text, string expected) => Assert.Equal(expected, EmailAddress.Of(text).Value.Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("@example.com")]
    [InlineData("anna@")]
    [InlineData("anna@example")]
    [InlineData("anna@@example.com")]
    [InlineData("an na@example.com")]
    [InlineData("anna@exam ple.com")]
    [InlineData("anna@example..com")]
    [InlineData("anna@-example.com")]
    [InlineData("anna\n@example.com")]
    [InlineData("<anna@example.com>")]
    [InlineData("a@example.com,b@example.com")]
    [InlineData("anna\u200B@example.com")]
    [InlineData("anna\uD800@example.com")]
    [InlineData("anna@[127.0.0.1]")]
    public void Of_NoAddress_IsRefused(string? text)
    {
        var result = EmailAddress.Of(text);
        Assert.Equal(("members.email-invalid", "email"), (result.Reasons[0].Code, result.Reasons[0].Subject));
    }

    [Fact]
    public void Of_TooLong_IsRefusedAndQuotedShortly()
    {
        var message = EmailAddress.Of(new string('a', 5_000) + "@example.com").Reasons[0].Message.En;
        Assert.InRange(message.Length, 100, 200);
        Assert.False(EmailAddress.Of(new string('a', 65) + "@example.com").IsAccepted);
    }

    [Fact]
    public void Equals_OtherCapitalsOrComposition_IsTheSameAddress()
    {
        Assert.Equal(EmailAddress.Of("ANNA@example.com").Value, EmailAddress.Of("anna@EXAMPLE.com").Value);
        Assert.Equal(EmailAddress.Of("안나@example.com").Value, EmailAddress.Of("안나".Normalize(System.Text.NormalizationForm.FormD) + "@example.com").Value);
        Assert.NotEqual(EmailAddress.Of("ann@example.com").Value, EmailAddress.Of("anna@example.com").Value);
    }
}
