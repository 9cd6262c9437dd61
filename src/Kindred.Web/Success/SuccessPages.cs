using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Segments;
using Kindred.Core.Standards;
using Kindred.Core.Success;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Segments;
using Kindred.Web.Shell;

namespace Kindred.Web.Success;

/// <summary>Running customers on one page: who first, who becomes a story, who is at risk, who can be automated; review sheets, lists, and what the team can look after.</summary>
internal static class SuccessPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("success", Permission.Look, request => Show(request, null, []));
        routes.Page("success/review/{account}", Permission.Look, request => Review(request, (account, _, sheet) => request.View<ReviewPage>(new ReviewModel(account, sheet))));
        routes.Page("success/review/{account}.html", Permission.Export, request => Review(request, (_, name, sheet) => PageRequest.File($"qbr-{FileName(name)}-{Format.Date(request.Snapshot.Facts!.AsOf)}.html", "text/html; charset=utf-8", sheet.ToHtml())));
        routes.Page("success/{list}.csv", Permission.Export, Csv);
        routes.Form("success/settings", Permission.ChangeSettings, SaveAsync);
    }

    private static IResult Show(PageRequest request, SuccessForm? typed, IReadOnlyList<Reason> refused)
    {
        if (request.Snapshot.Facts is null)
        {
            return request.View<NoSuccessPage>(new NoSuccessModel([]));
        }

        if (!Scope.TryRead(request, out var segment, out var reasons))
        {
            return request.Refuse(reasons);
        }

        // The week's alerts are those of all customers; the segment says which of them are listed. Who sees only some of them raises none.
        return SuccessWorkspace.Of(request.Snapshot).Then(all => Result.Accepted(Within(AlertLog.ThisWeek(request.Snapshot, all, request.Page.Now, isRaising: segment is null && request.Page.Caller?.Member is not null), segment))).TryGet(out var study, out reasons)
            ? request.View<SuccessPage>(new SuccessModel(request.Snapshot, study, typed ?? SuccessForm.Of(request.Snapshot.Settings), refused, request.Query("done") == "saved") { Segment = segment }, refused.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest)
            : request.View<NoSuccessPage>(new NoSuccessModel(reasons));
    }

    /// <summary>The letters and digits of a name; what else a name holds has no place in one of a file.</summary>
    private static string FileName(string name) => string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')).Trim('-') is { Length: > 0 } text ? text[..Math.Min(text.Length, 60)] : "customer";

    private static IResult Review(PageRequest request, Func<int, string, Kindred.Reports.ReportPage, IResult> show)
    {
        var snapshot = request.Snapshot;
        if (!SuccessWorkspace.Of(snapshot).TryGet(out var study, out var reasons))
        {
            return request.View<NoSuccessPage>(new NoSuccessModel(reasons));
        }

        if (!int.TryParse(request.Route("account"), NumberStyles.None, CultureInfo.InvariantCulture, out var account) || study.Find(account) is not { } customer)
        {
            return request.Refuse([new Reason("success.no-customer", request.Route("account"), new Wording("그런 고객이 없어요. 파일을 새로 가져오면 번호가 달라질 수 있어요.", "There is no such customer. Numbers can change with new imports."))], StatusCodes.Status404NotFound);
        }

        var names = snapshot.Facts!.Companies;
        var alike = SuccessWorkspace.Lookalikes(snapshot).TryGet(out var lookalikes, out _) && lookalikes.Silence(account) is null ? lookalikes.Of(account).Select(like => (names[like.Account].Name, like)).ToArray() : [];
        var page = Kindred.Reports.ReviewSheet.Page(names[account].Name, study, customer, alike, request.Page.Language, snapshot.IsInvented ? InventedMark.Notice.In(request.Page.Language) : null);
        return show(account, names[account].Name, page);
    }

    private static IResult Csv(PageRequest request)
    {
        if (!Scope.TryRead(request, out var segment, out var reasons))
        {
            return request.Refuse(reasons);
        }

        return SuccessWorkspace.Of(request.Snapshot).TryGet(out var study, out reasons)
            ? SuccessLists.Csv(request.Snapshot, Within(study, segment), request.Route("list"), request.Page.Language) is { } text
                ? PageRequest.File(request.Route("list") + ".csv", "text/csv; charset=utf-8", text)
                : request.Refuse([new Reason("success.no-list", request.Route("list"), new Wording($"그런 목록이 없어요. 있는 목록: {string.Join(", ", SuccessLists.Names)}.", $"There is no such list. There are: {string.Join(", ", SuccessLists.Names)}."))], StatusCodes.Status404NotFound)
            : request.Refuse(reasons, StatusCodes.Status404NotFound);
    }

    private static SuccessStudy Within(SuccessStudy study, FoundSegment? segment) => segment is null ? study : study.Within(segment);

    private static async Task<IResult> SaveAsync(PageRequest request, IFormCollection form)
    {
        var typed = new SuccessForm(form["tier-a"].ToString(), form["tier-b"].ToString(), form["alerts"].ToString(), [.. HealthWeights.Factors.Select(factor => form[HealthWeights.Id(factor)].ToString())]);
        var workspace = request.Page.Workspace!;
        if (!typed.Read(request.Snapshot.Settings).TryGet(out var settings, out var reasons))
        {
            return Show(request, typed, reasons);
        }

        if (settings != request.Snapshot.Settings)
        {
            settings.Write(request.Desk.FolderOf(workspace));
            request.Desk.Changed(workspace.Id);
            await request.Members.Audit.WriteAsync(request.Page.Caller!, workspace.Id, AuditActions.SettingsChanged, workspace.Name, "success", request.Aborted);
        }

        return PageRequest.GoTo(Urls.With(Urls.Success(workspace.Id.Value), ("done", "saved")) + "#settings");
    }
}

/// <summary>The page about running customers.</summary>
/// <param name="Snapshot">The workspace.</param>
/// <param name="Study">The study.</param>
/// <param name="Form">Settings as typed.</param>
/// <param name="Refused">Why they were not taken.</param>
/// <param name="Saved">Whether they were just saved.</param>
public sealed record SuccessModel(WorkspaceSnapshot Snapshot, SuccessStudy Study, SuccessForm Form, IReadOnlyList<Reason> Refused, bool Saved)
{
    /// <summary>Segment the lists are narrowed to; null: none.</summary>
    public FoundSegment? Segment { get; init; }

    /// <summary>Name of a company.</summary>
    public string Name(int account) => Snapshot.Facts!.Companies[account].Name;

    /// <summary>An amount in the study's currency, as people read it.</summary>
    public string Money(double minor, Language language) => Study.Currency.Length == 0 ? "–" : MoneyText.Short(Rounded(minor), language);

    /// <summary>The same amount to the last digit; empty where no currency is known.</summary>
    public string Exact(double minor) => Study.Currency.Length == 0 ? "" : MoneyText.Full(Rounded(minor));

    private Money Rounded(double minor) => new((long)Math.Round(minor), Study.Currency);
}

/// <summary>Why there is nothing to show.</summary>
/// <param name="Reasons">Reasons; empty when nothing is imported.</param>
public sealed record NoSuccessModel(IReadOnlyList<Reason> Reasons);

/// <summary>A review sheet on a page.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Sheet">The sheet.</param>
public sealed record ReviewModel(int Account, Kindred.Reports.ReportPage Sheet);
