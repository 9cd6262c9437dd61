using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Leads;
using Kindred.Core.Members;
using Kindred.Core.Profiles;
using Kindred.Core.Segments;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Segments;
using Kindred.Web.Shell;

namespace Kindred.Web.Reading;

/// <summary>What groups read, one document page by page, and the one rule by which engagement may count.</summary>
internal static class ReadingPages
{
    private static readonly AccountState[] States = [AccountState.Core, AccountState.Adjacent, AccountState.Regret, AccountState.Anti, AccountState.Outside];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("reading", Permission.Look, Show);
        routes.Page("reading/document", Permission.Look, Document);
        routes.Form("reading/rule", Permission.ChangeSettings, RuleAsync);
    }

    private static IResult Show(PageRequest request)
    {
        if (ReadingBoard.Of(request.Snapshot) is not { HasVisits: true } board)
        {
            return request.View<NoReadingPage>();
        }

        if (!Scope.TryRead(request, out var segment, out var reasons))
        {
            return request.Refuse(reasons);
        }

        AccountState? state = request.Query("state") is { } code && Array.Exists(States, one => WriteProfile.StateCode(one) == code) ? Array.Find(States, one => WriteProfile.StateCode(one) == code) : null;
        var sector = board.Study.Sectors.FirstOrDefault(one => one.Word == request.Query("sector"))?.Word;
        var filter = new ReadingFilter(state, sector, ReaderGroup.Find(request.Query("group"))) { Companies = segment?.Members };
        return request.View<ReadingPage>(new ReadingModel(board, filter == ReadingFilter.None ? board.Study : StudyReading.Run(board.Book, filter), StudyDocument.All(board.Book.Visits), request.Snapshot.Settings, request.Snapshot.Standing.Count > 0 ? States : [])
        {
            Segment = segment,
            Done = request.Query("done") == "rule" ? new Wording("규칙을 바꿨어요. 점수에 바로 들어갔어요.", "The rule is set. Scores follow it at once.") : null,
        });
    }

    private static IResult Document(PageRequest request)
    {
        var id = request.Query("id") ?? "";
        return ReadingBoard.Of(request.Snapshot) is { } board && board.Book.Visits.Any(visit => visit.Document == id)
            ? request.View<ReadingDocumentPage>(new ReadingDocumentModel(board, StudyDocument.Run(id, board.Book.Visits), [.. board.Book.Visits.Where(visit => visit.Document == id).OrderByDescending(visit => visit.At)]))
            : request.Refuse([new Reason("reading.no-such-document", id, new Wording("그런 자료를 읽은 기록이 없어요.", "Nobody has read such a document."))], StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RuleAsync(PageRequest request, IFormCollection form)
    {
        var before = request.Snapshot.Settings;
        if (!ReadingRule.Set(request.Desk.FolderOf(request.Page.Workspace!), form["use"].ToString(), form["ignored"].ToString()).TryGet(out var now, out var reasons))
        {
            return request.Refuse(reasons);
        }

        if (now != before)
        {
            request.Desk.Changed(request.Page.Workspace!.Id);
            await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace.Id, AuditActions.SettingsChanged, request.Page.Workspace.Name, now.Engagement == before.Engagement ? "ignored-readers" : "engagement " + now.Engagement.ToString().ToLowerInvariant(), request.Aborted);
        }

        return PageRequest.GoTo(Urls.With(Urls.Reading(request.Page.Id), ("done", "rule")) + "#rule");
    }
}

/// <summary>The page about reading.</summary>
/// <param name="Board">Readers, weights, rising interest.</param>
/// <param name="Study">What the readers of the filter read.</param>
/// <param name="Documents">Documents, most read first.</param>
/// <param name="Settings">What engagement may count as.</param>
/// <param name="States">Profile states to narrow to; empty without a profile.</param>
public sealed record ReadingModel(ReadingBoard Board, ReadingStudy Study, IReadOnlyList<DocumentStudy> Documents, WorkspaceSettings Settings, IReadOnlyList<AccountState> States)
{
    /// <summary>Segment the readers are narrowed to; null: none.</summary>
    public FoundSegment? Segment { get; init; }

    /// <summary>What was just done; null when nothing was.</summary>
    public Wording? Done { get; init; }

    /// <summary>The cell the heading tells of: the clearest difference upward; null where none is.</summary>
    public ReadingCell? Finding => Study.ByDocument.Where(cell => cell.Verdict == CellVerdict.More).OrderBy(cell => cell.AdjustedP).ThenByDescending(cell => cell.Figures.Met.N).FirstOrDefault();

    /// <summary>Uses of the rule with their words.</summary>
    public static IEnumerable<(string Code, EngagementUse Use, Wording Words)> Uses => ReadingRule.Codes.Select(entry => (entry.Code, entry.Use, EngagementRule.Words(entry.Use)));
}

/// <summary>One document.</summary>
/// <param name="Board">Readers.</param>
/// <param name="Study">How it is read.</param>
/// <param name="Visits">Its visits, newest first.</param>
public sealed record ReadingDocumentModel(ReadingBoard Board, DocumentStudy Study, IReadOnlyList<ReadingVisit> Visits);
