using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Host.Tests.Storage;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Members;

/// <summary>Inviting, roles, leaving, reset links, and that a workspace is nobody else's.</summary>
public abstract class PeopleContract : SiteContract
{
    [Fact]
    public async Task Invite_ANewPerson_JoinsOnceInTheInvitedRole()
    {
        var (owner, own, _) = await OwnerAsync();
        var made = (await Members.Invite.RunAsync(new InviteRequest(own.Id, "Bo@example.com", Role.Sales), owner, Ct)).Value;
        var view = (await Members.AcceptInvitation.LookAsync(made.Token, Ct)).Value;
        Assert.Equal(("Bo@example.com", own.Name, Role.Sales, "안나", false), (view.Email.Text, view.WorkspaceName, view.Role, view.InvitedBy, view.HasAccount));
        Refused("password-short", await AcceptAsync(made.Token, password: "short"));
        Clock.Pass(TimeSpan.FromSeconds(1));
        var joined = (await AcceptAsync(made.Token)).Value;
        var caller = await CallerAsync(joined.Started.Token);
        Assert.Equal((Role.Sales, (Role?)null), (caller.RoleIn(own.Id), caller.RoleIn(Sample.Id)));
        Refused("link-used", await AcceptAsync(made.Token));
        Assert.Equal([Role.Owner, Role.Sales], (await Members.ListPeople.RunAsync(own.Id, owner, Ct)).Value.Select(person => person.Role));
        Refused("already-member", await Members.Invite.RunAsync(new InviteRequest(own.Id, "BO@example.com", Role.Viewer), owner, Ct));
        Refused("email-invalid", await Members.Invite.RunAsync(new InviteRequest(own.Id, "bo", Role.Viewer), owner, Ct));
        Assert.Equal([("invitation.accepted", "sales"), ("member.invited", "sales")], (await AuditAsync(own)).Take(2).Select(entry => (entry.Action, entry.Detail)));
    }

    [Fact]
    public async Task Invite_RevokedReplacedOrOld_NoLongerWorks()
    {
        var (owner, own, _) = await OwnerAsync();
        var first = (await Members.Invite.RunAsync(new InviteRequest(own.Id, "bo@example.com", Role.Viewer), owner, Ct)).Value;
        var second = (await Members.Invite.RunAsync(new InviteRequest(own.Id, "bo@example.com", Role.Viewer), owner, Ct)).Value;
        Refused("link-revoked", await AcceptAsync(first.Token));
        Assert.Equal([second.Link.Id], (await Members.Invite.ListAsync(own.Id, owner, Ct)).Value.Select(link => link.Id));
        Assert.True((await Members.Invite.RevokeAsync(own.Id, second.Link.Id, owner, Ct)).IsAccepted);
        Refused("link-revoked", await AcceptAsync(second.Token));
        Refused("link-unknown", await Members.Invite.RevokeAsync(own.Id, second.Link.Id, owner, Ct));
        var third = (await Members.Invite.RunAsync(new InviteRequest(own.Id, "bo@example.com", Role.Viewer), owner, Ct)).Value;
        Clock.Pass(TimeSpan.FromDays(7));
        Refused("link-expired", await AcceptAsync(third.Token));
        Assert.Empty((await Members.Invite.ListAsync(own.Id, owner, Ct)).Value);
    }

    [Fact]
    public async Task Accept_SomebodyWithAnAccount_HasToBeSignedInWithIt()
    {
        var (owner, own, _) = await OwnerAsync();
        var other = (await Members.AddWorkspace.RunAsync(new AddWorkspaceRequest("Second", false), owner, Ct)).Value;
        var bo = await JoinAsync(owner, own, "bo@example.com", Role.Owner);
        var cy = await JoinAsync(owner, own, "cy@example.com", Role.Viewer);
        var owners = await CallerAsync((await SignInAsync()).Value.Started.Token);
        var made = (await Members.Invite.RunAsync(new InviteRequest(other.Id, "bo@example.com", Role.Analyst), owners, Ct)).Value;
        Refused("sign-in-first", await AcceptAsync(made.Token));
        Refused("sign-in-first", await Members.AcceptInvitation.JoinAsync(made.Token, cy, Ct));
        Refused("sign-in-first", await Members.AcceptInvitation.JoinAsync(made.Token, await VisitorAsync(), Ct));
        Assert.Equal(Role.Analyst, (await Members.AcceptInvitation.JoinAsync(made.Token, bo, Ct)).Value.Role);
        Refused("link-used", await Members.AcceptInvitation.JoinAsync(made.Token, bo, Ct));
    }

