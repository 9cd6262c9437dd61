using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Lets a visitor in by a link from the terminal, once.</summary>
public sealed class UseOpenLink(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    /// <param name="token">From the link's address.</param>
    /// <param name="userAgent">As the browser sent it.</param>
    /// <param name="ct">Stops it.</param>
    public Task<Result<StartedSession>> RunAsync(Secret token, string? userAgent, CancellationToken ct) => members.Store.WriteAsync(async writer =>
    {
        var now = members.Now;
        if (!(await LinkChecks.FindAsync(writer, LinkKind.Open, token, now).ConfigureAwait(false)).TryGet(out var link, out var reasons))
        {
            return Result.Refused<StartedSession>(reasons);
        }

        await writer.SaveAsync(link with { UsedAt = now }).ConfigureAwait(false);
        var started = await members.Sessions.StartAsync(writer, null, userAgent, now).ConfigureAwait(false);
        await writer.AddAsync(AuditEntry.By(Caller.Visitor(started.Session), now, null, AuditActions.OpenLinkUsed, link.Id, started.Session.Device)).ConfigureAwait(false);
        return Result.Accepted(started);
    }, ct);
}
