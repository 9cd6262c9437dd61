using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Profiles;

/// <summary>Where a clause comes from. Only <see cref="HeldUp"/> is confirmed by data.</summary>
public enum ClauseOrigin
{
    /// <summary>Found and replicated.</summary>
    HeldUp,

    /// <summary>Found, not confirmed.</summary>
    Hypothesis,

    /// <summary>Typed by people; never counts as confirmed.</summary>
    Stated,

    /// <summary>Not known; the clause is a question.</summary>
    Unknown,
}

/// <summary>One line of an ICP.</summary>
/// <param name="Row">Row of the form it belongs to: industry, size, region, technology, decision, value, budget, trigger.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Text">In words; for <see cref="ClauseOrigin.Unknown"/> the question to ask.</param>
/// <param name="Condition">The condition, when it is one.</param>
/// <param name="Coverage">Share of the records in which it can be measured; null when it cannot.</param>
/// <param name="StatedBy">Who said so, for stated clauses.</param>
/// <param name="StatedOn">When.</param>
public sealed record Clause(string Row, ClauseOrigin Origin, Wording Text, Condition? Condition = null, double? Coverage = null, string? StatedBy = null, DateOnly? StatedOn = null);
