using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Core.Standards;
using Xunit;

namespace Kindred.Tests.Engagement;

/// <summary>Who reads what and who meets us: the planted effects, and the rules by hand.</summary>
public sealed class StudyReadingTests
{
    private static readonly ReaderGroup Finance = new(JobGroup.Finance, true);
    private static readonly ReaderGroup Technology = new(JobGroup.Technology, true);
    private static readonly ReaderGroup People = new(JobGroup.People, true);

    /// <summary>Planted: who signs reads pricing and ROI, 44 % of 90 met us; others read pricing, 19 % of 210; technology reads security, 36 % of 70; human resources reads cases, 20 % of 60, which is nothing; everybody, 18 %.</summary>
    [Theory]
    [InlineData(18)]
    [InlineData(1)]
    [InlineData(2)]
    public void Sample_FourEffects_AreShownAsPlanted(int seed)
    {
        var study = Study(seed);
        Assert.InRange(study.All.Readers, 729, 730);
        Planted(study.All.Met, 0.18, 730);
        var pricing = Cell(study, Finance, "pricing");
        Planted(pricing.Figures.Met, 0.44, 90);
        Planted(Cell(study, Finance, "roi").Figures.Met, 0.44, 90);
        Planted(pricing.Others, 0.19, 210);
        Planted(Cell(study, Technology, "security").Figures.Met, 0.36, 70);
        Planted(Cell(study, People, "case").Figures.Met, 0.20, 60);
        Assert.Equal([CellVerdict.More, CellVerdict.More, CellVerdict.More, CellVerdict.NoDifference],
            [pricing.Verdict, Cell(study, Finance, "roi").Verdict, Cell(study, Technology, "security").Verdict, Cell(study, People, "case").Verdict]);
        Assert.StartsWith("no difference seen", Cell(study, People, "case").Words.En, StringComparison.Ordinal);
        Assert.Equal([], study.ByDocument.Where(cell => cell is { Verdict: CellVerdict.More } && cell.Group != Finance && cell.Group != Technology).Select(cell => cell.Group.Code + " " + cell.Column));
        Assert.Equal((study.ByDocument.Count(cell => cell.Figures.Met.N >= ReadingCell.Need), study.ByDocument.Count(cell => cell.Figures.Met.N < ReadingCell.Need)), (study.ByDocument.Count(cell => cell.AdjustedP is not null), study.ByDocument.Count(cell => cell.Verdict == CellVerdict.TooFew)));

        // Each group reads most of what was planted for it.
        Assert.Equal(["security", "cases"], [Most(study, Technology), Most(study, People)]);
        Assert.All(study.Tags.GroupBy(tag => tag.Group), group => Assert.Equal(1, group.Sum(tag => tag.SecondsShare), 9));
    }

    /// <summary>Shuffled among the readers, meetings are no longer tied to anything: of 40 draws at most 5 may show any difference at all (5 % each; 97.6 % limit).</summary>
    [Fact]
    public void Sample_MeetingsShuffled_NothingIsFound()
    {
        var facts = SampleReading.Of(18).Facts;
        var visits = ImportedVisits.Of(facts);
        var emails = ReadingBook.Of(facts, visits, []).Readers.Select(reader => reader.Email).ToArray();
        var found = 0;
        for (var draw = 0; draw < 40; draw++)
        {
            var random = new Random(draw);
            var book = ReadingBook.Of(facts with { Activities = [.. emails.Where(_ => random.NextDouble() < 0.18).SelectMany(email => visits.Where(visit => visit.Email == email && visit.Counts).Select(visit => new Activity(-1, "Meeting", DateOnly.FromDateTime(visit.At.UtcDateTime).AddDays(3), email)))] }, visits, []);
            found += StudyReading.Run(book, ReadingFilter.None).ByDocument.Any(cell => cell.Verdict is CellVerdict.More or CellVerdict.Less) ? 1 : 0;
        }

        Assert.InRange(found, 0, 5);
    }

