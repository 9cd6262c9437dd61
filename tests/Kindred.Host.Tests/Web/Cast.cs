using Kindred.Core.Members;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Somebody who asks.</summary>
/// <param name="Name">Who, for messages.</param>
/// <param name="Browser">Their browser.</param>
/// <param name="IsSignedIn">Whether their session holds.</param>
/// <param name="IsVisitor">Came by the terminal's link.</param>
/// <param name="Roles">Roles by the name of the place.</param>
internal sealed record Somebody(string Name, Browser Browser, bool IsSignedIn, bool IsVisitor, IReadOnlyDictionary<string, Role> Roles)
{
    internal Role? RoleIn(string place) => Roles.TryGetValue(place, out var role) ? role : null;
}

/// <summary>Three workspaces with data, and somebody of every kind: nobody, visitor, viewer, sales, analyst, owner, owner of another workspace, removed member, revoked session.</summary>
/// <param name="People">Everybody.</param>
/// <param name="Places">Names and ids: sample, own, other.</param>
/// <param name="Secrets">Names and companies of the own and the other workspace: nobody who may not look sees one.</param>
internal sealed record Cast(IReadOnlyList<Somebody> People, IReadOnlyList<(string Name, string Id)> Places, IReadOnlyList<string> Secrets)
{
    private const string OtherName = "Other Secret Company";
    private static readonly Dictionary<string, Role> Nowhere = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<Cast> OfAsync(WebSite site)
    {
        var visitor = await site.VisitorAsync();
        var sample = await site.SampleAsync();
        var (ownerBrowser, owner, own) = await site.OwnerAsync();

        // Another owner's workspace, in which the first owner has no part any more.
        var other = (await site.Members.AddWorkspace.RunAsync(new AddWorkspaceRequest(OtherName, false), owner, Ct)).Value;
        var (otto, _, started) = await site.MemberAsync(other, Role.Owner, "otto@example.com");
        var ottoCaller = (await site.Members.FindCaller.RunAsync(started.Token, Ct)).Value;
        Assert.True((await site.Members.RemoveMember.RunAsync(other.Id, owner.Member!.Id, ottoCaller, Ct)).IsAccepted);
        (ownerBrowser, owner) = await site.AgainAsync();
        foreach (var place in new[] { own, other })
        {
            await SmallSample.CopyToAsync(Path.Combine(site.Data, place.Folder));
        }

        var (viewer, _, _) = await site.MemberAsync(own, Role.Viewer, "vera@example.com");
        var (sales, _, _) = await site.MemberAsync(own, Role.Sales, "sam@example.com");
        var (analyst, _, _) = await site.MemberAsync(own, Role.Analyst, "ada@example.com");
        var (removed, gone, _) = await site.MemberAsync(own, Role.Analyst, "rex@example.com");
        Assert.True((await site.Members.RemoveMember.RunAsync(own.Id, gone.Id, owner, Ct)).IsAccepted);
        var (revoked, _, session) = await site.MemberAsync(own, Role.Analyst, "eve@example.com");
        var eve = (await site.Members.FindCaller.RunAsync(session.Token, Ct)).Value;
        Assert.True((await site.Members.RevokeSessions.RunAsync(session.Session.Id, eve, Ct)).IsAccepted);

        // Names of companies, as the owner sees them.
        var names = File.ReadLines(Path.Combine(site.Data, own.Folder, "accounts.csv")).Skip(1).Take(40).Select(line => line.Split(',')).SelectMany(cells => cells).Where(cell => cell.Length > 5 && cell.Any(char.IsLetter) && cell.Contains('.', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(20);
        return new Cast(
            [
                new("nobody", site.Nobody(), false, false, Nowhere),
                new("a visitor", visitor, true, true, Nowhere),
                new("a viewer", viewer, true, false, In(Role.Viewer)),
                new("sales", sales, true, false, In(Role.Sales)),
                new("an analyst", analyst, true, false, In(Role.Analyst)),
                new("the owner", ownerBrowser, true, false, new Dictionary<string, Role> { ["own"] = Role.Owner, ["sample"] = Role.Owner }),
                new("another owner", otto, true, false, new Dictionary<string, Role> { ["other"] = Role.Owner }),
                new("a removed member", removed, false, false, Nowhere),
                new("a revoked session", revoked, false, false, Nowhere),
            ],
            [("sample", sample.Id.Value), ("own", own.Id.Value), ("other", other.Id.Value)],
            [OtherName, .. names]);
    }

    private static Dictionary<string, Role> In(Role role) => new() { ["own"] = role };
}
