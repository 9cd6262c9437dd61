using System.Globalization;
using Kindred.Core.Accounts;
using Kindred.Core.Leads;
using Kindred.Core.Reviews;
using Kindred.Core.Standards;
using Kindred.Statistics.Resampling;

namespace Kindred.Tests.Reviews;

/// <summary>Facts of companies that come in over fifteen months, drawn from a seed; in the last ninety days other ones may come, or win less often.</summary>
internal static class ReviewFacts
{
    public static readonly DateOnly AsOf = new(2026, 6, 30);

    /// <summary>Companies and their closed deals.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="then">Companies of the year before.</param>
    /// <param name="now">Companies of the last ninety days.</param>
    /// <param name="fintech">Share of US fintech in the last ninety days; 12 % before.</param>
    /// <param name="winRate">Win rate in the last ninety days; 30 % before.</param>
    public static AccountFacts Of(int seed, int then, int now, double fintech = 0.12, double winRate = 0.3)
    {
        var random = new SeededRandom(seed, 3);
        var companies = new List<Company>();
        var deals = new List<Deal>();
        for (var i = 0; i < then + now; i++)
        {
            var isNow = i >= then;
            var isFintech = random.NextUnit() < (isNow ? fintech : 0.12);
            var (country, sector) = isFintech ? ("US", "fintech") : (random.NextUnit() < 0.6 ? "KR" : "US", new[] { "software", "manufacturing", "health", "education" }[random.Below(4)]);
            var created = AsOf.AddDays(isNow ? -random.Below(80) - 1 : -100 - random.Below(330));
            companies.Add(new Company(i, Key(i), "Firm " + Key(i), [], null, null, Place.Read(country, null, null), sector, StandardsModule.Industry(sector), 5 + random.Below(400), null, null, null, [], created));
            deals.Add(Deal(i, random.NextUnit() < (isNow ? winRate : 0.3) ? DealOutcome.Won : DealOutcome.Lost, created, isNow ? AsOf.AddDays(-random.Below(80)) : created.AddDays(5)));
        }

        return Facts(companies, deals);
    }

    public static AccountFacts Facts(IReadOnlyList<Company> companies, IReadOnlyList<Deal> deals) => new() { AsOf = AsOf, Companies = companies, Deals = deals, Placed = [], Quality = new QualityReport([], []) };

    public static Deal Deal(int account, DealOutcome outcome, DateOnly? created, DateOnly? closed) => new(account, Key(account), "", outcome.ToString(), outcome, true, created, closed, null, null, null, null, null, 0, 0);

    public static DraftReviewRequest Request(AccountFacts facts) => new() { Facts = facts, Companies = CompaniesNow.Of(facts), Today = AsOf, DueOn = AsOf, Permutations = 199 };

    public static ScoreRecord Record(string lead, int score, DateOnly on) => new(0, lead, "card", 1, score, score, score, score, score >= 70 ? "over" : "below", "{}", At(on));

    public static LeadEvent Event(string lead, LeadEventKind kind, DateOnly on, int hour = 9) => new(0, lead, kind, "Kim", kind == LeadEventKind.Passed ? "size" : null, "card", At(on).AddHours(hour));

    public static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public static string Key(int i) => "c" + i.ToString(CultureInfo.InvariantCulture);
}
