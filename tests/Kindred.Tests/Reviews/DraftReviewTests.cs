using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Reviews;
using Kindred.Tests.Scorecards;
using Xunit;

namespace Kindred.Tests.Reviews;

/// <summary>Drafts over facts of known truth: what changed is found, what did not is not, and what cannot be said has its reason.</summary>
public sealed class DraftReviewTests
{
    [Fact]
    public void Inputs_APlantedShare_IsFoundWithItsLevel()
    {
        var draft = DraftReview.Run(ReviewFacts.Request(ReviewFacts.Of(2, 400, 200, fintech: 0.3))).Value;
        var found = draft.Inputs!.Rows.Where(row => row.Verdict == FigureVerdict.Found).ToArray();
        Assert.Contains(found, row => row.Field == "country × sector" || row.Field == "country × industry");
        var crossed = found.First(row => row.Field.StartsWith("country ×", StringComparison.Ordinal));
        Assert.Matches("(?i)fintech|financ", crossed.Level!.En);
        Assert.InRange(crossed.Now!.Rate!.Value, 0.22, 0.38);
        Assert.Equal((400, 200, 199), (draft.Inputs.ThenRows, draft.Inputs.NowRows, draft.Inputs.Permutations));
    }

    [Fact]
    public void Relation_AWinRateThatFell_IsFoundAndAFewDealsAreNotEnough()
    {
        var fell = DraftReview.Run(ReviewFacts.Request(ReviewFacts.Of(3, 500, 400, winRate: 0.1))).Value.Relation!;
        var all = fell.Rows.Single(row => row.Field == "all");
        Assert.Equal((FigureVerdict.Found, 400), (all.Verdict, all.Have));
        var few = DraftReview.Run(ReviewFacts.Request(ReviewFacts.Of(3, 500, 24, winRate: 0.25))).Value.Relation!.Rows.Single(row => row.Field == "all");
        Assert.Equal((FigureVerdict.NotEnough, 24), (few.Verdict, few.Have));
        Assert.True(few.Need > 24);
        Assert.Contains($"need {few.Need}, have 24", few.Sentence.En, StringComparison.Ordinal);
        Assert.Contains($"필요 {few.Need}건, 현재 24건", few.Sentence.Ko, StringComparison.Ordinal);
    }

    // 40 quarters in which nothing changed: 5 % gives at most 5 with any input alarm, and as many with any alarm of win rates, in 97.5 % of such files. Seeds 100–139.
    [Fact]
    public void NullQuarters_ThroughTheWholeDraft_SeldomAlarm()
    {
        var drafts = Enumerable.Range(100, 40).Select(seed => DraftReview.Run(ReviewFacts.Request(ReviewFacts.Of(seed, 300, 100))).Value).ToArray();
        Assert.InRange(drafts.Count(draft => draft.Inputs!.Rows.Any(row => row.Verdict == FigureVerdict.Found)), 0, 5);
        Assert.InRange(drafts.Count(draft => draft.Relation!.Rows.Any(row => row.Verdict == FigureVerdict.Found)), 0, 5);
    }

    [Fact]
    public void NothingAtAll_IsAllGaps()
    {
        var draft = DraftReview.Run(ReviewFacts.Request(ReviewFacts.Facts([], []))).Value;
        string[] codes = [.. draft.Gaps.Select(gap => gap.Code)];
        Assert.Superset(new HashSet<string> { "reviews.no-card", "reviews.no-deals", "reviews.too-few-leads", "reviews.no-outcomes", "reviews.no-profile", "reviews.no-customers" }, codes.ToHashSet());
        Assert.Equal((DecisionKind.Keep, 8, 0), (draft.Proposal.Kind, draft.Checklist.Count, draft.NewOutcomes));
        Assert.All(draft.Checklist, item => Assert.True(item.Figure.Ko.Length > 0 && item.Figure.En.Length > 0));
        Clean(draft);
    }

