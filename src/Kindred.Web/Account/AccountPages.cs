using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Account;

/// <summary>One's own account: name, language, password, sessions.</summary>
internal static class AccountPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Plain(Urls.Account, RouteNeeds.Session, request => ForMembersAsync(request, _ => ShowAsync(request, "", [])));
        routes.PlainForm(Urls.Account, RouteNeeds.Session, (request, form) => ForMembersAsync(request, _ => ChangeAsync(request, form)));
        routes.PlainForm(Urls.AccountPassword, RouteNeeds.Session, (request, form) => ForMembersAsync(request, _ => PasswordAsync(request, form)));
        routes.PlainForm(Urls.AccountSessions, RouteNeeds.Session, (request, form) => ForMembersAsync(request, _ => EndAsync(request, form)));
    }

    /// <summary>A visitor has no account to look at.</summary>
    public static Task<IResult> ForMembersAsync(PageRequest request, Func<Member, Task<IResult>> answer) => request.Page.Caller?.Member is { } member
        ? answer(member)
        : Task.FromResult(request.Refuse([new Reason("web.members-only", "account", new Wording("계정이 있는 사람만 볼 수 있어요. 먼저 로그인하거나, 내 데이터를 넣으며 계정을 만들어 주세요.", "Only somebody with an account can see this. Sign in, or create an account by bringing your data."))], StatusCodes.Status403Forbidden));

    /// <summary>The page, with the reasons of a form beside that form.</summary>
    public static async Task<IResult> ShowAsync(PageRequest request, string part, IReadOnlyList<Reason> refused)
    {
        var caller = request.Page.Caller!;
        return (await request.Members.OwnSignInAsync(caller, request.Aborted)).TryGet(out var own, out var reasons) && (await request.Members.RevokeSessions.ListAsync(caller, request.Aborted)).TryGet(out var sessions, out reasons)
            ? request.View<AccountPage>(new AccountModel(caller.Member!, own, sessions, caller.Session!.Id, part, refused, request.Query("done")), refused.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest)
            : request.Refuse(reasons, StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> ChangeAsync(PageRequest request, IFormCollection form)
    {
        var language = form["language"].ToString() == "en" ? Language.English : Language.Korean;
        if (!(await request.Members.ChangeMember.RunAsync(new ChangeMemberRequest(form["name"].ToString(), language), request.Page.Caller!, request.Aborted)).TryGet(out _, out var reasons))
        {
            return await ShowAsync(request, "me", reasons);
        }

        // What this browser was switched to would win over the account.
        PageLanguage.Keep(request.Http, language == Language.English ? "en" : "ko");
        return Back("me");
    }

    private static async Task<IResult> PasswordAsync(PageRequest request, IFormCollection form) =>
        (await request.Members.ChangePassword.RunAsync(new ChangePasswordRequest(new Secret(form["current-password"].ToString()), new Secret(form["new-password"].ToString()), null), request.Page.Caller!, request.Aborted)).TryGet(out _, out var reasons)
            ? Back("password")
            : await ShowAsync(request, "password", reasons);

    private static async Task<IResult> EndAsync(PageRequest request, IFormCollection form)
    {
        var caller = request.Page.Caller!;
        if (form["session"].ToString() is { Length: > 0 } one)
        {
            return (await request.Members.RevokeSessions.RunAsync(one, caller, request.Aborted)).TryGet(out _, out var reasons) ? Back("session") : await ShowAsync(request, "sessions", reasons);
        }

        return (await request.Members.RevokeSessions.AllOthersAsync(caller, request.Aborted)).TryGet(out _, out var others) ? Back("sessions") : await ShowAsync(request, "sessions", others);
    }

    private static IResult Back(string done) => PageRequest.GoTo(Urls.With(Urls.Account, ("done", done)));
}

/// <summary>One's own account.</summary>
/// <param name="Member">Who.</param>
/// <param name="Own">How they sign in.</param>
/// <param name="Sessions">Their sessions, newest use first.</param>
/// <param name="Current">Id of the session that asks.</param>
/// <param name="Part">Form that was refused: me, password, totp or sessions.</param>
/// <param name="Refused">Why; empty when none was.</param>
/// <param name="Done">Code of what was just done.</param>
public sealed record AccountModel(Member Member, OwnSignIn Own, IReadOnlyList<Session> Sessions, string Current, string Part, IReadOnlyList<Reason> Refused, string? Done);
