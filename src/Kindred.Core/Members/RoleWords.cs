using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Roles in words.</summary>
public static class RoleWords
{
    /// <summary>A role as people read it.</summary>
    public static Wording Of(Role role) => role switch
    {
        Role.Owner => new("소유자", "owner"),
        Role.Analyst => new("분석가", "analyst"),
        Role.Sales => new("영업", "sales"),
        _ => new("보기 전용", "viewer"),
    };
}