    [Fact]
    public void AnEmptyQuarter_AndDaysInTheFuture_AreReasons()
    {
        var facts = ReviewFacts.Of(5, 200, 0);
        var quiet = DraftReview.Run(ReviewFacts.Request(facts)).Value;
        Assert.Contains(quiet.Gaps, gap => gap is { Part: "relation", Code: "reviews.no-outcomes-now" });
        Assert.Contains(quiet.Gaps, gap => gap is { Part: "inputs", Code: "reviews.too-few-leads" });

        var future = facts with { Companies = [.. facts.Companies.Select(company => company with { CreatedOn = ReviewFacts.AsOf.AddDays(30) })], Deals = [.. facts.Deals.Select(deal => deal with { CreatedOn = ReviewFacts.AsOf.AddDays(40), ClosedOn = ReviewFacts.AsOf.AddDays(50) })] };
        var draft = DraftReview.Run(ReviewFacts.Request(future)).Value;
        Assert.Empty(draft.LastDeals);
        Assert.Null(draft.Inputs);
        Clean(draft);
    }

    [Fact]
    public void OneFieldOnly_AndAllScoresInOneBand_AreStillSaid()
    {
        var facts = ReviewFacts.Of(6, 200, 60);
        facts = facts with { Companies = [.. facts.Companies.Select(company => company with { Employees = double.NaN, Place = Core.Standards.Place.Read("KR", null, null) })] };
        var request = ReviewFacts.Request(facts) with
        {
            Card = TestCards.Small(),
            Scores = [.. Enumerable.Range(0, 30).Select(i => ReviewFacts.Record(ReviewFacts.Key(i), 72, ReviewFacts.AsOf.AddDays(-30)))],
            Log = new LeadLog([.. Enumerable.Range(0, 30).SelectMany(i => new[] { ReviewFacts.Event(ReviewFacts.Key(i), LeadEventKind.Queued, ReviewFacts.AsOf.AddDays(-30)) with { Id = (2 * i) + 1 }, ReviewFacts.Event(ReviewFacts.Key(i), i % 3 == 0 ? LeadEventKind.Passed : LeadEventKind.Taken, ReviewFacts.AsOf.AddDays(-29)) with { Id = (2 * i) + 2 } })], []),
        };
        var draft = DraftReview.Run(request).Value;
        Assert.Equal(BandBasis.Records, draft.Bands!.Basis);
        var filled = Assert.Single(draft.Bands.Rows, band => band.Leads > 0);
        Assert.Equal((70, 30, 20), (filled.From, filled.Leads, filled.Taken.Count));
        Assert.Equal(ReviewWords.Effort, draft.Bands.Effort);
        Assert.True(draft.Bands.ReadableOn > ReviewFacts.AsOf.AddDays(-30), draft.Bands.Readable.En);
        Assert.Equal(20, draft.LastDeals.Count);
        Clean(draft);
    }

    [Theory]
    [InlineData(6, 199, "review days")]
    [InlineData(90, 98, "permutations")]
    public void Bounds_AreRefused(int days, int permutations, string subject)
    {
        var refused = DraftReview.Run(ReviewFacts.Request(ReviewFacts.Facts([], [])) with { ReviewDays = days, Permutations = permutations });
        Assert.Equal(("reviews.bounds", subject), (refused.Reasons[0].Code, refused.Reasons[0].Subject));
    }

    [Fact]
    public void SameSeed_SameBytes() => Assert.Equal(ReviewJson.Write(DraftReview.Run(ReviewFacts.Request(ReviewFacts.Of(7, 150, 60))).Value), ReviewJson.Write(DraftReview.Run(ReviewFacts.Request(ReviewFacts.Of(7, 150, 60))).Value));

    private static void Clean(ReviewDraft draft)
    {
        var text = ReviewJson.Write(draft);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        foreach (var language in new[] { Language.English, Language.Korean })
        {
            Assert.DoesNotContain("NaN", Kindred.Reports.ReviewReport.Markdown(draft, null, null, language), StringComparison.Ordinal);
            Assert.Contains("</html>", Kindred.Reports.ReviewReport.Page(draft, null, null, language).ToHtml(), StringComparison.Ordinal);
        }
    }
}
