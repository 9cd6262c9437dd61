using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>What is compared with what. Days from the first of a span up to the day before its end.</summary>
/// <param name="ThenFrom">First day of the reference.</param>
/// <param name="NowFrom">First day of the period under review; the reference ends the day before.</param>
/// <param name="NowTo">First day after the period.</param>
/// <param name="Why">Why this day divides them: since publication, or the last review days.</param>
public sealed record ReviewPeriod(DateOnly ThenFrom, DateOnly NowFrom, DateOnly NowTo, Wording Why);
