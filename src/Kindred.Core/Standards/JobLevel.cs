namespace Kindred.Core.Standards;

/// <summary>Levels, lowest first.</summary>
public enum JobLevel
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>No people to lead: 사원, 대리, engineer.</summary>
    Staff,

    /// <summary>Leads a team: 팀장, 차장, manager.</summary>
    Manager,

    /// <summary>Leads teams: 실장, 부장, director, head of.</summary>
    Director,

    /// <summary>임원, 본부장, VP.</summary>
    VicePresident,

    /// <summary>대표, C-level, owner.</summary>
    Chief,
}
