using Kindred.Core.Engagement;
using Kindred.Documents.Tracking;
using Xunit;

namespace Kindred.Tests.Documents;

/// <summary>Human, scanner or unknown: what speaks for each, said in both languages.</summary>
public sealed class ClassifyViewTests
{
    private static readonly OpeningSigns Person = new(null, false, true, false, true);

    [Theory]
    [InlineData(2, 2.0, VisitClass.Human)]
    [InlineData(200, 900.0, VisitClass.Human)]
    [InlineData(1, 60.0, VisitClass.Unknown)]
    [InlineData(0, 60.0, VisitClass.Unknown)]
    [InlineData(50, 1.9, VisitClass.Unknown)]
    public void Of_APersonsBrowser_IsHumanWithInputAndTime(int inputs, double seconds, VisitClass expected)
    {
        var (found, reasons) = ClassifyView.Of(Person, Reading(inputs, seconds));
        Assert.Equal(expected, found);
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.True(reason.Ko.Length > 5 && reason.En.Length > 5));
    }

    [Fact]
    public void Of_SignsOfAProgram_AreScannersWhateverTheyDo()
    {
        var busy = Reading(500, 600);
        foreach (var signs in new[] { Person with { Crawler = "Slack" }, Person with { IsPrefetch = true }, Person with { IsDriven = true }, new OpeningSigns("curl", true, false, true, false) })
        {
            Assert.Equal(VisitClass.Scanner, ClassifyView.Of(signs, busy).Class);
        }

        Assert.Contains("Slack", ClassifyView.Of(Person with { Crawler = "Slack" }, busy).Reasons[0].Ko, StringComparison.Ordinal);
        Assert.Equal(4, ClassifyView.Of(new OpeningSigns("curl", true, false, true, true), Even(0)).Reasons.Count);
    }

    [Fact]
    public void Of_EvenRhythmWithoutInput_IsAScanner()
    {
        Assert.Equal(VisitClass.Scanner, ClassifyView.Of(Person, Even(0)).Class);
        Assert.Equal(VisitClass.Human, ClassifyView.Of(Person, Even(12)).Class);

        // Three pages, or pages of different length, are no rhythm.
        Assert.Equal(VisitClass.Unknown, ClassifyView.Of(Person, new FoldedReading([.. Even(0).Pages.Take(3)], 0, 20, true)).Class);
        Assert.Equal(VisitClass.Unknown, ClassifyView.Of(Person, new FoldedReading([.. Enumerable.Range(1, 6).Select(page => new BeatPage(page, page, page, 0))], 0, 30, true)).Class);
    }

    [Fact]
    public void Of_NoScreenOrNoTime_IsUnknownAndSaysEach()
    {
        Assert.Equal(VisitClass.Unknown, ClassifyView.Of(Person with { HasScreen = false }, Reading(50, 50)).Class);
        Assert.Equal(3, ClassifyView.Of(Person with { HasScreen = false, HasLanguage = false }, Reading(0, 0)).Reasons.Count);
        Assert.Equal(VisitClass.Unknown, ClassifyView.Of(Person, new FoldedReading([], 0, 0, false)).Class);
    }

    private static FoldedReading Reading(int inputs, double seconds) => new([new BeatPage(1, seconds, seconds, 0)], inputs, seconds, true);

    private static FoldedReading Even(int inputs) => new([.. Enumerable.Range(1, 6).Select(page => new BeatPage(page, 3, 3 + (page % 2 * 0.1), 0))], inputs, 20, true);
}
