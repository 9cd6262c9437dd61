using Kindred.Core.Members;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Start;

/// <summary>The door: the start page, the one-time link, signing in and out, the first owner, the language.</summary>
internal static class StartPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Urls.Health, () => Results.Text("ok")).WithMetadata(RouteNeeds.Nothing);
        routes.Plain(Urls.Start, RouteNeeds.Nothing, StartAsync);
        routes.Plain(Urls.Open, RouteNeeds.Nothing, OpenAsync);
        routes.Plain(Urls.Language, RouteNeeds.Nothing, request =>
        {
            PageLanguage.Keep(request.Http, request.Query("to") ?? "ko");
            return Task.FromResult(PageRequest.GoTo(BackTo.Or(request.Query("back"), Urls.Start)));
        });
        routes.Plain(Urls.SignIn, RouteNeeds.Nothing, request => Task.FromResult(request.View<SignInPage>(new SignInModel(null, "", BackTo.Or(request.Query("back"), Urls.Start), null, request.Query("done") == "reset"))));
        routes.PlainForm(Urls.SignIn, RouteNeeds.Nothing, SignInAsync);
        routes.PlainForm(Urls.SignOut, RouteNeeds.Session, SignOutAsync);
        routes.Plain(Urls.CreateOwner, RouteNeeds.Session, CreateOwnerPageAsync);
        routes.PlainForm(Urls.CreateOwner, RouteNeeds.Session, CreateOwnerAsync);
    }

    private static async Task<IResult> StartAsync(PageRequest request)
    {
        var own = request.Page.Visible.Where(workspace => !workspace.IsInvented).ToArray();
        if (request.Page.Caller?.Member is not null && own.Length > 0)
        {
            return PageRequest.GoTo(Urls.Today(own[0].Id.Value));
        }

        var hasOwner = await request.Members.HasMembersAsync(request.Aborted);
        return request.View<StartPage>(new StartModel(request.Page.Visible.FirstOrDefault(workspace => workspace.IsInvented)?.Id.Value, hasOwner));
    }

    private static async Task<IResult> OpenAsync(PageRequest request)
    {
        if (request.Page.Caller is not null)
        {
            return PageRequest.GoTo(Urls.Start);
        }

        if (!(await request.Members.UseOpenLink.RunAsync(new Secret(request.Query("t") ?? ""), request.Http.Request.Headers.UserAgent, request.Aborted)).TryGet(out var started, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status410Gone);
        }

        SessionCookie.Set(request.Http, started);
        return PageRequest.GoTo(Urls.Start);
    }

    private static async Task<IResult> SignInAsync(PageRequest request, IFormCollection form)
    {
        var email = form["email"].ToString();
        var back = BackTo.Or(form["back"], Urls.Start);
        var kept = KeptForm.Carried(form);
        var code = form["code"].ToString();
        var signedIn = await request.Members.SignIn.RunAsync(new SignInRequest(email, new Secret(form["password"].ToString()), code.Length > 0 ? new Secret(code) : null, null, request.Http.Request.Headers.UserAgent, request.Page.Caller?.Session), request.Aborted);
        if (!signedIn.TryGet(out var result, out var reasons))
        {
            return request.View<SignInPage>(new SignInModel(reasons[0], email, back, kept), StatusCodes.Status401Unauthorized);
        }

        SessionCookie.Set(request.Http, result.Started);
        return kept is null ? PageRequest.GoTo(back) : request.View<GoOnPage>(kept);
    }

    private static async Task<IResult> SignOutAsync(PageRequest request, IFormCollection form)
    {
        await request.Members.SignOut.RunAsync(request.Page.Caller!, request.Aborted);
        SessionCookie.Clear(request.Http);
        return PageRequest.GoTo(Urls.Start);
    }

    private static async Task<IResult> CreateOwnerPageAsync(PageRequest request) => await request.Members.HasMembersAsync(request.Aborted)
        ? PageRequest.GoTo(Urls.SignIn)
        : request.View<CreateOwnerPage>(new CreateOwnerModel(null, "", "", ""));

    private static async Task<IResult> CreateOwnerAsync(PageRequest request, IFormCollection form)
    {
        string email = form["email"].ToString(), name = form["name"].ToString(), workspace = form["workspace"].ToString();
        var created = await request.Members.CreateOwner.RunAsync(new CreateOwnerRequest(email, name, new Secret(form["password"].ToString()), request.Page.Language, workspace, request.Http.Request.Headers.UserAgent), request.Page.Caller!, request.Aborted);
        if (!created.TryGet(out var owner, out var reasons))
        {
            return request.View<CreateOwnerPage>(new CreateOwnerModel(reasons[0], email, name, workspace), StatusCodes.Status400BadRequest);
        }

        SessionCookie.Set(request.Http, owner.Started);
        // Files given to ./run are there already; else the next step is to drop some.
        var hasData = (await request.Desk.SnapshotAsync(owner.Workspace, request.Aborted)).TryGet(out var snapshot, out _) && snapshot.Facts is not null;
        return PageRequest.GoTo(hasData ? Urls.Today(owner.Workspace.Id.Value) : Urls.DataImport(owner.Workspace.Id.Value));
    }
}