    /// <summary>Every use case about people × every role, a stranger and a visitor: only owners of that workspace get through.</summary>
    [Fact]
    public async Task People_ByEverybodyElse_AreRefused()
    {
        var (owner, own, _) = await OwnerAsync();
        var target = await JoinAsync(owner, own, "target@example.com", Role.Viewer);
        var elsewhere = (await Members.AddWorkspace.RunAsync(new AddWorkspaceRequest("Elsewhere", false), Caller.Terminal, Ct)).Value;
        var callers = new List<(Caller Caller, string Code)> { (await VisitorAsync(), "no-such-workspace"), (await JoinAsync(Caller.Terminal, elsewhere, "stranger@example.com", Role.Owner), "no-such-workspace") };
        foreach (var role in new[] { Role.Viewer, Role.Sales, Role.Analyst })
        {
            callers.Add((await JoinAsync(owner, own, role + "@example.com", role), "not-allowed"));
        }

        var invitation = (await Members.Invite.RunAsync(new InviteRequest(own.Id, "x@example.com", Role.Viewer), owner, Ct)).Value;
        foreach (var (caller, code) in callers)
        {
            Refused(code, await Members.Invite.RunAsync(new InviteRequest(own.Id, "evil@example.com", Role.Owner), caller, Ct));
            Refused(code, await Members.Invite.ListAsync(own.Id, caller, Ct));
            Refused(code, await Members.Invite.RevokeAsync(own.Id, invitation.Link.Id, caller, Ct));
            Refused(code, await Members.ChangeRole.RunAsync(new Membership(caller.Member?.Id ?? target.Member!.Id, own.Id, Role.Owner), caller, Ct));
            Refused(code, await Members.RemoveMember.RunAsync(own.Id, target.Member!.Id, caller, Ct));
            Refused(code, await Members.MakeResetLink.RunAsync(new MakeResetLinkRequest(own.Id, target.Member!.Id), caller, Ct));
            Refused(code, await Members.ListPeople.RunAsync(own.Id, caller, Ct));
            Refused(code, await Members.Audit.ReadAsync(new AuditQuery(own.Id), caller, Ct));
        }

        Assert.True((await AcceptAsync(invitation.Token, "엑스")).IsAccepted);
        Assert.Equal(6, (await Members.ListPeople.RunAsync(own.Id, owner, Ct)).Value.Count);
    }

    [Fact]
    public async Task ChangeRole_CountsFromTheNextRequestOn()
    {
        var (owner, own, _) = await OwnerAsync();
        var joined = await JoinWithTokenAsync(owner, own, "bo@example.com", Role.Owner);
        Assert.True((await Members.ChangeRole.RunAsync(new Membership(joined.Caller.Member!.Id, own.Id, Role.Viewer), owner, Ct)).IsAccepted);

        // Looked up before the change, used after it: the transaction looks again.
        Refused("not-allowed", await Members.Invite.RunAsync(new InviteRequest(own.Id, "evil@example.com", Role.Owner), joined.Caller, Ct));
        Assert.Equal(Role.Viewer, (await CallerAsync(joined.Token)).RoleIn(own.Id));
        Refused("no-such-member", await Members.ChangeRole.RunAsync(new Membership(new MemberId("nobody"), own.Id, Role.Viewer), owner, Ct));
        Assert.Equal(("member.role-changed", "owner → viewer"), (await AuditAsync(own)).Select(entry => (entry.Action, entry.Detail)).First());
    }

