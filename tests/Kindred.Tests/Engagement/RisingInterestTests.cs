using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Core.Standards;
using Kindred.Statistics.Resampling;
using Xunit;

namespace Kindred.Tests.Engagement;

/// <summary>Rising interest: found when planted, silent when nothing rises.</summary>
public sealed class RisingInterestTests
{
    private static readonly Sector Software = Sectors.Find("software")!;

    [Fact]
    public void Rising_TwelveWhereThreeAreUsual_IsFoundWithItsReason()
    {
        var study = RisingInterest.Of([(Software, JobGroup.Finance, [12, 3, 2, 4, 3, 3, 2, 4, 3, 3, 2, 4]), (Software, JobGroup.Technology, [4, 3, 2, 4, 3, 3, 2, 4, 3, 3, 2, 4])], 11);
        var group = Assert.Single(study.Rising);
        Assert.Equal((JobGroup.Finance, 12), (group.Job, group.Now));
        Assert.Equal("software, finance and administration: 12 people read within 30 days (usually 3.0 a month, at most 7)", group.Reason.En.ToLowerInvariant());
        Assert.Contains("최근 30일에 12명이 읽었어요", group.Reason.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Rising_FewerThanFivePeople_NeverCounts() => Assert.Empty(RisingInterest.Of([(Software, JobGroup.Finance, [4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])], 11).Rising);

    [Fact]
    public void Rising_TooFewMonths_IsSaidWithItsNumbers()
    {
        var study = RisingInterest.Of([(Software, JobGroup.Finance, [40, 1, 1])], 2);
        Assert.Equal((false, 2, 3), (study.IsEnough, study.Months, study.Need));
        Assert.Empty(study.Rising);
    }

    /// <summary>40 groups, means 0.2 to 8, nothing rises, 11 months, 1,000 runs: any alarm at all in at most 5 % of months. 65 is the 97.6 % limit of 1,000 × 5 %. With counts that scatter twice as widely as Poisson ones it may be 10 %: the scatter is itself estimated.</summary>
    [Theory]
    [InlineData(1, 65)]
    [InlineData(2, 120)]
    public void Rising_NothingRises_FalseAlarms(double scatter, int most)
    {
        var random = new SeededRandom(11);
        var alarms = 0;
        for (var run = 0; run < 1000; run++)
        {
            var groups = Enumerable.Range(0, 40).Select(i => (Software, JobGroup.Finance, Enumerable.Range(0, 12).Select(_ => Count(random, 0.2 + i * 0.2, scatter)).ToArray())).ToArray();
            alarms += RisingInterest.Of(groups, 11).Rising.Count > 0 ? 1 : 0;
        }

        Assert.InRange(alarms, 0, most);
    }

    [Fact]
    public void Rising_OfABook_CountsPeopleOncePerMonth()
    {
        var companies = new[] { Company(0), Company(1) };
        var asOf = new DateOnly(2026, 11, 21);
        DateTimeOffset Ago(int days) => new(asOf.AddDays(-days).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        var people = Enumerable.Range(0, 9).Select(i => Visits.Person(i % 2, $"p{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}@x.example", "CFO")).ToArray();
        ReadingVisit Read(int person, int days) => Visits.Human(people[person].Email!, Ago(days), account: person % 2, person: person);
        var visits = Enumerable.Range(0, 8).SelectMany(person => new[] { Read(person, 3), Read(person, 10) })
            .Concat([Read(8, 40), Read(8, 45), Read(8, 75), Read(8, 100), Read(8, 130), Read(8, 170), Read(8, 200), Read(8, -5)]).ToArray();
        var study = RisingInterest.Run(ReadingBook.Of(Visits.Facts() with { Companies = companies, People = people }, visits, []));
        var group = Assert.Single(study.Groups);
        Assert.Equal((8, 5), (group.Now, study.Months));
        Assert.Equal([1, 1, 1, 1, 1], group.Earlier);
        Assert.True(group.IsRising);
    }

    [Fact]
    public void Sample_NothingWasPlantedToRise_NothingRises() => Assert.All(SampleReading.Seeds, seed =>
    {
        var facts = SampleReading.Of(seed).Facts;
        var study = RisingInterest.Run(ReadingBook.Of(facts, ImportedVisits.Of(facts), []));
        Assert.True(study is { IsEnough: true, Months: >= 7 } && study.Groups.Count > 20);
        Assert.Empty(study.Rising);
    });

    private static Company Company(int index) => new(index, "k", "n", [], null, null, Place.Read(null, null, null), "software", IndustryReader.Read("software"), double.NaN, null, null, null, [], null);

    private static int Count(SeededRandom random, double mean, double scatter)
    {
        // A gamma mixture of Poisson counts: variance = scatter × mean.
        var own = scatter <= 1 ? mean : random.NextGamma(mean / (scatter - 1)) * (scatter - 1);
        var product = random.NextUnit();
        var count = 0;
        for (var limit = Math.Exp(-own); product > limit; count++)
        {
            product *= random.NextUnit();
        }

        return count;
    }
}
