using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.People;

/// <summary>Who belongs to a workspace: inviting, roles, removing, links to choose a new password.</summary>
internal static class PeoplePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("settings/people", Permission.ManagePeople, request => ShowAsync(request, []));
        routes.Page("settings/people/{member}", Permission.ManagePeople, PersonAsync);
        routes.Form("settings/people/invite", Permission.ManagePeople, InviteAsync);
        routes.Form("settings/people/revoke", Permission.ManagePeople, RevokeAsync);
        routes.Form("settings/people/{member}/role", Permission.ManagePeople, RoleAsync);
        routes.Form("settings/people/{member}/remove", Permission.ManagePeople, RemoveAsync);
        routes.Form("settings/people/{member}/reset", Permission.ManagePeople, ResetAsync);
    }

    private static async Task<IResult> ShowAsync(PageRequest request, IReadOnlyList<Reason> refused, string email = "", Role role = Role.Sales)
    {
        var workspace = request.Page.Workspace!.Id;
        return (await request.Members.ListPeople.RunAsync(workspace, request.Page.Caller!, request.Aborted)).TryGet(out var people, out var reasons)
            && (await request.Members.Invite.ListAsync(workspace, request.Page.Caller!, request.Aborted)).TryGet(out var invitations, out reasons)
            ? request.View<PeoplePage>(new PeopleModel(people, invitations, refused, email, role, request.Query("done")), refused.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest)
            : request.Refuse(reasons, StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> InviteAsync(PageRequest request, IFormCollection form)
    {
        var email = form["email"].ToString();
        if (RoleOf(form["role"].ToString()) is not { } role)
        {
            return await ShowAsync(request, [NoSuchRole(form["role"].ToString())], email);
        }

        // The link is shown in this answer and nowhere else: it is kept as its hash only.
        return (await request.Members.Invite.RunAsync(new InviteRequest(request.Page.Workspace!.Id, email, role), request.Page.Caller!, request.Aborted)).TryGet(out var made, out var reasons)
            ? request.View<MadeLinkPage>(new MadeLinkModel(made.Link.Email!.Text, false, Address(request, Urls.Invitation, made), made.Link.ExpiresAt))
            : await ShowAsync(request, reasons, email, role);
    }

    private static async Task<IResult> RevokeAsync(PageRequest request, IFormCollection form) =>
        (await request.Members.Invite.RevokeAsync(request.Page.Workspace!.Id, form["link"].ToString(), request.Page.Caller!, request.Aborted)).TryGet(out _, out var reasons)
            ? Back(request, "revoked")
            : await ShowAsync(request, reasons);

    private static async Task<IResult> RoleAsync(PageRequest request, IFormCollection form)
    {
        if (RoleOf(form["role"].ToString()) is not { } role)
        {
            return await ShowAsync(request, [NoSuchRole(form["role"].ToString())]);
        }

        return (await request.Members.ChangeRole.RunAsync(new Membership(Who(request), request.Page.Workspace!.Id, role), request.Page.Caller!, request.Aborted)).TryGet(out _, out var reasons)
            ? Back(request, "role")
            : await ShowAsync(request, reasons);
    }

    private static async Task<IResult> PersonAsync(PageRequest request)
    {
        if (!(await request.Members.ListPeople.RunAsync(request.Page.Workspace!.Id, request.Page.Caller!, request.Aborted)).TryGet(out var people, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status403Forbidden);
        }

        return people.FirstOrDefault(person => person.Member.Id == Who(request)) is { } found
            ? request.View<PersonPage>(found)
            : request.Refuse([new Reason("web.no-person", request.Route("member"), new Wording("이 작업 공간에 그런 사람이 없어요. 사람 목록에서 다시 골라 주세요.", "There is no such person in this workspace. Choose again from the list of people."))], StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RemoveAsync(PageRequest request, IFormCollection form)
    {
        var who = Who(request);
        return (await request.Members.RemoveMember.RunAsync(request.Page.Workspace!.Id, who, request.Page.Caller!, request.Aborted)).TryGet(out _, out var reasons)
            ? request.Page.Caller!.Member?.Id == who ? PageRequest.GoTo(Urls.Start) : Back(request, "removed")
            : await ShowAsync(request, reasons);
    }

    private static async Task<IResult> ResetAsync(PageRequest request, IFormCollection form)
    {
        var wanted = new MakeResetLinkRequest(request.Page.Workspace!.Id, Who(request), form["with-totp"].ToString() == "yes");
        if (!(await request.Members.MakeResetLink.RunAsync(wanted, request.Page.Caller!, request.Aborted)).TryGet(out var made, out var reasons))
        {
            return await ShowAsync(request, reasons);
        }

        var people = await request.Members.ListPeople.RunAsync(wanted.Workspace, request.Page.Caller!, request.Aborted);
        var name = people.TryGet(out var all, out _) ? all.FirstOrDefault(person => person.Member.Id == wanted.Member)?.Member.Name ?? "" : "";
        return request.View<MadeLinkPage>(new MadeLinkModel(name, true, Address(request, Urls.Reset, made), made.Link.ExpiresAt));
    }

    /// <summary>The host is one of ours: <see cref="HostGuard"/> lets no other in.</summary>
    private static string Address(PageRequest request, string path, MadeLink made) => $"{request.Http.Request.Scheme}://{request.Http.Request.Host}{path}?t={made.Token.Reveal()}";

    private static IResult Back(PageRequest request, string done) => PageRequest.GoTo(Urls.With(Urls.SettingsPeople(request.Page.Id), ("done", done)));

    private static MemberId Who(PageRequest request) => new(request.Route("member"));

    private static Role? RoleOf(string code) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => role!.Value.ToString().Equals(code, StringComparison.OrdinalIgnoreCase));

    private static Reason NoSuchRole(string code) => new("web.role", code, new Wording($"'{code}'이라는 역할은 없어요. 목록에서 골라 주세요.", $"There is no role '{code}'. Choose one from the list."));
}

/// <summary>The list of people.</summary>
/// <param name="People">Members with their roles.</param>
/// <param name="Invitations">Invitations that still work.</param>
/// <param name="Refused">Why the last form was not taken; empty otherwise.</param>
/// <param name="Email">Address typed for an invitation.</param>
/// <param name="Role">Role chosen for it.</param>
/// <param name="Done">Code of what was just done.</param>
public sealed record PeopleModel(IReadOnlyList<Person> People, IReadOnlyList<OneTimeLink> Invitations, IReadOnlyList<Reason> Refused, string Email, Role Role, string? Done);

/// <summary>A link that is shown once.</summary>
/// <param name="For">Who gets it.</param>
/// <param name="IsReset">To choose a new password; an invitation otherwise.</param>
/// <param name="Address">The link.</param>
/// <param name="ExpiresAt">It works before this.</param>
public sealed record MadeLinkModel(string For, bool IsReset, string Address, DateTimeOffset ExpiresAt);