    [Fact]
    public async Task LastOwner_CanNeitherLeaveNorBeDemoted()
    {
        var (owner, own, _) = await OwnerAsync();
        Refused("last-owner", await Members.RemoveMember.RunAsync(own.Id, owner.Member!.Id, owner, Ct));
        Refused("last-owner", await Members.ChangeRole.RunAsync(new Membership(owner.Member.Id, own.Id, Role.Analyst), owner, Ct));
        var bo = await JoinAsync(owner, own, "bo@example.com", Role.Owner);
        Assert.True((await Members.ChangeRole.RunAsync(new Membership(owner.Member.Id, own.Id, Role.Analyst), owner, Ct)).IsAccepted);
        Refused("last-owner", await Members.RemoveMember.RunAsync(own.Id, bo.Member!.Id, bo, Ct));
    }

    [Fact]
    public async Task RemoveMember_TwoOwnersEachOtherAtOnce_OneStays()
    {
        var (owner, own, _) = await OwnerAsync();
        var bo = await JoinAsync(owner, own, "bo@example.com", Role.Owner);
        var results = await Task.WhenAll(Members.RemoveMember.RunAsync(own.Id, bo.Member!.Id, owner, Ct), Members.RemoveMember.RunAsync(own.Id, owner.Member!.Id, bo, Ct));
        Assert.Single(results, result => result.IsAccepted);
        Refused("no-such-workspace", results.Single(result => !result.IsAccepted));
    }

    [Fact]
    public async Task RemoveMember_EndsEverythingAtOnceAndKeepsTheirName()
    {
        var (owner, own, _) = await OwnerAsync();
        var bo = await JoinWithTokenAsync(owner, own, "bo@example.com", Role.Owner);
        var evil = (await Members.Invite.RunAsync(new InviteRequest(own.Id, "evil@example.com", Role.Owner), bo.Caller, Ct)).Value;
        var reset = (await Members.MakeResetLink.RunAsync(new MakeResetLinkRequest(own.Id, bo.Caller.Member!.Id), owner, Ct)).Value;
        Assert.True((await Members.RemoveMember.RunAsync(own.Id, bo.Caller.Member!.Id, owner, Ct)).IsAccepted);
        Refused("session-ended", await Members.FindCaller.RunAsync(bo.Token, Ct));
        Refused("sign-in-failed", await SignInAsync("bo@example.com"));
        Refused("link-revoked", await AcceptAsync(evil.Token));
        Refused("link-revoked", await Members.UseResetLink.RunAsync(reset.Token, new Secret("another long one"), Ct));
        Assert.Contains(await AuditAsync(own), entry => entry is { Action: "member.invited", ActorName: "Bo bo@example.com", Subject: "evil@example.com" });

        // Invited again, the same member comes back with a new password.
        var again = (await Members.Invite.RunAsync(new InviteRequest(own.Id, "bo@example.com", Role.Viewer), owner, Ct)).Value;
        Assert.Equal(bo.Caller.Member.Id, (await AcceptAsync(again.Token, "보", "a password of today")).Value.Member.Id);
        Refused("sign-in-failed", await SignInAsync("bo@example.com"));
        Assert.True((await SignInAsync("bo@example.com", "a password of today")).IsAccepted);
    }

    [Fact]
    public async Task ResetLink_ByTheOwner_ChangesThePasswordOnce()
    {
        var (owner, own, _) = await OwnerAsync();
        var bo = await JoinWithTokenAsync(owner, own, "bo@example.com", Role.Analyst);
        var first = (await Members.MakeResetLink.RunAsync(new MakeResetLinkRequest(own.Id, bo.Caller.Member!.Id), owner, Ct)).Value;
        var second = (await Members.MakeResetLink.RunAsync(new MakeResetLinkRequest(own.Id, bo.Caller.Member.Id), owner, Ct)).Value;
        Refused("link-revoked", await Members.UseResetLink.LookAsync(first.Token, Ct));
        Assert.Equal("bo@example.com", (await Members.UseResetLink.LookAsync(second.Token, Ct)).Value.Email.Text);
        Refused("password-short", await Members.UseResetLink.RunAsync(second.Token, new Secret("short"), Ct));
        Assert.True((await Members.UseResetLink.RunAsync(second.Token, new Secret("a password of today"), Ct)).IsAccepted);
        Refused("session-ended", await Members.FindCaller.RunAsync(bo.Token, Ct));
        Refused("link-used", await Members.UseResetLink.RunAsync(second.Token, new Secret("a password of evil"), Ct));
        Refused("sign-in-failed", await SignInAsync("bo@example.com"));
        Assert.True((await SignInAsync("bo@example.com", "a password of today")).IsAccepted);
        var late = (await Members.MakeResetLink.RunAsync(new MakeResetLinkRequest(own.Id, bo.Caller.Member.Id), owner, Ct)).Value;
        Clock.Pass(TimeSpan.FromDays(1));
        Refused("link-expired", await Members.UseResetLink.LookAsync(late.Token, Ct));
    }

