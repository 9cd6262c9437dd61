namespace Kindred.Sample;

/// <summary>One invented lead row.</summary>
/// <param name="Id">Lead id.</param>
/// <param name="Account">Index in <see cref="SampleCompany.Accounts"/>, or -1 for a company the CRM does not know.</param>
/// <param name="First">Given name.</param>
/// <param name="Last">Family name.</param>
/// <param name="Company">Company as typed in the form; empty for some free-mail leads.</param>
/// <param name="Email">Address; about one in ten is free mail.</param>
/// <param name="Title">Job title.</param>
/// <param name="Country">Country code.</param>
/// <param name="Industry">Industry key, or empty when unknown.</param>
/// <param name="Channel">Index in <see cref="Planted.Channels"/>.</param>
/// <param name="Created">When it came in.</param>
/// <param name="Decision">Take, Pass or empty.</param>
/// <param name="DecisionReason">Coded reason of a pass, or empty.</param>
public sealed record SampleLead(
    string Id, int Account, string First, string Last, string Company, string Email, string Title, string Country, string Industry, int Channel, DateOnly Created, string Decision, string DecisionReason);
