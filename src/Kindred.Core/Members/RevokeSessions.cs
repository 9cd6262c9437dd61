using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Lists a member's sessions and ends them, one or all others.</summary>
public sealed class RevokeSessions(MembersModule members)
{
    /// <summary>One's own sessions that hold, newest use first.</summary>
    public async Task<Result<IReadOnlyList<Session>>> ListAsync(Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Member is not { } member)
        {
            return Result.Refused<IReadOnlyList<Session>>(MemberChecks.MembersOnly);
        }

        var now = members.Now;
        var sessions = await members.Store.ReadAsync(reader => reader.SessionsAsync(member.Id), ct).ConfigureAwait(false);
        return Result.Accepted<IReadOnlyList<Session>>([.. sessions.Where(session => session.Holds(now, members.Options))]);
    }

    /// <summary>Ends one of one's own sessions.</summary>
    public Task<Result<Session>> RunAsync(string sessionId, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.WriteAsync(async writer =>
        {
            if (caller.Member is not { } member)
            {
                return Result.Refused<Session>(MemberChecks.MembersOnly);
            }

            if ((await writer.SessionsAsync(member.Id).ConfigureAwait(false)).FirstOrDefault(session => session.Id == sessionId) is not { } ended)
            {
                return Result.Refused<Session>(MemberChecks.NoSuchSession);
            }

            await writer.EndSessionAsync(ended.Id).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(member, members.Now, null, AuditActions.SessionRevoked, ended.Device)).ConfigureAwait(false);
            return Result.Accepted(ended);
        }, ct);
    }

    /// <summary>Ends all of one's own sessions but the one that asks; says how many.</summary>
    public Task<Result<int>> AllOthersAsync(Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.WriteAsync(async writer =>
        {
            if (caller.Member is not { } member)
            {
                return Result.Refused<int>(MemberChecks.MembersOnly);
            }

            var ended = await writer.EndSessionsAsync(member.Id, caller.Session!.Id).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(member, members.Now, null, AuditActions.SessionRevoked, "", Format.Whole(ended))).ConfigureAwait(false);
            return Result.Accepted(ended);
        }, ct);
    }
}