    [Fact]
    public async Task ResetLink_ForAMemberOfAnothersWorkspace_IsRefused()
    {
        var (owner, own, _) = await OwnerAsync();
        var second = (await Members.AddWorkspace.RunAsync(new AddWorkspaceRequest("Second", false), owner, Ct)).Value;
        var bo = await JoinAsync(owner, own, "bo@example.com", Role.Owner);
        Refused("reset-elsewhere", await Members.MakeResetLink.RunAsync(new MakeResetLinkRequest(own.Id, owner.Member!.Id), bo, Ct));
        Assert.True((await Members.MakeResetLink.RunAsync(new MakeResetLinkRequest(second.Id, owner.Member.Id), Caller.Terminal, Ct)).IsAccepted);
    }

    [Fact]
    public async Task Audit_OfAWorkspace_ShowsNothingOfOthersAndGoesByPages()
    {
        var (owner, own, _) = await OwnerAsync();
        var elsewhere = (await Members.AddWorkspace.RunAsync(new AddWorkspaceRequest("Elsewhere", false), Caller.Terminal, Ct)).Value;
        var stranger = await JoinAsync(Caller.Terminal, elsewhere, "stranger@example.com", Role.Owner);
        Assert.True((await SignInAsync("stranger@example.com")).IsAccepted);
        await Members.Audit.WriteAsync(owner, own.Id, "import.published", "deals.csv", "120 rows", Ct);
        List<AuditEntry> all = [];
        for (var page = (await Members.Audit.ReadAsync(new AuditQuery(own.Id, null, 2), owner, Ct)).Value; page.Count > 0; page = (await Members.Audit.ReadAsync(new AuditQuery(own.Id, all[^1].Id, 2), owner, Ct)).Value)
        {
            all.AddRange(page);
        }

        Assert.Equal(await AuditAsync(own), all);
        Assert.Equal(("import.published", "안나"), (all[0].Action, all[0].ActorName));
        Assert.DoesNotContain(all, entry => entry.ToString().Contains("stranger", StringComparison.Ordinal) || entry.Workspace == elsewhere.Id);
        Assert.DoesNotContain((await Members.Audit.ReadAsync(new AuditQuery(elsewhere.Id), stranger, Ct)).Value, entry => entry.ToString().Contains("Anna", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rename_OfAWorkspace_IsForItsOwnersAndWrittenDown()
    {
        var (owner, own, _) = await OwnerAsync();
        var bo = await JoinAsync(owner, own, "bo@example.com", Role.Analyst);
        Refused("not-allowed", await Members.RenameWorkspace.RunAsync(own.Id, "Taken over", bo, Ct));
        Refused("name-invalid", await Members.RenameWorkspace.RunAsync(own.Id, "  ", owner, Ct));
        Refused("no-such-workspace", await Members.RenameWorkspace.RunAsync(new WorkspaceId("none"), "X", owner, Ct));
        Assert.Equal("New", (await Members.RenameWorkspace.RunAsync(own.Id, " New ", owner, Ct)).Value.Name);
        Assert.Equal(own with { Name = "New" }, (await Members.WorkspacesAsync(Ct)).Single(workspace => workspace.Id == own.Id));
        Assert.True((await Members.RenameWorkspace.RunAsync(own.Id, "New", owner, Ct)).IsAccepted);
        Assert.Equal([("workspace.renamed", "New", own.Name)], (await AuditAsync(own)).Where(entry => entry.Action == AuditActions.WorkspaceRenamed).Select(entry => (entry.Action, entry.Subject, entry.Detail)));
    }

    [Fact]
    public async Task Change_OfOneself_IsForMembersAndKeepsTheRest()
    {
        var (owner, own, token) = await OwnerAsync();
        Refused("members-only", await Members.ChangeMember.RunAsync(new ChangeMemberRequest("X", Language.English), await VisitorAsync(), Ct));
        Refused("name-invalid", await Members.ChangeMember.RunAsync(new ChangeMemberRequest(new string('x', 101), Language.English), owner, Ct));
        var changed = (await Members.ChangeMember.RunAsync(new ChangeMemberRequest(" Ann ", Language.English), owner, Ct)).Value;
        Assert.Equal(owner.Member! with { Name = "Ann", Language = Language.English }, changed);
        Assert.Equal(changed, (await CallerAsync(token)).Member);
        Assert.True((await SignInAsync()).IsAccepted);
        Assert.Single(await AuditAsync(own), entry => entry.Action == AuditActions.MemberChanged);
    }

    [Fact]
    public async Task Audit_FilteredByPersonAndAct_ShowsTheseOnly()
    {
        var (owner, own, _) = await OwnerAsync();
        var bo = await JoinAsync(owner, own, "bo@example.com", Role.Viewer);
        await SignInAsync("bo@example.com");
        await SignInAsync();
        var byBo = (await Members.Audit.ReadAsync(new AuditQuery(own.Id, Actor: bo.Member!.Id), owner, Ct)).Value;
        Assert.Equal(["member.signed-in", "invitation.accepted"], byBo.Select(entry => entry.Action));
        var signIns = (await Members.Audit.ReadAsync(new AuditQuery(own.Id, Action: AuditActions.SignedIn), owner, Ct)).Value;
        Assert.Equal(["안나", "Bo bo@example.com"], signIns.Select(entry => entry.ActorName));
        Assert.Single((await Members.Audit.ReadAsync(new AuditQuery(own.Id, Actor: bo.Member.Id, Action: AuditActions.SignedIn), owner, Ct)).Value);
    }

    private Task<Result<SignInResult>> AcceptAsync(Secret token, string name = "Bo", string password = Password) =>
        Members.AcceptInvitation.RunAsync(new AcceptInvitationRequest(token, name, new Secret(password), Language.English, Chrome), Ct);

    private async Task<Caller> JoinAsync(Caller owner, WorkspaceEntry workspace, string email, Role role) => (await JoinWithTokenAsync(owner, workspace, email, role)).Caller;

    private async Task<(Caller Caller, Secret Token)> JoinWithTokenAsync(Caller owner, WorkspaceEntry workspace, string email, Role role)
    {
        var made = (await Members.Invite.RunAsync(new InviteRequest(workspace.Id, email, role), owner, Ct)).Value;
        var token = (await AcceptAsync(made.Token, "Bo " + email)).Value.Started.Token;
        return (await CallerAsync(token), token);
    }
}

public sealed class SqlitePeopleTests : PeopleContract
{
    protected override Task<Result<Site>> OpenSiteAsync() => SiteDatabases.SqliteAsync(Folder, Clock);

    protected override Task ExecuteAsync(string sql) => SiteDatabases.ExecuteAsync(SiteDatabases.Sqlite(Folder), sql);

    protected override Task<string> DumpAsync() => SiteDatabases.DumpAsync(SiteDatabases.Sqlite(Folder), "SELECT name FROM sqlite_master WHERE type = 'table'");
}

public sealed class PostgresPeopleTests(PostgresServer server) : PeopleContract, IClassFixture<PostgresServer>
{
    private readonly SitePostgres _postgres = new(server);

    protected override Task<Result<Site>> OpenSiteAsync() => _postgres.OpenAsync(Clock);

    protected override Task ExecuteAsync(string sql) => SiteDatabases.ExecuteAsync(_postgres.Connection, sql);

    protected override Task<string> DumpAsync() => _postgres.DumpAsync();
}
