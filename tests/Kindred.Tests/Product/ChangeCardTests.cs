using Kindred.Core.Scorecards;
using Kindred.Product;
using Kindred.Tests.Scorecards;
using Xunit;

namespace Kindred.Tests.Product;

/// <summary>People change cards: the card in use is never touched, and nobody overwrites somebody else.</summary>
public sealed class ChangeCardTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-card-").FullName;

    public ChangeCardTests()
    {
        var card = TestCards.Small();
        ScorecardFolder.WriteDraft(_folder, card with { State = PublishState.Draft }, CardEvidence.WithoutOutcomes(card, [], 0, 0));
        ScorecardFolder.Publish(_folder, card, null);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Scorecard Draft => ScorecardFolder.Read(_folder, draft: true).Value.Card;

    private Scorecard InUse => ScorecardFolder.Read(_folder).Value.Card;

    [Fact]
    public void Edit_ChangesTheDraftOnly()
    {
        var before = CardFile.Id(InUse);
        Assert.True(ChangeCard.Edit(_folder, CardFile.Id(Draft), new CardEdit.SetPoints("employees", 1, 12)).IsAccepted);
        Assert.Equal(12, Draft.Attributes[0].Bins[1].Points);
        Assert.Equal(before, CardFile.Id(InUse));
    }

    [Fact]
    public void Edit_OfACardSomebodyElseChanged_IsRefusedAndKeepsTheirs()
    {
        var seen = CardFile.Id(Draft);
        Assert.True(ChangeCard.Edit(_folder, seen, new CardEdit.SetPoints("employees", 1, 12)).IsAccepted);
        var second = ChangeCard.Edit(_folder, seen, new CardEdit.SetPoints("employees", 1, 15));
        var reason = Assert.Single(second.Reasons);
        Assert.Equal(("scorecards.card-changed", "small"), (reason.Code, reason.Subject));
        Assert.Contains("Nothing was overwritten", reason.Message.En, StringComparison.Ordinal);
        Assert.Equal(12, Draft.Attributes[0].Bins[1].Points);
        // What the second person looked at is still there to be compared with.
        var looked = ChangeCard.Seen(_folder, seen);
        Assert.NotNull(looked);
        Assert.Equal(["employees: 10–49 people 10 → 12"], DiffCards.Run(looked, Draft).Select(line => line.En));
    }

    [Fact]
    public void Edit_RefusedByTheArithmetic_LeavesTheDraft()
    {
        var seen = CardFile.Id(Draft);
        Assert.Equal("scorecards.edit-points", ChangeCard.Edit(_folder, seen, new CardEdit.SetPoints("employees", 1, 101)).Reasons[0].Code);
        Assert.Equal(seen, CardFile.Id(Draft));
    }

    [Fact]
    public void Seen_OfAWrongId_IsNothing()
    {
        Assert.Null(ChangeCard.Seen(_folder, "../../etc/passwd"));
        Assert.Null(ChangeCard.Seen(_folder, new string('a', 64)));
    }

    [Fact]
    public void SetCut_MakesANewVersionWithTheSamePoints()
    {
        var seen = CardFile.Id(InUse);
        Assert.True(ChangeCard.SetCut(_folder, seen, 55).IsAccepted);
        Assert.Equal((2, 55), (InUse.Version, InUse.Cut));
        Assert.Equal([2, 1], ScorecardFolder.Versions(_folder).Select(card => card.Version));
        Assert.Equal("scorecards.card-changed", ChangeCard.SetCut(_folder, seen, 60).Reasons[0].Code);
        var refused = Assert.Single(ChangeCard.SetCut(_folder, CardFile.Id(InUse), 0).Reasons);
        Assert.Equal(("scorecards.cut", "0"), (refused.Code, refused.Subject));
    }

    [Fact]
    public void Publish_PutsTheEditedDraftInUseOnTrial()
    {
        var edited = ChangeCard.Edit(_folder, CardFile.Id(Draft), new CardEdit.SetPoints("employees", 1, 12)).Value;
        var published = ChangeCard.Publish(_folder, CardFile.Id(edited), PublishState.Validated, null).Value;
        // Nothing was measured for the edited card: it starts on trial, whatever was wanted.
        Assert.Equal(PublishState.Trial, published.Card.State);
        Assert.Equal(12, InUse.Attributes[0].Bins[1].Points);
    }

    [Fact]
    public void Exports_EveryForm_HasTextAndUnknownFormsAreRefused()
    {
        foreach (var (form, ending) in CardExports.Forms)
        {
            Assert.EndsWith("." + ending, CardExports.Name(InUse, form), StringComparison.Ordinal);
            Assert.Contains("employees", CardExports.Text(InUse, form, "accounts").Value, StringComparison.Ordinal);
        }

        var refused = Assert.Single(CardExports.Text(InUse, "pdf", "accounts").Reasons);
        Assert.Equal(("scorecards.export-form", "pdf"), (refused.Code, refused.Subject));
        Assert.Contains("postgres", refused.Message.En, StringComparison.Ordinal);
    }
}
