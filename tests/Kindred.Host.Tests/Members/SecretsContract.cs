using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Host.Tests.Storage;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Members;

/// <summary>Passwords, the second step, and that nothing secret is kept in clear.</summary>
public abstract class SecretsContract : SiteContract
{
    private const string Next = "another long password";

    [Fact]
    public async Task ChangePassword_RightCurrentOne_EndsOtherSessions()
    {
        var (owner, own, token) = await OwnerAsync();
        var other = (await SignInAsync()).Value.Started.Token;
        Refused("password-short", await ChangeAsync(owner, Password, "short"));
        Refused("password-wrong", await ChangeAsync(owner, "not the password", Next));
        Assert.Equal(1, (await ChangeAsync(owner, Password, Next)).Value);
        await CallerAsync(token);
        Refused("session-ended", await Members.FindCaller.RunAsync(other, Ct));
        Refused("sign-in-failed", await SignInAsync());
        Assert.True((await SignInAsync(password: Next)).IsAccepted);
        Assert.Equal(["member.signed-in", "member.sign-in-failed", "password.changed", "password.failed"], (await AuditAsync(own)).Take(4).Select(entry => entry.Action));
        Refused("members-only", await ChangeAsync(await VisitorAsync(), Password, Next));
    }

    [Fact]
    public async Task ChangePassword_GuessesFromABorrowedBrowser_FiveReachTheHasher()
    {
        var (owner, _, _) = await OwnerAsync();
        var before = Members.Hasher.Computed;
        for (var i = 0; i < 50; i++)
        {
            Refused(i < 5 ? "password-wrong" : "wait", await ChangeAsync(owner, $"guess number {i}", Next));
        }

        Assert.Equal(5, Members.Hasher.Computed - before);
    }

    [Fact]
    public async Task Totp_SetUpAndConfirmed_IsAskedForAndEachCodeWorksOnce()
    {
        var (owner, own, token) = await OwnerAsync();
        Refused("totp-off", await Members.ConfirmTotp.RunAsync(new Secret("123456"), owner, Ct));
        Refused("password-wrong", await Members.SetUpTotp.RunAsync(new Secret("not the password"), null, owner, Ct));
        var key = (await Members.SetUpTotp.RunAsync(new Secret(Password), null, owner, Ct)).Value.Key;
        Assert.True((await SignInAsync()).IsAccepted);
        Refused("code-wrong", await Members.ConfirmTotp.RunAsync(new Secret(Wrong(key)), owner, Ct));
        Assert.Equal(10, (await Members.ConfirmTotp.RunAsync(new Secret(Code(key)), owner, Ct)).Value.Select(code => code.Reveal()).Distinct().Count());
        Refused("totp-on", await Members.ConfirmTotp.RunAsync(new Secret(Code(key)), owner, Ct));
        Refused("totp-on", await Members.SetUpTotp.RunAsync(new Secret(Password), null, owner, Ct));
        await CallerAsync(token);
        Refused("code-needed", await SignInAsync());
        Refused("sign-in-failed", await SignInAsync(password: "not the password", code: Code(key)));
        Refused("code-wrong", await SignInAsync(code: Code(key)));
        Clock.Pass(TimeSpan.FromSeconds(30));
        Assert.True((await SignInAsync(code: Code(key))).IsAccepted);
        Refused("code-wrong", await SignInAsync(code: Code(key)));
        Clock.Pass(TimeSpan.FromSeconds(30));
        Assert.True((await SignInAsync(code: " " + Code(key)[..3] + " " + Code(key)[3..])).IsAccepted);
        Assert.True((await Members.ListPeople.RunAsync(own.Id, owner, Ct)).Value[0].HasTotp);
    }

