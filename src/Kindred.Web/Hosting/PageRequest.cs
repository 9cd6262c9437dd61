using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kindred.Web.Hosting;

/// <summary>One request for a page: who asks, what they may, and the workspace behind it.</summary>
public sealed class PageRequest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private PageRequest(HttpContext http, PageContext page, WorkspaceSnapshot? snapshot)
    {
        Http = http;
        Page = page;
        Found = snapshot;
    }

    /// <summary>The request.</summary>
    public HttpContext Http { get; }

    /// <summary>What the page is told.</summary>
    public PageContext Page { get; }

    /// <summary>Ends when the browser goes away.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>The workspace as it is now.</summary>
    /// <exception cref="InvalidOperationException">The page is outside a workspace.</exception>
    public WorkspaceSnapshot Snapshot => Found ?? throw new InvalidOperationException("This page has no workspace.");

    /// <summary>Open workspaces.</summary>
    public WorkspaceDesk Desk => Http.RequestServices.GetRequiredService<WorkspaceDesk>();

    /// <summary>People and their rights.</summary>
    public MembersModule Members => Http.RequestServices.GetRequiredService<MembersModule>();

    private WorkspaceSnapshot? Found { get; }

    /// <summary>A value of the query; null when it is missing or empty.</summary>
    public string? Query(string name) => Http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A whole number of the query, within bounds.</summary>
    public int Query(string name, int otherwise, int least, int most) =>
        int.TryParse(Http.Request.Query[name], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, least, most) : otherwise;

    /// <summary>A value of the route.</summary>
    public string Route(string name) => Http.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>A page made by a component.</summary>
    /// <param name="model">What it shows: the component's parameter Model.</param>
    /// <param name="status">Status of the answer.</param>
    public IResult View<TComponent>(object? model = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Page"] = Page };
        if (model is not null)
        {
            parameters["Model"] = model;
        }

        return new RazorComponentResult<TComponent>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>A page that says why not.</summary>
    public IResult Refuse(IReadOnlyList<Reason> reasons, int status = StatusCodes.Status400BadRequest) => Refusals.Page(this, reasons, status);

    /// <summary>After a form: on to a page, so that reloading it does nothing twice.</summary>
    public static IResult GoTo(string url) => Results.Redirect(url, permanent: false, preserveMethod: false);

    /// <summary>A file to keep.</summary>
    public static IResult File(string name, string type, string text) => Results.File(System.Text.Encoding.UTF8.GetBytes(text), type, name);

    /// <summary>A request of nobody in particular, without anything that has to be looked up.</summary>
    internal static PageRequest OfNobody(HttpContext http) =>
        new(http, new PageContext(PageLanguage.Of(http, null), null, null, [], http.Request.Path + http.Request.QueryString.Value, "", http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), Sections.None), null);

    internal static async Task<(PageRequest Request, IResult? Refusal)> OfAsync(HttpContext http, RouteNeeds needs, bool withSnapshot = true)
    {
        var services = http.RequestServices;
        var caller = await SessionCookie.CallerAsync(http);
        var desk = services.GetRequiredService<WorkspaceDesk>();
        var all = await desk.ListAsync(http.RequestAborted);
        var visible = caller is null ? [] : Access.Visible(caller, all);
        var language = PageLanguage.Of(http, caller);
        var named = http.Request.RouteValues["workspace"]?.ToString();
        var workspace = named is null ? null : visible.FirstOrDefault(entry => entry.Id.Value == named);
        WorkspaceSnapshot? snapshot = null;
        IReadOnlyList<Reason> trouble = [];
        if (workspace is not null && withSnapshot)
        {
            // A form waits for as long as reading takes; a page says after a moment that it is being read.
            var read = await desk.SnapshotAsync(workspace, HttpMethods.IsGet(http.Request.Method) ? Patience : null, http.RequestAborted);
            read?.TryGet(out snapshot, out trouble!);
        }

        var token = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken ?? "";
        var page = new PageContext(language, caller, workspace, visible, http.Request.Path + http.Request.QueryString.Value, token, services.GetRequiredService<TimeProvider>().GetUtcNow(), SectionsOf(snapshot));
        if (snapshot is not null && http.Request.Query["tour"].ToString() is { Length: > 0 } step)
        {
            page = page with { Tour = Today.TourStop.Of(page, snapshot, step, http.Request.RouteValues["id"]?.ToString()) };
        }

        var request = new PageRequest(http, page, snapshot);
        if (!needs.IsOpen && caller is null)
        {
            return (request, Refusals.SignInFirst(request));
        }

        // One answer for a workspace that does not exist and for one the caller may not see.
        if (needs.Permission is { } permission && Access.Check(caller!, workspace, permission) is { } refused)
        {
            return (request, request.Refuse([refused], workspace is null ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden));
        }

        return (request, workspace is null || snapshot is not null || !withSnapshot ? null
            : trouble.Count > 0 ? request.Refuse(trouble, StatusCodes.Status503ServiceUnavailable)
            : request.View<OpeningPage>(status: StatusCodes.Status202Accepted));
    }

    private static Sections SectionsOf(WorkspaceSnapshot? snapshot) => snapshot is null ? Sections.None : new Sections(
        snapshot.Profile is not null, snapshot.Card is not null || snapshot.Draft is not null, snapshot.Leads is not null, snapshot.Facts is not null, snapshot.Profile is { CustomerCount: > 0 })
    {
        Reading = snapshot.Facts is { DocumentVisits.Count: > 0 } || snapshot.Tracked.Visits.Count > 0,
        People = snapshot.Facts is { People.Count: > 0 },
    };
}
