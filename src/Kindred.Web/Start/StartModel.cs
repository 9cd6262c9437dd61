using Kindred.Core.Basics;

namespace Kindred.Web.Start;

/// <summary>The start page.</summary>
/// <param name="Sample">Id of the invented company's workspace; null where there is none.</param>
/// <param name="HasOwner">Whether somebody set the site up.</param>
public sealed record StartModel(string? Sample, bool HasOwner);

/// <summary>The form of the first owner.</summary>
/// <param name="Refusal">Why it was not taken; null at first.</param>
/// <param name="Email">As typed.</param>
/// <param name="Name">As typed.</param>
/// <param name="Workspace">As typed.</param>
public sealed record CreateOwnerModel(Reason? Refusal, string Email, string Name, string Workspace);
