using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.People;

/// <summary>Where the links lead that people were handed: accepting an invitation, choosing a new password.</summary>
internal static class LinkPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Plain(Urls.Invitation, RouteNeeds.Nothing, request => InvitationAsync(request, request.Query("t") ?? "", "", []));
        routes.PlainForm(Urls.Invitation, RouteNeeds.Nothing, AcceptAsync);
        routes.Plain(Urls.Reset, RouteNeeds.Nothing, request => ResetAsync(request, request.Query("t") ?? "", []));
        routes.PlainForm(Urls.Reset, RouteNeeds.Nothing, ChooseAsync);
    }

    private static async Task<IResult> InvitationAsync(PageRequest request, string token, string name, IReadOnlyList<Reason> refused) =>
        (await request.Members.AcceptInvitation.LookAsync(new Secret(token), request.Aborted)).TryGet(out var view, out var reasons)
            ? request.View<InvitationPage>(new InvitationModel(view, token, name, refused, request.Page.Caller?.Member), refused.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest)
            : request.Refuse(reasons, StatusCodes.Status410Gone);

    private static async Task<IResult> AcceptAsync(PageRequest request, IFormCollection form)
    {
        string token = form["t"].ToString(), name = form["name"].ToString();
        if (!(await request.Members.AcceptInvitation.LookAsync(new Secret(token), request.Aborted)).TryGet(out var view, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status410Gone);
        }

        if (view.HasAccount)
        {
            return request.Page.Caller is { } caller && (await request.Members.AcceptInvitation.JoinAsync(new Secret(token), caller, request.Aborted)).TryGet(out var joined, out reasons)
                ? PageRequest.GoTo(Urls.Today(joined.Workspace.Value))
                : await InvitationAsync(request, token, name, reasons.Count > 0 ? reasons : [SignInFirst(view)]);
        }

        var wanted = new AcceptInvitationRequest(new Secret(token), name, new Secret(form["password"].ToString()), request.Page.Language, request.Http.Request.Headers.UserAgent);
        if (!(await request.Members.AcceptInvitation.RunAsync(wanted, request.Aborted)).TryGet(out var signedIn, out reasons))
        {
            return await InvitationAsync(request, token, name, reasons);
        }

        SessionCookie.Set(request.Http, signedIn.Started);
        return PageRequest.GoTo(Urls.Start);
    }

    private static async Task<IResult> ResetAsync(PageRequest request, string token, IReadOnlyList<Reason> refused) =>
        (await request.Members.UseResetLink.LookAsync(new Secret(token), request.Aborted)).TryGet(out var member, out var reasons)
            ? request.View<ResetPage>(new ResetModel(member.Email.Text, token, refused), refused.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest)
            : request.Refuse(reasons, StatusCodes.Status410Gone);

    private static async Task<IResult> ChooseAsync(PageRequest request, IFormCollection form)
    {
        var token = form["t"].ToString();
        return (await request.Members.UseResetLink.RunAsync(new Secret(token), new Secret(form["password"].ToString()), request.Aborted)).TryGet(out _, out var reasons)
            ? PageRequest.GoTo(Urls.With(Urls.SignIn, ("done", "reset")))
            : await ResetAsync(request, token, reasons);
    }

    private static Reason SignInFirst(InvitationView view) => new("web.sign-in-first", view.Email.Text, new Wording($"'{view.Email.Text}' 계정으로 먼저 로그인해 주세요.", $"Sign in as '{view.Email.Text}' first."));
}

/// <summary>An invitation that somebody opened.</summary>
/// <param name="View">What it is for.</param>
/// <param name="Token">Its token, for the form.</param>
/// <param name="Name">Name as typed.</param>
/// <param name="Refused">Why it was not taken; empty at first.</param>
/// <param name="SignedIn">Who this browser is signed in as; null for nobody.</param>
public sealed record InvitationModel(InvitationView View, string Token, string Name, IReadOnlyList<Reason> Refused, Member? SignedIn);

/// <summary>A link to choose a new password that somebody opened.</summary>
/// <param name="Email">Whose.</param>
/// <param name="Token">Its token, for the form.</param>
/// <param name="Refused">Why it was not taken; empty at first.</param>
public sealed record ResetModel(string Email, string Token, IReadOnlyList<Reason> Refused);
