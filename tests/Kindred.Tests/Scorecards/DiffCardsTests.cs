using Kindred.Core.Scorecards;
using Xunit;

namespace Kindred.Tests.Scorecards;

public sealed class DiffCardsTests
{
    [Fact]
    public void Run_SameCard_SaysNothing() => Assert.Empty(DiffCards.Run(TestCards.Small(), TestCards.Small(PublishState.Draft)));

    [Fact]
    public void Run_PointsAndCut_NamesTheBinAndBothValues()
    {
        var before = TestCards.Small();
        var after = EditScorecard.Run(before, new CardEdit.SetPoints("employees", 1, 12)).Value with { Cut = 60 };
        var said = DiffCards.Run(before, after);
        Assert.Equal(["cut: 70 → 60", "employees: 10–49 people 10 → 12"], said.Select(line => line.En));
        Assert.Equal(["기준: 70점 → 60점", "직원 수: 10–49명 10점 → 12점"], said.Select(line => line.Ko));
    }

    [Fact]
    public void Run_MovedBoundary_NamesOldAndNewBins()
    {
        var before = TestCards.Small();
        var after = EditScorecard.Run(before, new CardEdit.MoveBoundary("employees", 1, 59)).Value;
        Assert.Equal(
            ["employees: new bin 10–59 people, 10", "employees: new bin 60–200 people, 25", "employees: bin 10–49 people is gone (it gave 10)", "employees: bin 50–200 people is gone (it gave 25)"],
            DiffCards.Run(before, after).Select(line => line.En));
    }

    [Fact]
    public void Run_OtherAttributes_NamesNewAndGone()
    {
        var before = TestCards.Template();
        var after = before with { Attributes = [before.Attributes[0] with { Field = "other", Label = new("다른 것", "other") }, .. before.Attributes.Skip(1)] };
        Assert.Equal(["new: other (at most 15)", "gone: " + before.Attributes[0].Label.En], DiffCards.Run(before, after).Select(line => line.En));
    }
}
