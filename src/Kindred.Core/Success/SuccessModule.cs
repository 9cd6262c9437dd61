using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Profiles;
using Kindred.Core.Segments;

namespace Kindred.Core.Success;

/// <summary>Entry and table of contents: customers that run, how they are, who needs what. Pure; the same facts, request and seed give the same study.</summary>
public static class SuccessModule
{
    /// <summary>Studies running customers.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="request">What to study.</param>
    /// <param name="standing">State of every company to the profile, by index; empty without one.</param>
    /// <param name="reading">Who read what; null where it was not looked at.</param>
    /// <returns>The study; refused: <c>success.capacity</c>, <c>success.alerts</c>, <c>success.unknown-feature</c>, <c>success.no-running-customers</c>, <c>segments.no-customers</c>.</returns>
    public static Result<SuccessStudy> Study(AccountFacts facts, SuccessRequest request, IReadOnlyList<ClassifiedAccount> standing, ReadingBook? reading = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(standing);
        var reasons = request.Check();
        return reasons.Count > 0 ? Result.Refused<SuccessStudy>(reasons) : SegmentsModule.Months(facts, request.ForMonths()).Then(months => StudySuccess.Run(facts, months, request, standing, reading));
    }

    /// <summary>What the churn model said on later months it had not seen, row by row: to pool the check of several companies.</summary>
    /// <returns>The outcomes; refused as <see cref="Study"/> is, and <c>success.too-few-departures</c>.</returns>
    public static Result<LaterOutcomes> Later(AccountFacts facts, SuccessRequest request, ReadingBook? reading = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(request);
        return SegmentsModule.Months(facts, request.ForMonths()).Then(months =>
            FitChurnRisk.Later(RiskRows.Of(new CustomerSigns(facts, months, new UseHistory(facts, request.KeyFeature), reading)), request.Seed) is { } later
                ? Result.Accepted(new LaterOutcomes(later.Probability, later.Left, later.Customer))
                : Result.Refused<LaterOutcomes>("success.too-few-departures", "customers", "나중 달에 떠난 고객이 너무 적어 확인할 수 없어요.", "Too few customers left in the later months to check."));
    }

    /// <summary>What customers of a tier get.</summary>
    public static Wording Playbook(Tier tier) => Success.Playbook.Of(tier);
}

/// <summary>Probabilities and outcomes on months the model had not seen.</summary>
/// <param name="Probability">Of leaving within 90 days.</param>
/// <param name="Left">1 where it did.</param>
/// <param name="Customer">Customer of each row.</param>
public sealed record LaterOutcomes(IReadOnlyList<double> Probability, IReadOnlyList<byte> Left, IReadOnlyList<int> Customer);
