namespace Kindred.Statistics.Survival;

/// <summary>How the interval of a survival probability is made.</summary>
public enum SurvivalInterval
{
    /// <summary>S ± z·se, cut at 0 and 1.</summary>
    Plain,

    /// <summary>exp(ln S ± z·se), cut at 1; the default of R's <c>survfit</c>.</summary>
    Log,

    /// <summary>exp(−exp(ln(−ln S) ± z·se / ln S)); does not exist while S is 1.</summary>
    LogLog,

    /// <summary>Beta products (<see cref="BetaProduct"/>): guards its level at small numbers and is defined everywhere, also without any event.</summary>
    BetaProduct,
}
