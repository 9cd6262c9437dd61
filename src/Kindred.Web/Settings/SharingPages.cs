using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;
using Kindred.Web.Viewing;

namespace Kindred.Web.Settings;

/// <summary>Sharing: the public address with its self-test, the notice, who is not counted, mail.</summary>
internal static class SharingPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("settings/sharing", Permission.ChangeSettings, request => Show(request, SharingForm.Of(ViewerPages.Desk(request.Http).Settings), []));
        routes.Form("settings/sharing", Permission.ChangeSettings, SaveAsync);
        routes.Form("settings/sharing/test", Permission.ChangeSettings, TestAsync);
    }

    private static IResult Show(PageRequest request, SharingForm form, IReadOnlyList<Reason> reasons) => request.View<SharingPage>(
        new SharingModel(form, ViewerPages.Desk(request.Http).Settings, request.Http.RequestServices.GetRequiredService<WebOptions>().PublicPort, reasons, request.Query("done")), reasons.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);

    private static async Task<IResult> SaveAsync(PageRequest request, IFormCollection form)
    {
        var desk = ViewerPages.Desk(request.Http);
        var typed = SharingForm.Of(form);
        if (!typed.Read(desk.Settings).TryGet(out var settings, out var reasons))
        {
            return Show(request, typed, reasons);
        }

        desk.Change(settings);
        await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, AuditActions.SharingChanged, settings.Address ?? "", "", request.Aborted);
        return PageRequest.GoTo(Urls.With(Urls.SettingsSharing(request.Page.Id), ("done", "saved")));
    }

    /// <summary>Asks the public address, without any session, for an answer only this server can give.</summary>
    private static async Task<IResult> TestAsync(PageRequest request, IFormCollection form)
    {
        var desk = ViewerPages.Desk(request.Http);
        if (desk.Settings.Address is not { } address)
        {
            return PageRequest.GoTo(Urls.With(Urls.SettingsSharing(request.Page.Id), ("done", "no-address")));
        }

        var opens = await SelfTest.OpensAsync(address, desk.Seals, request.Aborted);
        desk.Change(desk.Settings with { OpenedAt = opens ? request.Page.Now : null });
        return PageRequest.GoTo(Urls.With(Urls.SettingsSharing(request.Page.Id), ("done", opens ? "opens" : "closed")));
    }
}

/// <summary>The sharing page.</summary>
/// <param name="Form">As typed.</param>
/// <param name="Settings">As they are.</param>
/// <param name="PublicPort">Port for strangers, or null.</param>
/// <param name="Reasons">Why they were not taken.</param>
/// <param name="Done">Code of what was just done.</param>
public sealed record SharingModel(SharingForm Form, SharingSettings Settings, int? PublicPort, IReadOnlyList<Reason> Reasons, string? Done);
