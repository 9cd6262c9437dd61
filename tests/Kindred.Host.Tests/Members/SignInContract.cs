using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Host.Tests.Storage;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Members;

/// <summary>Opening, the first owner, signing in and out, sessions.</summary>
public abstract class SignInContract : SiteContract
{
    [Fact]
    public async Task UseOpenLink_Twice_LetsOneVisitorInWhoMayOnlyLookAtTheSample()
    {
        var link = await Members.MakeOpenLink.RunAsync(Ct);
        var visitor = await CallerAsync((await Members.UseOpenLink.RunAsync(link.Token, Chrome, Ct)).Value.Token);
        Assert.True(visitor.IsVisitor);
        Assert.Equal("Chrome · Linux", visitor.Session!.Device);
        var real = (await Members.AddWorkspace.RunAsync(new AddWorkspaceRequest("Real", false), Caller.Terminal, Ct)).Value;
        Assert.Equal([Permission.Look], Enum.GetValues<Permission>().Where(permission => Access.May(visitor, Sample, permission)));
        Assert.DoesNotContain(Enum.GetValues<Permission>(), permission => Access.May(visitor, real, permission));
        Refused("link-used", await Members.UseOpenLink.RunAsync(link.Token, Chrome, Ct));
        Refused("link-unknown", await Members.UseOpenLink.RunAsync(Token.New(Token.OpenLink, Randomness.System), Chrome, Ct));
        Refused("link-unknown", await Members.UseOpenLink.RunAsync(new Secret("kdl_x"), Chrome, Ct));
    }

    [Fact]
    public async Task UseOpenLink_AfterFifteenMinutes_WorksOnlyWhileThereIsNoOwner()
    {
        var early = await Members.MakeOpenLink.RunAsync(Ct);
        var late = await Members.MakeOpenLink.RunAsync(Ct);
        Clock.Pass(TimeSpan.FromDays(3));
        var visitor = await CallerAsync((await Members.UseOpenLink.RunAsync(early.Token, Chrome, Ct)).Value.Token);
        Assert.True((await CreateOwnerAsync(visitor)).IsAccepted);
        var expired = await Members.UseOpenLink.RunAsync(late.Token, Chrome, Ct);
        Refused("link-expired", expired);
        Assert.Contains("2026-11-22 09:15", expired.Reasons[0].Message.En, StringComparison.Ordinal);
        var fresh = await Members.MakeOpenLink.RunAsync(Ct);
        Clock.Pass(TimeSpan.FromMinutes(14));
        Assert.True((await Members.UseOpenLink.RunAsync(fresh.Token, Chrome, Ct)).IsAccepted);
    }

    [Fact]
    public async Task AddWorkspace_InventedTwice_GivesTheOneThereIs()
    {
        var again = (await Members.AddWorkspace.RunAsync(new AddWorkspaceRequest("Again", IsInvented: true), Caller.Terminal, Ct)).Value;
        Assert.Equal(Sample, again);
        Refused("name-invalid", await Members.AddWorkspace.RunAsync(new AddWorkspaceRequest(" ", false), Caller.Terminal, Ct));
        Refused("not-allowed", await Members.AddWorkspace.RunAsync(new AddWorkspaceRequest("Mine", false), await VisitorAsync(), Ct));
    }

    [Fact]
    public async Task CreateOwner_ByAVisitor_OwnsAWorkspaceOfTheirOwnAndTheSample()
    {
        var visit = (await Members.UseOpenLink.RunAsync((await Members.MakeOpenLink.RunAsync(Ct)).Token, Chrome, Ct)).Value;
        var created = (await CreateOwnerAsync(await CallerAsync(visit.Token))).Value;
        Assert.Equal("Anna@example.com", created.Member.Email.Text);
        var owner = await CallerAsync(created.Started.Token);
        Assert.Equal((Role.Owner, Role.Owner), (owner.RoleIn(created.Workspace.Id), owner.RoleIn(Sample.Id)));
        Assert.DoesNotContain("우리", created.Workspace.Folder, StringComparison.Ordinal);
        Refused("session-ended", await Members.FindCaller.RunAsync(visit.Token, Ct));
        Assert.Equal(["workspace.added", "owner.created"], (await AuditAsync(created.Workspace)).Where(entry => entry.Workspace == created.Workspace.Id).Select(entry => entry.Action));
    }

    [Fact]
    public async Task CreateOwner_Again_IsRefused()
    {
        var second = await VisitorAsync();
        await OwnerAsync();
        Refused("owner-exists", await CreateOwnerAsync(second, "b@example.com"));
        Refused("owner-exists", await CreateOwnerAsync(await VisitorAsync(), "b@example.com"));
    }

