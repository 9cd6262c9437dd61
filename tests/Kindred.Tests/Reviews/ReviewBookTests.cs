using Kindred.Core.Basics;
using Kindred.Core.Reviews;
using Xunit;

namespace Kindred.Tests.Reviews;

/// <summary>The log folds into reviews, trials and reports; bodies come back as they were written.</summary>
public sealed class ReviewBookTests
{
    private static readonly DateTimeOffset Day = new(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Of_AWholeReview_FoldsToItsLastWords()
    {
        var draft = Draft();
        ReviewEntry[] log =
        [
            Line(1, ReviewEntryKind.Draft, draft, 0), Line(2, ReviewEntryKind.Answer, new ChecklistAnswer("quarterly-check.retention", AnswerSays.No, null), 1),
            Line(3, ReviewEntryKind.Answer, new ChecklistAnswer("quarterly-check.retention", AnswerSays.DontKnow, "no data"), 2), Line(4, ReviewEntryKind.Decision, new ReviewDecision(DecisionKind.Adjust, "first", 1, null, null, null, 50), 3),
            Line(5, ReviewEntryKind.Signature, new ReviewSignature("marketing"), 4), Line(6, ReviewEntryKind.Decision, new ReviewDecision(DecisionKind.Rebuild, "second", 1, null, 2, null, 50), 5), Line(7, ReviewEntryKind.Signature, new ReviewSignature("sales"), 6),
        ];
        var book = ReviewBook.Of([.. log.Reverse()]);
        var review = Assert.Single(book.Reviews);
        Assert.Equal(("review:2026-06-01", AnswerSays.DontKnow, "second"), (review.Subject, review.Answers["quarterly-check.retention"].Answer.Says, review.Decision!.Decision.Why));
        Assert.Equal(["sales"], review.Signatures.Select(signed => signed.Role));
        Assert.Equal(["marketing"], review.Pending.Select(role => role.Code));
        Assert.True(review.IsClosed);
        Assert.Null(book.Open);
        Assert.Equal(new DateOnly(2026, 8, 30), ReviewDays.NextDueOn(book, null, 90, new DateOnly(2026, 8, 1)));
        Assert.Equal(new DateOnly(2026, 8, 30), ReviewDays.NextDueOn(book, null, 90, new DateOnly(2026, 8, 30)));

        // Nobody was there for a quarter and a week: the last day that has passed, not one long gone.
        Assert.Equal(new DateOnly(2026, 11, 28), ReviewDays.NextDueOn(book, null, 90, new DateOnly(2026, 12, 5)));
        Assert.Empty(book.Trouble);
    }

    [Fact]
    public void Of_AnUnreadableBody_IsNamedAndLeftOut()
    {
        var book = ReviewBook.Of([new ReviewEntry(1, "review:2026-06-01", ReviewEntryKind.Decision, "{\"kind\":\"sell\"}", null, Day), new ReviewEntry(2, "feedback", ReviewEntryKind.Feedback, "nonsense", null, Day)]);
        Assert.Equal(2, book.Trouble.Count);
        Assert.All(book.Trouble, reason => Assert.Equal("reviews.body-unreadable", reason.Code));
        Assert.Contains("review:2026-06-01", book.Trouble[0].Message.En, StringComparison.Ordinal);
        Assert.False(book.Reviews[0].IsClosed);
    }

    [Fact]
    public void Of_NextVersions_TheDraftedOnesCount_ElseTheLastReasonWhyThereAreNone()
    {
        NextVersions none = new(null, null, null, null, [], [], [new ReviewGap("profile", "patterns.too-few-wins", Wording.Same("few"))]), drafted = new(2, "ab", 3, "cd", [Wording.Same("a")], [], []);
        ReviewEntry[] refused = [Line(1, ReviewEntryKind.Draft, Draft(), 0), Line(2, ReviewEntryKind.Decision, new ReviewDecision(DecisionKind.Adjust, "why", 1, null, null, null, 50), 1), Line(3, ReviewEntryKind.NextRefused, none, 2)];
        var found = ReviewBook.Of(refused).Reviews[0].Next!;
        Assert.False(found.Versions.HasDraft);
        Assert.Equal("patterns.too-few-wins", Assert.Single(found.Versions.LeftOut).Code);
        found = ReviewBook.Of([.. refused, Line(4, ReviewEntryKind.NextDrafted, drafted, 3), Line(5, ReviewEntryKind.NextRefused, none, 4)]).Reviews[0].Next!;
        Assert.Equal((2, 3, false), (found.Versions.ProfileVersion, found.Versions.CardVersion, found.IsAdopted));
        Assert.True(ReviewBook.Of([.. refused, Line(4, ReviewEntryKind.NextDrafted, drafted, 3), Line(5, ReviewEntryKind.NextAdopted, drafted, 4)]).Reviews[0].Next!.IsAdopted);
    }

    [Fact]
    public void Json_ADraft_ComesBackAsItWas()
    {
        var draft = DraftReview.Run(ReviewFacts.Request(ReviewFacts.Of(1, 200, 60))).Value;
        var text = ReviewJson.Write(draft);
        Assert.Equal(text, ReviewJson.Write(ReviewJson.Read<ReviewDraft>(text, "draft").Value));
        Assert.Throws<ArgumentException>(() => ReviewJson.Write(new RatioFigure(double.NaN, 0, 1)));
    }

    [Theory]
    [InlineData("review:2026-06-01", true)]
    [InlineData("review:01/06/2026", false)]
    [InlineData("note:2026-06-01", false)]
    public void DayOf_OnlyAReviewsSubject_HasADay(string subject, bool has) => Assert.Equal(has, ReviewBook.DayOf(subject) is not null);

    internal static ReviewDraft Draft(int outcomes = 50) => new()
    {
        DueOn = new DateOnly(2026, 6, 1), DraftedOn = new DateOnly(2026, 6, 1), AsOf = new DateOnly(2026, 6, 1), NextDueOn = new DateOnly(2026, 8, 30),
        Period = new ReviewPeriod(new DateOnly(2025, 3, 4), new DateOnly(2026, 3, 4), new DateOnly(2026, 6, 2), Wording.Same("")), Headline = Wording.Same(""), NewOutcomes = outcomes, ProfileVersion = 1,
        Proposal = new ReviewProposal(DecisionKind.Keep, Wording.Same(""), [], [], []),
    };

    private static ReviewEntry Line<T>(long id, ReviewEntryKind kind, T body, int hours) => new(id, "review:2026-06-01", kind, ReviewJson.Write(body), "Kim", Day.AddHours(hours));
}
