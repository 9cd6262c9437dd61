namespace Kindred.Core.Accounts;

/// <summary>How a deal stands.</summary>
public enum DealOutcome
{
    /// <summary>Still running.</summary>
    Open,

    /// <summary>Won.</summary>
    Won,

    /// <summary>Lost.</summary>
    Lost,
}