    [Fact]
    public void Met_CountsTwentyOneDays_AndLeavesOutWhoseDaysAreNotOver()
    {
        var day = new DateOnly(2026, 11, 1);
        ReadingBook Book(int metAfter, DateOnly asOf) => ReadingBook.Of(
            Visits.Facts() with { AsOf = asOf, Activities = [new Activity(-1, "Discovery meeting", day.AddDays(metAfter), "A@acme.example"), new Activity(-1, "Email sent", day, "a@acme.example")] },
            [Visits.Human("a@acme.example", new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero))], []);
        bool? Met(int metAfter, DateOnly asOf) => Book(metAfter, asOf) is var book ? book.Met(book.Readers[0], day) : null;
        Assert.Equal([true, true, false, false], new[] { 0, 21, 22, -1 }.Select(after => Met(after, day.AddDays(60))));
        Assert.Equal([true, null], new[] { 5, 30 }.Select(after => Met(after, day.AddDays(20))));
        Assert.False(Met(30, day.AddDays(21)));
        var none = ReadingBook.Of(Visits.Facts(), [Visits.Human("a@acme.example", Visits.Noon)], []);
        Assert.Null(none.Met(none.Readers[0], new DateOnly(2026, 6, 1)));
    }

    [Fact]
    public void Book_CountsOnlyHumansOfOthersWithAnAddress()
    {
        var book = ReadingBook.Of(Visits.Facts(), [
            Visits.Human("a@acme.example", Visits.Noon), Visits.Human("a@acme.example", Visits.Noon.AddDays(1)), Visits.Human("b@acme.example", Visits.Noon) with { IsOurs = true },
            Visits.Human("c@acme.example", Visits.Noon) with { Class = VisitClass.Scanner }, Visits.Human("d@acme.example", Visits.Noon) with { Class = VisitClass.Unknown }, Visits.Human("e@acme.example", Visits.Noon) with { Email = null }], []);
        Assert.Equal(["a@acme.example"], book.Readers.Select(reader => reader.Email));
        Assert.Equal(2, book.Readers[0].Visits.Count);
        var study = StudyReading.Run(book, ReadingFilter.None);
        Assert.Equal((3, 1, 1, 1), study.Visits);
        Assert.Equal(CellVerdict.TooFew, study.ByDocument[0].Verdict);
        Assert.Equal("too few to compare (need 20, have 0)", study.ByDocument[0].Words.En);
    }

    [Theory]
    [InlineData("CFO", "finance-lead")]
    [InlineData("경영지원본부장", "finance-lead")]
    [InlineData("재무팀장", "finance-lead")]
    [InlineData("VP, Finance & Operations", "finance-lead")]
    [InlineData("Accountant", "finance-staff")]
    [InlineData("대표이사", "management")]
    [InlineData("CEO", "management")]
    [InlineData("CTO/공동창업자", "technology-lead")]
    [InlineData("CISO 겸 개발팀장", "technology-lead")]
    [InlineData("Deal Desk Manager", "operations-lead")]
    [InlineData("인사총무 차장", "people-lead")]
    [InlineData("Account Executive", "sales-staff")]
    [InlineData("대리", "unknown")]
    [InlineData("", "unknown")]
    public void Group_OfATitle(string title, string code)
    {
        var group = ReaderGroup.Of(TitleReader.Read(title));
        Assert.Equal((code, group), (group.Code, ReaderGroup.Find(code)));
        Assert.NotEqual(group.Label.Ko, group.Label.En);
    }

    private static ReadingStudy Study(int seed)
    {
        var facts = SampleReading.Of(seed).Facts;
        return StudyReading.Run(ReadingBook.Of(facts, ImportedVisits.Of(facts), []), ReadingFilter.None);
    }

    private static ReadingCell Cell(ReadingStudy study, ReaderGroup group, string column) => Assert.Single(study.ByDocument, cell => cell.Group == group && cell.Column == column);

    private static string Most(ReadingStudy study, ReaderGroup group) => study.Tags.First(tag => tag.Group == group).Tag;

    /// <summary>The stated number of people, and a rate that a draw of so many at the planted rate gives (3.5 standard errors: 1 in 2,000).</summary>
    private static void Planted(Share found, double rate, int n)
    {
        Assert.InRange(found.N, n - 1, n);
        Assert.True(Math.Abs(found.Rate!.Value - rate) <= 3.5 * Math.Sqrt(rate * (1 - rate) / n), $"{found.Hits} of {found.N}, planted {rate}");
        Assert.True(found.Low <= found.Rate && found.Rate <= found.High);
    }
}
