using Kindred.Core.Basics;
using Kindred.Core.Workspaces;

namespace Kindred.Core.Members;

/// <summary>Says who asks, by the token of a request, from what is stored at that moment: a role taken away or a session ended counts from the next request on.</summary>
public sealed class FindCaller(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    public async Task<Result<Caller>> RunAsync(Secret token, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (Token.HashOf(Token.Session, token) is not { } hash)
        {
            return Result.Refused<Caller>(MemberChecks.SessionEnded);
        }

        var now = members.Now;
        var caller = await members.Store.ReadAsync(reader => FindAsync(reader, hash, now), ct).ConfigureAwait(false);
        if (caller is null)
        {
            return Result.Refused<Caller>(MemberChecks.SessionEnded);
        }

        if (now - caller.Session!.SeenAt >= members.Options.SeenEvery)
        {
            try
            {
                caller = await members.Store.WriteAsync(writer => SeenAsync(writer, hash, now), ct).ConfigureAwait(false);
            }
            catch (StorageException)
            {
                // On a full disk people can still look: when they were last seen is written the next time.
            }
        }

        return caller is null ? Result.Refused<Caller>(MemberChecks.SessionEnded) : Result.Accepted(caller);
    }

    /// <summary>Looks the session up again, so that one ended meanwhile is not written back, and writes that it was seen.</summary>
    private async Task<Caller?> SeenAsync(IMemberWriter writer, string hash, DateTimeOffset now)
    {
        if (await FindAsync(writer, hash, now).ConfigureAwait(false) is not { } again)
        {
            return null;
        }

        var seen = again.Session! with { SeenAt = now };
        await writer.SaveAsync(seen).ConfigureAwait(false);
        return again.Member is { } member ? Caller.Of(seen, member, again.Memberships) : Caller.Visitor(seen);
    }

    private async Task<Caller?> FindAsync(IMemberReader reader, string hash, DateTimeOffset now)
    {
        if (await reader.SessionAsync(hash).ConfigureAwait(false) is not { } session || !session.Holds(now, members.Options))
        {
            return null;
        }

        if (session.Member is not { } id)
        {
            return Caller.Visitor(session);
        }

        return await reader.MemberAsync(id).ConfigureAwait(false) is { } member
            ? Caller.Of(session, member, await reader.MembershipsAsync(id).ConfigureAwait(false))
            : null;
    }
}
