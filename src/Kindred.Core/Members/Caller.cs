namespace Kindred.Core.Members;

/// <summary>Who asks: a member, a visitor, or the terminal of the machine the product runs on.</summary>
public sealed record Caller
{
    private Caller(Session? session, Member? member, IReadOnlyList<Membership> memberships, bool isTerminal)
    {
        Session = session;
        Member = member;
        Memberships = memberships;
        IsTerminal = isTerminal;
    }

    /// <summary>Somebody at the machine itself, who could open the files anyway. Web pages never use it.</summary>
    public static Caller Terminal { get; } = new(null, null, [], true);

    /// <summary>The session; null for the terminal.</summary>
    public Session? Session { get; }

    /// <summary>The member; null for a visitor and for the terminal.</summary>
    public Member? Member { get; }

    /// <summary>Where the member belongs.</summary>
    public IReadOnlyList<Membership> Memberships { get; }

    /// <summary>Asks from the terminal.</summary>
    public bool IsTerminal { get; }

    /// <summary>Came by a link from the terminal, without an account.</summary>
    public bool IsVisitor => Session is { Member: null };

    /// <summary>A member with a session.</summary>
    public static Caller Of(Session session, Member member, IReadOnlyList<Membership> memberships)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(member);
        return session.Member == member.Id ? new Caller(session, member, memberships, false) : throw new ArgumentException("The session is another member's.", nameof(session));
    }

    /// <summary>A visitor.</summary>
    public static Caller Visitor(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Member is null ? new Caller(session, null, [], false) : throw new ArgumentException("The session is a member's.", nameof(session));
    }

    /// <summary>The role in a workspace; null without one.</summary>
    public Role? RoleIn(WorkspaceId workspace) => Memberships.FirstOrDefault(membership => membership.Workspace == workspace)?.Role;
}
