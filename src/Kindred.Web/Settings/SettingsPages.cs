using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Workspaces;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Settings;

/// <summary>What an owner sets for a workspace: its name, currency and rates, bands, review cadence, the reps' hours, how long undone imports are kept.</summary>
internal static class SettingsPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("settings", Permission.ChangeSettings, request => Show(request, request.Page.Workspace!.Name, SettingsForm.Of(request.Snapshot.Settings), []));
        routes.Form("settings", Permission.ChangeSettings, SaveAsync);
        routes.Form("settings/retention", Permission.ChangeSettings, PurgeAsync);
    }

    private static IResult Show(PageRequest request, string name, SettingsForm form, IReadOnlyList<Reason> reasons) => request.View<SettingsPage>(
        new SettingsModel(name, form, reasons, request.Snapshot.Imports.Count(import => import.State == ImportState.Undone), request.Query("done")),
        reasons.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static async Task<IResult> SaveAsync(PageRequest request, IFormCollection form)
    {
        var typed = new SettingsForm(Of("currency"), Of("rates"), Of("bands"), Of("review-days"), Of("hours-per-lead"), Of("capacity"), Of("keep-days"));
        var workspace = request.Page.Workspace!;
        if (!typed.Read().TryGet(out var settings, out var reasons))
        {
            return Show(request, Of("name"), typed, reasons);
        }

        // The name is the site's, the rest the workspace's: a name that is refused changes nothing.
        if (!(await request.Members.RenameWorkspace.RunAsync(workspace.Id, Of("name"), request.Page.Caller!, request.Aborted)).TryGet(out _, out reasons))
        {
            return Show(request, Of("name"), typed, reasons);
        }

        // What engagement counts as is set on the page about reading; mails on the page about reviews; what customers get on the page about success.
        var before = request.Snapshot.Settings;
        settings = settings with { Engagement = before.Engagement, IgnoredReaders = before.IgnoredReaders, Reviews = before.Reviews, TierA = before.TierA, TierB = before.TierB, AlertsPerWeek = before.AlertsPerWeek, HealthPoints = before.HealthPoints };
        if (settings != before)
        {
            settings.Write(request.Desk.FolderOf(workspace));
            request.Desk.Changed(workspace.Id);
            await request.Members.Audit.WriteAsync(request.Page.Caller!, workspace.Id, AuditActions.SettingsChanged, workspace.Name, Changed(before, settings), request.Aborted);
        }

        var rebuild = settings.Rates != before.Rates || settings.Currency != before.Currency;
        return PageRequest.GoTo(Urls.With(Urls.Settings(workspace.Id.Value), ("done", rebuild && request.Snapshot.Facts is not null ? "rebuild" : "saved")));

        string Of(string field) => form[field].ToString();
    }

    private static async Task<IResult> PurgeAsync(PageRequest request, IFormCollection form)
    {
        var workspace = request.Page.Workspace!;
        if (!(await request.Desk.OpenAsync(workspace, request.Aborted)).TryGet(out var open, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        var clock = request.Http.RequestServices.GetRequiredService<TimeProvider>();
        if (!(await PurgeUndone.RunAsync(open, request.Desk.FolderOf(workspace), clock, request.Aborted)).TryGet(out var purged, out reasons))
        {
            return request.Refuse(reasons);
        }

        if (purged > 0)
        {
            await request.Members.Audit.WriteAsync(request.Page.Caller!, workspace.Id, AuditActions.ImportsPurged, workspace.Name, Format.Whole(purged), request.Aborted);
        }

        return PageRequest.GoTo(Urls.With(Urls.Settings(workspace.Id.Value), ("done", purged > 0 ? "purged" : "nothing-to-purge")));
    }

    /// <summary>Which settings changed, for the audit trail.</summary>
    internal static string Changed(WorkspaceSettings before, WorkspaceSettings now)
    {
        (string Name, bool Differs)[] all =
        [
            ("currency", before.Currency != now.Currency), ("rates", before.Rates != now.Rates), ("bands", before.BandScheme != now.BandScheme), ("review-days", before.ReviewDays != now.ReviewDays),
            ("hours-per-lead", before.HoursPerLead != now.HoursPerLead), ("capacity", before.Capacity != now.Capacity), ("keep-days", before.KeepUndoneDays != now.KeepUndoneDays), ("reviews", before.Reviews != now.Reviews),
        ];
        return string.Join(", ", all.Where(entry => entry.Differs).Select(entry => entry.Name));
    }
}

/// <summary>The settings page.</summary>
/// <param name="Name">Name of the workspace as typed.</param>
/// <param name="Form">Settings as typed.</param>
/// <param name="Reasons">Why they were not taken; empty at first.</param>
/// <param name="Undone">Undone imports in the list.</param>
/// <param name="Done">Code of what was just done.</param>
public sealed record SettingsModel(string Name, SettingsForm Form, IReadOnlyList<Reason> Reasons, int Undone, string? Done);
