using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>Where an answer comes from that no file holds.</summary>
public enum AnswerOrigin
{
    /// <summary>A person typed it: counts before what the files say.</summary>
    Person,

    /// <summary>A reason to pass says so: fills what is unknown.</summary>
    Pass,

    /// <summary>A fresh signal says so: fills what is unknown.</summary>
    Signal,

    /// <summary>What its people read and did says so, where the workspace lets engagement count: fills what is unknown.</summary>
    Engagement,
}

/// <summary>A value of one field that a receipt takes as known, with its source.</summary>
/// <param name="Field">Field of the card.</param>
/// <param name="Value">The value.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Source">Who or what says so, and since when.</param>
public sealed record KnownAnswer(string Field, string Value, AnswerOrigin Origin, Wording Source);
