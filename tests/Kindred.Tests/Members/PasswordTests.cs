using Kindred.Core.Members;
using Xunit;

namespace Kindred.Tests.Members;

public sealed class PasswordTests
{
    private static readonly EmailAddress Email = EmailAddress.Of("jane.doe@example.com").Value;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Options_Default_AreAsDocumented()
    {
        var options = new MemberOptions();
        Assert.Equal((210_000, 14, 90, 7, 15, 5, 20), (options.PasswordIterations, options.SessionIdle.Days, options.SessionLife.Days, options.InvitationLife.Days, options.OpenLinkLife.Minutes, options.FreeTries, options.FreeTriesPerAddress));
    }

    /// <summary>Python 3: hashlib.pbkdf2_hmac('sha512', b'correct horse battery', b'\x07' * 16, 1000).</summary>
    [Fact]
    public async Task Hash_MatchesPython_hashlib_pbkdf2_hmac()
    {
        var hash = await new PasswordHasher(1000, new Randomness(bytes => Array.Fill(bytes, (byte)7))).HashAsync(new Secret("correct horse battery"), Ct);
        Assert.Equal("0da9e0cd11906164051e07783c836ee425b77639f8b08478a109968962752149bc3350ec3a31432ef6ff1d58ca9b46c7ea72996ea414fb7287b2ae3814c10e02", Convert.ToHexStringLower([.. hash.Hash]));
        Assert.Equal(hash, PasswordHash.Decode(hash.Encode()));
        Assert.StartsWith("pbkdf2-sha512$1000$", hash.Encode(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_RightWrongAndNobody_TakesOneComputationEach()
    {
        var hasher = new PasswordHasher(10, Randomness.System);
        var hash = await hasher.HashAsync(new Secret("비밀번호는 길게"), Ct);
        Assert.True(await hasher.VerifyAsync(new Secret("비밀번호는 길게"), hash, Ct));
        Assert.True(await hasher.VerifyAsync(new Secret("비밀번호는 길게".Normalize(System.Text.NormalizationForm.FormD)), hash, Ct));
        Assert.False(await hasher.VerifyAsync(new Secret("비밀번호는 길개"), hash, Ct));
        Assert.False(await hasher.VerifyAsync(new Secret("x"), null, Ct));
        Assert.Equal(5, hasher.Computed);
    }

    [Theory]
    [InlineData("correct horse battery", null)]
    [InlineData("비밀번호는길게써요", "members.password-short")]
    [InlineData("비밀번호는길게써요!", null)]
    [InlineData("jane.doe@example.com", "members.password-personal")]
    [InlineData("JaneDoe-1987", "members.password-personal")]
    [InlineData("Kindred2026!", "members.password-personal")]
    [InlineData("aaaaaaaaaaaa", "members.password-common")]
    [InlineData("1212121212", "members.password-common")]
    [InlineData("0987654321", "members.password-common")]
    [InlineData("qwertyuiop", "members.password-common")]
    [InlineData("1q2w3e4r5t", "members.password-common")]
    [InlineData("Password123", "members.password-common")]
    [InlineData("basketball", "members.password-common")]
    [InlineData("natasha123", "members.password-common")]
    [InlineData("natasha1234567", null)]
    public void Check_APassword_SaysWhatIsWrong(string password, string? code) => Assert.Equal(code, PasswordChecks.Check(new Secret(password), Email, "Jane Doe")?.Code);

    [Fact]
    public void CommonPasswords_OfTheList_AreAThousand() => Assert.Equal(1_000, CommonPasswords.Count);

    [Fact]
    public void Check_LoneSurrogatesAndHugeTexts_AreNoFailure()
    {
        Assert.Null(PasswordChecks.Check(new Secret("\uD800 correct horse"), Email, "Jane"));
        Assert.Equal("members.password-long", PasswordChecks.Check(new Secret(new string('x', 10_000_000)), Email, "Jane")?.Code);
    }

    [Fact]
    public void ToString_OfWhatHoldsSecrets_ShowsNone()
    {
        var secret = new Secret("s3cret-word");
        var texts = new object[]
        {
            secret, new SignInRequest("a@b.co", secret, secret, null, null), new CreateOwnerRequest("a@b.co", "A", secret, Core.Basics.Language.English, "W", null),
            new TotpSetting(secret, true, 1), new PasswordHash(1, [1], [2]), new Credential(new MemberId("x"), new PasswordHash(1, [1], [2]), new TotpSetting(secret, true, 1)),
        }.Select(value => value.ToString()!).ToArray();
        Assert.All(texts, text => Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.Contains("***", text, StringComparison.Ordinal));
        Assert.Equal("{}", System.Text.Json.JsonSerializer.Serialize(secret));
    }
}
