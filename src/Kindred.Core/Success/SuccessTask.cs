using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>Something to do for a customer, from the playbook of its tier or because of what was seen.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Id">assign, review, report, check-in, guide, health-mail, silent, renewal, overdue.</param>
/// <param name="What">What to do.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Why">Why.</param>
public sealed record SuccessTask(int Account, Tier Tier, string Id, Wording What, DateOnly DueOn, Wording Why);
