using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Profiles;
using Kindred.Tests.Cli;
using Xunit;

namespace Kindred.Tests.Profiles;

/// <summary>The sentence of every verdict in both languages, as approved; and what it must never say.</summary>
public sealed class ProfileSentencesTests
{
    private static readonly Wording Churned = Wording.Same("churn_flag = True");
    private static readonly Conjunction Small = new([Condition.Between("employees", double.NegativeInfinity, 20), Condition.Is("country", "South Korea")]);

    [Fact]
    public void Sentences_AllVerdicts_AreAsApproved()
    {
        var phrases = ProfilesByHand.Phrases;
        var core = ProfilesByHand.Pattern(ProfilesByHand.Core, ProfileRole.Core, PatternStatus.Proven);
        var buys = ProfilesByHand.Pattern(Small, ProfileRole.Buys, PatternStatus.Proven);
        var hypothesis = ProfilesByHand.Pattern(Small, ProfileRole.Hypothesis, PatternStatus.Promising, 40);
        var text = new StringBuilder();
        foreach (var (what, sentence) in new (string, Wording)[]
        {
            ("proven, later deals checked", ProfileSentences.Proven(phrases, core, true, ProfilesByHand.Signed)),
            ("proven, no dates, retention unknown", ProfileSentences.Proven(phrases, buys, false, ProfilesByHand.Signed)),
            ("proven, a column asked for", ProfileSentences.Proven(phrases, core, true, Churned)),
            ("hypotheses, three", ProfileSentences.Hypotheses(phrases, [hypothesis, core, buys], ProfilesByHand.Signed)),
            ("hypotheses, one, nothing would settle it", ProfileSentences.Hypotheses(phrases, [hypothesis with { MoreDealsNeeded = null }], ProfilesByHand.Signed)),
            ("hypotheses, none", ProfileSentences.Hypotheses(phrases, [], ProfilesByHand.Signed)),
            ("insufficient, won", ProfileSentences.Insufficient(14, 200, ProfilesByHand.Signed)),
            ("insufficient, lost", ProfileSentences.Insufficient(200, 3, ProfilesByHand.Signed)),
            ("insufficient, a column asked for", ProfileSentences.Insufficient(14, 200, Churned)),
            ("no pattern", ProfileSentences.NoPattern(2140, 1.4, ProfilesByHand.Signed)),
            ("no pattern, power unknown", ProfileSentences.NoPattern(2140, null, ProfilesByHand.Signed)),
            ("no pattern, a column asked for", ProfileSentences.NoPattern(2140, 1.4, Churned)),
        })
        {
            text.Append(what).Append("\n  ").Append(sentence.Ko).Append("\n  ").Append(sentence.En).Append('\n');
            Assert.DoesNotContain("because", sentence.En, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("증명", sentence.Ko, StringComparison.Ordinal);
            Assert.DoesNotContain("prove", sentence.En, StringComparison.OrdinalIgnoreCase);
        }

        Approval.Same("profile-sentences", text.ToString());
    }

    [Theory]
    [InlineData(0.535, "54")]
    [InlineData(0.005, "1")]
    [InlineData(0.0, "0")]
    [InlineData(1.0, "100")]
    public void Of100_Share_IsRoundedAwayFromZero(double share, string text) => Assert.Equal(text, ProfileSentences.Of100(share));

    [Fact]
    public void Forms_OfAProfile_AreAsApproved()
    {
        var core = ProfilesByHand.Pattern(ProfilesByHand.Core, ProfileRole.Core, PatternStatus.Proven);
        var kept = ProfilesByHand.Rate(40, 100, 0.31, 0.5);
        var profile = ProfilesByHand.Profile(core) with
        {
            Regret = [ProfilesByHand.Pattern(Small, ProfileRole.Regret, PatternStatus.Proven, stays: kept)],
            Anti = [ProfilesByHand.Pattern(new Conjunction([Condition.Is("sector", "public")]), ProfileRole.Anti, PatternStatus.Promising)],
            Clauses =
            [
                new Clause("industry", ClauseOrigin.HeldUp, new("업종: 소프트웨어", "industry: software"), Condition.Is("sector", "software"), 0.9),
                new Clause("size", ClauseOrigin.Stated, new("직원 50명 이상", "50 people or more"), StatedBy: "Kim", StatedOn: new DateOnly(2026, 1, 5)),
                new Clause("decision", ClauseOrigin.Unknown, Banks.Shipped["decision-maker-interview"]["approvals"].Text),
                new Clause("value", ClauseOrigin.Unknown, Banks.Shipped["decision-maker-interview"]["wanted"].Text),
            ],
        };
        var text = new StringBuilder();
        foreach (var (name, lines) in new (string, IReadOnlyList<FormLine>)[]
        {
            ("four rows", ProfileForms.FourRow(profile)), ("nine fields", ProfileForms.NineField(profile)), ("seven rows", ProfileForms.SevenRow(profile)),
            ("table", ProfileForms.Table(profile)), ("who signs", ProfileForms.WhoSigns(profile)), ("not for us", ProfileForms.NotForUs(profile)),
        })
        {
            text.Append(name).Append('\n');
            foreach (var line in lines)
            {
                text.Append("  ").Append(line.Label.Ko).Append(" | ").Append(line.Text.Ko).Append(" | ").Append(line.Label.En).Append(" | ").Append(line.Text.En).Append(" | ").Append(line.Origin).Append('\n');
            }
        }

        foreach (var wording in new[] { ProfileForms.Sentence(profile), ProfileForms.Paragraph(profile), ProfileForms.Sentence(profile with { Core = null, Hypotheses = [core] }), ProfileForms.Sentence(profile with { Core = null }) })
        {
            text.Append(wording.Ko).Append('\n').Append(wording.En).Append('\n');
        }

        Approval.Same("profile-forms", text.ToString());
    }
}
