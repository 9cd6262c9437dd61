using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>A deal.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Key">Id in the CRM; may be empty.</param>
/// <param name="Name">Name; may be empty.</param>
/// <param name="Stage">Stage as written.</param>
/// <param name="Outcome">Won, lost, open.</param>
/// <param name="IsNewBusiness">False for renewals and expansions: these are kept apart from win rates.</param>
/// <param name="CreatedOn">First day, or null.</param>
/// <param name="ClosedOn">Day of the outcome (open deals: expected), or null.</param>
/// <param name="Amount">Amount, or null.</param>
/// <param name="Owner">Our person, or null.</param>
/// <param name="Source">Lead source as written, or null.</param>
/// <param name="Pipeline">Pipeline, or null.</param>
/// <param name="Type">Type as written, or null.</param>
/// <param name="SourceTable">Index into <see cref="AccountFacts.Placed"/>.</param>
/// <param name="SourceRow">Row in that table, from 0.</param>
public sealed record Deal(
    int Account,
    string Key,
    string Name,
    string Stage,
    DealOutcome Outcome,
    bool IsNewBusiness,
    DateOnly? CreatedOn,
    DateOnly? ClosedOn,
    Money? Amount,
    string? Owner,
    string? Source,
    string? Pipeline,
    string? Type,
    int SourceTable,
    int SourceRow)
{
    /// <summary>The day the decision began: creation, or the closing day when creation is unknown or lies after it.</summary>
    public DateOnly? DecidedFrom => CreatedOn is { } created && !(ClosedOn < created && Outcome != DealOutcome.Open) ? created : ClosedOn;
}
