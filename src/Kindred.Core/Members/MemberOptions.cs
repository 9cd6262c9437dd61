namespace Kindred.Core.Members;

/// <summary>How long things hold and how often one may guess.</summary>
public sealed record MemberOptions
{
    /// <summary>Iterations of a fresh password hash; 210,000 by default (OWASP, PBKDF2-HMAC-SHA-512).</summary>
    public int PasswordIterations { get; init; } = 210_000;

    /// <summary>A session ends when nobody used it for so long; 14 days.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromDays(14);

    /// <summary>A session ends so long after it began, however busy; 90 days.</summary>
    public TimeSpan SessionLife { get; init; } = TimeSpan.FromDays(90);

    /// <summary>When a session was last seen is written at most this often; 1 minute.</summary>
    public TimeSpan SeenEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A link from the terminal holds so long once there is an owner; 15 minutes.</summary>
    public TimeSpan OpenLinkLife { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>An invitation holds so long; 7 days.</summary>
    public TimeSpan InvitationLife { get; init; } = TimeSpan.FromDays(7);

    /// <summary>A link to choose a new password holds so long; 1 day.</summary>
    public TimeSpan ResetLinkLife { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Failed tries at one e-mail address before one has to wait; 5.</summary>
    public int FreeTries { get; init; } = 5;

    /// <summary>Failed tries from one network address before one has to wait; 20. Laxer than for one e-mail address, as a whole office may share it. On the loopback address only e-mail addresses are counted.</summary>
    public int FreeTriesPerAddress { get; init; } = 20;

    /// <summary>First wait; each further failure doubles it; 30 seconds.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait; 1 hour.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Failures are forgotten so long after the last; 24 hours.</summary>
    public TimeSpan ForgetTriesAfter { get; init; } = TimeSpan.FromHours(24);
}
