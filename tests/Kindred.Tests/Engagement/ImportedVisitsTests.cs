using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Xunit;

namespace Kindred.Tests.Engagement;

/// <summary>Imported visits: who looks like whom, what counts as reading, what is one visit.</summary>
public sealed class ImportedVisitsTests
{
    /// <summary>Two of the people of seed 1 looked at a cover for 3 s and left: no shape tells them from a preview, so they stay unknown. No other of the 3,453 visits is taken for what it is not.</summary>
    [Theory]
    [InlineData(18, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 0)]
    public void Sample_ClassesByShape_AreThePlantedOnes(int seed, int glances)
    {
        var sample = SampleReading.Of(seed);
        var visits = ImportedVisits.Of(sample.Facts);

        // 820 as stated and the one that was opened on another device.
        Assert.Equal((821 - glances, 250, 80 + glances), (visits.Count(visit => visit.Class == VisitClass.Human), visits.Count(visit => visit.Class == VisitClass.Scanner), visits.Count(visit => visit.Class == VisitClass.Unknown)));
        var planted = sample.Company.Visits.Select((visit, i) => (Id: "i:" + (800_001 + i).ToString(System.Globalization.CultureInfo.InvariantCulture), visit.Visitor)).ToDictionary(pair => pair.Id, pair => pair.Visitor);
        var mistaken = visits.Where(visit => visit.Class.ToString().ToLowerInvariant() != planted[visit.Id]).ToArray();
        Assert.Equal(glances, mistaken.Length);
        Assert.All(mistaken, visit => Assert.True(planted[visit.Id] == "human" && visit.Class == VisitClass.Unknown && visit.Pages.All(page => page.ActiveSeconds <= 3), visit.Id));
        Assert.All(visits, visit => Assert.NotEmpty(visit.Reasons));
        Assert.All(visits, visit => Assert.True(visit is { Account: >= 0, Person: >= 0, Link: not null, PageCount: > 0, Email: not null }));

        var hot = Assert.Single(visits, visit => visit.Type == DocumentType.Roi && visit is { OpenSeconds: 31, Class: VisitClass.Scanner } && visit.At.TimeOfDay == new TimeSpan(3, 12, 0));
        Assert.Contains("opened all 6 pages for the same 5–6 s", hot.Reasons[0].En, StringComparison.Ordinal);
        var overnight = Assert.Single(visits, visit => visit.OpenSeconds > 20_000);
        Assert.Equal((27_720, 96, 27_624), (overnight.OpenSeconds, overnight.ActiveSeconds, overnight.Pages.Sum(page => page.UncertainSeconds)));
        Assert.Single(visits, visit => visit.MayBeForwarded);
        Assert.DoesNotContain(visits, visit => visit.IsOurs);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(-3, 0, 0)]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(120, 120, 0)]
    [InlineData(121, 120, 1)]
    [InlineData(1800, 120, 1680)]
    [InlineData(1801, 0, 1801)]
    [InlineData(27_624, 0, 27_624)]
    public void Unmeasured_IsCappedAndALeftTabIsUncertain(double seconds, double active, double uncertain) => Assert.Equal((active, uncertain), ReadingTime.Unmeasured(seconds));

    [Fact]
    public void IsRead_HalfTheTimeOfItsWords_OrFiveSeconds()
    {
        // 238 words take a minute: half of it is 30 s.
        Assert.True(ReadingTime.IsRead(new PageReading(1, null, 238, 30, 30, 0)));
        Assert.False(ReadingTime.IsRead(new PageReading(1, null, 238, 29.9, 60, 0)));
        Assert.True(ReadingTime.IsRead(new PageReading(1, null, 0, 5, 5, 0)));
        Assert.False(ReadingTime.IsRead(new PageReading(1, null, 0, 4.9, 5, 100)));
    }

    [Theory]
    [InlineData("Chrome / Windows", "Seoul", new double[] { 12, 40, 3 }, VisitClass.Human)]
    [InlineData("Firefox / Linux", "Dublin", new double[] { 12, 40, 3 }, VisitClass.Human)]
    [InlineData("Firefox / Linux", "Dublin", new double[] { 3, 3, 3 }, VisitClass.Scanner)]
    [InlineData("Chrome / Windows", "Seoul", new double[] { 3, 3, 3 }, VisitClass.Unknown)]
    [InlineData("Chrome / Windows", "Seoul", new double[] { 3, 0, 0 }, VisitClass.Unknown)]
    [InlineData("Chrome / Windows", "Seoul", new double[] { 9, 0, 0 }, VisitClass.Human)]
    [InlineData("Unknown", "", new double[] { 9, 30, 0 }, VisitClass.Unknown)]
    [InlineData("HeadlessChrome / Windows", "Seoul", new double[] { 9, 30, 0 }, VisitClass.Scanner)]
    [InlineData("Android Linux phone", "Dublin", new double[] { 1, 2, 1 }, VisitClass.Scanner)]
    [InlineData("", "", new double[] { 0, 0, 0 }, VisitClass.Unknown)]
    public void Class_OfAShape(string device, string place, double[] seconds, VisitClass expected)
    {
        var visit = Assert.Single(ImportedVisits.Of(Visits.Facts(Visits.Row(0, device, place, seconds))));
        Assert.Equal(expected, visit.Class);
        Assert.All(visit.Reasons, reason => Assert.NotEqual(reason.Ko, reason.En));
        Assert.NotEmpty(visit.Reasons);
    }

    [Fact]
    public void Scanner_BeforeItsReader_NeedsItsBehaviourToo()
    {
        var even = ImportedVisits.Of(Visits.Facts(Visits.Row(0, "Chrome / Windows", "Seoul", 2, 2, 2), Visits.Row(60, "Safari / macOS", "Seoul", 12, 40, 3)));
        Assert.Equal([VisitClass.Scanner, VisitClass.Human], even.Select(visit => visit.Class));
        var uneven = ImportedVisits.Of(Visits.Facts(Visits.Row(0, "Chrome / Windows", "Seoul", 22, 2, 2), Visits.Row(60, "Safari / macOS", "Seoul", 12, 40, 3)));
        Assert.Equal([VisitClass.Human, VisitClass.Human], uneven.Select(visit => visit.Class));
        Assert.Equal([false, true], uneven.Select(visit => visit.MayBeForwarded));
    }

    [Fact]
    public void Session_WithinFifteenMinutes_IsOneVisitOfEverySource()
    {
        var visits = ImportedVisits.Of(Visits.Facts(Visits.Row(0, "Chrome / Windows", "Seoul", 12, 0, 3), Visits.Row(15, "Chrome / Windows", "Seoul", 0, 200, 7), Visits.Row(30.1, "Chrome / Windows", "Seoul", 20, 0, 3)));
        Assert.Equal(2, visits.Count);
        Assert.Equal([(1, 12.0, 0.0), (2, 120.0, 80.0), (3, 10.0, 0.0)], visits[0].Pages.Select(page => (page.Page, page.ActiveSeconds, page.UncertainSeconds)));
        Assert.Equal(222, visits[0].OpenSeconds);
        Assert.DoesNotContain(visits, visit => visit.MayBeForwarded);
    }

    [Fact]
    public void Rows_OnePerPageOfOneVisit_AreOneVisit()
    {
        DocumentVisit Page(int page, double seconds) => new(-1, "Security deck", page, new DateOnly(2026, 6, 1), seconds, "kim@acme.example") { Key = "v1", At = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), Device = "Edge / Windows" };
        var visit = Assert.Single(ImportedVisits.Of(Visits.Facts(Page(1, 9), Page(4, 31))));
        Assert.Equal([(1, 9.0), (4, 31.0)], visit.Pages.Select(page => (page.Page, page.ActiveSeconds)));
        Assert.Equal((DocumentType.Security, "i:v1"), (visit.Type, visit.Id));
    }

    [Fact]
    public void OurOwnPeople_AreShownAndCountNowhere()
    {
        var team = new OurTeam(new HashSet<string> { "acme.example" }, new HashSet<string>());
        var visit = Assert.Single(ImportedVisits.Of(Visits.Facts(Visits.Row(0, "Chrome / Windows", "Seoul", 12, 40, 3)), team));
        Assert.True(visit is { IsOurs: true, Counts: false, Class: VisitClass.Human });
        Assert.True(OurTeam.Of(Visits.Facts(), ["Me@Gmail.com", "maedeup.example", "nonsense"]) is { } named && named.Has("me@gmail.com") && named.Has("any@maedeup.example") && !named.Has("you@gmail.com"));
        Assert.True(OurTeam.Of(SampleReading.Of(18).Facts, []).Has("someone@maedeup.example"));
    }

    [Fact]
    public void Rows_WithoutADay_AreLeftOut() => Assert.Empty(ImportedVisits.Of(Visits.Facts(Visits.Row(0, "Chrome / Windows", "Seoul", 12) with { At = null })));
}