    [Fact]
    public async Task CreateOwner_ManyAtOnce_CreatesOne()
    {
        List<Caller> visitors = [];
        for (var i = 0; i < 8; i++)
        {
            visitors.Add(await VisitorAsync());
        }

        var results = await Task.WhenAll(visitors.Select((visitor, i) => CreateOwnerAsync(visitor, $"p{i}@example.com")));
        Assert.Single(results, result => result.IsAccepted);
        Assert.All(results.Where(result => !result.IsAccepted), result => Refused("owner-exists", result));
    }

    [Fact]
    public async Task CreateOwner_ByAnEndedVisit_IsRefused()
    {
        var visitor = await VisitorAsync();
        Assert.True(await Members.SignOut.RunAsync(visitor, Ct));
        Refused("setup-needs-link", await CreateOwnerAsync(visitor));
    }

    [Fact]
    public async Task CreateOwner_WithBadFields_SaysAllReasonsAtOnce()
    {
        var result = await CreateOwnerAsync(await VisitorAsync(), "anna", "", "short");
        Assert.Equal(["members.email-invalid", "members.name-invalid", "members.password-short"], result.Reasons.Select(reason => reason.Code));
        Refused("password-personal", await CreateOwnerAsync(await VisitorAsync(), "annalena@example.com", "A", "Annalena2026!"));
        Refused("password-common", await CreateOwnerAsync(await VisitorAsync(), password: "1234567890"));
        Refused("password-long", await CreateOwnerAsync(await VisitorAsync(), password: new string('x', 900) + new string('y', 101)));
    }

    [Fact]
    public async Task SignIn_RightPassword_StartsASessionThatSurvivesARestart()
    {
        var (_, own, _) = await OwnerAsync();
        var signedIn = (await SignInAsync("ANNA@EXAMPLE.com")).Value;
        await ReopenAsync();
        var caller = await CallerAsync(signedIn.Started.Token);
        Assert.Equal(("안나", Role.Owner), (caller.Member!.Name, caller.RoleIn(own.Id)));
        Assert.Equal("member.signed-in", (await AuditAsync(own))[0].Action);
        Refused("email-invalid", await SignInAsync("no address"));
    }

    [Fact]
    public async Task SignIn_UnknownAddress_HasTheSameAnswerAndTheSameWorkAsAWrongPassword()
    {
        var (_, own, _) = await OwnerAsync();
        var before = Members.Hasher.Computed;
        var wrong = await SignInAsync(password: "not the password");
        var afterWrong = Members.Hasher.Computed;
        var unknown = await SignInAsync("correct.horse@battery.example", "not the password");
        Assert.Equal((1L, 1L), (afterWrong - before, Members.Hasher.Computed - afterWrong));
        Refused("sign-in-failed", wrong);
        Assert.Equal(wrong.Reasons, unknown.Reasons);
        var audit = await AuditAsync(own);
        Assert.Equal([("member.sign-in-failed", ""), ("member.sign-in-failed", "Anna@example.com")], audit.Take(2).Select(entry => (entry.Action, entry.Subject)));
    }

    [Fact]
    public async Task SignIn_AThousandGuesses_FiveReachTheHasher()
    {
        await OwnerAsync();
        var before = Members.Hasher.Computed;
        for (var i = 0; i < 1_000; i++)
        {
            Refused(i < 5 ? "sign-in-failed" : "wait", await SignInAsync(password: $"guess number {i}", address: $"198.51.100.{i % 250}"));
        }

        Assert.Equal(5, Members.Hasher.Computed - before);
        await ReopenAsync();
        var refused = await SignInAsync(address: null);
        Refused("wait", refused);
        Assert.Contains("30 seconds", refused.Reasons[0].Message.En, StringComparison.Ordinal);
        Clock.Pass(TimeSpan.FromSeconds(30));
        Assert.True((await SignInAsync(address: null)).IsAccepted);
    }

