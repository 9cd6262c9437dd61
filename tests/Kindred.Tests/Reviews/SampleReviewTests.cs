using Kindred.Core.Accounts;
using Kindred.Core.CustomerValue;
using Kindred.Core.Reviews;
using Kindred.Sample;
using Kindred.Tests.Accounts;
using Xunit;

namespace Kindred.Tests.Reviews;

/// <summary>The invented company: the planted drift of its leads is found, and the few deals of that segment are not enough to say.</summary>
public sealed class SampleReviewTests : IDisposable
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "kindred-review-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Sample_UsFintech_DriftIsFound_ItsWinRateIsNotEnoughToSay()
    {
        Assert.True(SampleFiles.Write(SampleCompany.Generate(SampleOptions.Default(AsOf)), _folder).IsAccepted);
        var facts = AccountsRun.Facts(new AssemblyOptions(AsOf), ReadFiles.Read(Directory.GetFiles(_folder, "*.csv").Order(StringComparer.Ordinal)));
        var draft = DraftReview.Run(new DraftReviewRequest { Facts = facts, Companies = CompaniesNow.Of(facts), Today = AsOf, DueOn = AsOf.AddDays(6), Ranking = RankCustomers.Run(facts).Value }).Value;
        var share = draft.Inputs!.Rows.Single(row => row.Field.StartsWith("country ×", StringComparison.Ordinal));
        Assert.Equal(FigureVerdict.Found, share.Verdict);
        Assert.Matches("(?i)fintech|financ", share.Level!.En);
        Assert.InRange(share.Then!.Rate!.Value, 0.08, 0.17);
        Assert.InRange(share.Now!.Rate!.Value, 0.18, 0.33);
        var won = draft.Relation!.Rows.Single(row => row.Field.StartsWith("country ×", StringComparison.Ordinal) && row.Level == share.Level);
        Assert.Equal(FigureVerdict.NotEnough, won.Verdict);
        Assert.Equal((11, 21), (won.Then!.Count, won.Then.Of));
        Assert.Equal((7, 24), (won.Now!.Count, won.Now.Of));
        Assert.Contains("not enough to say", won.Sentence.En, StringComparison.Ordinal);
        Assert.Equal(20, draft.LastDeals.Count);
        Assert.NotNull(draft.Best);
    }
}
