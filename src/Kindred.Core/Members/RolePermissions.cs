using System.Collections.Frozen;

namespace Kindred.Core.Members;

/// <summary>Which role may do what: the one table that is asked.</summary>
public static class RolePermissions
{
    private static readonly Permission[] ForOwnersOnly = [Permission.ManagePeople, Permission.ChangeSettings, Permission.SeeAudit, Permission.ErasePeople];

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, FrozenSet<Permission>>
    {
        [Role.Viewer] = FrozenSet.Create(Permission.Look),
        [Role.Sales] = FrozenSet.Create(Permission.Look, Permission.Export, Permission.DecideLeads, Permission.AnswerLeads, Permission.ShareDocuments),
        [Role.Analyst] = Enum.GetValues<Permission>().Except(ForOwnersOnly).ToFrozenSet(),
        [Role.Owner] = Enum.GetValues<Permission>().ToFrozenSet(),
    }.ToFrozenDictionary();

    /// <summary>What a role may do.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => Table[role];
}
