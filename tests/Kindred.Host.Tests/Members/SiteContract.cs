using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Members;

/// <summary>A site with a clock of its own, whichever database is behind it. Passwords are hashed with few iterations, so that tests are quick; the default is asserted elsewhere.</summary>
public abstract class SiteContract : IAsyncLifetime
{
    protected const string Password = "correct horse battery";
    protected const string Chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("kindred-site-").FullName;

    protected TestClock Clock { get; } = new();

    protected Site Site { get; private set; } = null!;

    protected MembersModule Members { get; private set; } = null!;

    protected WorkspaceEntry Sample { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await OpenAsync();
        Sample = (await Members.AddWorkspace.RunAsync(new AddWorkspaceRequest("Sample", IsInvented: true), Caller.Terminal, Ct)).Value;
    }

    public virtual ValueTask DisposeAsync()
    {
        Site?.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract Task<Result<Site>> OpenSiteAsync();

    /// <summary>Runs SQL behind the store's back; throws what the database says.</summary>
    protected abstract Task ExecuteAsync(string sql);

    /// <summary>Everything that is stored, as text.</summary>
    protected abstract Task<string> DumpAsync();

    protected async Task OpenAsync()
    {
        Site = (await OpenSiteAsync()).Value;
        Members = new MembersModule(Site.Members, Clock, Randomness.System, new MemberOptions { PasswordIterations = 100 });
    }

    protected async Task ReopenAsync()
    {
        Site.Dispose();
        await OpenAsync();
    }

    protected async Task<Caller> VisitorAsync() => await CallerAsync((await Members.UseOpenLink.RunAsync((await Members.MakeOpenLink.RunAsync(Ct)).Token, Chrome, Ct)).Value.Token);

    protected async Task<Caller> CallerAsync(Secret token) => (await Members.FindCaller.RunAsync(token, Ct)).Value;

    protected Task<Result<CreateOwnerResult>> CreateOwnerAsync(Caller caller, string email = "Anna@Example.COM", string name = "안나", string password = Password) =>
        Members.CreateOwner.RunAsync(new CreateOwnerRequest(email, name, new Secret(password), Language.Korean, "우리 회사", Chrome), caller, Ct);

    protected async Task<(Caller Caller, WorkspaceEntry Own, Secret Token)> OwnerAsync()
    {
        var created = (await CreateOwnerAsync(await VisitorAsync())).Value;
        return (await CallerAsync(created.Started.Token), created.Workspace, created.Started.Token);
    }

    protected Task<Result<SignInResult>> SignInAsync(string email = "anna@example.com", string password = Password, string? code = null, string? address = "198.51.100.7") =>
        Members.SignIn.RunAsync(new SignInRequest(email, new Secret(password), code is null ? null : new Secret(code), address, Chrome), Ct);

    protected Task<IReadOnlyList<AuditEntry>> AuditAsync(WorkspaceEntry workspace, int count = 500) => Site.Members.ReadAsync(reader => reader.AuditAsync(new AuditQuery(workspace.Id, null, count)), Ct);

    protected static void Refused<T>(string code, Result<T> result)
    {
        Assert.False(result.IsAccepted, "accepted, but " + code + " was expected");
        Assert.Equal("members." + code, result.Reasons[0].Code);
        Assert.True(result.Reasons[0].Message.Ko.Length > 10 && result.Reasons[0].Message.En.Length > 10);
        Assert.Contains(result.Reasons[0].Message.Ko, c => c is >= '가' and <= '힣');
    }
}
