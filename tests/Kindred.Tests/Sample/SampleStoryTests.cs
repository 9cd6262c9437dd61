using Kindred.Sample;
using Xunit;

namespace Kindred.Tests.Sample;

/// <summary>The stories differ as described, and the records agree with each other.</summary>
public sealed class SampleStoryTests
{
    [Fact]
    public void Generate_Small_Has180DealsAndAbout38Won()
    {
        var counts = Enumerable.Range(1, 40).Select(seed => SampleCompany.Generate(new SampleOptions(seed, SampleStory.Small, 3000, SampleFigures.AsOf))).ToArray();
        Assert.All(counts, company => Assert.Equal(180, company.Deals.Count(deal => deal.Outcome != SampleOutcome.Open)));
        Assert.InRange(counts.Average(company => company.Customers.Length), 36, 41.2);
    }

    [Fact]
    public void Generate_None_SpreadsWinsEvenly()
    {
        var figures = Enumerable.Range(1, 40).Select(seed => SampleFigures.Of(SampleCompany.Generate(new SampleOptions(seed, SampleStory.None, 3000, SampleFigures.AsOf)))).ToArray();
        double Rate(string group) => figures.Sum(one => one.Groups[group].Wins) / figures.Sum(one => one.Groups[group].Deals);
        Assert.InRange(Rate("core"), Rate("all") - 0.02, Rate("all") + 0.02);
        Assert.InRange(Rate("regret"), Rate("all") - 0.02, Rate("all") + 0.02);
        Assert.InRange(Rate("anti"), Rate("all") - 0.02, Rate("all") + 0.02);
        Assert.InRange(Rate("first half decoy"), Rate("first half others") - 0.02, Rate("first half others") + 0.02);
    }

    [Fact]
    public void Generate_SeedSeven_HasFourGiantsThatLeadByRevenue()
    {
        var company = SampleCompany.Generate(SampleOptions.Default(SampleFigures.AsOf));
        var giants = company.Customers.Where(customer => company.Accounts[customer.Account].Group == SampleGroup.Anti).ToArray();
        Assert.Equal(4, giants.Length);
        var leaders = company.Customers.OrderByDescending(customer => customer.Monthly.Currency switch { "KRW" => customer.Monthly.Major, "JPY" => customer.Monthly.Major * 9.2m, _ => customer.Monthly.Major * 1380m }).Take(6);
        Assert.InRange(leaders.Count(customer => giants.Contains(customer)), 3, 4);
    }

    [Theory]
    [InlineData(SampleStory.Good)]
    [InlineData(SampleStory.Small)]
    [InlineData(SampleStory.None)]
    public void Generate_AnyStory_RecordsAgree(SampleStory story)
    {
        var company = SampleCompany.Generate(new SampleOptions(11, story, 3000, SampleFigures.AsOf));
        Assert.All(company.Deals, deal => Assert.True(deal.Created <= deal.Closed));
        Assert.All(company.Deals.Where(deal => deal.Outcome != SampleOutcome.Open), deal => Assert.True(deal.Closed < SampleFigures.AsOf && deal.Created >= SampleFigures.AsOf.AddMonths(-36)));
        Assert.All(company.Deals.Where(deal => company.Accounts[deal.Account].Country != "KR"), deal => Assert.True(deal.Created >= SampleFigures.AsOf.AddMonths(-24)));
        Assert.All(company.Deals, deal => Assert.True(company.Accounts[deal.Account].Created < deal.Created));
        Assert.Equal(company.Customers.Length, company.Customers.Select(customer => customer.Account).Distinct().Count());
        Assert.Equal(company.Customers.Length, company.Deals.Count(deal => deal.Outcome == SampleOutcome.Won));
        Assert.Equal(company.Accounts.Length, company.Accounts.Select(account => account.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(company.Accounts.Length, company.Accounts.Select(account => account.Domain).Distinct().Count());
        Assert.All(company.Usage, usage => Assert.True(usage.Month <= SampleFigures.AsOf));
        Assert.All(company.Activities, activity => Assert.True(activity.On <= SampleFigures.AsOf));
    }

    [Fact]
    public void Generate_Trigger_IsSeenWithin180DaysExactlyForTriggeredDeals()
    {
        var company = SampleCompany.Generate(SampleOptions.Default(SampleFigures.AsOf));
        var hires = company.Signals.Where(signal => signal.Kind is "New RevOps lead" or "New finance lead").ToLookup(signal => signal.Account, signal => signal.On);
        foreach (var deal in company.Deals.Where(deal => deal.Triggered))
        {
            Assert.Contains(hires[deal.Account], on => on < deal.Created && on >= deal.Created.AddDays(-180));
        }

        var wrong = company.Deals.Count(deal => !deal.Triggered && hires[deal.Account].Any(on => on < deal.Created && on >= deal.Created.AddDays(-180)));
        Assert.InRange(wrong, 0, company.Deals.Length / 100);
    }

    [Fact]
    public void Generate_Reading_LeadsToMeetingsAsPlanted()
    {
        double buyers = 0, buyersMet = 0, reviewers = 0, reviewersMet = 0, readers = 0, readersMet = 0;
        for (var seed = 1; seed <= 40; seed++)
        {
            var company = SampleCompany.Generate(new SampleOptions(seed, SampleStory.Good, 3000, SampleFigures.AsOf));
            var meetings = company.Activities.Where(activity => activity.Kind == "Meeting").ToLookup(activity => activity.Contact, activity => activity.On);
            foreach (var visits in company.Visits.Where(visit => visit.Visitor == "human").GroupBy(visit => visit.Contact))
            {
                var day = DateOnly.FromDateTime(visits.Min(visit => visit.At));
                var met = meetings[visits.Key].Any(on => on > day && on <= day.AddDays(22)) ? 1 : 0;
                switch (company.Contacts[visits.Key].Role)
                {
                    case SampleRole.EconomicBuyer: buyers++; buyersMet += met; break;
                    case SampleRole.Reviewer: reviewers++; reviewersMet += met; break;
                    case SampleRole.Reader: readers++; readersMet += met; break;
                    default: break;
                }
            }
        }

        Assert.Equal(90 * 40, buyers);
        Assert.InRange(buyersMet / buyers, 0.415, 0.465);
        Assert.InRange(reviewersMet / reviewers, 0.33, 0.39);
        Assert.InRange(readersMet / readers, 0.17, 0.23);
    }
}
