namespace Kindred.Core.Members;

/// <summary>Begins sessions and makes links, within a transaction of their use case.</summary>
internal sealed class SessionDesk(MembersModule members)
{
    internal async Task<StartedSession> StartAsync(IMemberWriter writer, MemberId? member, string? userAgent, DateTimeOffset now)
    {
        await writer.ForgetSessionsAsync(now - members.Options.SessionIdle, now - members.Options.SessionLife).ConfigureAwait(false);
        var token = Token.New(Token.Session, members.Randomness);
        var session = new Session(members.Randomness.Name(), Token.HashOf(Token.Session, token)!, member, DeviceLabel.Of(userAgent), now, now);
        await writer.SaveAsync(session).ConfigureAwait(false);
        return new StartedSession(session, token);
    }

    internal async Task<MadeLink> LinkAsync(IMemberWriter writer, LinkKind kind, MemberId? by, TimeSpan life, DateTimeOffset now, Func<OneTimeLink, OneTimeLink>? more = null)
    {
        var prefix = LinkChecks.Prefix(kind);
        var token = Token.New(prefix, members.Randomness);
        var link = new OneTimeLink(members.Randomness.Name(), kind, Token.HashOf(prefix, token)!, by, now, now + life);
        link = more is null ? link : more(link);
        await writer.SaveAsync(link).ConfigureAwait(false);
        return new MadeLink(link, token);
    }
}
