namespace Kindred.Core.Members;

/// <summary>Who did a thing.</summary>
public enum ActorKind
{
    /// <summary>A member.</summary>
    Member,

    /// <summary>A visitor without an account.</summary>
    Visitor,

    /// <summary>Somebody at the machine itself.</summary>
    Terminal,

    /// <summary>Nobody who proved who they are.</summary>
    Unknown,
}

/// <summary>One thing that was done. Only ever added. It never holds a password, a token or a code.</summary>
/// <param name="Id">1, 2, …; 0 before it is stored.</param>
/// <param name="At">When.</param>
/// <param name="Actor">What kind of person did it.</param>
/// <param name="ActorId">Member id, or a visitor's session id; empty for others.</param>
/// <param name="ActorName">The member's name as it was then; empty for others.</param>
/// <param name="Workspace">Where; null when it concerns the whole site.</param>
/// <param name="Action">Stable code, e.g. <c>member.signed-in</c>.</param>
/// <param name="Subject">What it was done to, in words.</param>
/// <param name="Detail">What more there is to say; may be empty.</param>
/// <param name="About">The member it was done to; null when it is nobody.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, ActorKind Actor, string ActorId, string ActorName, WorkspaceId? Workspace, string Action, string Subject, string Detail, MemberId? About = null)
{
    /// <summary>An entry about what a caller does.</summary>
    public static AuditEntry By(Caller caller, DateTimeOffset at, WorkspaceId? workspace, string action, string subject, string detail = "", MemberId? about = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Member is { } member ? By(member, at, workspace, action, subject, detail, about)
            : new AuditEntry(0, at, caller.IsTerminal ? ActorKind.Terminal : ActorKind.Visitor, caller.Session?.Id ?? "", "", workspace, action, subject, detail, about);
    }

    /// <summary>An entry about what a member does.</summary>
    public static AuditEntry By(Member member, DateTimeOffset at, WorkspaceId? workspace, string action, string subject, string detail = "", MemberId? about = null)
    {
        ArgumentNullException.ThrowIfNull(member);
        return new AuditEntry(0, at, ActorKind.Member, member.Id.Value, member.Name, workspace, action, subject, detail, about ?? member.Id);
    }
}
