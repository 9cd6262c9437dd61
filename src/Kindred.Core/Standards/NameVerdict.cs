namespace Kindred.Core.Standards;

/// <summary>What a name comparison says.</summary>
public enum NameVerdict
{
    /// <summary>Two companies.</summary>
    Different,

    /// <summary>Perhaps one: shown with its score, joined only by a person.</summary>
    Review,

    /// <summary>One company.</summary>
    Same,
}
