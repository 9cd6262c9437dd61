using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;
using Xunit;

namespace Kindred.Tests.Engagement;

/// <summary>Weights from outcomes, the engagement receipt, and the one rule that lets it count.</summary>
public sealed class EngagementScoreTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly DateTimeOffset Today = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Weights_OfTheSample_OwnWhereEnoughElseGlobal()
    {
        var facts = SampleReading.Of(18).Facts;
        var weights = ReadingWeights.Of(ReadingBook.Of(facts, ImportedVisits.Of(facts), []));
        var own = weights.For(new ReaderGroup(JobGroup.Finance, true), "pricing");
        Assert.True(own is { IsOwn: true, Value: > 1.5 and <= 3 } && own.Readers is >= 60 and <= 95 && own.Met >= 10, own.ToString());
        var few = weights.For(new ReaderGroup(JobGroup.TopManagement, true), "pricing");
        Assert.False(few.IsOwn);
        Assert.True(few.Readers > 200 && few.Value > 0.5);
        Assert.Contains("alone are too few (need 30 readers and 10 meetings", few.Words.En, StringComparison.Ordinal);
        Assert.Equal(1, weights.For(new ReaderGroup(JobGroup.Finance, true), "nonsense").Value);
        Assert.Equal(1, weights.For(new ReaderGroup(JobGroup.Finance, true), null).Value);
        Assert.InRange(weights.For(new ReaderGroup(JobGroup.People, true), "cases").Value, 0.7, 1.4);
    }

    /// <summary>By hand: 40 readers of pricing, 20 met; 40 of cases, 10 met. Base 30 ÷ 80. Pricing (20 + 30 × 0.375) ÷ 70 ÷ 0.375, cases (10 + 11.25) ÷ 70 ÷ 0.375.</summary>
    [Fact]
    public void Weights_ByHand()
    {
        var visits = Enumerable.Range(0, 80).Select(i => Visits.Human(Name(i), Visits.Noon, i < 40 ? DocumentType.Pricing : DocumentType.Case, tag: i < 40 ? "pricing" : "cases")).ToArray();
        var met = Enumerable.Range(0, 20).Concat(Enumerable.Range(40, 10)).Select(i => new Activity(-1, "Meeting", new DateOnly(2026, 6, 5), Name(i))).ToArray();
        var weights = ReadingWeights.Of(ReadingBook.Of(Visits.Facts() with { Activities = met }, visits, []));
        Assert.Equal(31.25 / 70 / 0.375, weights.For(default, "pricing").Value, 12);
        Assert.Equal(21.25 / 70 / 0.375, weights.For(default, "cases").Value, 12);
        Assert.True(weights.For(default, "pricing").IsOwn);

        // One reader or one meeting less, and the weight is everybody's.
        Assert.False(ReadingWeights.Of(ReadingBook.Of(Visits.Facts() with { Activities = met[..29] }, visits, [])).For(default, "cases").IsOwn);
        Assert.False(ReadingWeights.Of(ReadingBook.Of(Visits.Facts() with { Activities = met }, visits[..69], [])).For(default, "cases").IsOwn);
    }

    [Fact]
    public void Score_FadesByItsHalfLife_AndTheLinesSumToIt()
    {
        var scores = Scores([Visits.Human("a@x.example", Today, seconds: 60), Visits.Human("a@x.example", Today.AddDays(-14), seconds: 60)], [new Activity(-1, "Demo", Day.AddDays(-30), "a@x.example"), new Activity(-1, "Email sent", Day, "a@x.example")]);
        var receipt = scores.OfPerson("a@x.example");

        // A minute of reading: 1 for opening and 4; after 14 days half; a demo of 20 after 30 days half.
        Assert.Equal([50, 25, 100], receipt.Lines.Select(line => line.Tenths));
        Assert.Equal(17.5, receipt.Score);
        Assert.Equal(receipt.Tenths, receipt.Lines.Sum(line => line.Tenths));
        Assert.Equal(Day, receipt.Last);
        Assert.Same(EngagementReceipt.Empty, scores.OfPerson("nobody@x.example"));
    }

    [Fact]
    public void Score_OfADay_IsCapped_AndTheWholeToo()
    {
        var day = Enumerable.Range(0, 3).Select(_ => new Activity(3, "Meeting", Day, "a@x.example"));
        var receipt = Scores([], day).OfAccount(3);
        Assert.Equal(30, receipt.Score);
        Assert.Equal([250, 250, 250, -450], receipt.Lines.Select(line => line.Tenths));
        var many = Scores([], Enumerable.Range(0, 9).Select(i => new Activity(3, "Meeting", Day, Name(i)))).OfAccount(3);
        Assert.Equal((100, -1250), (many.Score, many.Lines[^1].Tenths));

        // What comes after the day the facts speak for is worth nothing.
        Assert.Same(EngagementReceipt.Empty, Scores([], [new Activity(3, "Meeting", Day.AddDays(1), "a@x.example")]).OfAccount(3));
    }

    [Fact]
    public void Score_UnprovenVisits_AreListedAndWithheld()
    {
        var receipt = Scores([
            Visits.Human("a@x.example", Today, seconds: 60, account: 3) with { Class = VisitClass.Unknown, Reasons = [new("기기를 몰라요", "device unknown")] },
            Visits.Human("a@x.example", Today, seconds: 60, account: 3) with { Class = VisitClass.Scanner }, Visits.Human("a@x.example", Today, seconds: 60, account: 3) with { IsOurs = true }], []).OfAccount(3);
        Assert.Equal((0, 0, 1), (receipt.Score, receipt.Lines.Count, receipt.Withheld.Count));
        Assert.Equal(5, receipt.Withheld[0].Full);
        Assert.Contains("device unknown", receipt.Withheld[0].Note!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_EveryReceipt_SumsToItsScoreWithinBounds()
    {
        var facts = SampleReading.Of(18).Facts;
        var book = ReadingBook.Of(facts, ImportedVisits.Of(facts), []);
        var scores = EngagementScores.Of(book, ReadingWeights.Of(book));
        Assert.All(Enumerable.Range(0, facts.Companies.Count).Select(scores.OfAccount), receipt =>
        {
            Assert.InRange(receipt.Score, 0, 100);
            Assert.Equal(receipt.Tenths, receipt.Lines.Sum(line => line.Tenths));
            Assert.All(receipt.Lines, line => Assert.True(double.IsFinite(line.Full) && line.Strength is >= 0 and <= 1));
        });
        Assert.Equal(80, Enumerable.Range(0, facts.Companies.Count).Sum(account => scores.OfAccount(account).Withheld.Count));
    }

    [Fact]
    public void Rule_IsOffByDefault_AndAnswersOneQuestionOnly()
    {
        var card = StartScorecard.Run(null, Day);
        var receipt = new EngagementReceipt([new EngagementLine(EventKind.Meeting, new("미팅", "meeting"), "a@x.example", Day, 25, 1, 200, null)], []);
        var book = ReadingBook.Of(Visits.Facts() with { People = [Visits.Person(0, "a@x.example", "CFO"), Visits.Person(0, "b@x.example", "Engineer")] }, [Visits.Human("a@x.example", Today.AddDays(-90), person: 0), Visits.Human("b@x.example", Today, person: 1)], []);
        KnownAnswer[] Answers(EngagementUse use, EngagementReceipt of, DateOnly day) => [.. EngagementRule.Answers(card, use, of, book.Readers, day)];
        Assert.Empty(Answers(EngagementUse.Off, receipt, Day));
        var trigger = Assert.Single(Answers(EngagementUse.Trigger, receipt, Day));
        Assert.Equal((SignalRule.RecentEvent, "Yes", AnswerOrigin.Engagement, "engagement 20.0 (last 2026-11-21)"), (trigger.Field, trigger.Value, trigger.Origin, trigger.Source.En));
        Assert.Empty(Answers(EngagementUse.Trigger, EngagementReceipt.Empty, Day));
        var access = Assert.Single(Answers(EngagementUse.Buyability, receipt, Day));
        Assert.Equal((LeadEvidence.DecisionMakerAccess, "Yes"), (access.Field, access.Value));
        Assert.Empty(Answers(EngagementUse.Buyability, receipt, Day.AddDays(1)));

        // A person's answer comes first, a signal's too: engagement only fills what is unknown.
        var said = new LeadLog([], [new AnswerRecord(1, "L", SignalRule.RecentEvent, "No", "kim", DateTimeOffset.UnixEpoch)]);
        var evidence = LeadEvidence.Of(card, "L", said, [], Day, Answers(EngagementUse.Trigger, receipt, Day));
        Assert.Equal(("No", AnswerOrigin.Person), (Assert.Single(evidence.Answers).Value, evidence.Answers[0].Origin));
        Assert.Equal(AnswerOrigin.Engagement, Assert.Single(LeadEvidence.Of(card, "M", said, [], Day, Answers(EngagementUse.Trigger, receipt, Day)).Answers).Origin);
        Assert.All(Enum.GetValues<EngagementUse>(), use => Assert.NotEqual(EngagementRule.Words(use).Ko, EngagementRule.Words(use).En));
    }

    private static string Name(int i) => "p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "@x.example";

    private static EngagementScores Scores(ReadingVisit[] visits, IEnumerable<Activity> activities)
    {
        var book = ReadingBook.Of(Visits.Facts() with { Activities = [.. activities] }, visits, []);
        return EngagementScores.Of(book, ReadingWeights.Of(book));
    }
}
