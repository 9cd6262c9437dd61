using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Notifications;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;
using Kindred.Web.Viewing;

namespace Kindred.Web.Settings;

/// <summary>Reviews and notes: how often, how many outcomes a change takes, who is mailed what, and what became of the mails.</summary>
internal static class ReviewSettingsPages
{
    private const int ShownMails = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("settings/reviews", Permission.ChangeSettings, request => ShowAsync(request, ReviewSettingsForm.Of(request.Snapshot.Settings), []));
        routes.Form("settings/reviews", Permission.ChangeSettings, SaveAsync);
        routes.Form("settings/reviews/repeat", Permission.ChangeSettings, RepeatAsync);
    }

    private static async Task<IResult> ShowAsync(PageRequest request, ReviewSettingsForm form, IReadOnlyList<Reason> reasons)
    {
        IReadOnlyList<OutboxMail> mails = (await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var open, out _) ? await open.Outbox.MailsAsync(ShownMails, request.Aborted) : [];
        var zone = request.Snapshot.Settings.Reviews.ZoneOn(request.Http.RequestServices.GetRequiredService<TimeProvider>().LocalTimeZone);
        return request.View<ReviewSettingsPage>(new ReviewSettingsModel(form, mails, ViewerPages.Desk(request.Http).Mail.IsPossible, zone, reasons, request.Query("done")), reasons.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> SaveAsync(PageRequest request, IFormCollection form)
    {
        var typed = new ReviewSettingsForm(Of("days"), Of("outcomes"), Of("note") == "on", Of("recipients"), Of("digest"), Of("language"), Of("zone"));
        var (workspace, before) = (request.Page.Workspace!, request.Snapshot.Settings);
        if (!typed.Read(before).TryGet(out var settings, out var reasons))
        {
            return await ShowAsync(request, typed, reasons);
        }

        if (settings != before)
        {
            settings.Write(request.Desk.FolderOf(workspace));
            request.Desk.Changed(workspace.Id);
            await request.Members.Audit.WriteAsync(request.Page.Caller!, workspace.Id, AuditActions.SettingsChanged, workspace.Name, SettingsPages.Changed(before, settings), request.Aborted);
        }

        return PageRequest.GoTo(Urls.With(Urls.SettingsReviews(workspace.Id.Value), ("done", "saved")));

        string Of(string field) => form[field].ToString();
    }

    private static async Task<IResult> RepeatAsync(PageRequest request, IFormCollection form)
    {
        if (!(await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var open, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        var repeated = await open.Outbox.RepeatAsync(form["mail"].ToString(), request.Aborted);
        return PageRequest.GoTo(Urls.With(Urls.SettingsReviews(request.Page.Id), ("done", repeated ? "repeated" : "no-mail")) + "#mails-h");
    }
}

/// <summary>The page of reviews and notes.</summary>
/// <param name="Form">As typed.</param>
/// <param name="Mails">The newest mails.</param>
/// <param name="CanMail">Whether a mail server is set.</param>
/// <param name="Zone">The workspace's time zone.</param>
/// <param name="Reasons">Why they were not taken.</param>
/// <param name="Done">Code of what was just done.</param>
public sealed record ReviewSettingsModel(ReviewSettingsForm Form, IReadOnlyList<OutboxMail> Mails, bool CanMail, TimeZoneInfo Zone, IReadOnlyList<Reason> Reasons, string? Done)
{
    /// <summary>Where a mail is, in words.</summary>
    public static Wording Words(OutboxMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var tries = Format.Whole(mail.Attempts);
        return mail.State switch
        {
            MailState.Waiting when mail.Attempts == 0 => new("기다려요", "waits"),
            MailState.Waiting => new($"다시 보낼 거예요 ({tries}번 시도)", $"will be tried again ({tries} so far)"),
            MailState.Sending => new("보내는 중이에요", "is being sent"),
            MailState.Sent => new("보냈어요", "sent"),
            MailState.Unknown => new("도착했는지 알 수 없어요. 두 번 가지 않도록 다시 보내지 않았어요", "may have arrived; not sent again, so that nobody gets it twice"),
            _ => new($"보내지 못했어요 ({tries}번 시도)", $"could not be sent ({tries} tries)"),
        };
    }
}
