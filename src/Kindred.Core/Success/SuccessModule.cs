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

    /// <summary>What customers of a tier get.</summary>
    public static Wording Playbook(Tier tier) => Success.Playbook.Of(tier);
}
