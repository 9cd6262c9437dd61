using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Jobs;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Storage;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Data;

/// <summary>What was imported, with undo, and how far the data can be trusted.</summary>
internal static class DataPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("data", Permission.Look, async request =>
        {
            var jobs = await request.Http.RequestServices.GetRequiredService<Site>().Jobs.ListAsync(request.Page.Id, 5, request.Aborted);
            return request.View<DataPage>(new DataModel(request.Snapshot, jobs, request.Query("done") is { } done ? Done(done) : null));
        });
        routes.Form("data/undo", Permission.UndoImport, UndoAsync);
        routes.Page("data/rejects/{import}", Permission.Look, RejectsAsync);
    }

    private static Wording? Done(string code) => code switch
    {
        "undone" => new("되돌렸어요. 고객상과 점수표는 다시 만들 때 바뀌어요.", "Undone. Profile and card change with the next build."),
        _ => null,
    };

    private static async Task<IResult> UndoAsync(PageRequest request, IFormCollection form)
    {
        if (!(await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        if (!long.TryParse(form["import"], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return request.Refuse([new Reason("web.import-number", form["import"].ToString(), new Wording($"'{form["import"]}'은(는) 가져오기 번호가 아니에요.", $"'{form["import"]}' is no number of an import."))]);
        }

        if (!(await workspace.Imports.UndoAsync(number, request.Aborted)).TryGet(out _, out reasons))
        {
            return request.Refuse(reasons);
        }

        request.Desk.Changed(request.Page.Workspace!.Id);
        return PageRequest.GoTo(Urls.With(Urls.Data(request.Page.Id), ("done", "undone")));
    }

    private static async Task<IResult> RejectsAsync(PageRequest request)
    {
        if (!long.TryParse(request.Route("import"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || request.Snapshot.Imports.FirstOrDefault(import => import.Id == number) is not { } found)
        {
            return request.Refuse([new Reason("web.import-number", request.Route("import"), new Wording("그런 가져오기가 없어요.", "There is no such import."))], StatusCodes.Status404NotFound);
        }

        if (!(await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        var rejects = await workspace.Imports.RejectsAsync(number, request.Aborted);
        return PageRequest.File("rejects.csv", "text/csv; charset=utf-8", AccountList.Rejects(rejects.Select(reject => (found.Table.FileName, reject)), request.Page.Language));
    }
}

/// <summary>The data page.</summary>
/// <param name="Snapshot">The workspace.</param>
/// <param name="Jobs">Jobs, newest first.</param>
/// <param name="Done">What was just done.</param>
public sealed record DataModel(WorkspaceSnapshot Snapshot, IReadOnlyList<Job> Jobs, Wording? Done);
