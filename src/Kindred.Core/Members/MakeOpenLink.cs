namespace Kindred.Core.Members;

/// <summary>Makes a link that opens the product for a visitor. Only the terminal shows it: who can read the terminal can read the files.</summary>
public sealed class MakeOpenLink(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    public Task<MadeLink> RunAsync(CancellationToken ct) => members.Store.WriteAsync(async writer =>
    {
        var now = members.Now;
        var made = await members.Sessions.LinkAsync(writer, LinkKind.Open, null, members.Options.OpenLinkLife, now).ConfigureAwait(false);
        await writer.AddAsync(AuditEntry.By(Caller.Terminal, now, null, AuditActions.OpenLinkMade, made.Link.Id)).ConfigureAwait(false);
        return made;
    }, ct);
}
