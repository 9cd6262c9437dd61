namespace Kindred.Core.Accounts;

/// <summary>By what two rows were taken as one company.</summary>
public enum MatchKey
{
    /// <summary>Id in the CRM.</summary>
    CrmKey,

    /// <summary>Business registration number.</summary>
    BusinessNumber,

    /// <summary>Registrable domain.</summary>
    Domain,

    /// <summary>Name without legal form.</summary>
    Name,

    /// <summary>Similar name, with a score.</summary>
    SimilarName,

    /// <summary>Id of a deal, subscription or person that belongs to the company.</summary>
    Related,

    /// <summary>A person said so.</summary>
    Decision,

    /// <summary>Nothing: the row stands for itself.</summary>
    None,
}
