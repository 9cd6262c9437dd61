using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Core.Segments;

/// <summary>Entry and table of contents: which segments are worth having. Pure; the same facts, request and seed give the same study.</summary>
public static class SegmentsModule
{
    /// <summary>Fewest customers of which anything is said.</summary>
    public const int FewestCustomers = 5;

    /// <summary>Below this a segment is marked as leaning on the others.</summary>
    public const int PooledBelow = 30;

    /// <summary>Bounds of a request that it breaks; none when it can be studied.</summary>
    public static IReadOnlyList<Reason> Check(SegmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SegmentChecks.Check(request);
    }

    /// <summary>Recurring revenue by customer and month, without dividing anything.</summary>
    /// <returns>The panel; refused: <c>segments.no-customers</c> and the bounds of the request.</returns>
    public static Result<CustomerMonths> Months(AccountFacts facts, SegmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(request);
        var reasons = SegmentChecks.Check(request);
        return reasons.Count > 0 ? Result.Refused<CustomerMonths>(reasons) : BuildCustomerMonths.Run(facts, request);
    }

    /// <summary>The economics of every segment.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="request">What to study.</param>
    /// <param name="standing">State of every company to the profile, for the field icp and the share of support spent on misfits; null without a profile.</param>
    /// <returns>The study; refused: <c>segments.fields</c>, <c>segments.months</c>, <c>segments.margin</c>, <c>segments.discount</c>, <c>segments.horizon</c>, <c>segments.no-customers</c>, <c>segments.unknown-field</c>, <c>segments.size-scheme</c>, <c>segments.no-profile</c>, <c>segments.unknown-feature</c>.</returns>
    public static Result<SegmentStudy> Study(AccountFacts facts, SegmentRequest request, IReadOnlyList<ClassifiedAccount>? standing = null) =>
        Months(facts, request).Then(months => StudySegments.Run(facts, months, request, standing));

    /// <summary>Value of a field for every company: what <see cref="Find"/> asks for, to be kept where it is asked often.</summary>
    /// <returns>The values by company; refused: <c>segments.unknown-field</c>, <c>segments.size-scheme</c>, <c>segments.no-profile</c>, and for the contract year <c>segments.no-customers</c>.</returns>
    public static Result<IReadOnlyList<SegmentKey>> Keys(AccountFacts facts, string field, SegmentRequest request, IReadOnlyList<ClassifiedAccount>? standing = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(request);
        return FindSegment.Keys(facts, field, request, standing);
    }

    /// <summary>The companies of one segment, customers and others: what other pages are narrowed to.</summary>
    /// <param name="parts">One to three values of different fields.</param>
    /// <param name="keysOf">Values of a field by company (<see cref="Keys"/>).</param>
    /// <param name="companies">Number of companies.</param>
    /// <returns>The segment, of nobody where no company has the values; refused: <c>segments.fields</c>, and what <paramref name="keysOf"/> refuses.</returns>
    public static Result<FoundSegment> Find(IReadOnlyList<SegmentPart> parts, Func<string, Result<IReadOnlyList<SegmentKey>>> keysOf, int companies)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(keysOf);
        return FindSegment.Run(parts, keysOf, companies);
    }

    /// <summary>What moved spend would buy if cost and win rate stayed the same.</summary>
    /// <returns>The answer; refused: <c>segments.amount</c>, <c>segments.no-cost</c>.</returns>
    public static Result<MovedBudget> Move(SegmentRow from, SegmentRow to, long amount) => MoveBudget.Run(from, to, amount);
}