    [Fact]
    public async Task SignIn_GuessesAtOnce_FiveReachTheHasher()
    {
        await OwnerAsync();
        var before = Members.Hasher.Computed;
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => SignInAsync(password: $"guess number {i}", address: $"198.51.100.{i}")));
        Assert.Equal(5, Members.Hasher.Computed - before);
        Assert.Equal(35, results.Count(result => result.Reasons[0].Code == "members.wait"));
    }

    [Fact]
    public async Task SignIn_ManyAddressesFromOnePlace_HasToWait()
    {
        await OwnerAsync();
        for (var i = 0; i < 20; i++)
        {
            Refused("sign-in-failed", await SignInAsync($"p{i}@example.com"));
        }

        Refused("wait", await SignInAsync("p20@example.com"));
        Assert.True((await SignInAsync(address: "203.0.113.9")).IsAccepted);
    }

    [Fact]
    public async Task SignIn_OnThisComputer_OnePersonsSlipsDoNotMakeOthersWait()
    {
        await OwnerAsync();
        var before = Members.Hasher.Computed;
        for (var i = 0; i < 1_000; i++)
        {
            Refused(i < 5 ? "sign-in-failed" : "wait", await SignInAsync("lee@example.com", $"guess number {i}", address: null));
        }

        Assert.Equal(5, Members.Hasher.Computed - before);
        for (var i = 0; i < 40; i++)
        {
            Refused("sign-in-failed", await SignInAsync($"p{i}@example.com", address: null));
        }

        Assert.True((await SignInAsync(address: null)).IsAccepted);
        Refused("wait", await SignInAsync("lee@example.com", address: null));
    }

    [Fact]
    public async Task SignIn_OneDayOfGuessing_AllowsFewerThanFortyGuesses()
    {
        await OwnerAsync();
        var before = Members.Hasher.Computed;
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            await SignInAsync(password: "guess", address: $"2001:db8::{minute}");
            Clock.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(Members.Hasher.Computed - before, 20, 39);
    }

    [Fact]
    public async Task SignIn_OwnSuccess_DoesNotOpenTheWayToGuessOthers()
    {
        await OwnerAsync();
        for (var i = 0; i < Members.Options.FreeTriesPerAddress - 1; i++)
        {
            Refused("sign-in-failed", await SignInAsync($"victim{i / 4}@example.com", $"guess {i}"));
        }

        Assert.True((await SignInAsync()).IsAccepted);
        Refused("sign-in-failed", await SignInAsync("other@example.com"));
        Refused("wait", await SignInAsync("other@example.com"));
    }

    [Fact]
    public async Task SignIn_HashOfOtherParameters_IsRenewed()
    {
        var (owner, _, _) = await OwnerAsync();
        var stronger = new MembersModule(Site.Members, Clock, Randomness.System, new MemberOptions { PasswordIterations = 150 });
        var request = new SignInRequest("anna@example.com", new Secret(Password), null, null, null);
        Assert.True((await stronger.SignIn.RunAsync(request, Ct)).IsAccepted);
        var credential = await Site.Members.ReadAsync(reader => reader.CredentialAsync(owner.Member!.Id), Ct);
        Assert.Equal(150, credential!.Password.Iterations);
        var before = stronger.Hasher.Computed;
        Assert.True((await stronger.SignIn.RunAsync(request, Ct)).IsAccepted);
        Assert.Equal(1, stronger.Hasher.Computed - before);
    }

    [Fact]
    public async Task FindCaller_UnusedOrOld_Ends()
    {
        var (_, _, token) = await OwnerAsync();
        for (var week = 0; week < 12; week++)
        {
            Clock.Pass(TimeSpan.FromDays(7));
            await CallerAsync(token);
        }

        Clock.Pass(TimeSpan.FromDays(6.5));
        Refused("session-ended", await Members.FindCaller.RunAsync(token, Ct));
        var idle = (await SignInAsync()).Value.Started.Token;
        Clock.Pass(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        await CallerAsync(idle);
        Clock.Pass(TimeSpan.FromDays(14));
        Refused("session-ended", await Members.FindCaller.RunAsync(idle, Ct));
    }

    [Fact]
    public async Task FindCaller_WithinAMinute_WritesNothing()
    {
        var (owner, _, token) = await OwnerAsync();
        Clock.Pass(TimeSpan.FromSeconds(59));
        Assert.Equal(owner.Session!.SeenAt, (await CallerAsync(token)).Session!.SeenAt);
        Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(Clock.GetUtcNow(), (await CallerAsync(token)).Session!.SeenAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kds_")]
    [InlineData("kds_0000000000000000000000000000000000000000000000000")]
    [InlineData("' OR 1=1 --")]
    public async Task FindCaller_NoToken_IsRefused(string token) => Refused("session-ended", await Members.FindCaller.RunAsync(new Secret(token), Ct));

    [Fact]
    public async Task RevokeSessions_OneAndAllOthers_EndAtOnce()
    {
        var (owner, own, token) = await OwnerAsync();
        var second = (await SignInAsync()).Value.Started;
        var third = (await SignInAsync()).Value.Started;
        Assert.Equal(3, (await Members.RevokeSessions.ListAsync(owner, Ct)).Value.Count);
        Assert.True((await Members.RevokeSessions.RunAsync(second.Session.Id, owner, Ct)).IsAccepted);
        Refused("session-ended", await Members.FindCaller.RunAsync(second.Token, Ct));
        Refused("no-such-session", await Members.RevokeSessions.RunAsync(second.Session.Id, owner, Ct));
        Assert.Equal(1, (await Members.RevokeSessions.AllOthersAsync(owner, Ct)).Value);
        Refused("session-ended", await Members.FindCaller.RunAsync(third.Token, Ct));
        Assert.True(await Members.SignOut.RunAsync(await CallerAsync(token), Ct));
        Refused("session-ended", await Members.FindCaller.RunAsync(token, Ct));
        Assert.Equal(["member.signed-out", "session.revoked", "session.revoked"], (await AuditAsync(own)).Take(3).Select(entry => entry.Action));
        Refused("members-only", await Members.RevokeSessions.ListAsync(await VisitorAsync(), Ct));
    }

    [Fact]
    public async Task Audit_OnceStored_CannotBeChangedOrDeleted()
    {
        await OwnerAsync();
        Site.Dispose();
        Assert.Contains("never changes", (await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE site_audit SET subject = 'x'"))).Message, StringComparison.Ordinal);
        Assert.Contains("never changes", (await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("DELETE FROM site_audit"))).Message, StringComparison.Ordinal);
        await OpenAsync();
        Assert.NotEmpty(await AuditAsync(Sample));
    }

    [Fact]
    public async Task Open_ASecondTime_IsRefusedWhileTheFirstHolds()
    {
        Assert.Equal("storage.workspace-locked", (await OpenSiteAsync()).Reasons[0].Code);
        await ReopenAsync();
        Assert.Equal([Sample], await Site.Members.ReadAsync(reader => reader.WorkspacesAsync(), Ct));
    }

    [Fact]
    public async Task Open_ANewerOrForeignSite_IsRefused()
    {
        Site.Dispose();
        await ExecuteAsync("UPDATE site_migration SET sha256 = 'other' WHERE number = 1");
        Assert.Equal("storage.foreign-schema", (await OpenSiteAsync()).Reasons[0].Code);
        await ExecuteAsync("INSERT INTO site_migration (number, name, sha256, applied_at) VALUES (99, 'x', 'x', 'x')");
        var refused = await OpenSiteAsync();

        // PostgreSQL lets go of the owner's lock a moment after the refused connection has closed.
        for (var waited = 0; refused.Reasons[0].Code == "storage.workspace-locked" && waited < 100; waited++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            refused = await OpenSiteAsync();
        }

        Assert.Equal("storage.newer-schema", refused.Reasons[0].Code);
    }
}

public sealed class SqliteSignInTests : SignInContract
{
    protected override Task<Result<Site>> OpenSiteAsync() => SiteDatabases.SqliteAsync(Folder, Clock);

    protected override Task ExecuteAsync(string sql) => SiteDatabases.ExecuteAsync(SiteDatabases.Sqlite(Folder), sql);

    protected override Task<string> DumpAsync() => SiteDatabases.DumpAsync(SiteDatabases.Sqlite(Folder), "SELECT name FROM sqlite_master WHERE type = 'table'");

    [Fact]
    public async Task Open_ASiteOfBefore_KeepsItsPeopleAndGetsTheJobs()
    {
        // As the first migration left it, with people in it.
        var (_, own, token) = await OwnerAsync();
        Site.Dispose();
        await ExecuteAsync("DROP TABLE site_job; DELETE FROM site_migration WHERE number > 1");
        await OpenAsync();
        Assert.Equal(Role.Owner, (await CallerAsync(token)).RoleIn(own.Id));
        Assert.Empty(await Site.Jobs.ListAsync(own.Id.Value, 10, Ct));
    }

    [Fact]
    public void Open_OnUnix_KeepsTheFileToOneself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes");
        var files = Directory.GetFiles(Path.Combine(Folder, "root"), "members.db*");
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var file in files)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file));
        }
    }
}

public sealed class PostgresSignInTests(PostgresServer server) : SignInContract, IClassFixture<PostgresServer>
{
    private readonly SitePostgres _postgres = new(server);

    protected override Task<Result<Site>> OpenSiteAsync() => _postgres.OpenAsync(Clock);

    protected override Task ExecuteAsync(string sql) => SiteDatabases.ExecuteAsync(_postgres.Connection, sql);

    protected override Task<string> DumpAsync() => _postgres.DumpAsync();
}
