namespace Kindred.Core.Members;

/// <summary>Ends one's own session.</summary>
public sealed class SignOut(MembersModule members)
{
    /// <summary>Carries the request out; a session that ended already stays ended.</summary>
    public Task<bool> RunAsync(Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var session = caller.Session ?? throw new ArgumentException("The terminal has no session.", nameof(caller));
        return members.Store.WriteAsync(async writer =>
        {
            var ended = await writer.EndSessionAsync(session.Id).ConfigureAwait(false);
            if (ended)
            {
                await writer.AddAsync(AuditEntry.By(caller, members.Now, null, AuditActions.SignedOut, caller.Member?.Email.Text ?? "", session.Device)).ConfigureAwait(false);
            }

            return ended;
        }, ct);
    }
}
