using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Profiles;
using Kindred.Product;
using Kindred.Reports;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Icp;

/// <summary>The profile: the verdict's sentence, its conditions and their evidence; what the team says; who agrees; earlier versions; files.</summary>
internal static class IcpPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("icp", Permission.Look, request => Show(request, DoneOf(request.Query("done")), null, null));
        routes.Page("icp/print", Permission.Look, request => request.Snapshot.Profile is { } profile ? request.View<IcpPrintPage>(new IcpVersionModel(new ProfileVersion(profile, [], false), profile.Version)) : request.View<NoIcpPage>());
        routes.Page("icp/v/{version}", Permission.Look, Version);
        routes.Page("icp/files/{name}", Permission.Export, File);
        routes.Form("icp/state", Permission.EditProfile, StateAsync);
        routes.Form("icp/sign", Permission.SignOff, SignAsync);
    }

    private static IResult Show(PageRequest request, Wording? done, Reason? refusal, (string Row, string Text)? typed)
    {
        if (request.Snapshot.Profile is not { } profile)
        {
            return request.View<NoIcpPage>();
        }

        var study = SnapshotStudy.Of(request.Snapshot);
        var hasCard = request.Snapshot.Card is not null || request.Snapshot.Draft is not null;
        return request.View<IcpPage>(
            new IcpModel(profile, request.Snapshot.Standing.Count > 0 ? study.Counts : profile.Counts, study.Friction, study.Versions, hasCard) { OffersPicks = request.Query("done") is "built" or "no-card" && BestPicks.AreOffered(request.Snapshot), Done = done, Refusal = refusal, Typed = typed },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static Wording? DoneOf(string? code) => code switch
    {
        "stated" => new("적었어요. 데이터로 확인된 것은 아니라서 '우리 팀의 말'로 보여요.", "Written down. It is not confirmed by data, so it is shown as the team's statement."),
        "signed" => new("이 버전에 동의한다고 적었어요.", "Your agreement with this version is written down."),
        "built" => new("고객상을 만들었어요.", "The profile is built."),
        "no-card" => new("고객상을 만들었어요. 점수표는 끝난 딜이 더 쌓이면 만들 수 있어요.", "The profile is built. A scorecard needs more closed deals."),
        _ => null,
    };

    private static IResult Version(PageRequest request)
    {
        var versions = SnapshotStudy.Of(request.Snapshot).Versions;
        return versions.FirstOrDefault(version => Format.Whole(version.Document.Version) == request.Route("version")) is { } found
            ? request.View<IcpVersionPage>(new IcpVersionModel(found, versions[0].Document.Version))
            : ProfileFolder.ReadDraft(request.Snapshot.Folder) is { Document: var draft } && Format.Whole(draft.Version) == request.Route("version")
            ? request.View<IcpVersionPage>(new IcpVersionModel(new ProfileVersion(draft, request.Snapshot.Profile is { } inUse ? DiffProfiles.Run(inUse, draft) : [], request.Snapshot.Profile is null), draft.Version) { IsDraft = true })
            : request.Refuse([new Reason("icp.no-such-version", request.Route("version"), new Wording($"v{request.Route("version")} 버전은 없어요. 고객상 페이지 아래의 버전 목록에서 골라 주세요.", $"There is no version {request.Route("version")}. Pick one from the list on the ICP page."))], StatusCodes.Status404NotFound);
    }

    private static IResult File(PageRequest request)
    {
        var snapshot = request.Snapshot;
        if (snapshot.Profile is not { } profile)
        {
            return request.View<NoIcpPage>();
        }

        return request.Route("name") switch
        {
            "icp.json" => PageRequest.File("icp.json", "application/json", profile.ToJson()),
            "report.html" => PageRequest.File("icp-report.html", "text/html; charset=utf-8", IcpReport.Page(profile, request.Page.Language).ToHtml()),
            "icp.md" => PageRequest.File("icp.md", "text/markdown; charset=utf-8", IcpMarkdown.Text(profile, request.Page.Language)),
            "targets.csv" when snapshot.Facts is { } facts => PageRequest.File("targets.csv", "text/csv; charset=utf-8", AccountList.Csv(facts, WithCustomers(snapshot), onlyTargets: true)),
            _ => request.Refuse([new Reason("icp.no-such-file", request.Route("name"), new Wording($"'{request.Route("name")}' 파일은 없어요. icp.json, report.html, icp.md, targets.csv를 받을 수 있어요.", $"There is no file '{request.Route("name")}'. There are icp.json, report.html, icp.md and targets.csv."))], StatusCodes.Status404NotFound),
        };
    }

    private static List<ClassifiedAccount> WithCustomers(WorkspaceSnapshot snapshot)
    {
        var customers = SnapshotStudy.Of(snapshot).Customers;
        return [.. snapshot.Standing.Select(account => account with { IsCustomer = customers[account.Account] })];
    }

    private static async Task<IResult> StateAsync(PageRequest request, IFormCollection form)
    {
        string row = form["row"].ToString(), text = form["text"].ToString();
        var stated = ProfileChanges.State(request.Snapshot.Folder, new StateClauseRequest(VersionOf(form), row, text, Name(request), Today(request)));
        if (!stated.TryGet(out var document, out var reasons))
        {
            return Show(request, null, reasons[0], (row, text));
        }

        await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, "profile.stated", "v" + Format.Whole(document.Version), row, request.Aborted);
        return PageRequest.GoTo(Urls.With(Urls.Icp(request.Page.Id), ("done", "stated")) + "#profile");
    }

    private static async Task<IResult> SignAsync(PageRequest request, IFormCollection form)
    {
        var role = form["role"].ToString();
        var signed = ProfileChanges.Sign(request.Snapshot.Folder, VersionOf(form), role, Name(request), Today(request));
        if (!signed.TryGet(out var document, out var reasons))
        {
            return Show(request, null, reasons[0], null);
        }

        await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, "profile.signed", "v" + Format.Whole(document.Version), role, request.Aborted);
        return PageRequest.GoTo(Urls.With(Urls.Icp(request.Page.Id), ("done", "signed")) + "#versions");
    }

    private static int VersionOf(IFormCollection form) => int.TryParse(form["version"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static string Name(PageRequest request) => request.Page.Caller?.Member?.Name ?? "";

    private static DateOnly Today(PageRequest request) => DateOnly.FromDateTime(request.Page.Now.UtcDateTime);
}
