namespace Kindred.Core.Members;

/// <summary>What a member is in a workspace. What a role may do is data: <see cref="RolePermissions"/>.</summary>
public enum Role
{
    /// <summary>Looks only.</summary>
    Viewer,

    /// <summary>Decides leads and takes lists away.</summary>
    Sales,

    /// <summary>Everything about data, profile and card; not people and settings.</summary>
    Analyst,

    /// <summary>Everything.</summary>
    Owner,
}
