using Kindred.Core.Leads;
using Kindred.Core.Reviews;
using Kindred.Host.Tests.Web;
using Kindred.Product;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Reviews;

/// <summary>The invented company's review story in its workspace: written once, and read back as the page reads it.</summary>
public sealed class SampleStoryTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "kindred-story-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Story_IsWrittenOnce_AndShowsATrialAClosedReviewAndTheNextOneInSixDays()
    {
        var cancel = TestContext.Current.CancellationToken;
        await SmallSample.CopyToAsync(_folder);
        var draft = ScorecardFolder.Read(_folder, draft: true).Value;
        _ = ScorecardFolder.Publish(_folder, draft.Card, draft.Evidence);
        using var workspace = (await Workspace.OpenAsync(_folder, TimeProvider.System, cancel)).Value;
        var snapshot = await WorkspaceSnapshot.ReadAsync(workspace, _folder, null, cancel);
        Assert.True((await SampleReviews.SeedAsync(workspace, snapshot, cancel)).Value > 0);
        Assert.Equal(0, (await SampleReviews.SeedAsync(workspace, snapshot, cancel)).Value);
        Assert.True((await workspace.Reviews.VerifyAsync(cancel)).IsAccepted);

        var (today, book) = (snapshot.Facts!.AsOf, await ReviewWorkspace.BookAsync(workspace, cancel));
        Assert.Empty(book.Trouble);
        var closed = Assert.Single(book.Reviews);
        Assert.Equal((DecisionKind.Adjust, "marketing"), (closed.Decision!.Decision.Kind, Assert.Single(closed.Pending).Code));
        Assert.Equal(8, closed.Answers.Count);
        Assert.Equal(today.AddDays(6), ReviewDays.NextDueOn(book, snapshot.Profile, 90, today));
        var reviewed = (await ReviewWorkspace.DraftAsync(workspace, snapshot, today, null, cancel)).Value;
        Assert.Equal((today.AddDays(6), BandBasis.Records), (reviewed.DueOn, reviewed.Bands!.Basis));
        Assert.Contains("day 9 of 14", Assert.Single(reviewed.Experiments).Sentence.En, StringComparison.Ordinal);
        var log = await workspace.Leads.EventsAsync(null, cancel);
        Assert.NotEmpty(log);
        Assert.All(log.Where(entry => entry.Kind == LeadEventKind.Passed), entry => Assert.NotNull(entry.Reason));
        Assert.NotEmpty((await ReviewWorkspace.NoteAsync(workspace, snapshot, ReviewWorkspace.MondayOf(today), cancel)).Changes);
    }
}
