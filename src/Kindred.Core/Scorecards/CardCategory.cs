namespace Kindred.Core.Scorecards;

/// <summary>The four categories of a card and their default shares: 30, 25, 25, 20 points.</summary>
public enum CardCategory
{
    /// <summary>Industry, size, region: 30 points.</summary>
    Firmographic,

    /// <summary>Required stack, integration need: 25 points.</summary>
    Technology,

    /// <summary>A recent event, a budget signal: 25 points.</summary>
    Trigger,

    /// <summary>Access to who decides, friction of security review and procurement: 20 points.</summary>
    Buyability,
}