    [Fact]
    public async Task Totp_OneCodeTwiceAtOnce_LetsOneIn()
    {
        var (key, _, _) = await WithTotpAsync();
        Clock.Pass(TimeSpan.FromSeconds(30));
        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignInAsync(code: Code(key))));
        Assert.Single(results, result => result.IsAccepted);
    }

    [Fact]
    public async Task Totp_GuessesWithTheRightPassword_HaveToWait()
    {
        var (key, _, _) = await WithTotpAsync();
        Clock.Pass(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 100; i++)
        {
            Refused("code-needed", await SignInAsync());
        }

        for (var i = 0; i < 20; i++)
        {
            Refused(i < 5 ? "code-wrong" : "wait", await SignInAsync(code: Wrong(key)));
        }
    }

    [Fact]
    public async Task RecoveryCode_InsteadOfTheApp_WorksOnce()
    {
        var (_, codes, own) = await WithTotpAsync();
        Assert.True((await SignInAsync(code: codes[3].Reveal().ToLowerInvariant())).IsAccepted);
        Refused("code-wrong", await SignInAsync(code: codes[3].Reveal()));
        Assert.True((await SignInAsync(code: codes[4].Reveal().Replace("-", "", StringComparison.Ordinal))).IsAccepted);
        Assert.Equal(2, (await AuditAsync(own)).Count(entry => entry.Action == "totp.recovery-code-used"));
    }

    [Fact]
    public async Task RemoveTotp_WithThePassword_SwitchesItOff()
    {
        var (key, codes, _) = await WithTotpAsync();
        Clock.Pass(TimeSpan.FromSeconds(30));
        var caller = await CallerAsync((await SignInAsync(code: Code(key))).Value.Started.Token);
        Refused("password-wrong", await Members.RemoveTotp.RunAsync(new Secret("not the password"), null, caller, Ct));
        Assert.True((await Members.RemoveTotp.RunAsync(new Secret(Password), null, caller, Ct)).IsAccepted);
        Refused("totp-off", await Members.RemoveTotp.RunAsync(new Secret(Password), null, caller, Ct));
        Assert.True((await SignInAsync()).IsAccepted);
        Assert.Equal(0, await Site.Members.ReadAsync(reader => reader.RecoveryCodesLeftAsync(caller.Member!.Id), Ct));
        Assert.Equal(10, codes.Count);
    }

    [Fact]
    public async Task ResetLink_KeepsTheSecondStepUnlessItTakesItAway()
    {
        var (_, _, own) = await WithTotpAsync();
        var who = (await Site.Members.ReadAsync(reader => reader.PeopleAsync(own.Id), Ct))[0].Member.Id;
        var plain = (await Members.MakeResetLink.RunAsync(new MakeResetLinkRequest(own.Id, who), Caller.Terminal, Ct)).Value;
        Assert.True((await Members.UseResetLink.RunAsync(plain.Token, new Secret(Next), Ct)).IsAccepted);
        Refused("code-needed", await SignInAsync(password: Next));
        var whole = (await Members.MakeResetLink.RunAsync(new MakeResetLinkRequest(own.Id, who, RemovesTotp: true), Caller.Terminal, Ct)).Value;
        Assert.True((await Members.UseResetLink.RunAsync(whole.Token, new Secret(Password), Ct)).IsAccepted);
        Assert.True((await SignInAsync()).IsAccepted);
    }

    /// <summary>T45: every password, token and code used below is looked for in every cell of every table.</summary>
    [Fact]
    public async Task Stored_AfterEveryUseCase_HoldsNoSecret()
    {
        List<Secret> planted = [new(Password), new(Next), new("typed a wrong password")];
        var open = await Members.MakeOpenLink.RunAsync(Ct);
        var visit = (await Members.UseOpenLink.RunAsync(open.Token, Chrome, Ct)).Value;
        var created = (await CreateOwnerAsync(await CallerAsync(visit.Token))).Value;
        planted.AddRange([open.Token, visit.Token, created.Started.Token]);
        var owner = await CallerAsync(created.Started.Token);
        await SignInAsync("typed a wrong password@example.com".Replace(" ", ".", StringComparison.Ordinal), "typed a wrong password");
        await SignInAsync(password: "typed a wrong password");
        for (var i = 0; i < 20; i++)
        {
            var made = (await Members.Invite.RunAsync(new InviteRequest(created.Workspace.Id, $"p{i}@example.com", Role.Viewer), owner, Ct)).Value;
            planted.Add(made.Token);
            if (i % 2 == 0)
            {
                planted.Add((await Members.AcceptInvitation.RunAsync(new AcceptInvitationRequest(made.Token, "P", new Secret(Next), Language.English, Chrome), Ct)).Value.Started.Token);
            }
        }

        var reset = (await Members.MakeResetLink.RunAsync(new MakeResetLinkRequest(created.Workspace.Id, owner.Member!.Id), Caller.Terminal, Ct)).Value;
        planted.Add(reset.Token);
        Assert.True((await ChangeAsync(owner, Password, Next)).IsAccepted);
        var key = (await Members.SetUpTotp.RunAsync(new Secret(Next), null, owner, Ct)).Value.Key;
        planted.AddRange((await Members.ConfirmTotp.RunAsync(new Secret(Code(key)), owner, Ct)).Value);
        Assert.True(planted.Count >= 47, $"{planted.Count}");
        var dump = await DumpAsync();
        Assert.Contains("Anna@example.com", dump, StringComparison.Ordinal);
        Assert.Contains(Token.HashOf(Token.Session, created.Started.Token)!, dump, StringComparison.Ordinal);
        Assert.All(planted, secret => Assert.DoesNotContain(secret.Reveal(), dump, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("typed.a.wrong", dump, StringComparison.Ordinal);

        // The one secret that has to be kept, in its own column and nowhere else.
        Assert.Equal(2, dump.Split(key.Reveal()).Length);
    }

    private Task<Result<int>> ChangeAsync(Caller caller, string current, string next) => Members.ChangePassword.RunAsync(new ChangePasswordRequest(new Secret(current), new Secret(next), "198.51.100.7"), caller, Ct);

    private async Task<(Secret Key, IReadOnlyList<Secret> Codes, WorkspaceEntry Own)> WithTotpAsync()
    {
        var (owner, own, _) = await OwnerAsync();
        var key = (await Members.SetUpTotp.RunAsync(new Secret(Password), null, owner, Ct)).Value.Key;
        return (key, (await Members.ConfirmTotp.RunAsync(new Secret(Code(key)), owner, Ct)).Value, own);
    }

    private string Code(Secret key) => Totp.Code(key, Totp.StepAt(Clock.GetUtcNow()));

    /// <summary>Six digits that none of the three steps in question has.</summary>
    private string Wrong(Secret key)
    {
        var step = Totp.StepAt(Clock.GetUtcNow());
        return new[] { "000000", "000001", "000002", "000003" }.First(code => Enumerable.Range(-1, 3).All(near => Totp.Code(key, step + near) != code));
    }
}

public sealed class SqliteSecretsTests : SecretsContract
{
    protected override Task<Result<Site>> OpenSiteAsync() => SiteDatabases.SqliteAsync(Folder, Clock);

    protected override Task ExecuteAsync(string sql) => SiteDatabases.ExecuteAsync(SiteDatabases.Sqlite(Folder), sql);

    protected override Task<string> DumpAsync() => SiteDatabases.DumpAsync(SiteDatabases.Sqlite(Folder), "SELECT name FROM sqlite_master WHERE type = 'table'");
}

public sealed class PostgresSecretsTests(PostgresServer server) : SecretsContract, IClassFixture<PostgresServer>
{
    private readonly SitePostgres _postgres = new(server);

    protected override Task<Result<Site>> OpenSiteAsync() => _postgres.OpenAsync(Clock);

    protected override Task ExecuteAsync(string sql) => SiteDatabases.ExecuteAsync(_postgres.Connection, sql);

    protected override Task<string> DumpAsync() => _postgres.DumpAsync();
}
