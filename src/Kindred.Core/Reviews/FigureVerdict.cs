namespace Kindred.Core.Reviews;

/// <summary>What a comparison of then and now comes to.</summary>
public enum FigureVerdict
{
    /// <summary>Too few rows to say either way.</summary>
    NotEnough,

    /// <summary>A difference worth knowing would have been found, and was not.</summary>
    NoSign,

    /// <summary>A difference was found, corrected for all that was looked at.</summary>
    Found,
}
