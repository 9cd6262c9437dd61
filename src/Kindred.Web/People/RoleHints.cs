using Kindred.Core.Basics;
using Kindred.Core.Members;

namespace Kindred.Web.People;

/// <summary>What a role may do, in a line.</summary>
internal static class RoleHints
{
    /// <summary>Roles from the one who may most.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.Owner, Role.Analyst, Role.Sales, Role.Viewer];

    public static Wording Of(Role role) => role switch
    {
        Role.Owner => new("모든 것을 할 수 있어요. 사람과 설정도요.", "Everything, people and settings included."),
        Role.Analyst => new("파일, 고객상, 점수표를 다뤄요. 사람과 설정은 못 바꿔요.", "Files, profile and card; not people and settings."),
        Role.Sales => new("리드를 맡거나 넘기고 목록을 내려받아요.", "Takes or passes leads and downloads lists."),
        _ => new("보기만 해요.", "Looks only."),
    };
}
