using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Success;
using Kindred.Tests.Segments;
using Xunit;

namespace Kindred.Tests.Success;

/// <summary>Rules and refusals on facts of a few companies, written out.</summary>
public sealed class SuccessByHandTests
{
    [Fact]
    public void Study_OneCustomerWithoutFiles_SaysWhatIsUnknownAndRanksOnly()
    {
        var study = Study(FactsByHand.Of(1, FactsByHand.Sub(0, "2025-01-10", null, 100)));
        var one = Assert.Single(study.Customers);
        Assert.Null(one.Health.Total);
        Assert.Equal((0.0, 100.0, 0), (one.Health.Low, one.Health.High, one.Health.KnownWeight));
        Assert.All(one.Health.Factors, factor => Assert.True(factor.Score is null && factor.Counted == 0 && factor.Said.Ko.Length > 0 && factor.Said.En.Length > 0));
        Assert.Null(one.Risk);
        Assert.False(study.Model.IsProbability);
        Assert.Equal((0, 20), (study.Model.Departures, study.Model.Need));
        Assert.Contains("0 customers left, 20 are needed", study.Model.Said.En, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 1, 10), one.Renewal.On);
        Assert.False(one.Renewal.IsStated);
        Assert.Empty(study.Alerts);
        Assert.Null(study.Model.Fall);
    }

    [Fact]
    public void Health_UnknownFactors_AreLeftOutAndTheOthersCountForMore()
    {
        var facts = FactsByHand.Of(2, FactsByHand.Sub(0, "2025-01-10", null, 100), FactsByHand.Sub(1, "2025-01-10", null, 100)) with
        {
            Usage = [.. Use(0, "quote", 100, 100, 100, 40), .. Use(0, "search", 10, 10, 10, 10), .. Use(1, "quote", 50, 50, 50, 50)],
        };
        var fallen = Study(facts).Find(0)!;
        Assert.Equal(40, fallen.Health.KnownWeight);
        Assert.Equal(62.5, fallen.Health.Factors[0].Counted, 1e-9);
        Assert.Equal(0, fallen.Health.Factors[0].Score);
        Assert.Equal(0.4, fallen.Trend!.Value, 1e-9);
        Assert.True(fallen.HasFallen);
        // Breadth full (37.5), trend nothing: of what is known; with everything unknown at its worst 15, at its best 75.
        Assert.Equal((37.5, 15.0, 75.0), (fallen.Health.Total!.Value, fallen.Health.Low, fallen.Health.High));
        Assert.Equal(100, Study(facts).Find(1)!.Health.Factors.Sum(factor => factor.Weight));
    }

    [Fact]
    public void Silent_NoUseSinceTheLastWholeMonth_IsSeenAndAlerted()
    {
        var facts = FactsByHand.Of(2, FactsByHand.Sub(0, "2025-01-10", null, 100), FactsByHand.Sub(1, "2025-01-10", null, 500)) with
        {
            Usage = [.. Use(0, "quote", 10, 10, 10, 0), .. Use(1, "quote", 10, 10, 10, 10)],
        };
        var study = Study(facts);
        Assert.Equal([0], study.Silent.Select(customer => customer.Account));
        Assert.Equal(new DateOnly(2026, 5, 1), study.Silent.First().SilentSince);
        Assert.Equal("silent", Assert.Single(study.Alerts).Kinds[0]);
        var none = SuccessModule.Study(facts, new SuccessRequest { AlertsPerWeek = 0 }, []).Value;
        Assert.Contains("set to 0", Assert.Single(none.Alerts).Waits!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Usage_FileThatEndsEarly_IsUnknownAndNotSilent()
    {
        var facts = FactsByHand.Of(1, FactsByHand.Sub(0, "2024-01-10", null, 100)) with { Usage = [new Usage(0, new DateOnly(2025, 12, 1), "quote", 9, 0, 1, new DateOnly(2025, 12, 2)), new Usage(0, new DateOnly(2025, 11, 1), "quote", 9, 0, 1, new DateOnly(2025, 11, 2))] };
        var one = Study(facts).Customers[0];
        Assert.Null(one.SilentSince);
        Assert.Null(one.Health.Factors[0].Score);
        Assert.Contains("does not reach", one.Health.Factors[0].Said.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, "CCC")]
    [InlineData(1, 1, "ABC")]
    [InlineData(100, 0, "AAA")]
    public void Tiers_AreFilledToTheCapacityStated(int a, int b, string expected)
    {
        var facts = FactsByHand.Of(3, FactsByHand.Sub(0, "2024-01-10", null, 900), FactsByHand.Sub(1, "2024-01-10", null, 500), FactsByHand.Sub(2, "2024-01-10", null, 100));
        var study = SuccessModule.Study(facts, new SuccessRequest { CapacityA = a, CapacityB = b }, []).Value;
        Assert.Equal(expected, string.Concat(study.Customers.OrderBy(customer => customer.Account).Select(customer => customer.Place.Tier)));
        Assert.All(study.Customers, customer => Assert.True(customer.Place.Points is >= 0 and <= 100));
        Assert.All(study.Tasks, task => Assert.True(task.DueOn > study.AsOf));
    }

    [Fact]
    public void Tiers_GrownContract_MovesUpAndSaysWhy()
    {
        var facts = FactsByHand.Of(3, FactsByHand.Sub(0, "2024-01-10", null, 100), FactsByHand.Sub(0, "2026-06-01", null, 5000), FactsByHand.Sub(1, "2024-01-10", null, 500), FactsByHand.Sub(2, "2024-01-10", null, 300));
        var study = SuccessModule.Study(facts, new SuccessRequest { CapacityA = 1, CapacityB = 1 }, []).Value;
        var place = study.Find(0)!.Place;
        Assert.Equal((Tier.A, Tier.C), (place.Tier, place.Before));
        Assert.Contains("contract amount", place.Why!.En, StringComparison.Ordinal);
        Assert.Contains(study.Tasks, task => task is { Account: 0, Id: "assign" });
        Assert.Contains(study.Tasks, task => task is { Account: 0, Id: "review" });
    }

    [Fact]
    public void BadInput_EveryStatedRule_GivesAFiniteAnswerOrAReason()
    {
        // Overlapping, ended before it began, negative, another currency without a rate, a contract that ends in the future.
        var facts = FactsByHand.Of(6,
            FactsByHand.Sub(0, "2024-01-10", null, 100), FactsByHand.Sub(0, "2025-01-10", null, 50),
            FactsByHand.Sub(1, "2025-05-01", "2025-03-01", 100),
            FactsByHand.Sub(2, "2025-05-01", null, -100),
            FactsByHand.Sub(3, "2025-05-01", null, 100, "USD"),
            FactsByHand.Sub(4, "2025-05-01", "2026-09-15", 100),
            FactsByHand.Sub(5, "2025-05-01", null, 100, isTrial: true)) with
        {
            Invoices = [new Invoice(0, "1", FactsByHand.Day("2026-05-01"), new Money(100, "KRW"), FactsByHand.Day("2026-05-15"), null), new Invoice(4, "2", FactsByHand.Day("2026-05-01"), new Money(-40, "KRW"), FactsByHand.Day("2026-05-15"), FactsByHand.Day("2026-05-15"))],
        };
        var study = Study(facts);
        Assert.Equal([0, 3, 4], study.Customers.Select(customer => customer.Account).Order());
        Assert.Equal(150, study.Find(0)!.Monthly);
        Assert.Equal(0, study.Find(3)!.Monthly);
        Assert.Equal((FactsByHand.Day("2026-09-15"), true), (study.Find(4)!.Renewal.On, study.Find(4)!.Renewal.IsStated));
        Assert.Equal(46, study.Find(0)!.DaysOverdue);
        Assert.Null(study.Find(4)!.Health.Factors[(int)HealthFactor.Payment].Score);
        Assert.Contains(study.Notes, note => note.Code == "segments.negative-amount");
        Assert.All(study.Customers, customer => Assert.True(double.IsFinite(customer.Health.Low + customer.Health.High + customer.Place.Points + (customer.Health.Total ?? 0))));
        Assert.All(study.Alerts, alert => Assert.True(double.IsFinite(alert.AtStake)));
    }

    [Fact]
    public void Refusals_NameWhatIsWrong()
    {
        var facts = FactsByHand.Of(1, FactsByHand.Sub(0, "2024-01-10", null, 100));
        Refused(SuccessModule.Study(facts, new SuccessRequest { CapacityA = -1 }, []), "success.capacity", "-1", "0 to 100,000");
        Refused(SuccessModule.Study(facts, new SuccessRequest { AlertsPerWeek = 1001 }, []), "success.alerts", "1001", "0 to 1,000");
        Refused(SuccessModule.Study(facts, new SuccessRequest { KeyFeature = "magic" }, []), "success.unknown-feature", "magic", "It has: none");
        Refused(SuccessModule.Study(FactsByHand.Of(1, FactsByHand.Sub(0, "2024-01-10", "2025-01-10", 100)), new SuccessRequest(), []), "success.no-running-customers", "2026-06-30", "all 1 have left");
        Refused(SuccessModule.Study(FactsByHand.Of(1), new SuccessRequest(), []), "segments.no-customers", "subscriptions", "neither");
        Refused(HealthWeights.Parse("usage-trend=30"), "success.weights-total", "105", "add up to 105");
        Refused(HealthWeights.Parse("mood=30"), "success.weights", "mood=30", "cannot be read");
        Refused(HealthWeights.Parse("survey=ten"), "success.weights", "survey=ten", "whole number");
        Refused(SuccessModule.Later(facts, new SuccessRequest()), "success.too-few-departures", "customers", "Too few");
        Assert.Equal(HealthWeights.Default, HealthWeights.Parse("").Value);
        var own = HealthWeights.Parse("usage-trend=35, survey=0").Value;
        Assert.Equal(own, HealthWeights.Parse(own.ToString()).Value);
    }

    [Fact]
    public void Renewals_LeapDayAndCalendar()
    {
        Assert.Equal(new DateOnly(2025, 2, 28), FindRenewals.Next(new DateOnly(2024, 2, 29), new DateOnly(2024, 3, 1)));
        Assert.Equal(new DateOnly(2028, 2, 29), FindRenewals.Next(new DateOnly(2024, 2, 29), new DateOnly(2027, 2, 28)));
        var study = Study(FactsByHand.Of(2, FactsByHand.Sub(0, "2025-07-02", null, 100), FactsByHand.Sub(1, "2024-06-30", null, 100)));
        Assert.Equal(13, study.Renewals.Count);
        Assert.Equal([0, 1], study.Renewals.Take(2).Select(month => month.Renewals.Count));
        Assert.Equal(2, study.Renewals.Sum(month => month.Renewals.Count));
    }

    [Fact]
    public void Lookalikes_TooLittleKnown_SaysWhatToFindOut_AndOtherwiseWhatIsAlike()
    {
        var facts = FactsByHand.Of(4, FactsByHand.Sub(0, "2024-01-10", null, 900), FactsByHand.Sub(1, "2024-01-10", null, 500));
        facts = facts with
        {
            Companies = [facts.Companies[0] with { Founded = 2010 }, FactsByHand.Company(1, "commerce", 2000) with { Founded = 2015 }, FactsByHand.Company(2) with { Founded = 2016 }, facts.Companies[3] with { Industry = null, IndustryText = null, Employees = double.NaN, Place = new(null, null, null, null) }],
        };
        var view = CompaniesNow.View(facts);
        Story[] stories = [new(0, true, []), new(1, true, [])];
        var lookalikes = Lookalikes.Of(facts, view.Table, view.Fields, stories);
        Assert.False(lookalikes.IsLearned);
        var silence = lookalikes.Silence(3)!;
        Assert.Contains("Not enough to say: 0%", silence.En, StringComparison.Ordinal);
        Assert.Contains("industry", silence.En, StringComparison.Ordinal);
        Assert.Contains("업종", silence.Ko, StringComparison.Ordinal);
        Assert.Null(lookalikes.Silence(2));
        var near = lookalikes.Of(2);
        Assert.Equal([0, 1], near.Select(like => like.Account));
        // The same industry, head count and country; founded six years apart, of a 95 % range a little less.
        Assert.True(near[0].Likeness is > 0.5 and < 1, near[0].Likeness.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("industry Software", near[0].Alike.Select(pair => pair.Said.En));
        Assert.Contains("employees 80 / 2,000", near[1].Different.Select(pair => pair.Said.En));
        Assert.Contains("founded 2016 / 2015", near[1].Alike.Concat(near[1].Different).Select(pair => pair.Said.En));
        Assert.Contains(near[1].Different, pair => pair.Theirs.Ko.Any(letter => letter is >= '가' and <= '힣'));
        Assert.Contains("no success story", Lookalikes.Of(facts, view.Table, view.Fields, [stories[0]]).Silence(0)!.En, StringComparison.Ordinal);
    }

    private static SuccessStudy Study(AccountFacts facts) => SuccessModule.Study(facts, new SuccessRequest(), []).Value;

    /// <summary>Use from March to June 2026; the as-of day is the last of June, so that June is over.</summary>
    private static IEnumerable<Usage> Use(int account, string feature, params double[] counts) =>
        counts.Select((count, i) => new Usage(account, new DateOnly(2026, 3 + i, 1), feature, count, 0, 1, new DateOnly(2026, 3 + i, 1)));

    private static void Refused<T>(Result<T> result, string code, string subject, string text)
    {
        Assert.False(result.IsAccepted);
        Assert.Equal((code, subject), (result.Reasons[0].Code, result.Reasons[0].Subject));
        Assert.Contains(text, result.Reasons[0].Message.En, StringComparison.Ordinal);
        Assert.Contains(result.Reasons[0].Message.Ko, letter => letter is >= '가' and <= '힣');
    }
}
