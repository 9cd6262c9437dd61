using Kindred.Core.Basics;

namespace Kindred.Sample;

/// <summary>One invented deal.</summary>
/// <param name="RecordId">CRM record id.</param>
/// <param name="Account">Index in <see cref="SampleCompany.Accounts"/>.</param>
/// <param name="Kind">New business, renewal or expansion; the last two are a pipeline of their own.</param>
/// <param name="Outcome">Won, lost or still open.</param>
/// <param name="Created">Creation day; never after <paramref name="Closed"/>.</param>
/// <param name="Closed">Closing day, or the expected one of an open deal.</param>
/// <param name="Amount">First-year amount in the deal's currency.</param>
/// <param name="Channel">Index in <see cref="Planted.Channels"/>.</param>
/// <param name="Owner">Index of the rep in <see cref="SampleCompany.Owners"/>.</param>
/// <param name="Triggered">A new RevOps or finance lead joined at most 180 days before creation.</param>
/// <param name="Again">A second try at a company whose first deal was lost.</param>
public sealed record SampleDeal(
    long RecordId,
    int Account,
    SampleDealKind Kind,
    SampleOutcome Outcome,
    DateOnly Created,
    DateOnly Closed,
    Money Amount,
    int Channel,
    int Owner,
    bool Triggered,
    bool Again);

/// <summary>What a deal is about.</summary>
public enum SampleDealKind
{
    /// <summary>A company's first contract.</summary>
    NewBusiness,

    /// <summary>A yearly renewal.</summary>
    Renewal,

    /// <summary>More seats for a customer.</summary>
    Expansion,
}

/// <summary>How a deal ended.</summary>
public enum SampleOutcome
{
    /// <summary>Not yet decided.</summary>
    Open,

    /// <summary>Signed.</summary>
    Won,

    /// <summary>Not signed.</summary>
    Lost,
}
