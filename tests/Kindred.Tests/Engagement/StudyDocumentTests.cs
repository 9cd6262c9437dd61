using Kindred.Core.Engagement;
using Xunit;

namespace Kindred.Tests.Engagement;

/// <summary>One document page by page, counted by hand.</summary>
public sealed class StudyDocumentTests
{
    private static ReadingVisit Visit(string email, params (int Page, double Seconds, int Words)[] pages) => Visits.Human(email, Visits.Noon.AddMinutes(email[0])) with
    {
        PageCount = 4,
        Pages = [.. pages.Select(page => new PageReading(page.Page, "p" + page.Page.ToString(System.Globalization.CultureInfo.InvariantCulture), page.Words, page.Seconds, page.Seconds, 0))],
        OpenSeconds = 1000,
    };

    [Fact]
    public void Document_ByHand()
    {
        var study = StudyDocument.Run("t:Pricing", [
            Visit("a@x.example", (1, 10, 0), (2, 3, 0), (4, 40, 238)), // reads 1 and 4, skims 2
            Visit("b@x.example", (1, 20, 0), (2, 30, 0)) with { HadCta = true, ClickedCta = true, MayBeForwarded = true },
            Visit("a@x.example", (1, 2, 0)) with { Id = "again", HadCta = true },
            Visit("s@x.example", (1, 2, 0)) with { Class = VisitClass.Scanner },
            Visit("u@x.example", (1, 2, 0)) with { Class = VisitClass.Unknown },
            Visit("o@x.example", (1, 2, 0)) with { IsOurs = true },
            Visits.Human("z@x.example", Visits.Noon, DocumentType.Roi)]);
        Assert.Equal((3, 2, 0, 1, 1, 1), (study.Visits, study.Readers, study.Anonymous, study.Scanners, study.Unknown, study.Ours));
        Assert.Equal((50, 1000), (study.MedianSeconds, study.MedianOpenSeconds));
        Assert.Equal((2.0 + 2 + 0) / 12, study.ReadShare!.Value, 12);
        Assert.Equal((1.0 + 0 + 1) / 12, study.SkimmedShare!.Value, 12);
        Assert.Equal((new Share(1, 3), new Share(1, 2), 1), (study.Finished, study.Cta, study.MayBeForwarded));
        Assert.Equal([3, 2, 1, 1], study.Pages.Select(page => page.Reached.Hits));
        Assert.Equal([3, 2, 0, 1], study.Pages.Select(page => page.Opened.Hits));
        Assert.Equal([10, 16.5, null, 40], study.Pages.Select(page => page.MedianSeconds));
        Assert.Equal([new Share(1, 3), new Share(1, 2), new Share(0, 1), new Share(1, 1)], study.Pages.Select(page => page.EndedHere));
        Assert.Equal(new Share(2, 3), study.Pages[0].Read);
        Assert.Equal(1, study.LargestDrop!.Page);
        Assert.False(study.IsMeasured);
    }

    [Fact]
    public void Document_NobodyRead_HasNoFigures()
    {
        var study = StudyDocument.Run("t:Pricing", [Visit("s@x.example", (1, 2, 0)) with { Class = VisitClass.Scanner }]);
        Assert.Equal((0, 1, null, null), (study.Visits, study.Scanners, study.ReadShare, study.Finished.Rate));
        Assert.Empty(study.Pages);
        Assert.Equal("No human reading yet.", study.Sentence.En);
        Assert.Empty(StudyDocument.Run("t:none", []).Pages);
    }

    [Fact]
    public void Sample_EveryDocument_AddsUp()
    {
        var visits = ImportedVisits.Of(SampleReading.Of(18).Facts);
        var all = StudyDocument.All(visits);
        Assert.Equal(10, all.Count);
        Assert.Equal((821, 250, 80, 1), (all.Sum(study => study.Visits), all.Sum(study => study.Scanners), all.Sum(study => study.Unknown), all.Sum(study => study.MayBeForwarded)));
        Assert.Equal([4, 6, 8, 12, 16], all.Select(study => study.PageCount).Distinct().Order());
        Assert.All(all, study => Assert.Equal(study.Visits, study.Pages.Sum(page => page.EndedHere.Hits)));
        Assert.All(all, study => Assert.True(study.MedianSeconds <= study.MedianOpenSeconds && study.ReadShare + study.SkimmedShare <= 1));
    }

    [Theory]
    [InlineData(96, "1분 36초", "1 min 36 s")]
    [InlineData(27_720, "7시간 42분", "7 h 42 min")]
    [InlineData(9.6, "10초", "10 s")]
    [InlineData(-1, "0초", "0 s")]
    public void Minutes_AsPeopleSayThem(double seconds, string ko, string en) => Assert.Equal((ko, en), (DocumentStudy.Minutes(seconds).Ko, DocumentStudy.Minutes(seconds).En));
}
