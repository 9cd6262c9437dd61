namespace Kindred.Sample;

/// <summary>One invented person at a company.</summary>
/// <param name="RecordId">CRM record id.</param>
/// <param name="Account">Index in <see cref="SampleCompany.Accounts"/>.</param>
/// <param name="First">Given name.</param>
/// <param name="Last">Family name.</param>
/// <param name="Email">Address at the company's domain; a few are free mail.</param>
/// <param name="Title">Job title as people write it, Korean or English, some compound.</param>
/// <param name="Role">Planted buying role.</param>
/// <param name="Created">When the person was added.</param>
public sealed record SampleContact(long RecordId, int Account, string First, string Last, string Email, string Title, SampleRole Role, DateOnly Created);

/// <summary>What a person does in a purchase.</summary>
public enum SampleRole
{
    /// <summary>CFO, VP finance: signs.</summary>
    EconomicBuyer,

    /// <summary>RevOps, sales operations: uses.</summary>
    User,

    /// <summary>CTO, security: reviews.</summary>
    Reviewer,

    /// <summary>HR manager: reads but never signs.</summary>
    Reader,

    /// <summary>Anyone else.</summary>
    Other,
}
