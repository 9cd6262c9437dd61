using Kindred.Core.Conditions;
using Xunit;

namespace Kindred.Tests.Conditions;

public sealed class KoreanParticleTests
{
    /// <summary>As Koreans read the word aloud: 세일즈포스, 허브스팟, 씨알엠, 지씨피, 마케팅, 오라클, 클라이언트 …</summary>
    [Theory]
    [InlineData("서울", true)]
    [InlineData("부산시", false)]
    [InlineData("회사(법인)", true)]
    [InlineData("50", true)]
    [InlineData("2", false)]
    [InlineData("Salesforce", false)]
    [InlineData("HubSpot", true)]
    [InlineData("Notion", true)]
    [InlineData("Jira", false)]
    [InlineData("Slack", true)]
    [InlineData("Zendesk", false)]
    [InlineData("Zoho CRM", true)]
    [InlineData("ERP", false)]
    [InlineData("GCP", false)]
    [InlineData("SQL", true)]
    [InlineData("AWS", false)]
    [InlineData("Marketing", true)]
    [InlineData("Oracle", true)]
    [InlineData("Pipeline", true)]
    [InlineData("client", false)]
    [InlineData("Google Chat", true)]
    [InlineData("software", false)]
    [InlineData("", false)]
    [InlineData("—", false)]
    public void HasFinal_OfAWord_IsWhetherItsSoundEndsInAConsonant(string word, bool expected) => Assert.Equal(expected, KoreanParticle.HasFinal(word));

    [Fact]
    public void Particles_FollowTheLastSound()
    {
        Assert.Equal(("이나", "이", "은", "을", "과", "이고"), (KoreanParticle.Or("서울"), KoreanParticle.Subject("서울"), KoreanParticle.Topic("서울"), KoreanParticle.Object("서울"), KoreanParticle.With("서울"), KoreanParticle.And("서울")));
        Assert.Equal(("나", "가", "는", "를", "와", "고"), (KoreanParticle.Or("부산시"), KoreanParticle.Subject("부산시"), KoreanParticle.Topic("부산시"), KoreanParticle.Object("부산시"), KoreanParticle.With("부산시"), KoreanParticle.And("부산시")));
    }
}
