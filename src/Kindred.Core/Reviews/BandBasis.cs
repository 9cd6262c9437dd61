namespace Kindred.Core.Reviews;

/// <summary>Which scores the bands come from.</summary>
public enum BandBasis
{
    /// <summary>There are neither score records nor a back-test.</summary>
    None,

    /// <summary>The card's back-test: before it was used, or until outcomes exist.</summary>
    BackTest,

    /// <summary>What leads scored at the time, as recorded.</summary>
    Records,
}
