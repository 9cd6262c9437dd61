using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Members;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;
using Kindred.Files.Writing;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;
using Kindred.Web.Viewing;

namespace Kindred.Web.Documents;

/// <summary>Links: making them, one or many, changing and closing one, who read by it, and looking at it as a visitor.</summary>
internal static class LinkPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Form("documents/{id}/links", Permission.ShareDocuments, (request, form) => DocumentPages.WithDocumentAsync(request, (room, document) => MakeAsync(request, room, document, form)));
        routes.Page("documents/{id}/links.csv", Permission.Export, request => DocumentPages.WithDocumentAsync(request, (room, document) => Task.FromResult(Csv(request, room, document))));
        routes.Page("links/{link}", Permission.Look, request => WithLinkAsync(request, (room, link) => ShowAsync(request, room, link, LinkForm.Of(link), [])));
        routes.Form("links/{link}", Permission.ShareDocuments, (request, form) => WithLinkAsync(request, (room, link) => ChangeAsync(request, room, link, form)));
        routes.Form("links/{link}/close", Permission.ShareDocuments, (request, form) => WithLinkAsync(request, (room, link) => CloseAsync(request, room, link)));
        routes.Form("links/{link}/forget", Permission.ShareDocuments, (request, form) => WithLinkAsync(request, (room, link) => ForgetAsync(request, room, link, form)));
        routes.Form("links/{link}/preview", Permission.ShareDocuments, (request, form) => WithLinkAsync(request, (room, link) => PreviewAsync(request, room, link)));
    }

    private static Task<IResult> WithLinkAsync(PageRequest request, Func<DocumentRoom, ShareLink, Task<IResult>> answer) => DocumentPages.WithRoomAsync(request, room =>
        room.Link(request.Route("link")) is { } link ? answer(room, link) : Task.FromResult(request.Refuse([new Reason("links.none", request.Route("link"), new Wording("그런 링크가 없어요. 자료 화면에서 골라 주세요.", "There is no such link. Choose one on the document's page."))], StatusCodes.Status404NotFound)));

    private static async Task<IResult> MakeAsync(PageRequest request, DocumentRoom room, SharedDocument document, IFormCollection form)
    {
        var typed = LinkForm.Of(form);
        var people = form["recipients"].ToString();
        var optionsRead = typed.Read();
        var listRead = MakeLinks.Read(people);
        if (!optionsRead.IsAccepted || !listRead.IsAccepted)
        {
            return await DocumentPages.ShowAsync(request, room, document, typed, people, [.. optionsRead.Reasons, .. listRead.Reasons]);
        }

        var password = typed.Password.Length > 0 ? await request.Members.Hasher.HashAsync(new Secret(typed.Password), request.Aborted) : null;
        var (by, now, list) = (request.Page.Caller?.Member?.Name, request.Page.Now, listRead.Value);
        ShareLink[] made = list.Count == 0
            ? [MakeLinks.One(document.Id, optionsRead.Value, password, typed.Label.Trim().Length > 0 ? typed.Label : document.Title, null, null, by, now)]
            : [.. list.Select(person => MakeLinks.One(document.Id, optionsRead.Value, password, person.Label.Length > 0 ? person.Label : person.Email, person.Email, typed.Label, by, now))];
        await ViewerPages.Desk(request.Http).AddAsync(room, made, request.Aborted);
        await DocumentPages.AuditAsync(request, AuditActions.LinksMade, document.Title + " × " + Format.Whole(made.Length));
        return PageRequest.GoTo(made.Length == 1 ? Urls.With(Urls.DocumentLink(request.Page.Id, made[0].Id), ("done", "made")) : Urls.With(Urls.Document_(request.Page.Id, document.Id), ("done", "links")) + "#links");
    }

    private static async Task<IResult> ShowAsync(PageRequest request, DocumentRoom room, ShareLink link, LinkForm form, IReadOnlyList<Reason> reasons, int status = StatusCodes.Status400BadRequest)
    {
        var visits = (await DocumentReading.OfAsync(request, room)).Where(visit => visit.Link == link.Id).Reverse().ToArray();
        return request.View<LinkPage>(new LinkModel(link, room.Document(link.Document)!, form, visits, ViewerPages.Desk(request.Http).Settings, reasons, request.Query("done"))
        {
            Captured = link.Options.CaptureLead ? [.. (await CapturedPeople.ReadAsync(room.Store, request.Snapshot.Settings.IgnoredReaders, request.Aborted)).All.Where(person => person.Link == link.Id)] : [],
            Facts = request.Snapshot.Facts,
            Said = link.Options.Cta is null && visits.Length == 0 ? [] : await SaidAsync(request, room, link),
        }, reasons.Count > 0 ? status : StatusCodes.Status200OK);
    }

    /// <summary>What readers of a link left in its form, newest first.</summary>
    private static async Task<IReadOnlyList<(DateTimeOffset At, ReaderWords Words)>> SaidAsync(PageRequest request, DocumentRoom room, ShareLink link)
    {
        var views = (await room.Store.ViewsAsync(link.Document, request.Aborted)).Where(view => view.Link == link.Id).Select(view => view.Id).ToHashSet(StringComparer.Ordinal);
        return [.. (await room.Store.EventsAsync(link.Document, request.Aborted)).Where(entry => entry.Kind == "say" && views.Contains(entry.View)).OrderByDescending(entry => entry.At).Select(entry => (entry.At, entry.Words!))];
    }

    private static async Task<IResult> ChangeAsync(PageRequest request, DocumentRoom room, ShareLink link, IFormCollection form)
    {
        var typed = LinkForm.Of(form);
        if (!typed.Read().TryGet(out var options, out var reasons))
        {
            return await ShowAsync(request, room, link, typed, reasons);
        }

        var password = typed.Password.Length > 0 ? await request.Members.Hasher.HashAsync(new Secret(typed.Password), request.Aborted) : typed.DropPassword ? null : link.Password;
        var revision = int.TryParse(form["revision"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : 0;
        var changed = link with { Options = options, Password = password, Label = UploadDocument.Clean(typed.Label) is { Length: > 0 } label ? label[..Math.Min(label.Length, 120)] : link.Label, Revision = revision + 1 };
        if (revision != link.Revision || !await ViewerPages.Desk(request.Http).ChangeAsync(room, changed, request.Aborted))
        {
            return await ShowAsync(request, room, link, typed, [Meanwhile], StatusCodes.Status409Conflict);
        }

        await DocumentPages.AuditAsync(request, AuditActions.LinkChanged, link.Label);
        return PageRequest.GoTo(Urls.With(Urls.DocumentLink(request.Page.Id, link.Id), ("done", "saved")));
    }

    private static async Task<IResult> CloseAsync(PageRequest request, DocumentRoom room, ShareLink link)
    {
        if (link.RevokedAt is null)
        {
            await ViewerPages.Desk(request.Http).ChangeAsync(room, link with { RevokedAt = request.Page.Now, Revision = link.Revision + 1 }, request.Aborted);
            await DocumentPages.AuditAsync(request, AuditActions.LinkClosed, link.Label);
        }

        return PageRequest.GoTo(Urls.With(Urls.DocumentLink(request.Page.Id, link.Id), ("done", "closed")));
    }

    private static async Task<IResult> ForgetAsync(PageRequest request, DocumentRoom room, ShareLink link, IFormCollection form)
    {
        if (!EmailAddress.Of(form["email"]).TryGet(out var email, out var reasons))
        {
            return await ShowAsync(request, room, link, LinkForm.Of(link), reasons);
        }

        // Who it was is not written into the audit trail: it would keep what was to be deleted.
        var gone = await ViewerPages.Desk(request.Http).ForgetAsync(room, email.Key, request.Aborted);
        await DocumentPages.AuditAsync(request, AuditActions.ReaderForgotten, Format.Whole(gone));
        return PageRequest.GoTo(Urls.With(Urls.DocumentLink(request.Page.Id, link.Id), ("done", gone > 0 ? "forgotten" : "forgotten-none")));
    }

    private static async Task<IResult> PreviewAsync(PageRequest request, DocumentRoom room, ShareLink link)
    {
        var desk = ViewerPages.Desk(request.Http);
        if (!(await desk.EnterAt(new SharedLink(link, room)).RunAsync(link, new EnterRequest(null, request.Page.Caller?.Member?.Name, null, null, null, false, null, null, null, IsTeam: true), request.Aborted)).TryGet(out var outcome, out var reasons))
        {
            return await ShowAsync(request, room, link, LinkForm.Of(link), reasons);
        }

        desk.Entered(new SharedLink(link, room), outcome.Viewer!);
        ViewerPages.Remember(request.Http, link.Token, outcome.Secret!);
        return PageRequest.GoTo(Urls.View(link.Token));
    }

    private static IResult Csv(PageRequest request, DocumentRoom room, SharedDocument document)
    {
        var settings = ViewerPages.Desk(request.Http).Settings;
        var rows = room.Links.Where(link => link.Document == document.Id).Select(link => new[] { link.Label, link.Recipient ?? "", link.Campaign ?? "", settings.Address is null ? "" : settings.Address + Urls.View(link.Token), DocumentWords.Of(link.StateAt(request.Page.Now)).In(request.Page.Language), Format.Whole(link.Opens) });
        using var stream = new MemoryStream();
        SafeCsv.Write(stream, ["label", "recipient", "campaign", "link", "state", "opens"], rows);
        return Results.File(stream.ToArray(), "text/csv; charset=utf-8", "links.csv");
    }

    private static Reason Meanwhile { get; } = new("links.changed", "link", new Wording("그사이 다른 사람이 이 링크를 바꿨어요. 입력한 것은 그대로 두었어요. 아래 지금 상태를 보고 다시 저장해 주세요.", "Somebody changed this link meanwhile. What you typed is kept; look at it again and save once more."));
}

/// <summary>One link.</summary>
/// <param name="Link">The link.</param>
/// <param name="Document">Its document.</param>
/// <param name="Form">Options as typed.</param>
/// <param name="Visits">Visits by it, newest first.</param>
/// <param name="Settings">Sharing.</param>
/// <param name="Reasons">Why something was not taken.</param>
/// <param name="Done">Code of what was just done.</param>
public sealed record LinkModel(ShareLink Link, SharedDocument Document, LinkForm Form, IReadOnlyList<ReadingVisit> Visits, SharingSettings Settings, IReadOnlyList<Reason> Reasons, string? Done)
{
    /// <summary>Who left name and company here, newest first.</summary>
    public IReadOnlyList<CapturedPerson> Captured { get; init; } = [];

    /// <summary>What readers left in the form, newest first.</summary>
    public IReadOnlyList<(DateTimeOffset At, ReaderWords Words)> Said { get; init; } = [];

    /// <summary>Facts by company; null where nothing is imported.</summary>
    public AccountFacts? Facts { get; init; }

    /// <summary>The address to send; null until the public address is set.</summary>
    public string? Address => Settings.Address is { } address ? address + Urls.View(Link.Token) : null;
}
