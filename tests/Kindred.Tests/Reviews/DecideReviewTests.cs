using Kindred.Core.Basics;
using Kindred.Core.Reviews;
using Xunit;

namespace Kindred.Tests.Reviews;

/// <summary>What may be written into the log, and every refusal.</summary>
public sealed class DecideReviewTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Run_AChangeOnTooFewOutcomes_IsRefusedWithHaveAndNeed_AndKeepingIsNot()
    {
        var review = Review(12);
        var refused = DecideReview.Run(review, DecisionKind.Adjust, "why", (null, null), "Kim", At).Reasons.Single();
        Assert.Equal(("reviews.too-few-outcomes", review.Subject), (refused.Code, refused.Subject));
        Assert.Contains("need 40, have 12", refused.Message.En, StringComparison.Ordinal);
        Assert.Contains("필요 40건, 현재 12건", refused.Message.Ko, StringComparison.Ordinal);
        Assert.True(DecideReview.Run(review, DecisionKind.Keep, "why", (2, 2), "Kim", At).IsAccepted);

        // The owner may ask for more outcomes, never for fewer.
        Assert.Equal("reviews.too-few-outcomes", DecideReview.Run(Review(45), DecisionKind.Adjust, "why", (2, 2), "Kim", At, 60).Reasons.Single().Code);
        Assert.Equal("reviews.too-few-outcomes", DecideReview.Run(Review(30), DecisionKind.Adjust, "why", (2, 2), "Kim", At, 10).Reasons.Single().Code);
        var adjusted = ReviewJson.Read<ReviewDecision>(DecideReview.Run(Review(40), DecisionKind.Adjust, " why ", (2, 3), "Kim", At).Value).Value;
        Assert.Equal(new ReviewDecision(DecisionKind.Adjust, "why", 1, null, 2, 3, 40), adjusted);
    }

    [Fact]
    public void Run_WithoutReasonDraftOrOpenReview_IsRefused()
    {
        Assert.Equal("reviews.no-reason", DecideReview.Run(Review(50), DecisionKind.Keep, "  ", (null, null), null, At).Reasons[0].Code);
        Assert.Equal("reviews.no-draft", DecideReview.Run(Review(50) with { Draft = null }, DecisionKind.Keep, "why", (null, null), null, At).Reasons[0].Code);
        var closed = Review(50) with { Decision = new LoggedDecision(new ReviewDecision(DecisionKind.Keep, "why", 1, null, null, null, 50), "Lee", At) };
        var refused = DecideReview.Run(closed, DecisionKind.Keep, "again", (null, null), null, At).Reasons[0];
        Assert.Equal("reviews.closed-already", refused.Code);
        Assert.Contains("Lee", refused.Message.En, StringComparison.Ordinal);
        Assert.Equal("reviews.closed-already", DecideReview.Answer(closed, new ChecklistAnswer("quarterly-check.world", AnswerSays.Yes, null), null, At).Reasons[0].Code);
    }

    [Fact]
    public void AnswersSignaturesReportsAndEarlyStarts_AreChecked()
    {
        Assert.Equal("reviews.unknown-item", DecideReview.Answer(Review(1), new ChecklistAnswer("weather", AnswerSays.Yes, null), null, At).Reasons[0].Code);
        Assert.Equal(ReviewEntryKind.Answer, DecideReview.Answer(Review(1), new ChecklistAnswer("ninety-day-check.bands", AnswerSays.Yes, null), null, At).Value.Kind);
        Assert.Equal("reviews.not-decided", DecideReview.Sign(Review(1), "sales", null, At).Reasons[0].Code);
        var decided = Review(50) with { Decision = new LoggedDecision(new ReviewDecision(DecisionKind.Adjust, "why", 1, null, null, null, 50), "Lee", At) };
        Assert.Equal("profiles.unknown-role", DecideReview.Sign(decided, "ceo", null, At).Reasons[0].Code);
        Assert.Equal("{\"role\":\"sales\"}", DecideReview.Sign(decided, "sales", null, At).Value.Body);
        Assert.Equal("reviews.no-reason", DecideReview.Early(new DateOnly(2026, 6, 1), new OffCycleReason(OffCycleCause.Law, ""), null, At).Reasons[0].Code);
        Assert.Contains("\"own-price\"", DecideReview.Early(new DateOnly(2026, 6, 1), new OffCycleReason(OffCycleCause.OwnPrice, "+10 %"), null, At).Value.Body, StringComparison.Ordinal);
        Assert.Equal("reviews.unknown-item", DecideReview.Report(new FeedbackNote("sales-feedback.mood", "x", null, FeedbackStance.Neutral), null, At).Reasons[0].Code);
        Assert.Equal("reviews.no-reason", DecideReview.Report(new FeedbackNote("sales-feedback.losses", " ", null, FeedbackStance.Neutral), null, At).Reasons[0].Code);
        Assert.Equal("feedback", DecideReview.Report(new FeedbackNote("cs-feedback.likes", "speed", "size", FeedbackStance.For), null, At).Value.Subject);
        Assert.Equal("reviews.decision", DecideReview.Read("maybe").Reasons[0].Code);
        Assert.Equal(DecisionKind.Rebuild, DecideReview.Read(" Rebuild ").Value);
    }

    [Fact]
    public void NextVersions_AreDraftedForAChangeOnly_AndUsedOnceEveryRoleThatIsNeededSigned()
    {
        var versions = new NextVersions(2, "ab", null, null, [new Wording("조건", "condition")], [], [new ReviewGap("card", "reviews.next-same-card", new Wording("같아요", "the same"))]);
        Assert.Equal("reviews.not-decided", DecideReview.MayDraftNext(Review(50)).Reasons.Single().Code);
        var kept = Decided(DecisionKind.Keep);
        var stays = DecideReview.MayDraftNext(kept).Reasons.Single();
        Assert.Equal(("reviews.stays", kept.Subject), (stays.Code, stays.Subject));
        Assert.Contains("to stay as it is", stays.Message.En, StringComparison.Ordinal);

        var decided = Decided(DecisionKind.Rebuild);
        Assert.Equal(ReviewEntryKind.NextDrafted, DecideReview.Next(decided, versions, "Kim", At).Kind);
        Assert.Equal(ReviewEntryKind.NextRefused, DecideReview.Next(decided, versions with { ProfileVersion = null, ProfileId = null }, "Kim", At).Kind);
        Assert.Equal(["Profile v2, drafted: condition", "the same"], versions.Sentences.Select(sentence => sentence.En));
        Assert.Equal(["고객상 v2 초안: 조건", "같아요"], versions.Sentences.Select(sentence => sentence.Ko));

        Assert.Equal("reviews.no-next-profile", DecideReview.Adopt(decided, "Kim", At).Reasons.Single().Code);
        decided = decided with { Next = new LoggedNext(versions, "Kim", At, false) };
        var unsigned = DecideReview.Adopt(decided with { Signatures = [new LoggedSignature("sales", "Kim", At)] }, "Kim", At).Reasons.Single();
        Assert.Equal("reviews.unsigned", unsigned.Code);
        Assert.StartsWith("Marketing has not agreed yet", unsigned.Message.En, StringComparison.Ordinal);
        Assert.StartsWith("아직 마케팅의 동의가 없어요", unsigned.Message.Ko, StringComparison.Ordinal);
        decided = decided with { Signatures = [new LoggedSignature("sales", "Kim", At), new LoggedSignature("marketing", "Lee", At)] };
        Assert.Equal(ReviewEntryKind.NextAdopted, DecideReview.Adopt(decided, "Kim", At).Value.Kind);
        Assert.Equal("reviews.in-use-already", DecideReview.Adopt(decided with { Next = decided.Next! with { IsAdopted = true } }, "Kim", At).Reasons.Single().Code);

        ReviewFile Decided(DecisionKind kind) => Review(50) with { Decision = new LoggedDecision(new ReviewDecision(kind, "why", 1, null, null, null, 50), "Lee", At) };
    }

    [Fact]
    public void Contradictions_AReportAgainstAClause_Surfaces()
    {
        var request = ReviewFacts.Request(ReviewFacts.Of(8, 60, 30)) with
        {
            Book = ReviewBook.Of([new ReviewEntry(1, ReviewBook.FeedbackSubject, ReviewEntryKind.Feedback, ReviewJson.Write(new FeedbackNote("sales-feedback.losses", "too small", "size", FeedbackStance.Against)), "Kim", ReviewFacts.At(ReviewFacts.AsOf.AddDays(-5)))]),
        };
        var found = Assert.Single(DraftReview.Run(request).Value.Contradictions);
        Assert.Equal(("size", "sales"), (found.Clause, found.Source));
        Assert.Contains("too small", found.Sentence.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void MondayNote_HasFiveLeadsAndOneQuestion_AndSaysWhenNothingChanged()
    {
        NoteLead[] leads = [.. Enumerable.Range(0, 9).Select(i => new NoteLead(ReviewFacts.Key(i), "Firm", 90 - i, Wording.Same("core")))];
        var monday = new DateOnly(2026, 6, 29);
        var quiet = WriteMondayNote.Run(new MondayNoteRequest(monday, [], leads, null, monday.AddDays(60), ReviewBook.Empty));
        Assert.Equal((1, 5), (quiet.Changes.Count, quiet.Leads.Count));
        Assert.Contains("Nothing changed", quiet.Changes[0].En, StringComparison.Ordinal);
        Assert.NotEqual(quiet.QuestionItem, WriteMondayNote.Run(new MondayNoteRequest(monday.AddDays(7), [], leads, null, monday.AddDays(60), ReviewBook.Empty)).QuestionItem);
        var due = WriteMondayNote.Run(new MondayNoteRequest(monday, [Wording.Same("a")], leads, null, monday.AddDays(6), ReviewBook.Empty));
        Assert.Contains("in 6 days", due.Changes[^1].En, StringComparison.Ordinal);
        Assert.Contains("6일 뒤", due.Changes[^1].Ko, StringComparison.Ordinal);
    }

    private static ReviewFile Review(int outcomes) => new("review:2026-06-01", new DateOnly(2026, 6, 1), ReviewBookTests.Draft(outcomes), At, new Dictionary<string, LoggedAnswer>(), null, [], []);
}
