namespace Kindred.Sample;

/// <summary>Which planted group a company is in.</summary>
public enum SampleGroup
{
    /// <summary>None of the below.</summary>
    Other,

    /// <summary>Software or fintech, 50–200 people, Salesforce or HubSpot: buys and stays.</summary>
    Core,

    /// <summary>Exactly two of the core's three conditions.</summary>
    Adjacent,

    /// <summary>Commerce below 20 people: easy to win, first to leave.</summary>
    Regret,

    /// <summary>1,000 people or more: almost never won.</summary>
    Anti,
}
