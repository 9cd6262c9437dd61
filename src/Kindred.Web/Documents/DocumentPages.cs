using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Members;
using Kindred.Documents.Rendering;
using Kindred.Documents.Sharing;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;
using Kindred.Web.Viewing;

namespace Kindred.Web.Documents;

/// <summary>The team's side of documents: the list, one document with its pages and what was read of them, new versions, tags.</summary>
internal static class DocumentPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("documents", Permission.Look, request => WithRoomAsync(request, room => ListAsync(request, room, [])));
        routes.Upload("documents", Permission.ShareDocuments, DocumentChecks.MaxBytes + (1 << 20), (request, form) => WithRoomAsync(request, room => UploadAsync(request, room, form)));
        routes.Page("documents/{id}", Permission.Look, request => WithDocumentAsync(request, (room, document) => ShowAsync(request, room, document, new LinkForm(), "", [])));
        routes.Page("documents/{id}/p/{name}", Permission.Look, request => WithDocumentAsync(request, (room, document) => PictureAsync(request, room, document)));
        routes.Upload("documents/{id}/version", Permission.ShareDocuments, DocumentChecks.MaxBytes + (1 << 20), (request, form) => WithDocumentAsync(request, (room, document) => AgainAsync(request, room, document, form)));
        routes.Form("documents/{id}/details", Permission.ShareDocuments, (request, form) => WithDocumentAsync(request, (room, document) => ChangeAsync(request, room, document, form)));
        routes.Form("documents/{id}/remove", Permission.ShareDocuments, (request, form) => WithDocumentAsync(request, (room, document) => RemoveAsync(request, room, document)));
    }

    /// <summary>With the documents of the workspace.</summary>
    public static async Task<IResult> WithRoomAsync(PageRequest request, Func<DocumentRoom, Task<IResult>> answer) =>
        await ViewerPages.Desk(request.Http).RoomAsync(request.Page.Workspace!, request.Aborted) is { } room
            ? await answer(room)
            : request.Refuse([new Reason("documents.unavailable", "documents", new Wording("자료를 지금 열 수 없어요. 잠시 뒤 다시 해 주세요.", "Documents cannot be opened right now. Try again in a moment."))], StatusCodes.Status503ServiceUnavailable);

    /// <summary>With the document of the address.</summary>
    public static Task<IResult> WithDocumentAsync(PageRequest request, Func<DocumentRoom, SharedDocument, Task<IResult>> answer) => WithRoomAsync(request, room =>
        room.Document(request.Route("id")) is { RemovedAt: null } document ? answer(room, document) : Task.FromResult(request.Refuse([new Reason("documents.none", request.Route("id"), new Wording("그런 자료가 없어요. 목록에서 골라 주세요.", "There is no such document. Choose one from the list."))], StatusCodes.Status404NotFound)));

    /// <summary>One document.</summary>
    public static async Task<IResult> ShowAsync(PageRequest request, DocumentRoom room, SharedDocument document, LinkForm form, string recipients, IReadOnlyList<Reason> reasons)
    {
        var visits = (await DocumentReading.OfAsync(request, room)).Where(visit => visit.Document == document.Id).ToArray();
        var links = room.Links.Where(link => link.Document == document.Id).Reverse().ToArray();
        var pick = request.Page.May(Permission.ShareDocuments) ? PickPeople.Of(request) : null;
        return request.View<DocumentPage>(new DocumentModel(document, links, visits, form, pick?.Picked?.Text ?? recipients, reasons, ViewerPages.Desk(request.Http).Settings, request.Query("done"), request.Query("page", 1, 1, 100_000)) { Pick = pick }, reasons.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ListAsync(PageRequest request, DocumentRoom room, IReadOnlyList<Reason> reasons)
    {
        var visits = await DocumentReading.OfAsync(request, room);
        return request.View<DocumentListPage>(new DocumentListModel(
            [.. room.Documents.Where(document => document.RemovedAt is null).Select(document => new DocumentRow(document, room.Links.Count(link => link.Document == document.Id), [.. visits.Where(visit => visit.Document == document.Id && !visit.IsOurs)]))],
            PdfIntake.IsPossible, reasons, ViewerPages.Desk(request.Http).Settings, request.Query("done"), await DocumentReading.BookAsync(request, room)), reasons.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> UploadAsync(PageRequest request, DocumentRoom room, IFormCollection form)
    {
        if (form.Files.Count != 1)
        {
            return await ListAsync(request, room, [NoFile]);
        }

        var type = Enum.TryParse<DocumentType>(form["type"], out var read) ? read : DocumentType.Other;
        return await WithFileAsync(form.Files[0], request.Aborted, async path =>
        {
            if (!(await room.Upload.NewAsync(path, form.Files[0].FileName, form["title"], type, request.Page.Caller?.Member?.Name, request.Aborted, null)).TryGet(out var document, out var reasons))
            {
                return await ListAsync(request, room, reasons);
            }

            await room.RefreshAsync(request.Aborted);
            await AuditAsync(request, AuditActions.DocumentAdded, document.Title);
            return PageRequest.GoTo(Urls.With(Urls.Document_(request.Page.Id, document.Id), ("done", "added")));
        });
    }

    private static async Task<IResult> AgainAsync(PageRequest request, DocumentRoom room, SharedDocument document, IFormCollection form)
    {
        if (form.Files.Count != 1)
        {
            return await ShowAsync(request, room, document, new LinkForm(), "", [NoFile]);
        }

        return await WithFileAsync(form.Files[0], request.Aborted, async path =>
        {
            if (!(await room.Upload.AgainAsync(document, path, form.Files[0].FileName, request.Page.Caller?.Member?.Name, request.Aborted)).TryGet(out _, out var reasons))
            {
                return await ShowAsync(request, room, document, new LinkForm(), "", reasons);
            }

            await room.RefreshAsync(request.Aborted);
            await AuditAsync(request, AuditActions.DocumentChanged, document.Title);
            return PageRequest.GoTo(Urls.With(Urls.Document_(request.Page.Id, document.Id), ("done", "version")));
        });
    }

    private static async Task<IResult> ChangeAsync(PageRequest request, DocumentRoom room, SharedDocument document, IFormCollection form)
    {
        var tags = Enumerable.Range(1, document.Current.Pages).Select(page => form["tag." + Format.Whole(page)].ToString()).Select(tag => DocumentWords.Tags.Contains(tag) ? tag : "").ToArray();
        var changed = document with
        {
            Title = UploadDocument.TitleOf(form["title"], document.Current.FileName),
            Type = Enum.TryParse<DocumentType>(form["type"], out var type) ? type : document.Type,
            Versions = [.. document.Versions.SkipLast(1), document.Current with { Tags = tags }],
        };
        await room.Store.ChangeDocumentAsync(changed, request.Aborted);
        await room.RefreshAsync(request.Aborted);
        await AuditAsync(request, AuditActions.DocumentChanged, changed.Title);
        return PageRequest.GoTo(Urls.With(Urls.Document_(request.Page.Id, document.Id), ("done", "saved")));
    }

    private static async Task<IResult> RemoveAsync(PageRequest request, DocumentRoom room, SharedDocument document)
    {
        var now = request.Page.Now;
        foreach (var link in room.Links.Where(link => link.Document == document.Id && link.RevokedAt is null).ToArray())
        {
            await ViewerPages.Desk(request.Http).ChangeAsync(room, link with { RevokedAt = now, Revision = link.Revision + 1 }, request.Aborted);
        }

        await room.Store.ChangeDocumentAsync(document with { RemovedAt = now }, request.Aborted);
        await room.RefreshAsync(request.Aborted);
        await AuditAsync(request, AuditActions.DocumentRemoved, document.Title);
        return PageRequest.GoTo(Urls.With(Urls.Documents(request.Page.Id), ("done", "removed")));
    }

    private static async Task<IResult> PictureAsync(PageRequest request, DocumentRoom room, SharedDocument document)
    {
        if (PageAddresses.Read(request.Route("name")) is not var (number, page, width) || document.Versions.FirstOrDefault(version => version.Number == number) is not { } version || page < 1 || page > version.Pages
            || !(await room.Pictures.OfAsync(document, version, page, width, null, request.Aborted)).TryGet(out var picture, out _))
        {
            return Results.NotFound();
        }

        // A version never changes: the browser may keep its pictures.
        request.Http.Response.Headers.CacheControl = "private, max-age=86400";
        return Results.Bytes(picture, "image/jpeg");
    }

    private static async Task<IResult> WithFileAsync(IFormFile file, CancellationToken ct, Func<string, Task<IResult>> use)
    {
        var path = Path.Combine(Path.GetTempPath(), "kindred-upload-" + Randomness.System.Name() + ".pdf");
        try
        {
            await using (var target = File.Create(path))
            {
                await file.CopyToAsync(target, ct);
            }

            return await use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    internal static Task AuditAsync(PageRequest request, string action, string subject) => request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, action, subject, "", request.Aborted);

    private static Reason NoFile { get; } = new("documents.no-file", "file", new Wording("PDF 파일 하나를 골라 주세요.", "Choose one PDF file."));
}

/// <summary>A document in the list.</summary>
/// <param name="Document">The document.</param>
/// <param name="Links">How many links it has.</param>
/// <param name="Visits">Visits by strangers.</param>
public sealed record DocumentRow(SharedDocument Document, int Links, IReadOnlyList<ReadingVisit> Visits);

/// <summary>The list of documents.</summary>
/// <param name="Rows">Documents.</param>
/// <param name="CanDraw">Whether poppler is there.</param>
/// <param name="Reasons">Why an upload was not taken.</param>
/// <param name="Settings">Sharing.</param>
/// <param name="Done">Code of what was just done.</param>
/// <param name="Book">Readers; null where nothing is imported.</param>
public sealed record DocumentListModel(IReadOnlyList<DocumentRow> Rows, bool CanDraw, IReadOnlyList<Reason> Reasons, SharingSettings Settings, string? Done, ReadingBook? Book);

/// <summary>One document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Links">Its links, newest first.</param>
/// <param name="Visits">Its visits, oldest first.</param>
/// <param name="Form">A link as typed.</param>
/// <param name="Recipients">People as typed.</param>
/// <param name="Reasons">Why something was not taken.</param>
/// <param name="Settings">Sharing.</param>
/// <param name="Done">Code of what was just done.</param>
/// <param name="At">Page of the list of links.</param>
public sealed record DocumentModel(SharedDocument Document, IReadOnlyList<ShareLink> Links, IReadOnlyList<ReadingVisit> Visits, LinkForm Form, string Recipients, IReadOnlyList<Reason> Reasons, SharingSettings Settings, string? Done, int At)
{
    /// <summary>Links shown at once.</summary>
    public const int LinksShown = 50;

    /// <summary>Choice of recipients from a segment; null where no company is known or nobody may share.</summary>
    public PickPeople? Pick { get; init; }

    /// <summary>Visits that count.</summary>
    public IReadOnlyList<ReadingVisit> Human => [.. Visits.Where(visit => visit.Counts)];
}
