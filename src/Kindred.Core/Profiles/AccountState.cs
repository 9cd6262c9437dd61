namespace Kindred.Core.Profiles;

/// <summary>How a company stands to the profile.</summary>
public enum AccountState
{
    /// <summary>Meets every core condition.</summary>
    Core,

    /// <summary>One or two conditions differ or are unknown.</summary>
    Adjacent,

    /// <summary>Easily sold, soon gone.</summary>
    Regret,

    /// <summary>Rarely buys.</summary>
    Anti,

    /// <summary>None of these.</summary>
    Outside,
}

/// <summary>A company's state and what makes the difference.</summary>
/// <param name="Account">Company index.</param>
/// <param name="State">State.</param>
/// <param name="Differing">Core conditions not met, by field.</param>
/// <param name="Unknown">Core conditions that cannot be told, by field.</param>
/// <param name="IsCustomer">Won, or with a running subscription.</param>
public sealed record ClassifiedAccount(int Account, AccountState State, IReadOnlyList<string> Differing, IReadOnlyList<string> Unknown, bool IsCustomer);
