using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Storage;
using Kindred.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>The real server on a free port of the loopback address, over a data folder of its own.</summary>
internal sealed class WebSite : IAsyncDisposable
{
    internal const string Password = "correct horse battery";
    internal const string UserAgent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0.0.0";
    private readonly WebApplication _app;
    private readonly Site _site;
    private readonly bool _ownsData;
    private readonly List<Browser> _browsers = [];
    private (Caller Caller, WorkspaceEntry Own, Secret Token)? _owner;

    private WebSite(WebApplication app, Site site, string data, bool ownsData)
    {
        (_app, _site, Data, _ownsData) = (app, site, data, ownsData);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToArray();
        (Address, PublicAddress) = (addresses[0], addresses[^1]);
    }

    internal Uri Address { get; }

    /// <summary>Where strangers come in; the same where there is no port of their own.</summary>
    internal Uri PublicAddress { get; }

    /// <summary>The data folder.</summary>
    internal string Data { get; }

    internal IServiceProvider Services => _app.Services;

    internal MembersModule Members => _app.Services.GetRequiredService<MembersModule>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts a server.</summary>
    /// <param name="withSample">With the invented company, small.</param>
    /// <param name="clock">Clock; the system's when null.</param>
    /// <param name="data">Data folder that outlives the server; a fresh one when null.</param>
    /// <param name="more">Adds routes of a test.</param>
    /// <param name="change">Other options it is started with.</param>
    internal static async Task<WebSite> StartAsync(bool withSample = true, TimeProvider? clock = null, string? data = null, Action<WebApplication>? more = null, Func<WebOptions, WebOptions>? change = null)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("kindred-web-").FullName;
        if (withSample && !Directory.Exists(Path.Combine(folder, KnownFolders.Sample)))
        {
            await SmallSample.CopyToAsync(Path.Combine(folder, KnownFolders.Sample));
        }

        var time = clock ?? TimeProvider.System;
        var site = (await Site.OpenAsync(folder, time, Ct)).Value;
        var app = WebHost.Build((change ?? (same => same))(new WebOptions(folder, 0)), site, time, new MemberOptions { PasswordIterations = 100 });
        more?.Invoke(app);
        await app.StartAsync(Ct);
        var made = new WebSite(app, site, folder, data is null);
        await KnownFolders.RegisterAsync(folder, made.Members, Ct);
        return made;
    }

    /// <summary>The invented company.</summary>
    internal async Task<WorkspaceEntry> SampleAsync() => (await Members.WorkspacesAsync(Ct)).Single(workspace => workspace.IsInvented);

    /// <summary>A browser without a session.</summary>
    internal Browser Nobody() => Kept(new Browser(Address));

    /// <summary>A browser that opened the terminal's link.</summary>
    internal async Task<Browser> VisitorAsync()
    {
        var browser = Nobody();
        using var answer = await browser.GetAsync("/open?t=" + (await Members.MakeOpenLink.RunAsync(Ct)).Token.Reveal());
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        return browser;
    }

    /// <summary>The first owner, made on first use, and their own workspace.</summary>
    internal async Task<(Browser Browser, Caller Caller, WorkspaceEntry Own)> OwnerAsync()
    {
        if (_owner is null)
        {
            var visitor = (await Members.UseOpenLink.RunAsync((await Members.MakeOpenLink.RunAsync(Ct)).Token, UserAgent, Ct)).Value;
            var caller = (await Members.FindCaller.RunAsync(visitor.Token, Ct)).Value;
            var made = (await Members.CreateOwner.RunAsync(new CreateOwnerRequest("anna@example.com", "Anna", new Secret(Password), Language.English, "Anna & Co", UserAgent), caller, Ct)).Value;
            _owner = ((await Members.FindCaller.RunAsync(made.Started.Token, Ct)).Value, made.Workspace, made.Started.Token);
        }

        return (Kept(new Browser(Address, _owner.Value.Token)), _owner.Value.Caller, _owner.Value.Own);
    }

    /// <summary>The owner signs in again, after all their sessions ended.</summary>
    internal async Task<(Browser Browser, Caller Caller)> AgainAsync()
    {
        var token = (await Members.SignIn.RunAsync(new SignInRequest("anna@example.com", new Secret(Password), null, null, UserAgent), Ct)).Value.Started.Token;
        var (_, _, own) = await OwnerAsync();
        _owner = ((await Members.FindCaller.RunAsync(token, Ct)).Value, own, token);
        return (Kept(new Browser(Address, token)), _owner.Value.Caller);
    }

    /// <summary>A new member of a workspace of the owner.</summary>
    internal async Task<(Browser Browser, Member Member, StartedSession Session)> MemberAsync(WorkspaceEntry workspace, Role role, string email)
    {
        var (_, owner, _) = await OwnerAsync();
        var link = (await Members.Invite.RunAsync(new InviteRequest(workspace.Id, email, role), owner, Ct)).Value;
        var joined = (await Members.AcceptInvitation.RunAsync(new AcceptInvitationRequest(link.Token, email.Split('@')[0], new Secret(Password), Language.English, UserAgent), Ct)).Value;
        return (Kept(new Browser(Address, joined.Started.Token)), joined.Member, joined.Started);
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(browser => browser.Dispose());
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _site.Dispose();
        if (_ownsData)
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    private Browser Kept(Browser browser)
    {
        _browsers.Add(browser);
        return browser;
    }
}
