using System.Net;
using Kindred.Core.Members;
using Kindred.Storage;
using Kindred.Web.Data;
using Kindred.Web.Jobs;
using Kindred.Web.Viewing;
using Microsoft.AspNetCore.DataProtection;

namespace Kindred.Web.Hosting;

/// <summary>Puts the server together: what it listens to, who is let in, which pages there are.</summary>
public static class WebHost
{
    /// <summary>Largest form that is no upload, in bytes.</summary>
    private const long LargestForm = 1 << 20;

    /// <summary>Builds the server over an open site.</summary>
    /// <param name="options">What it was started with.</param>
    /// <param name="site">People, jobs and the list of workspaces; stays the caller's.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="people">Times and bounds of signing in; null for the defaults.</param>
    public static WebApplication Build(WebOptions options, Site site, TimeProvider clock, MemberOptions? people = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(site);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            kestrel.Listen(IPAddress.Loopback, options.Port);
            if (options.PublicPort is { } publicPort)
            {
                kestrel.Listen(options.PublicBind ?? IPAddress.Loopback, publicPort, listen => listen.Use(next => PublicSide.Mark(next)));
            }
        });
        builder.Services.AddRazorComponents();
        builder.Services.AddDataProtection().SetApplicationName("kindred").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Data, "keys")));
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.FormFieldName = "__token";
            antiforgery.HeaderName = "X-Kindred-Token";
            antiforgery.Cookie.Name = "kindred-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(site);
        builder.Services.AddSingleton(new MembersModule(site.Members, clock, Randomness.System, people));
        builder.Services.AddSingleton(services => new WorkspaceDesk(options.Data, services.GetRequiredService<MembersModule>(), clock));
        builder.Services.AddSingleton(services => new LinkDesk(options.Data, services.GetRequiredService<WorkspaceDesk>(), services.GetRequiredService<MembersModule>(), clock));
        builder.Services.AddSingleton<MissGate>();
        builder.Services.AddSingleton<StartGate>();
        builder.Services.AddSingleton<WorkspaceJobs>();
        builder.Services.AddSingleton<JobHost>();
        builder.Services.AddHostedService(services => services.GetRequiredService<JobHost>());
        builder.Services.AddSingleton<ReviewHost>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ReviewHost>());
        builder.Services.AddHostedService<OldReaders>();
        builder.Services.AddSingleton<Drops>();
        var app = builder.Build();
        SecurityHeaders.Use(app);
        PublicSide.UseProxies(app, options);
        HostGuard.Use(app);
        Failures.Use(app);
        app.UseRouting();
        PublicSide.Use(app);
        Map(app);
        return app;
    }

    /// <summary>Every route of the app.</summary>
    private static void Map(WebApplication app)
    {
        Assets.Embedded.Map(app).WithMetadata(RouteNeeds.Stranger);
        Start.StartPages.Map(app);
        Viewing.ViewerPages.Map(app);
        Viewing.BeatRoutes.Map(app);
        Documents.DocumentPages.Map(app);
        Documents.LinkPages.Map(app);
        Leads.LeadPages.Map(app);
        Leads.CrmPages.Map(app);
        Accounts.AccountPages.Map(app);
        Cards.ScorecardPages.Map(app);
        Icp.IcpPages.Map(app);
        Patterns.PatternPages.Map(app);
        Customers.CustomerPages.Map(app);
        Segments.SegmentPages.Map(app);
        Success.SuccessPages.Map(app);
        Reading.ReadingPages.Map(app);
        Personas.PersonaPages.Map(app);
        Campaigns.CampaignPages.Map(app);
        Reviews.ReviewPages.Map(app);
        Today.TodayPages.Map(app);
        Data.DataPages.Map(app);
        Data.ImportPages.Map(app);
        Data.FieldPages.Map(app);
        Data.StandardPages.Map(app);
        Data.MatchingPages.Map(app);
        JobPages.Map(app);
        Settings.SettingsPages.Map(app);
        Settings.ReviewSettingsPages.Map(app);
        Settings.SharingPages.Map(app);
        Settings.AuditPages.Map(app);
        People.PeoplePages.Map(app);
        People.LinkPages.Map(app);
        Account.AccountPages.Map(app);
        Account.TotpPages.Map(app);
        app.MapFallback("{*path}", (HttpContext http) => Failures.NotFoundAsync(http)).WithMetadata(RouteNeeds.Nothing);
    }
}
